"""Beside the pipeline: what the last build into a folder wrote, so that nothing is built twice.

A build is left out if everything that decides its output is the same (`fingerprint`), and what it wrote
still stands in its folder, byte for byte (`last_build`). What is remembered lies in the user's folder for
caches, and can be deleted at any time.
"""

from timeline.caching.fingerprint import fingerprint
from timeline.caching.last_build import recall, remember

__all__ = ["fingerprint", "recall", "remember"]
