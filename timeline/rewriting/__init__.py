"""Values as the YAML of an event file, and edits of single fields that leave every other line alone."""
