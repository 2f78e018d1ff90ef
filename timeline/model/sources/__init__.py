"""What can be told of sources by themselves: where they come from, and links to the place cited."""
