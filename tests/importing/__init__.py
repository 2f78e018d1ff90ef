"""Files of other tools become event files: nothing is lost, nothing is made up."""
