"""Predecessors as people write them: ``1.2; 1.3SS+2d; T-015FF-50%``.

A task is named by its WBS code or by its display number: ``T-015``, or just ``15`` where no WBS
code reads ``15``. Behind it may stand the type of link (FS where none is written; 完成-开始 and
finish-to-start are read too) and a lag or, with a minus sign, a lead; ``50%`` is a share of the
predecessor's duration, ``50e%`` the same on the clock. Entries are parted by semicolons, commas
or 、 in any width.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop.domain.durations import duration_text, read_duration
from desktop.domain.plan import LINK_TYPE, Dependency, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected

Words = Callable[..., str]

_SEPARATORS = re.compile(r"[;,、\n]")
_SIGN = re.compile(r"[+-](?=\s*\d)")
_LAG = re.compile(r"[+-]\s*\d+(?:\.\d+)?\s*[^\W\d_]*%?$")
_PERCENT = re.compile(r"([+-])\s*(\d{1,4})\s*(e?)%", re.IGNORECASE)
_SHARE = re.compile(r"([+-]?\d{1,4})\s*(e?)\s*%", re.IGNORECASE)
_ENDS = {"f": "F", "s": "S", "完": "F", "开": "S"}
_TYPE = re.compile(
    rf"(.+?)\s*[(]?\s*({'|'.join(LINK_TYPE)}|(?:finish|start)[\s-]*to[\s-]*(?:finish|start)"
    r"|(?:完成|开始)\s*-?\s*(?:完成|开始))(?:\s*\((?:FS|SS|FF|SF)\))?\s*[)]?",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"\s*[(]?\s*(?:[FS][FS]?)?\s*(?:[+-].*)?$", re.IGNORECASE)
"""A type of link and a lag as far as they may be typed."""
_MINUS = str.maketrans("−–—", "---")


@dataclass(frozen=True, slots=True)
class Link:
    """One link into a task as written: fields of a :class:`Dependency`."""

    predecessor: str
    type: str = "FS"
    lag: int = 0
    lag_unit: str = "d"
    lag_percent: int | None = None

    @staticmethod
    def of(dependency: Dependency) -> Link:
        return Link(
            dependency.predecessor, dependency.type, dependency.lag, dependency.lag_unit, dependency.lag_percent
        )


class TaskCodes:
    """Names by which tasks are written, both ways. Holds for one state of the outline."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._outline = project.outline

    @cached_property
    def _by_wbs(self) -> Mapping[str, str | None]:
        """Tasks by folded code, None for a code that several have."""
        order, codes = self._outline.order, self._outline.wbs
        # Nearly all codes are digits and dots; those are folded in one go, which takes a third of the time.
        plain = "".join(codes).isascii()
        keys = list(map(str.casefold, map(str.strip, codes)) if plain else map(_folded, codes))
        found: dict[str, str | None] = dict(zip(keys, order, strict=True))
        if len(found) < len(keys):
            found.update((key, None) for key, count in Counter(keys).items() if count > 1)
        return found

    def find(self, text: str) -> str | None:
        """Id of the task that ``text`` names, or None."""
        key = _folded(text)
        if self._by_wbs.get(key) is not None:
            return self._by_wbs[key]
        found = re.fullmatch(r"(?:t-?)?0*(\d{1,9})", key)
        if found is None:
            return None
        return self.numbered(int(found[1]))

    def numbered(self, number: int) -> str | None:
        """Id of the task with a display number, or None."""
        return next((task.id for task in self._project.table(Task).values() if task.number == number), None)

    def of(self, task: Task) -> str:
        """The WBS code of ``task``, or its number where the code would not lead back to it."""
        row = self._outline.row.get(task.id)
        code = self._outline.wbs[row] if row is not None else ""
        clear = self._by_wbs.get(_folded(code)) == task.id and (not task.wbs_code or not _SEPARATORS.search(code))
        return code if clear else task.code


def read_predecessors(project: Project, text: str, codes: TaskCodes | None = None) -> tuple[Link, ...]:
    """The links written in ``text``.

    Raises ``unknown_task`` for a name that leads nowhere, ``predecessors_unreadable`` or
    ``duration_unreadable`` for what stands behind it.
    """
    known = codes or TaskCodes(project)
    return tuple(dict.fromkeys(_read_link(project, entry, known)[1] for entry in _entries(text)))


