"""What Windows is told of the program inside its .exe: version, names, and how it wants to be treated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from installer import pictures
from installer.environment import ROOT, version
from installer.nsis import four_numbers

MANIFEST = ROOT / "installer" / "windows" / "pilotage.exe.manifest"
WINDOW, COMMANDS = "pilotage", "pilotage-cli"
"""The two programs: one with windows, and one that writes to the console it is called from."""
ENGLISH_UNICODE, CHINESE_UNICODE = (0x0409, 0x04B0), (0x0804, 0x04B0)
TEXTS = {
    ENGLISH_UNICODE: ("Pilotage", "Pilotage", "The Pilotage contributors"),
    CHINESE_UNICODE: ("领航", "领航", "领航贡献者"),
}
"""(what the task manager calls it, the product, who made it), by language and code page."""


def version_resource(name: str, told: str) -> str:
    """The version resource of ``name``.exe, version ``told``, as PyInstaller reads it from a file."""
    numbers = four_numbers(told)
    tables = []
    for (language, page), (title, product, maker) in TEXTS.items():
        values = {
            "CompanyName": maker,
            "FileDescription": title,
            "FileVersion": told,
            "InternalName": name,
            "LegalCopyright": "Apache-2.0",
            "OriginalFilename": f"{name}.exe",
            "ProductName": product,
            "ProductVersion": told,
        }
        structs = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in values.items())
        tables.append(f"StringTable('{language:04X}{page:04X}', [{structs}])")
    pairs = [number for pair in TEXTS for number in pair]
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, "
        f"fileType=0x1, subtype=0x0, date=(0, 0)), kids=[StringFileInfo([{', '.join(tables)}]), "
        f"VarFileInfo([VarStruct('Translation', {pairs})])])\n"
    )


def programs(system: str, folder: Path) -> Iterator[dict[str, object]]:
    """What PyInstaller is told of each program it makes; files that it reads are written to ``folder``.

    A Windows program has either windows or a console, so there are two, on one set of libraries.
    """
    if system != "win32":
        yield {"name": WINDOW, "console": system != "darwin"}
        return
    icon = pictures.write_ico(folder / "pilotage.ico")
    for name in (WINDOW, COMMANDS):
        resource = folder / f"{name}.version"
        resource.write_text(version_resource(name, version()), "utf-8")
        yield {
            "name": name,
            "console": name == COMMANDS,
            "icon": str(icon),
            "version": str(resource),
            "manifest": MANIFEST.read_text("utf-8"),
        }
