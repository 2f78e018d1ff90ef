"""What several commands use: options, reports, and the terminal."""
