# ruff: noqa: T201 - this command prints
"""The processor time, in s, that libyaml alone takes to read every file of a folder: the unit of a build.

Run: python -m tests.benchmarks.scale.libyaml FOLDER
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import yaml

if __name__ == "__main__":
    began = time.process_time()
    for file in sorted(Path(sys.argv[1]).iterdir()):
        yaml.load(file.read_bytes(), yaml.CSafeLoader)
    print(time.process_time() - began)
