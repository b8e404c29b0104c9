"""What a reader, a search engine or a curious person finds in a PDF."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import StreamObject


def text_of(pdf: bytes) -> str:
    """All text of all pages, in the order in which it is drawn, without blanks and line ends."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return bare("".join(page.extract_text() for page in pages))


def page_texts(pdf: bytes) -> list[str]:
    return [bare(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


def bare(text: str) -> str:
    """``text`` without blanks, so that it can be found across line ends."""
    return "".join(text.split())


def poppler_text(pdf: bytes) -> str | None:
    """The same by another program; None where it is not installed."""
    if shutil.which("pdftotext") is None:
        return None
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return bare(done.stdout.decode("utf-8").replace("\f", ""))


def contents(pdf: bytes) -> Iterator[bytes]:
    """The raw bytes, every stream unpacked, and every string that is stored in the clear."""
    yield pdf
    reader = PdfReader(io.BytesIO(pdf))
    for number in reader.xref[0]:
        found = reader.get_object(number)
        if isinstance(found, StreamObject):
            yield found.get_data()
    yield repr(reader.metadata).encode()
    yield repr([getattr(item, "title", "") for item in flat(reader.outline)]).encode()


def flat(outline: list[object]) -> Iterator[object]:
    for item in outline:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    """(title, page) of every bookmark; pages count from 1."""
    reader = PdfReader(io.BytesIO(pdf))
    return [
        (str(item.title), (reader.get_destination_page_number(item) or 0) + 1)  # type: ignore[attr-defined,arg-type]
        for item in flat(reader.outline)  # type: ignore[arg-type]
    ]


def font_names(pdf: bytes) -> set[str]:
    """Base names of all fonts that the document names anywhere."""
    return {name.decode() for name in re.findall(rb"/BaseFont\s*/([^\s/<>\[\]]+)", b"\n".join(contents(pdf)))}
