"""The installer for Windows, compiled by NSIS on any system from a folder that holds the program."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path, PureWindowsPath

import pilot
from installer import pictures
from installer.environment import BUILD, ROOT, whole

SCRIPT = ROOT / "installer" / "windows" / "pilotage.nsi"
LONGEST = 160
"""Characters of a path inside the program; with the folder of a person whose name is long it stays below the 260 that
an installer can write."""


def compile_installer(folder: Path, version: str, target: Path, *, stub: str = "") -> None:
    """Pack ``folder`` into the installer ``target``; refused with a sentence where that fails.

    ``stub`` is a target of NSIS other than its standard one, such as ``amd64-unicode``.
    """
    written = BUILD / "nsis" / f"{target.stem}.nsh"
    icon = pictures.write_ico(written.with_name("pilotage.ico"))
    picture = pictures.write_welcome(written.with_name("welcome.bmp"))
    # Warnings are errors: a text that one language lacks is one.
    command = ["makensis", "-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8", f"-DGENERATED={written}"]
    command += [f"-DSTUB={stub}"] if stub else []
    with whole(target) as part:
        written.write_text(generated(folder, version, icon, picture, part), "utf-8", newline="\n")
        done = subprocess.run([*command, str(SCRIPT)], capture_output=True, text=True, errors="replace", check=False)
        if done.returncode:
            raise pilot.CannotStart(f"makensis failed: {' '.join((done.stdout + done.stderr).split())[-600:]}")


def generated(folder: Path, version: str, icon: Path, picture: Path, target: Path) -> str:
    """What the script includes: defines, and a macro that deletes exactly the files of ``folder``."""
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir())
    folders = sorted((path.relative_to(folder) for path in folder.rglob("*") if path.is_dir()), reverse=True)
    long = [path for path in files if len(str(path)) > LONGEST]
    if long:
        raise pilot.CannotStart(f"the path of a file is too long for an installer: {long[0]}")
    size = sum((folder / path).stat().st_size for path in files)
    defines = {
        "VERSION": version,
        "FOUR_NUMBERS": ".".join(map(str, four_numbers(version))),
        "FOLDER": str(folder),
        "SEPARATOR": os.sep,
        "OUTPUT": str(target),
        "ICON": str(icon),
        "PICTURE": str(picture),
        "KILOBYTES": str(-(-size // 1024)),
    }
    lines = [f'!define {name} "{_quoted(value)}"' for name, value in defines.items()]
    lines.append("!macro REMOVE_FILES")
    lines += [f'  Delete "$INSTDIR\\{_quoted(str(PureWindowsPath(path)))}"' for path in files]
    # The deepest first; a folder in which a person keeps something stays.
    lines += [f'  RMDir "$INSTDIR\\{_quoted(str(PureWindowsPath(path)))}"' for path in folders]
    return "\n".join([*lines, "!macroend", ""])


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows knows it: 1.2.3 is (1, 2, 3, 0). What follows the numbers (``rc1``) is left out."""
    found = re.match(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?", version)
    if found is None:
        raise ValueError(version)
    first, second, third = (int(part or 0) for part in found.groups())
    return first, second, third, 0


def _quoted(text: str) -> str:
    """``text`` inside quotation marks of a script."""
    return text.replace("$", "$$").replace('"', '$\\"')
