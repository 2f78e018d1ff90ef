"""Saved and fetched web pages: what they say of themselves, and the words that their readers see."""
