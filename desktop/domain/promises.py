"""A promise as people jot it down in a meeting: ``Zhang Wei: send the data by Friday``.

One line is one promise: who, a colon, what, and by when. Who may be a person's name (or a part
of it that fits one person only), or a side: ``we``, ``client``, ``我方``, ``客户``. When is anything
that :func:`desktop.domain.reading.read_date` reads, behind ``by`` or ``@``, before ``前``, or last.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.people import Person
from desktop.domain.reading import read_date
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    name_ambiguous=N_("“{name}” fits several people: {people}. Nothing was changed; please write the full name."),
    promise_empty=N_("“{line}” does not say what was promised. Nothing was changed; write “who: what by when”."),
)

_US = {"we", "us", "i", "me", "our side", "我们", "我方", "我", "乙方"}
_CLIENT = {"they", "them", "client", "customer", "the client", "客户", "客户方", "对方", "甲方"}
PARTY_OF_SIDE = {"ours": "us", "client": "client"}
"""Side of a promise by the organisation of the person who made it; all others are third parties."""

_DAY = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日?|\d{1,2}月\d{1,2}[日号]?|\d{1,2}/\d{1,2}"
    r"|(?:下下|下|本|这)?个?(?:周|星期|礼拜)[一二三四五六日天]|今天|今日|明天|明日|本?月底|月末"
    r"|\+\s*\d+\s*(?:个月|[dwmy天日周月年])?"
)
_FLAGS = re.IGNORECASE | re.DOTALL
_BY = re.compile(r"(?P<what>.*?)[\s,]*(?:\b(?:by|until|before|due|on)\s+|[@＠]\s*)(?P<when>[^@＠]+?)[\s。.]*", _FLAGS)
_LAST = re.compile(rf"(?P<what>.*?)[\s，,、]*(?:在|于)?(?P<when>{_DAY})\s*(?:之前|以前|前)?[\s。.]*", _FLAGS)
_FIRST = re.compile(rf"(?:在|于)?(?P<when>{_DAY})\s*(?:之前|以前|前)[\s，,]*(?P<what>.+)", _FLAGS)
_REACH = 80
"""The day is looked for among so many characters at the end (or the beginning)."""
_WHO = re.compile(r"(?P<who>[^:：]{1,60}?)\s*[:：](?!\d\d\b)\s*(?P<rest>.*)", re.DOTALL)


_SENTENCE = re.compile(r"(?:[^。！？!?.\n]|\.(?!\s|$))*(?:[。！？!?.]+|\n|$)")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who is not on the stakeholder register yet; ``side`` is a code of ``people.SIDE``."""

    name: str
    side: str = "client"


@dataclass(frozen=True, slots=True)
class Promise:
    """What one side promised the other; ``side`` is a code of ``communication.PARTY``."""

    title: str
    side: str = "us"
    owner: str | NewPerson | None = None
    """Id of a person, or somebody new."""
    due: dt.date | None = None


def read_promise(
    line: str, people: Iterable[Person], today: dt.date, present: Iterable[Person | NewPerson] = ()
) -> Promise:
    """The promise in ``line``; a short name means first of all somebody ``present``.

    Raises ``promise_empty`` and ``name_ambiguous``.
    """
    rest = line.strip()
    side, owner = "us", None
    if found := _WHO.fullmatch(rest):
        side, owner = _who(found["who"].strip(), people, present)
        rest = found["rest"].strip()
    title, due = split_due(rest, today)
    if not title:
        raise Rejected("promise_empty", line=line.strip()[:80])
    return Promise(title, side, owner, due)


def read_promises(
    text: str, people: Iterable[Person], today: dt.date, present: Iterable[Person | NewPerson] = ()
) -> tuple[Promise, ...]:
    """One promise per line that is not empty; see :func:`read_promise`."""
    known, here = list(people), list(present)
    return tuple(read_promise(line, known, today, here) for line in text.splitlines() if line.strip())


def split_due(text: str, today: dt.date) -> tuple[str, dt.date | None]:
    """``text`` without the day that it names as its end, and that day (None when it names none)."""
    cut = max(0, len(text) - _REACH)
    for pattern, part, before, after in (
        (_BY, text[cut:], text[:cut], ""),
        (_LAST, text[cut:], text[:cut], ""),
        (_FIRST, text[:_REACH], "", text[_REACH:]),
    ):
        found = pattern.fullmatch(part)
        title = (before + found["what"] + after).strip(" ，,、") if found else ""
        if found is None or not title:
            continue
        try:
            return title, read_date(found["when"], today)
        except Rejected:
            continue  # "by the client" is no date; it belongs to the text
    return text.strip(), None


def sentence_at(text: str, position: int) -> str:
    """The sentence of ``text`` in which ``position`` lies; lines end sentences too."""
    for found in _SENTENCE.finditer(text):
        if found.end() >= position and found[0].strip():
            return found[0].strip()
    return ""


def _who(
    name: str, people: Iterable[Person], present: Iterable[Person | NewPerson]
) -> tuple[str, str | NewPerson | None]:
    wanted = name.casefold()
    if wanted in _US:
        return "us", None
    if wanted in _CLIENT:
        return "client", None
    known, here = list(people), list(present)
    fits: list[Person | NewPerson] = [item for item in (*here, *known) if item.name.strip().casefold() == wanted][:1]
    for group in (here, known):
        fits = fits or [item for item in group if wanted in item.name.casefold()]
    if len(fits) > 1:
        raise Rejected("name_ambiguous", name=name, people=" / ".join(item.name for item in fits))
    if not fits:
        return "client", NewPerson(name)
    side = PARTY_OF_SIDE.get(fits[0].side, "third_party")
    return side, fits[0] if isinstance(fits[0], NewPerson) else fits[0].id
