"""Files from strangers: each is refused in one sentence, and quickly."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from desktop.domain.rejection import Rejected, explain
from desktop.exchange import safe_xml
from desktop.exchange.safe_xml import MAX_DEPTH, parse_xml, read_xml
from desktop.i18n import CHINESE, ENGLISH, catalog

BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><Project>&c;</Project>"""
EXTERNAL = b'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project>&x;</Project>'
LATE = b"<!--" + b"x" * 3_000_000 + b"--><!DOCTYPE p><Project/>"

HOSTILE = {
    "entities": (BILLION_LAUGHS, "import_forbidden"),
    "external entity": (EXTERNAL, "import_forbidden"),
    "document type alone": (b"<!DOCTYPE Project><Project/>", "import_forbidden"),
    "document type elsewhere": (b'<!DOCTYPE Project SYSTEM "http://example.com/p.dtd"><Project/>', "import_forbidden"),
    "document type after a long comment": (LATE, "import_forbidden"),
    "200,000 nested levels": (b"<Project>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</Project>", "import_too_deep"),
    "200,000 levels never closed": (b"<Project>" + b"<a>" * 200_000, "import_not_xml"),
    "undeclared entity": (b"<Project>&x;</Project>", "import_not_xml"),
    "cut off": (b"<Project><Tasks><Task><UID>1</U", "import_not_xml"),
    "no tag": (b"Project", "import_not_xml"),
    "zero bytes": (b"", "import_empty"),
    "NUL bytes": (bytes(1000), "import_not_xml"),
    "binary": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 4, "import_not_xml"),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><Project/>', "import_not_xml"),
    "an encoding that is none for text": (b'<?xml version="1.0" encoding="rot13"?><Project/>', "import_not_xml"),
    "not the declared encoding": (b'<?xml version="1.0" encoding="UTF-8"?><Project>\xff</Project>', "import_not_xml"),
    "not Chinese as declared": (b'<?xml version="1.0" encoding="GBK"?><Project>\xff\xff</Project>', "import_not_xml"),
    "UTF-16 that is none": (b'<?xml version="1.0" encoding="UTF-16"?><Project/>', "import_not_xml"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_sound_xml_is_refused_in_one_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "plan.xml"
    path.write_bytes(content)
    with pytest.raises(Rejected) as refused:
        read_xml(path)
    assert refused.value.code == code
    for language in (ENGLISH, CHINESE):
        sentence = explain(refused.value, catalog(language))
        assert "plan.xml" in sentence
        assert "{" not in sentence
    assert path.read_bytes() == content


def test_a_sentence_names_the_line_of_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    path.write_bytes(b"<Project>\n<Tasks>\n</Project>")
    with pytest.raises(Rejected) as refused:
        read_xml(path)
    assert refused.value.facts["line"] == 3


@pytest.mark.parametrize("there", [True, False])
def test_what_is_no_file_cannot_be_read(tmp_path: Path, there: bool) -> None:
    path = tmp_path / "plan.xml"
    if there:
        path.mkdir()
    with pytest.raises(Rejected) as refused:
        read_xml(path)
    assert refused.value.code == "import_unreadable"


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_xml, "MAX_BYTES", 10)
    path = tmp_path / "plan.xml"
    path.write_bytes(b"<Project/>" + b" " * 10)
    with pytest.raises(Rejected) as refused:
        read_xml(path)
    assert refused.value.code == "import_too_big"
    # Nor is one read on that has grown since.
    with pytest.raises(Rejected) as refused:
        parse_xml(io.BytesIO(b"<Project>" + b" " * 10 + b"</Project>"), "plan.xml")
    assert refused.value.code == "import_too_big"


def test_depth_up_to_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    path.write_bytes(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH)
    assert read_xml(path).tag == "a"
    path.write_bytes(b"<a>" * (MAX_DEPTH + 1) + b"</a>" * (MAX_DEPTH + 1))
    with pytest.raises(Rejected):
        read_xml(path)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030", "gb2312", "big5", "shift_jis"]
)
def test_text_in_any_declared_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.xml"
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?><Project><Name>中文 &amp; more</Name></Project>'
    path.write_bytes(text.encode(encoding))
    assert read_xml(path).findtext("Name") == "中文 & more"


def test_names_lose_their_namespace_whatever_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    path.write_bytes(b'<p:Project xmlns:p="urn:x"><p:Tasks><Task xmlns="urn:y"/></p:Tasks></p:Project>')
    root = read_xml(path)
    assert [element.tag for element in root.iter()] == ["Project", "Tasks", "Task"]


@pytest.mark.parametrize("chunk", [safe_xml.CHUNK, 64, 65, 66, 67, 68])
@pytest.mark.parametrize("root", ["Project", 'Project xmlns="urn:x"', "Project\n xmlns = 'urn:x' ", 'Project a="1"'])
def test_a_namespace_that_begins_later_is_taken_off_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str, chunk: int
) -> None:
    """Wherever the document is cut into the parts in which it is read."""
    monkeypatch.setattr(safe_xml, "CHUNK", chunk)
    path = tmp_path / "plan.xml"
    path.write_text(f'<?xml version="1.0"?>\n<{root}><Tasks>{" " * 30}<p:Task xmlns:p="urn:y"/></Tasks></Project>')
    assert [element.tag for element in read_xml(path).iter()] == ["Project", "Tasks", "Task"]


def test_without_a_namespace_lines_are_counted_as_before(tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    path.write_bytes(b'<?xml version="1.0"?>\n<Project\n xmlns="urn:x"\n>\n<Tasks>\n</Project>')
    with pytest.raises(Rejected) as refused:
        read_xml(path)
    assert refused.value.facts["line"] == 6
