"""Writes ``data/vN.pilotage``, N being the present format. Run once per format, when a version is released:

python -m tests.store.make_version
"""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.store.files import ProjectFile
from desktop.store.tables import FORMAT
from tests.store.samples import make_project, rename, write_project

if __name__ == "__main__":
    path = Path(__file__).parent / "data" / f"v{FORMAT}.pilotage"
    if path.exists():
        sys.exit(f"{path} is kept for ever; before the first release, delete it by hand")
    write_project(path, make_project())
    with ProjectFile.open(path) as file:
        for name in ("one", "two", "新名字 😀"):
            rename(file, name)
