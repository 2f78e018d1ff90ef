"""How long things take and what they weigh. Each is run by hand: ``python -m tests.benchmarks.NAME``."""
