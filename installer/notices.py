"""Write THIRD-PARTY-NOTICES.md from the packages that requirements.lock pins.

Run it with the project's own environment after the lock has changed:
``.venv/bin/python installer/notices.py``. The build writes another one for the frozen program, from what really
is in it (``bill.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
NOTICES = ROOT / "THIRD-PARTY-NOTICES.md"

# Longer texts (they repeat the licences of everything compiled into a wheel) are named, not repeated.
LONGEST = 16_000

QT = ("pyside6-essentials", "shiboken6")

OPENING = """# Third-party notices

Pilotage itself is licensed under the Apache License 2.0 (see `LICENSE`). It runs with the packages below,
which `requirements.lock` pins and which are installed unchanged; each keeps its own licence. Whoever passes
the program on together with them also passes on the licence files that lie inside the packages.
`installer/notices.py` writes this file.

"""
LARGE_PARTS = """## Qt and Qt for Python (PySide6): LGPL-3.0

Pilotage uses Qt, PySide6 and Shiboken, (c) The Qt Company Ltd. and other contributors, under the GNU Lesser
General Public License, version 3; its text is in `{texts}/LGPL-3.0.txt`, that of the GNU General
Public License it refers to in `{texts}/GPL-3.0.txt`. They are used as separate shared
libraries, without changes, and may be replaced by other, also by modified, builds with the same
interface: in `.venv` with pip, in an installed program by exchanging the files in its `PySide6` and
`shiboken6` folders. Nothing in Pilotage's licence forbids changing it for that purpose, or reverse
engineering it to find errors in such changes.
Sources: <https://download.qt.io/official_releases/QtForPython/> and
<https://download.qt.io/official_releases/qt/>.

Qt's libraries contain code of others (ICU, PCRE2, HarfBuzz, FreeType, libpng, libjpeg-turbo, zlib and smaller parts),
each under its own licence: `{texts}/Qt-parts.txt` names all of them, and has the licences in full. Portions of this
software are copyright (c) The FreeType Project (<https://freetype.org>), all rights reserved. This software is based in
part on the work of the Independent JPEG Group.

## Noto Sans SC: SIL Open Font License 1.1

`{fonts}/NotoSansSC-Regular.ttf` and `NotoSansSC-Bold.ttf`,
(c) 2014-2021 Adobe, with Reserved Font Name 'Source'; unchanged static TrueType instances. Licence text:
`{fonts}/OFL.txt`. Home page: <https://fonts.google.com/noto/specimen/Noto+Sans+SC>.
"""


def locked() -> list[str]:
    """The names of the packages the program runs with, on whatever platform."""
    return re.findall(r"^([\w.-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)


def licence(package: Distribution) -> str:
    """The licence as the package declares it, in the newest form it uses."""
    data = package.metadata
    for key in ("License-Expression", "License"):
        if data.get(key):
            return str(data[key]).splitlines()[0]
    classifiers = (value for value in data.get_all("Classifier") or () if value.startswith("License ::"))
    return ", ".join(value.rpartition(" :: ")[2] for value in classifiers)


def home_page(package: Distribution) -> str:
    """The package's home page, or the next best address it gives."""
    data = package.metadata
    if data.get("Home-page"):
        return str(data["Home-page"])
    labelled = (str(value).partition(", ") for value in data.get_all("Project-URL") or ())
    addresses = {label.lower(): address for label, _, address in labelled}
    wanted = ("homepage", "home", "source", "source code", "repository", "code")
    return next((addresses[label] for label in wanted if label in addresses), "")


def licence_files(package: Distribution) -> Iterator[PurePosixPath]:
    """The licence files among the package's metadata."""
    for file in package.files or ():
        inside = file.parts[0].endswith(".dist-info")
        if inside and ("licenses" in file.parts or re.match(r"licen[cs]e|copying|notice", file.name, re.I)):
            yield file


def section(name: str) -> str:
    """One package: what it is, whose it is, and its own licence in full."""
    package = distribution(name)
    terms = "LGPL-3.0-only, of the choices offered (see above)" if name in QT else licence(package)
    lines = [f"## {name} {package.version}", "", f"Licence: {terms}  ", f"Home page: <{home_page(package)}>"]
    elsewhere = []
    for file in sorted(licence_files(package)):
        text = Path(str(package.locate_file(str(file)))).read_text("utf-8", errors="replace")
        own = len(file.parts) - ("licenses" in file.parts) == 2
        if own and len(text) <= LONGEST:
            lines += ["", "```text", *(line.rstrip() for line in text.strip("\n").splitlines()), "```"]
        else:
            elsewhere.append("/".join(file.parts[1:]))
    if elsewhere:
        lines += ["", "Further licence texts inside the package:", ""]
        lines += [f"- `{place}`" for place in elsewhere]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the file anew."""
    sections = map(section, locked())
    text = "\n".join([OPENING + LARGE_PARTS.format(texts="resources/licenses", fonts="resources/fonts"), *sections])
    NOTICES.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
