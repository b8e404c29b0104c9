"""Working time as P6 writes it into ``clndr_data``: ``(0||name(key|value|…)(… nodes within …))``.

``DaysOfWeek`` holds a node for each weekday, 1 for Sunday, with the working times within it; ``Exceptions`` holds
days (``d|44562``: days after 1899-12-30) with the working times that replace those of the week.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.domain.scheduling.bands import Bands, merge

DAY_ZERO = dt.date(1899, 12, 30)
LAST_DAY = 109_574
"""The end of 2199."""
MAX_DEPTH = 16

_OPEN = re.compile(r"\(\s*\d*\s*\|\|\s*([^()|]*)\(([^()]*)\)\s*\(")
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?\s*([AaPp])?")


@dataclass(slots=True)
class Node:
    """One node: its name, its values, and what is within it."""

    name: str = ""
    values: dict[str, str] = field(default_factory=dict)
    nodes: list[Node] = field(default_factory=list)

    def find(self, name: str) -> Node | None:
        return next((node for node in self.nodes if node.name == name), None)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """What ``clndr_data`` says."""

    week: dict[int, Bands]
    """By weekday, 0 for Monday."""
    exceptions: dict[dt.date, Bands]
    sound: bool
    """Whether all of it could be read."""


def read_working_time(text: str) -> WorkingTime:
    """Never raises: what cannot be read is left out, and ``sound`` is False."""
    root, sound = _parse(text)
    whole = root.find("CalendarData") or root
    week: dict[int, Bands] = {}
    exceptions: dict[dt.date, Bands] = {}
    days = whole.find("DaysOfWeek")
    for node in days.nodes if days else ():
        if node.name in tuple("1234567"):
            week[(int(node.name) - 2) % 7] = _bands(node)
        else:
            sound = False
    listed = whole.find("Exceptions")
    for node in listed.nodes if listed else ():
        day = node.values.get("d", "")
        if day.isascii() and day.isdigit() and 0 < int(day[:9]) <= LAST_DAY:
            exceptions[DAY_ZERO + dt.timedelta(days=int(day))] = _bands(node)
        else:
            sound = False
    return WorkingTime(week, exceptions, sound)


def _parse(text: str) -> tuple[Node, bool]:
    root, at = Node(), 0
    path, closing = [root], 0
    while at < len(text):
        match = _OPEN.match(text, at)
        if match is not None:
            if len(path) > MAX_DEPTH:
                return root, False
            parts = [part.strip() for part in match[2].split("|")]
            node = Node(match[1].strip(), dict(zip(parts[::2], parts[1::2], strict=False)))
            path[-1].nodes.append(node)
            path.append(node)
            at, closing = match.end(), 0
            continue
        if text[at] == ")":
            closing += 1
            if closing == 2:
                closing = 0
                if len(path) > 1:
                    path.pop()
        elif not text[at].isspace():
            return root, False
        at += 1
    return root, len(path) == 1 and bool(root.nodes)


def _bands(node: Node) -> Bands:
    return merge(sorted(_spans(node)))


def _spans(node: Node) -> Iterator[tuple[int, int]]:
    for inner in node.nodes:
        start, end = _minute(inner.values.get("s", "")), _minute(inner.values.get("f", ""))
        if start is not None and end is not None and start < 1440:
            yield start, end if end > start else end + 1440


def _minute(text: str) -> int | None:
    match = _TIME.match(text)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute if minute < 60 and hour * 60 + minute <= 1440 else None
