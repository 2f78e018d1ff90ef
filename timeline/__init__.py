"""YAML events in, a timeline page out, a source behind every node."""

__version__ = "0.1.0"
