"""XML from strangers: parsed without entities or document types, with caps on size and depth.

What comes back is an ordinary element tree whose depth is bounded, so that walking it cannot
exhaust the stack, and whose tags are local names (``Task``, not ``{…}Task``).
"""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.rejection import Rejected, sentences
from desktop.garbage import paused
from desktop.i18n import N_

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 1 << 30
"""A plan of 100,000 tasks takes about 400 MB as Project writes it."""
MAX_DEPTH = 64
"""Project nests ten deep; fifty more leave room for what other programs add."""
CHUNK = 1 << 16
"""Small enough to stay in the processor's cache between its steps."""
MULTI_BYTE = frozenset(
    {"gb2312", "gbk", "gb18030", "hz", "big5", "big5hkscs", "cp950", "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949"}
)
"""Encodings that the XML parser cannot read by itself."""

sentences(
    import_unreadable=N_(
        "“{name}” cannot be read. Nothing was imported; check that the file is there and may be opened."
    ),
    import_empty=N_(
        "“{name}” is empty (0 bytes). Nothing was imported; please get the file once more from its sender."
    ),
    import_too_big=N_("“{name}” is larger than {limit} MB. Nothing was imported; a plan of this size cannot be read."),
    import_not_xml=N_(
        "“{name}” is damaged or not an XML file (line {line}). Nothing was imported; please save it once more in "
        "the program it comes from."
    ),
    import_forbidden=N_(
        "“{name}” contains a document type or entities, which a plan never needs and which can do harm. "
        "Nothing was imported."
    ),
    import_too_deep=N_("“{name}” is nested more than {limit} levels deep, which no plan is. Nothing was imported."),
)


def read_xml(path: Path, progress: Progress = UNWATCHED) -> Element:
    """The root element of ``path``, tags stripped of their namespaces.

    Raises :class:`Rejected` for what cannot be opened, is too large or too deep, is not well
    formed, or declares a document type; and Stopped.
    """
    name = path.name
    try:
        if not path.is_file():  # a folder, or a device that never ends
            raise Rejected("import_unreadable", name=name)
        size = path.stat().st_size
        if size == 0:
            raise Rejected("import_empty", name=name)
        if size > MAX_BYTES:
            raise Rejected("import_too_big", name=name, limit=MAX_BYTES >> 20)
        with path.open("rb") as stream, paused():
            return parse_xml(stream, name, progress, size)
    except OSError:
        raise Rejected("import_unreadable", name=name) from None


def parse_xml(stream: BinaryIO, name: str, progress: Progress = UNWATCHED, size: int = MAX_BYTES) -> Element:
    """As :func:`read_xml` for an open stream that can be rewound; ``name`` is for the sentence of a refusal.

    A document type can only stand before the root element. So defusedxml, whose parser is written in
    Python, reads as far as that, and what follows is left to the one written in C, at half the time.
    """
    from xml.etree.ElementTree import ParseError, XMLParser

    from defusedxml.common import DefusedXmlException

    try:
        encoding = _guard_beginning(stream)
        stream.seek(0)
        parser, read, names = XMLParser(encoding=encoding), 0, _Names()
        for chunk in _decoded(stream)[0]:
            read += len(chunk)
            if read > MAX_BYTES:  # it has grown since its size was asked for
                raise Rejected("import_too_big", name=name, limit=MAX_BYTES >> 20)
            parser.feed(names.shortened(chunk))
            progress.tell(min(read / size, 1.0))
        root: Element = parser.close()
    except DefusedXmlException:
        raise Rejected("import_forbidden", name=name) from None
    except ParseError as error:
        raise Rejected("import_not_xml", name=name, line=error.position[0]) from None
    except (ValueError, LookupError):  # an encoding that is unknown, or not what the bytes are
        raise Rejected("import_not_xml", name=name, line=1) from None
    _check_depth(root, name)
    if names.long:
        _strip_namespaces(root)
    return root


_ROOT = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*<[A-Za-z_][\w.-]*(?:\s+(xmlns=(?:"[^"<&]*"|'[^'<&]*')))?\s*>"""
)


class _Names:
    """Bytes on their way to the parser, without the namespace that the root element declares for all.

    Without it all names are local from the beginning, and need not be shortened one by one.
    """

    def __init__(self) -> None:
        self.long = False
        """Whether names may still have a namespace."""
        self._last: bytes | None = None

    def shortened(self, chunk: bytes) -> bytes:
        """The next part of the document."""
        seam = chunk[:4] if self._last is None else self._last + chunk[:4]
        if self._last is None:
            root = _ROOT.match(chunk)
            self.long = root is None  # another encoding, other attributes, a comment
            if root is not None and root[1]:
                a, b = root.span(1)
                chunk = chunk[:a] + b" " * (b - a) + chunk[b:]
        self._last = chunk[-4:]
        self.long = self.long or b"xmlns" in chunk or b"xmlns" in seam
        return chunk


class _RootReached(Exception):
    """The beginning is over."""


class _Beginning:
    """A parser's target that wants nothing behind the first tag."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        raise _RootReached

    def close(self) -> None:
        """Nothing was built."""


def _guard_beginning(stream: BinaryIO) -> str | None:
    """Refuse document types and entities; returns the encoding to read the whole in, None for the declared one."""
    from defusedxml.ElementTree import DefusedXMLParser

    chunks, encoding = _decoded(stream)
    parser = DefusedXMLParser(
        target=_Beginning(), encoding=encoding, forbid_dtd=True, forbid_entities=True, forbid_external=True
    )
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except _RootReached:
        pass
    return encoding


def _decoded(stream: BinaryIO) -> tuple[Iterator[bytes], str | None]:
    """The bytes of ``stream`` and the encoding to read them in; None leaves that to the XML declaration.

    The parser knows Unicode and single-byte encodings only, so what declares a Chinese, Japanese or
    Korean one is decoded here. Raises LookupError or ValueError where it cannot be.
    """
    head = stream.read(CHUNK)
    declared = re.match(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.-]{1,40})["']""", head)
    encoding = codecs.lookup(declared[1].decode()).name if declared else ""
    rest = iter(lambda: stream.read(CHUNK), b"")
    if encoding not in MULTI_BYTE:
        return itertools.chain((head,), rest), None
    decoder = codecs.getincrementaldecoder(encoding)()
    parts = itertools.chain((head,), rest)
    texts = itertools.chain((decoder.decode(part) for part in parts), (decoder.decode(b"", True),))
    return (text.encode("utf-8") for text in texts), "utf-8"


def _check_depth(root: Element, name: str) -> None:
    """Refuse what is nested too deep; level by level, so that depth costs no stack."""
    level = [root]
    for _ in range(MAX_DEPTH - 1):
        level = list(filter(len, itertools.chain.from_iterable(level)))
        if not level:
            return
    raise Rejected("import_too_deep", name=name, limit=MAX_DEPTH)


def _strip_namespaces(root: Element) -> None:
    local = _LocalNames()
    for element in root.iter():
        element.tag = local[element.tag]


class _LocalNames(dict[str, str]):
    """Names without namespace, found once for each spelling."""

    def __missing__(self, name: str) -> str:
        found = self[name] = name.rpartition("}")[2]
        return found
