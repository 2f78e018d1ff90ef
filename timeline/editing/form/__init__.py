"""``timeline edit``: a form for each event beside the preview. It changes event files one field at a time.

`shapes` says which forms there are, `fields` and `values` what they show; `edits` turns what was typed into
a new text, `workspace` reads and checks the files, `listing` lists their events, `saving` writes them, and
`answers` is what the page asks for.
"""
