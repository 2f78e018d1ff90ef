"""The entries of the files that all events share."""
