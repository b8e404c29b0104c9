"""The children of one MSPDI element by tag, read as values, with every bad one noted.

Programs leave out and misspell nearly everything, so each value is optional: what cannot be read
becomes the default and a line of the import report, never a refusal of the whole file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import TypeVar
from xml.etree.ElementTree import Element

from desktop.domain.imports import APPROXIMATED, NOT_READ, Findings
from desktop.domain.record import MAX_TEXT
from desktop.domain.validation import clean_text
from desktop.exchange.mspdi import values
from desktop.exchange.mspdi.values import Whole
from desktop.i18n import N_

UNREADABLE = N_("Values that do not exist or cannot be read, left empty: {n}")
ROUNDED = N_("Values rounded to whole minutes, per cent or cents: {n}")
OUT_OF_RANGE = N_("Values outside what is possible, moved to the nearest that is: {n}")
FORWARD = N_("Levelling delays that move a task or somebody's work to an earlier date, left out: {n}")
TOO_LONG = N_("Texts of more than a million characters, left empty: {n}")
MARKUP = N_("Notes whose formatting was taken off: {n}")

V = TypeVar("V")


_TAG, _TEXT = attrgetter("tag"), attrgetter("text")
_NONE: Sequence[Element] = ()


class Fields:
    """Reads children of ``element``; ``name`` says in the report whose values they are.

    Where a tag occurs more than once, the first with a text counts. ``rounded`` collects the text of values
    that lost something, so that it can be written back as it was. Where the tags that somebody reads or may
    leave out are ``handled``, all others are also gathered as ``unknown``.
    """

    __slots__ = ("_findings", "_nested", "_texts", "element", "name", "rounded", "unknown")

    def __init__(
        self, element: Element, findings: Findings, name: str = "", *, handled: AbstractSet[str] | None = None
    ) -> None:
        self.element = element
        self.name = name
        self.rounded: dict[str, str] = {}
        self._findings = findings
        # A large plan has half a million children: no step of Python's for each of them.
        children = list(element)
        tags = list(map(_TAG, children))
        texts: dict[str, str | None] = dict(zip(tags, map(_TEXT, children), strict=True))
        self._nested: dict[str, list[Element]] = {}
        count = 0
        for child in filter(len, children):
            self._nested.setdefault(child.tag, []).append(child)
            count += 1
        if len(texts) != len(children) - count + len(self._nested):
            texts = _first_texts(children)
        elif count:
            for tag in self._nested:
                del texts[tag]
        self._texts = texts
        self.unknown = _NONE
        if handled is not None:
            self.unknown = [child for child, tag in zip(children, tags, strict=True) if tag not in handled]

    def __contains__(self, tag: str) -> bool:
        return bool(self._texts.get(tag))

    def texts(self, tags: Iterable[str]) -> tuple[str | None, ...]:
        """What is written in ``tags``, whatever it means: equal for rows that say the same there."""
        return tuple(map(self._texts.get, tags))

    def nested(self, tag: str) -> Sequence[Element]:
        """Children ``tag`` that have children of their own."""
        return self._nested.get(tag, ())

    def raw(self, tag: str) -> str:
        """Text of the child ``tag``, without blanks around it; "" where there is none."""
        return (self._texts.get(tag) or "").strip()

    def text(self, tag: str) -> str:
        """One line of plain text."""
        return self._short(tag, " ".join(clean_text(self._texts.get(tag) or "").split()))

    def notes(self, tag: str) -> str:
        """Several lines of plain text; formatting of rich text and web pages is taken off."""
        text = self._texts.get(tag)
        if not text:
            return ""
        from desktop.exchange.notes import plain_text

        written = clean_text(text.replace("\r\n", "\n").replace("\r", "\n"))
        stripped = plain_text(written)
        if stripped != written:
            self._findings.note(APPROXIMATED, MARKUP, self.name)
        return self._short(tag, stripped.strip())

    def _short(self, tag: str, text: str) -> str:
        if len(text) <= MAX_TEXT:
            return text
        self._findings.note(NOT_READ, TOO_LONG, f"{self.name}: {tag}")
        return ""

    def value(self, tag: str, read: Callable[[str], V], default: V) -> V:
        """The child ``tag`` as ``read`` makes it of its text, or ``default``."""
        text = self._texts.get(tag)
        if text is None or not (text := text.strip()) or text == "NA":
            return default
        try:
            return read(text)
        except (ValueError, KeyError, OverflowError):
            self.refuse(tag)
            return default

    def refuse(self, tag: str) -> None:
        """Note that the value of ``tag`` means nothing."""
        self._findings.note(NOT_READ, UNREADABLE, f"{self.name}: {tag} = {self.raw(tag)[:40]}")

    def whole(self, tag: str, read: Callable[[str], Whole], default: int | None = None) -> int | None:
        """As :meth:`value` for a number that may have to be rounded."""
        found = self.value(tag, read, None)
        if found is None:
            return default
        if not found.exact:
            self.rounded[tag] = self.raw(tag)
            self._findings.note(APPROXIMATED, ROUNDED, f"{self.name}: {tag} = {self.raw(tag)[:40]}")
        return found.value

    def number(self, tag: str, default: int, low: int, high: int) -> int:
        """A whole number, moved into ``low`` to ``high``."""
        found = self.value(tag, values.read_whole, default)
        if low <= found <= high:
            return found
        self._findings.note(APPROXIMATED, OUT_OF_RANGE, f"{self.name}: {tag} = {self.raw(tag)[:40]}")
        return min(max(found, low), high)

    def flag(self, tag: str, default: bool = False) -> bool:
        text = self._texts.get(tag)
        if text == "0":
            return False
        if text == "1":
            return True
        return self.value(tag, values.read_flag, default)

    def span(self, tag: str, default: int | None = None) -> int | None:
        """Minutes."""
        return self.whole(tag, values.read_span, default)

    def amount(self, tag: str, default: int | None = None) -> int | None:
        """Minutes that cannot be negative."""
        found = self.span(tag, default)
        if found is not None and found < 0:
            self._findings.note(APPROXIMATED, OUT_OF_RANGE, f"{self.name}: {tag} = {self.raw(tag)[:40]}")
            return 0
        return found

    def levelling(self) -> int:
        """Elapsed minutes by which levelling delays something; what would move it forward is listed and left out."""
        found = self.whole("LevelingDelay", values.read_tenths, 0) or 0
        if found < 0:
            self._findings.note(NOT_READ, FORWARD, self.name)
        return max(0, found)

    def moment(self, tag: str) -> dt.datetime | None:
        text = self._texts.get(tag)
        return _moment(text) or self.value(tag, values.read_moment, None) if text else None

    def code(self, tag: str, codes: Mapping[str, V], default: V) -> V:
        """What the code in ``tag`` stands for."""
        return self.value(tag, codes.__getitem__, default)


def _first_texts(children: Iterable[Element]) -> dict[str, str | None]:
    """The first text of each tag that occurs more than once, or with children and without."""
    texts: dict[str, str | None] = {}
    for child in children:
        if child.text and not len(child):
            texts.setdefault(child.tag, child.text)
    return texts


def _moment(text: str) -> dt.datetime | None:
    """The usual spelling, fast: a large plan holds a hundred thousand of them."""
    if len(text) == 19 and text[17:] == "00" and text[10] == "T":
        try:
            made = dt.datetime.fromisoformat(text)
        except ValueError:
            return None
        if values.FIRST_MOMENT <= made <= values.LAST_MOMENT:
            return made
    return None
