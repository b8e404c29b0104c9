"""Rows within a field (an agenda, alternatives, rates) as text that can be read back: one line each, bars between."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from desktop.domain.display import Words, value_text
from desktop.domain.project import Project
from desktop.domain.reading import read_value
from desktop.domain.record import Spec
from desktop.domain.rejection import Rejected, Term

_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
_ESCAPED = re.compile(r"\\(.)")


def parts_text(project: Project, spec: Spec, value: Iterable[Any], words: Words) -> str:
    r"""``Topic | 10m | Wang Fang``: every part in declared order, usual ones at the end left out.

    A bar, a line's end and a backslash within a text are written ``\|``, ``\n`` and ``\\``.
    """
    return "\n".join(_line(project, row, words) for row in value)


def _line(project: Project, row: Any, words: Words) -> str:
    shown = list(row.specs.items())
    while len(shown) > 1 and getattr(row, shown[-1][0]) in (shown[-1][1].default, None):
        shown.pop()
    return " | ".join(_escaped(value_text(project, spec, getattr(row, name), words, row)) for name, spec in shown)


def read_parts(project: Project, spec: Spec, text: str, today: dt.date) -> tuple[Any, ...]:
    """What :func:`parts_text` wrote, in either language. Raises :class:`Rejected` where it is something else."""
    return tuple(_read(project, spec, line, today) for line in text.splitlines() if line.strip())


def _read(project: Project, spec: Spec, line: str, today: dt.date) -> Any:
    assert spec.part is not None
    specs: dict[str, Spec] = spec.part.specs  # type: ignore[attr-defined]
    texts = [_plain(text.strip()) for text in _split(line)]
    if len(texts) > len(specs):
        raise Rejected("type", field=Term(spec.title), value=line[:80])
    made = spec.part()
    values = {}
    for (name, inner), text in zip(specs.items(), texts, strict=False):
        value = read_value(project, made, inner, text, today)
        values[name] = inner.default if value is None else value
    return spec.part(**values)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text)


def _split(line: str) -> list[str]:
    """``line`` at its bars, but not at those that are escaped."""
    parts, last = [], 0
    for found in _BAR.finditer(line):
        parts.append(line[last : found.end() - 1])
        last = found.end()
    return [*parts, line[last:]]
