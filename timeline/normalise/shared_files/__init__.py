"""What the files that all events share hold: people, places, kept copies of sources."""
