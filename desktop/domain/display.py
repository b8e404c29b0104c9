"""A field's value as text, for tables, forms, lists, exports and paper: one home for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from desktop.domain.durations import duration_text, exact_duration_text
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record, Spec
from desktop.i18n import N_

Words = Callable[..., str]


def date_text(value: dt.date | None) -> str:
    """ISO day, the same in both languages: ``2026-06-30``."""
    return value.isoformat()[:10] if value else ""  # a tenth of what strftime takes; a plan has many dates


def moment_text(value: dt.datetime | None) -> str:
    """ISO day and minute: ``2026-06-30 17:00``."""
    return value.isoformat(" ", "minutes") if value else ""


def money_text(minor: int | None, digits: int, currency: str = "") -> str:
    """``12,345.60 CNY``; exact, because minor units are whole numbers."""
    if minor is None:
        return ""
    whole, part = divmod(abs(minor), 10**digits)
    text = f"{'-' if minor < 0 else ''}{whole:,}"
    if digits:
        text += f".{part:0{digits}d}"
    return f"{text} {currency}".rstrip()


def name_of(record: Record, words: Words) -> str:
    """What a record is called in a list; its number where it has no name."""
    del words
    return record.name_text.strip() or record.code


def display(project: Project, record: Any, spec: Spec, words: Words) -> str:
    """The text of ``spec`` of ``record`` in the language of ``words``; "" for nothing."""
    return value_text(project, spec, getattr(record, spec.name), words, record)


def exact_text(project: Project, record: Any, spec: Spec, words: Words) -> str:
    """As :func:`display` where the text is read back: a span of time is not rounded."""
    value = getattr(record, spec.name)
    if spec.kind is Kind.MINUTES and value is not None:
        return exact_duration_text(value, _unit(spec, record), project.profile, words)
    return value_text(project, spec, value, words, record)


def value_text(project: Project, spec: Spec, value: Any, words: Words, record: Any = None) -> str:
    """As :func:`display` for a value at hand; ``record`` supplies the unit of a duration."""
    if spec.name == "number" and isinstance(record, Record):
        return record.code
    if value is None or value in ("", ()):
        return ""
    if spec.names and value in range(len(spec.names)):
        return words(spec.names[value])
    writer = _WRITERS.get(spec.kind)
    return writer(project, spec, value, words, record) if writer else str(value)


def _choice(_: Project, spec: Spec, value: str, words: Words, __: Any) -> str:
    return words(spec.choices[value]) if spec.choices and value in spec.choices else value


def _minutes(project: Project, spec: Spec, value: int, words: Words, record: Any) -> str:
    return duration_text(value, _unit(spec, record), project.profile, words)


def _unit(spec: Spec, record: Any) -> str:
    return getattr(record, f"{spec.name}_unit", "") or spec.unit or "d"


def _link(project: Project, spec: Spec, value: str, words: Words, _: Any) -> str:
    found = project.rows(spec.to).get(value)
    return name_of(found, words) if found else ""


def _links(project: Project, spec: Spec, value: Iterable[str], words: Words, _: Any) -> str:
    return words(N_(", ", "list")).join(_link(project, spec, item, words, None) for item in value)


def _rows(project: Project, spec: Spec, value: Iterable[Any], words: Words, _: Any) -> str:
    lines = []
    for row in value:
        parts = [value_text(project, inner, getattr(row, name), words, row) for name, inner in row.specs.items()]
        lines.append(" · ".join(part for part in parts if part))
    return "\n".join(lines)


_WRITERS: dict[Kind, Callable[[Project, Spec, Any, Words, Any], str]] = {
    Kind.CHOICE: _choice,
    Kind.PERCENT: lambda _p, _s, value, _w, _r: f"{value}%",
    Kind.FLAG: lambda _p, _s, value, words, _r: words(N_("Yes")) if value else "",
    Kind.DATE: lambda _p, _s, value, _w, _r: date_text(value),
    Kind.MOMENT: lambda _p, _s, value, _w, _r: moment_text(value),
    Kind.MINUTES: _minutes,
    Kind.MONEY: lambda project, _s, value, _w, _r: money_text(
        value, project.profile.currency_digits, project.profile.currency
    ),
    Kind.LINK: _link,
    Kind.LINKS: _links,
    Kind.TEXTS: lambda _p, _s, value, _w, _r: "\n".join(value),
    Kind.ROWS: _rows,
}
