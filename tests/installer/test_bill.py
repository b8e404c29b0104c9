"""Notices and the bill of materials, made of the environment the tests run in."""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

from installer import bill
from installer.notices import locked

MOMENT = 1767312000


@pytest.fixture(scope="module")
def found() -> list[bill.Part]:
    """The parts of a program in which every package that requirements.lock pins has a file."""
    origins = [Path(str(file.locate())) for name in locked() for file in (distribution(name).files or ())[:40]]
    return bill.parts([*origins, Path(json.__file__), Path(__file__)])


def test_every_package_is_found_by_its_files(found: list[bill.Part]) -> None:
    assert {part.name for part in found} == {*locked(), "python", "noto-sans-sc"}
    assert found == bill.parts([Path(str(file.locate())) for name in reversed(locked())
                                for file in (distribution(name).files or ())[:40]])  # fmt: skip


def test_what_is_not_there_is_not_listed() -> None:
    (file,) = [file for file in distribution("openpyxl").files or () if str(file) == "openpyxl/__init__.py"]
    names = {part.name for part in bill.parts([Path(str(file.locate()))])}
    assert names - {"pyinstaller"} == {"openpyxl", "python", "noto-sans-sc"}


def test_a_library_of_the_system_is_listed_with_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "libxcb-shape.so.0.0.0"
    library.write_bytes(b"x")
    answers = {"-S": "libxcb-shape0:amd64: /x", "${Version}": "1.15-1", "${Homepage}": "https://xcb.freedesktop.org"}
    monkeypatch.setattr(bill, "_told", lambda *command: answers.get(command[1]) or answers[command[-2]])
    parts = bill.parts([library, tmp_path / "notes.txt"])
    (part,) = [part for part in parts if part.name.startswith("libxcb")]
    assert (part.name, part.version, part.address) == ("libxcb-shape0", "1.15-1", "pkg:deb/debian/libxcb-shape0@1.15-1")
    made = json.loads(bill.materials([part], "1", MOMENT))["components"][0]["components"]
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # of the letter x
    assert made == [{"type": "file", "name": library.name, "hashes": [{"alg": "SHA-256", "content": digest}]}]
    assert f"Files: {library.name}" in bill.notices([part], "1")


def test_the_bill_is_cyclonedx(found: list[bill.Part]) -> None:
    """What the schema of version 1.6 demands, and what readers rely on."""
    made: dict[str, Any] = json.loads(bill.materials(found, "1.2.3", MOMENT))
    assert (made["bomFormat"], made["specVersion"], made["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made["serialNumber"])
    assert made["metadata"]["timestamp"] == "2026-01-02T00:00:00Z"
    program = made["metadata"]["component"]
    assert (program["type"], program["name"], program["version"]) == ("application", "pilotage", "1.2.3")
    references = [component["bom-ref"] for component in made["components"]]
    assert len(set(references)) == len(references) == len(found)
    for component in made["components"]:
        assert component["type"] in {"library", "data"} and component["name"] and component["version"]
        assert re.fullmatch(r"pkg:(pypi|generic|deb)/[\w./+~:-]+@[\w.+~:-]+", component["purl"])
        (licence,) = component["licenses"]
        assert licence.get("expression") or licence["license"]["name"]
    assert {link["ref"] for link in made["dependencies"]} == {"pilotage", *references}
    assert set(made["dependencies"][0]["dependsOn"]) == set(references)


def test_qt_is_under_the_licence_we_chose(found: list[bill.Part]) -> None:
    licences = {part.name: part.licence for part in found}
    assert licences["pyside6-essentials"] == licences["shiboken6"] == "LGPL-3.0-only"
    made = json.loads(bill.materials(found, "1", MOMENT))
    expressions = {item["name"]: item["licenses"][0].get("expression") for item in made["components"]}
    assert expressions["shiboken6"] == "LGPL-3.0-only"
    assert expressions["numpy"].startswith("BSD-3-Clause AND ")
    assert expressions["defusedxml"] is None  # “PSFL” is none of the names that SPDX gives


def test_the_same_parts_make_the_same_papers(found: list[bill.Part]) -> None:
    assert bill.materials(found, "1", MOMENT) == bill.materials(list(found), "1", MOMENT)
    other = bill.materials(found[1:], "1", MOMENT)
    assert json.loads(other)["serialNumber"] != json.loads(bill.materials(found, "1", MOMENT))["serialNumber"]


def test_notices_name_every_part_and_every_text_is_delivered(found: list[bill.Part]) -> None:
    told = bill.notices(found, "1.2.3")
    texts = bill.texts(found)
    for part in found:
        assert f"## {part.name} {part.version}\n" in told
    assert set(re.findall(rf"`{bill.FOLDER}/(.+?)`", told)) <= set(texts)
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "noto-sans-sc/OFL.txt", "sqlalchemy/LICENSE"} <= set(texts)
    without = {part.name for part in found if not part.texts} - {"pyside6-essentials", "shiboken6"}
    assert not without  # those two come without a text; it is in resources/licenses
    assert all(path.is_file() for path in texts.values())


def test_what_qt_contains_is_named_with_its_licence_in_full(found: list[bill.Part], root: Path) -> None:
    text = (root / "resources" / "licenses" / "Qt-parts.txt").read_text("utf-8")
    assert f"`{bill.FOLDER}/Qt-parts.txt`" in bill.notices(found, "1") and "Qt-parts.txt" in bill.texts(found)
    listed, *_ = text.partition("\n====")
    named = {name for line in re.findall(r"^    Licence: (.+)$", listed, re.MULTILINE) for name in line.split(" and ")}
    sections = dict(re.findall(r"^Licence: (.+)\n=+\n\n((?:(?!={9}).*\n)+)", text, re.MULTILINE))
    # Three are beside the file, or nobody's.
    assert named - {"Apache-2.0", "LGPL-2.0-or-later", "none is needed"} == set(sections)
    assert not [name for name, words in sections.items() if len(words) < 120]
    for demanded in ("The FreeType Project (https://freetype.org)", "the work of the Independent JPEG Group"):
        assert demanded in listed


@pytest.mark.parametrize(
    ("part", "mark"),
    [
        ("libpng", b"libpng version 1."),
        ("libjpeg-turbo", b"libjpeg-turbo version"),
        ("PCRE2", b"PCRE2_"),
        ("MD4C", b"md4c"),
        ("BLAKE2", b"Blake2b_160"),
        ("SHA-3", b"Keccak_224"),
        ("sRGB profile", b"Copyright International Color Consortium"),
        ("Emoji Segmenter", b"QT_DISABLE_EMOJI_SEGMENTER"),
        ("ICU", b"icudt"),
    ],
)
def test_what_is_seen_in_qts_libraries_is_named(part: str, mark: bytes, root: Path) -> None:
    libraries = [Path(str(file.locate())) for file in distribution("pyside6-essentials").files or ()
                 if re.search(r"/(lib)?(Qt6?(Core|Gui)|qjpeg|icuuc)\b.*|/libicuuc", str(file))]  # fmt: skip
    assert [path for path in libraries if path.is_file() and mark in path.read_bytes()]
    assert re.search(rf"^{part}\b.*\(Qt: ", (root / "resources/licenses/Qt-parts.txt").read_text("utf-8"), re.MULTILINE)
