"""The names by which a Content Security Policy allows inline scripts."""

from __future__ import annotations

import hashlib
from base64 import b64encode


def csp_hash(script: str) -> str:
    """The source expression that allows exactly this script.

    https://www.w3.org/TR/CSP3/#grammardef-hash-source

    >>> csp_hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return f"sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}"