def names_in(project: Project, text: str, codes: TaskCodes) -> Iterator[tuple[str, str | None]]:
    """(name as written, id of the task) of each entry; None for what names no task.

    What stands behind a name may still be half typed: ``4.1F`` and ``4.1FS+`` name what ``4.1`` names.
    """
    for entry in _entries(text):
        try:
            name, link = _read_link(project, entry, codes)
            yield name, link.predecessor
        except Rejected:
            name = _BEGUN.sub("", " ".join(entry.split())).strip()
            yield name, codes.find(name)


def _entries(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS)
    return [entry.strip() for entry in _SEPARATORS.split(plain) if entry.strip()]


def _read_link(project: Project, entry: str, codes: TaskCodes) -> tuple[str, Link]:
    """The name as written, and the link."""
    # Codes may hold signs and letters of their own (``T-015``), so the longest name that is known wins.
    cuts = [len(entry), *(at.start() for at in reversed(list(_SIGN.finditer(entry))))]
    for cut in cuts:
        name, lag = entry[:cut].strip(), entry[cut:]
        typed = _TYPE.fullmatch(name)
        task = codes.find(name)
        if task is not None:
            return name, _with_lag(project, task, "FS", lag)
        if typed and (task := codes.find(typed[1])) is not None:
            return typed[1].strip(), _with_lag(project, task, _type_of(typed[2]), lag)
    name = _TYPE.sub(r"\1", _LAG.sub("", entry)).strip()
    if not re.search(r"\w", name) or len(name) > 40:
        raise Rejected("predecessors_unreadable", value=entry[:80])
    raise Rejected("unknown_task", value=name)


def _type_of(text: str) -> str:
    """``FS`` as written, or in full in either language: by what it begins with, and by the last of its two words."""
    text = text.lower()
    if text.upper() in LINK_TYPE:
        return text.upper()
    last = max(text.rfind(word) for word in ("finish", "start", "完成", "开始"))
    return _ENDS[text[0]] + _ENDS[text[last]]


def _with_lag(project: Project, task: str, kind: str, lag: str) -> Link:
    if not lag:
        return Link(task, kind)
    if share := _PERCENT.fullmatch(lag):
        return Link(task, kind, lag_unit="ed" if share[3] else "d", lag_percent=int(share[1] + share[2]))
    span = read_duration("".join(lag.split()), project.profile, signed=True)
    return Link(task, kind, span.minutes, span.unit if span.minutes else "d")


def predecessors_text(project: Project, task: str, words: Words, codes: TaskCodes | None = None) -> str:
    """The links into ``task`` in the form that :func:`read_predecessors` reads back."""
    incoming = project.predecessors(task)
    if not incoming:
        return ""
    known = codes or TaskCodes(project)
    parts = []
    for dependency in incoming:
        before = project.find(Task, dependency.predecessor)
        if before is not None:
            parts.append(known.of(before) + link_text(project, Link.of(dependency), words))
    return "; ".join(parts)


def link_text(project: Project, link: Link, words: Words) -> str:
    """What stands behind the name: "" for a plain FS link, ``SS``, ``FS+2d``, ``FF-50%``."""
    if link.lag_percent is not None:
        lag = f"{link.lag_percent:+d}{'e' if link.lag_unit.startswith('e') else ''}%"
    elif link.lag:
        lag = ("+" if link.lag > 0 else "") + duration_text(link.lag, link.lag_unit, project.profile, words)
    else:
        lag = ""
    return "" if link.type == "FS" and not lag else link.type + lag


def lag_text(project: Project, dependency: Dependency, words: Words) -> str:
    """The lag alone, in the form that :func:`read_lag` reads back: ``2d``, ``-1d``, ``50%``, ``50e%``."""
    if dependency.lag_percent is not None:
        return f"{dependency.lag_percent}{'e' if dependency.lag_unit.startswith('e') else ''}%"
    return duration_text(dependency.lag, dependency.lag_unit, project.profile, words)


def read_lag(project: Project, text: str) -> tuple[int, str, int | None]:
    """(minutes, unit, per cent of the predecessor or None) of a lag as written; nothing is none.

    Raises ``duration_unreadable``.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS).strip()
    if plain.endswith("%"):
        share = _SHARE.fullmatch(plain)
        if share is None:
            raise Rejected("duration_unreadable", value=text.strip()[:80])
        return 0, "ed" if share[2] else "d", int(share[1])
    span = read_duration(plain or "0", project.profile, signed=True)
    return span.minutes, span.unit, None


def _folded(code: str) -> str:
    if not code.isascii():
        code = unicodedata.normalize("NFKC", code).translate(_MINUS)
    return code.strip().casefold()
