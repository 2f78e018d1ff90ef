"""Checks that the sources of an event fit what it states, their archived copies, and each other."""
