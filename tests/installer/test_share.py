"""What a Linux desktop is told of the program."""

from __future__ import annotations

import configparser
import gzip
import os
import re
import shutil
import sqlite3
import struct
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.__main__ import WINDOW_OPTIONS, WINDOWLESS
from desktop.store.tables import APPLICATION_ID
from desktop.views.settings import APPLICATION
from installer import environment, share

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
FILE_TYPE = "application/x-pilotage"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ``/usr/share`` as a package of version 1.2.3 of 2026-01-02 has it."""
    folder = tmp_path_factory.mktemp("share")
    share.write(folder, "1.2.3", 1767312000)
    return folder


def entry(place: Path) -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(place / "applications/pilotage.desktop", encoding="utf-8")
    return read


def test_the_menu_entry_opens_files_and_says_so_in_both_languages(place: Path) -> None:
    read = entry(place)
    main = read["Desktop Entry"]
    assert (main["Type"], main["Name"], main["Name[zh_CN]"]) == ("Application", "Pilotage", "领航")
    assert main["Exec"].split() == ["pilotage", "%F"]
    assert main["MimeType"] == FILE_TYPE + ";"
    for name in ("GenericName", "Comment", "Keywords"):
        assert main[name] and main[f"{name}[zh_CN]"]
    # The window says the same of itself: Qt takes both names from the application's.
    assert main["StartupWMClass"] == APPLICATION == (place / "applications/pilotage.desktop").stem
    for action in main["Actions"].strip(";").split(";"):
        section = read[f"Desktop Action {action}"]
        program, option = section["Exec"].split()
        assert (program, option in WINDOW_OPTIONS, bool(section["Name[zh_CN]"])) == ("pilotage", True, True)


def test_the_file_type_is_the_one_of_our_files(place: Path, root: Path, tmp_path: Path) -> None:
    (kind,) = ElementTree.parse(place / "mime/packages/pilotage.xml").getroot()
    assert kind.get("type") == FILE_TYPE
    assert {found.get(LANGUAGE) for found in kind.iter(MIME + "comment")} == {None, "zh_CN"}
    assert [found.get("pattern") for found in kind.iter(MIME + "glob")] == ["*.pilotage"]
    outer, inner = kind.iter(MIME + "match")
    head = (root / "resources/samples/chenghai.pilotage").read_bytes()[:100]
    text = str(outer.get("value")).replace("\\000", "\0").encode()
    assert head[int(str(outer.get("offset"))) :].startswith(text)
    number = int(str(inner.get("value")), 16)
    assert number == APPLICATION_ID
    assert struct.unpack_from(">I", head, int(str(inner.get("offset")))) == (number,)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as made:
        made.execute("CREATE TABLE t (x)")
    made.close()
    assert struct.unpack_from(">I", other.read_bytes(), 68) != (number,)


def test_the_metadata_name_version_entry_and_file_type(place: Path) -> None:
    (file,) = (place / "metainfo").iterdir()
    read = ElementTree.parse(file).getroot()
    # Found by its id: a domain backwards, and the file is called like it.
    assert read.findtext("id") == environment.IDENTIFIER
    assert file.name == f"{environment.IDENTIFIER}.metainfo.xml"
    developer = read.find("developer")
    assert developer is not None
    assert f"{developer.get('id')}.pilotage" == environment.IDENTIFIER
    assert read.get("type") == "desktop-application"
    (release,) = read.iter("release")
    assert (release.get("version"), release.get("date")) == ("1.2.3", "2026-01-02")
    assert read.findtext("launchable") == "pilotage.desktop"
    assert read.findtext("provides/mediatype") == FILE_TYPE
    assert read.findtext("project_license") == "Apache-2.0"
    for name in ("name", "summary"):
        assert [found.get(LANGUAGE) for found in read.iter(name)][:2] == [None, "zh_CN"]
    paragraphs = [found.get(LANGUAGE) for found in read.iter("p")] + [found.get(LANGUAGE) for found in read.iter("li")]
    assert paragraphs.count(None) == paragraphs.count("zh_CN")


def test_icons_have_the_sizes_they_are_filed_under(place: Path) -> None:
    theme = place / "icons/hicolor"
    for size in share.SIZES:
        picture = (theme / f"{size}x{size}" / "apps" / "pilotage.png").read_bytes()
        assert picture[1:4] == b"PNG"
        assert struct.unpack_from(">II", picture, 16) == (size, size)
    assert (theme / "scalable/apps/pilotage.svg").read_bytes() == share.ICON.read_bytes()


@pytest.mark.parametrize(("folder", "word"), [("man/man1", "SYNOPSIS"), ("man/zh_CN/man1", "用法")])
def test_manual_pages_have_every_command(place: Path, folder: str, word: str) -> None:
    page = gzip.decompress((place / folder / "pilotage.1.gz").read_bytes()).decode()
    assert page.startswith('.TH PILOTAGE 1 2026-01-02 "Pilotage 1.2.3"')
    assert f".SH {word}\n" in page
    for command in WINDOWLESS - {"-h", "--help"}:
        assert "pilotage " + command.replace("-", "\\-") in page


def test_everything_is_the_same_whenever_it_is_made(place: Path, tmp_path: Path) -> None:
    share.write(tmp_path, "1.2.3", 1767312000)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert made == {path.relative_to(place): path.read_bytes() for path in place.rglob("*") if path.is_file()}


TOOLS = {
    "desktop-file-validate": ("applications/pilotage.desktop",),
    "appstreamcli": ("validate", "--no-net", f"metainfo/{environment.IDENTIFIER}.metainfo.xml"),
    "man": ("--warnings", "-l", "man/man1/pilotage.1.gz"),
}


@pytest.mark.parametrize("program", TOOLS)
def test_the_tools_of_the_desktop_find_nothing_wrong(place: Path, program: str) -> None:
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    command = [program, *TOOLS[program][:-1], str(place / TOOLS[program][-1])]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"LANG": "C.UTF-8"})
    found = [line for line in (done.stdout + done.stderr).splitlines() if re.match(r"[EW]:|.*(error|warning):", line)]
    assert not found
    assert done.returncode == 0, done.stdout + done.stderr
