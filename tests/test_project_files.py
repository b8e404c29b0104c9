"""What is shipped beside the code: dependencies, their locks, fonts and licences; and Qt itself."""

from __future__ import annotations

import re
import struct
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import desktop

LOCKS = ("requirements.lock", "requirements-dev.lock")


def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))


def pins(lock: Path) -> dict[str, str]:
    """Canonical name -> version; fails unless every entry is pinned once and carries hashes."""
    text = lock.read_text("utf-8").replace("\\\n", " ")
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith(("#", "--only-binary")):
            continue
        requirement, *hashes = re.split(r"\s+--hash=", line.strip())
        name, version, *_ = re.split(r"==|\s*;", requirement)
        assert re.fullmatch(r"[\w.-]+==[\w.]+(\s*;.*)?", requirement), line
        assert hashes and all(re.fullmatch(r"sha256:[0-9a-f]{64}", value.strip()) for value in hashes), name
        assert canonicalize_name(name) not in found, f"{name} is locked in two versions"
        found[canonicalize_name(name)] = version
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_everything_the_project_asks_for(lock: str, root: Path) -> None:
    table = project(root)
    wanted = list(table["project"]["dependencies"])
    if lock == "requirements-dev.lock":
        wanted += table["dependency-groups"]["dev"]
    pinned = pins(root / lock)
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None and requirement.specifier.contains(version), requirement


def test_development_lock_contains_the_runtime_lock(root: Path) -> None:
    runtime, development = (pins(root / lock) for lock in LOCKS)
    assert runtime.items() <= development.items()


def test_locks_name_no_place_to_download_from(root: Path) -> None:
    for lock in LOCKS:
        text = (root / lock).read_text("utf-8")
        assert "://" not in text and "--find-links" not in text


def test_version_is_said_once(root: Path) -> None:
    assert project(root)["project"]["version"] == desktop.__version__


@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_fonts_are_truetype_with_chinese_glyphs(face: str, root: Path) -> None:
    """ReportLab cannot embed PostScript outlines, so the tables of a TrueType font must be there."""
    data = (root / "resources" / "fonts" / f"NotoSansSC-{face}.ttf").read_bytes()
    version, count = struct.unpack_from(">IH", data)
    tables = {data[at : at + 4] for at in range(12, 12 + 16 * count, 16)}
    assert version == 0x00010000
    assert {b"glyf", b"loca", b"cmap"} <= tables
    assert b"fvar" not in tables, "a variable font prints in one weight only"
    assert b"CFF " not in tables


def test_fonts_have_the_characters_of_names_and_texts(root: Path) -> None:
    from reportlab.pdfbase.ttfonts import TTFontFile

    signs = "领航喆堃镕昇婳玥珺Aé0，。「」…—●▲¥€"
    for face in ("Regular", "Bold"):
        font = TTFontFile(str(root / "resources" / "fonts" / f"NotoSansSC-{face}.ttf"))
        assert not {sign for sign in signs if ord(sign) not in font.charToGlyph}


def test_licences_are_shipped(root: Path) -> None:
    assert "Apache License" in (root / "LICENSE").read_text("utf-8")
    resources = root / "resources"
    assert "SIL OPEN FONT LICENSE Version 1.1" in (resources / "fonts" / "OFL.txt").read_text("utf-8")
    assert "LESSER GENERAL PUBLIC LICENSE" in (resources / "licenses" / "LGPL-3.0.txt").read_text("utf-8")


def test_notices_name_every_runtime_package(root: Path) -> None:
    notices = (root / "THIRD-PARTY-NOTICES.md").read_text("utf-8")
    for name, version in pins(root / "requirements.lock").items():
        assert re.search(rf"^## {re.escape(name)} {re.escape(version)}$", notices, re.MULTILINE), name


# PySide6 6.12.0 loses one reference to None or True in most calls; after some five thousand calls CPython
# before 3.12 dies. Small test suites never notice, so references are counted here. Later interpreters never
# free these objects and report one constant count.


def test_emitting_keeps_the_references_to_true() -> None:
    from PySide6.QtCore import QObject, Signal

    class Source(QObject):
        happened = Signal(bool)

    heard: list[bool] = []
    source = Source()
    source.happened.connect(heard.append)
    source.happened.emit(True)
    heard.clear()
    before = sys.getrefcount(True)
    for _ in range(500):
        source.happened.emit(True)
    assert len(heard) == 500
    heard.clear()
    assert abs(sys.getrefcount(True) - before) < 100


def test_void_calls_keep_the_references_to_none() -> None:
    from PySide6.QtCore import QObject

    thing = QObject()
    thing.setObjectName("x")
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100
