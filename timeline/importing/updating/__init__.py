"""For ``timeline import FILE --update EVENTS``: what a file would change in event files, and the edits."""
