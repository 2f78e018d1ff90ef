"""Timeline -> the formats of other tools, a module for each.

What a format has no field for is left out and named in the notes of the export. What TimelineJS and
markwhen have comes back from `timeline import` as it was.
"""
