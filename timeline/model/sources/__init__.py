"""What is known of sources: where they come from, links to the place cited, what kept copies bear out."""
