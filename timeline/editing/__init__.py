"""Beside the pipeline: what makes and changes event files, and the preview while one edits.

The pipeline never imports this folder. Nothing here replaces a file that somebody else wrote.
"""
