"""The fact-check sheet: every statement beside what its source says, to be ticked by whoever checks it."""
