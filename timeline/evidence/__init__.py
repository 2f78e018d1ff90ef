"""Kept copies of sources, and what they bear out. No build needs them, and nothing here uses the network.

files ─copies→ pages ─store→ kept copies ─asking→ findings ─record→ ``_evidence.yaml``
event files ─claims→ claims ─checking→ verdicts ─report→ problems
"""
