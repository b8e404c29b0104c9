"""Text as people type or paste it, read into a field's value: one home for it.

The reverse of :mod:`desktop.domain.display`. What cannot be read raises :class:`Rejected` with
a sentence that shows what would be accepted.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.domain.durations import read_duration
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.rejection import Rejected, Term
from desktop.domain.validation import INT_LIMIT, clean_text
from desktop.i18n import LANGUAGES, catalog

YEARS = range(1900, 2200)
_TODAY = {"today", "今天", "今日"}
_TOMORROW = {"tomorrow", "明天", "明日"}
_YESTERDAY = {"yesterday", "昨天", "昨日"}
_YES = {"yes", "y", "true", "1", "x", "√", "✓", "是", "对"}
_NO = {"no", "n", "false", "0", "", "-", "否", "不"}
_OFFSET = re.compile(r"([+-]\s*\d+)\s*(d|w|m|mo|y|天|日|周|月|个月|年)?", re.IGNORECASE)
_FULL = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_SHORT = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_WEEKDAY = re.compile(
    r"(?:(next|this|下下|下|本|这)\s*个?\s*)?"
    r"(?:(?:周|星期|礼拜)([一二三四五六日天])|(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?)"
)
_WEEKDAYS = {
    name: day for day, names in enumerate(("mon一", "tue二", "wed三", "thu四", "fri五", "sat六", "sun日天"))
    for name in (names[:3], *names[3:])
}  # fmt: skip
_WEEKS = {"this": 0, "本": 0, "这": 0, "next": 1, "下": 1, "下下": 2}
_MONTH_END = {"eom", "end of month", "month end", "月底", "月末", "本月底"}
_TIME = re.compile(r"(\d{1,2})\s*[:：]\s*(\d{2})(?::\d{2})?")


def read_date(text: str, today: dt.date, base: dt.date | None = None) -> dt.date:
    """A day: ISO, ``6/30``, ``6月30日``, ``today``, ``今天``, ``friday``, ``下周一``, ``月底``, or ``+5d`` from
    ``base`` or today.

    A day without a year is the one nearest to ``today``. A weekday is the coming one, today excluded; with
    ``this`` or ``next`` it lies in this or the next week, which begins on Monday. Raises ``date_unreadable``.
    """
    written = text.strip().lower()
    for words, offset in ((_TODAY, 0), (_TOMORROW, 1), (_YESTERDAY, -1)):
        if written in words:
            return today + dt.timedelta(offset)
    try:
        if found := _OFFSET.fullmatch(written):
            return _shifted(base or today, int(found[1].replace(" ", "")), found[2] or "d")
        if found := _WEEKDAY.fullmatch(written):
            return _weekday(today, found[1], _WEEKDAYS[found[2] or found[3]])
        if written in _MONTH_END:
            return today.replace(day=calendar.monthrange(today.year, today.month)[1])
        if found := _FULL.fullmatch(written):
            made = dt.date(int(found[1]), int(found[2]), int(found[3]))
        elif found := _SHORT.fullmatch(written):
            near = [_day_of(year, int(found[1]), int(found[2])) for year in range(today.year - 1, today.year + 2)]
            made = min((day for day in near if day), key=lambda day: abs(day - today))
        else:
            raise ValueError
        if made.year in YEARS:
            return made
    except (ValueError, OverflowError):
        pass
    raise Rejected("date_unreadable", value=text.strip()[:80])


def _weekday(today: dt.date, week: str | None, weekday: int) -> dt.date:
    if week is None:
        return today + dt.timedelta((weekday - today.weekday() - 1) % 7 + 1)
    return today + dt.timedelta(weekday - today.weekday() + 7 * _WEEKS[week])


def _day_of(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _shifted(base: dt.date, count: int, unit: str) -> dt.date:
    if unit in {"w", "周"}:
        return base + dt.timedelta(weeks=count)
    if unit in {"m", "mo", "月", "个月", "y", "年"}:
        months = base.year * 12 + base.month - 1 + count * (12 if unit in {"y", "年"} else 1)
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, min(base.day, calendar.monthrange(year, month + 1)[1]))
    return base + dt.timedelta(count)


def read_moment(text: str, today: dt.date, base: dt.datetime | None = None, time: dt.time = dt.time(8)) -> dt.datetime:
    """A day with an optional time of day behind it; ``time`` is used where none is written."""
    written = text.strip().replace("T", " ")
    times = list(_TIME.finditer(written))
    if times:
        found = times[-1]
        try:
            time = dt.time(int(found[1]), int(found[2]))
        except ValueError:
            raise Rejected("date_unreadable", value=text.strip()[:80]) from None
        written = written[: found.start()].strip() or (base.date() if base else today).isoformat()
    elif base is not None and _OFFSET.fullmatch(written.lower()):
        time = base.time()
    return dt.datetime.combine(read_date(written, today, base.date() if base else None), time)


def read_money(text: str, digits: int) -> int:
    """An amount in minor units: ``12,345.60``, ``¥ 1 200``, ``1.2万``. Raises ``money_unreadable``."""
    written = re.sub(r"[\s,，_¥￥$€£]|[A-Za-z]{3}$", "", text.strip())
    factor = Decimal(10**digits)
    for word, size in (("万", 10_000), ("亿", 100_000_000)):
        if written.endswith(word):
            written, factor = written[:-1], factor * size
    try:
        amount = Decimal(written) * factor
        if amount.is_finite() and abs(amount) <= INT_LIMIT and amount == amount.to_integral_value():
            return int(amount)
    except InvalidOperation:
        pass
    raise Rejected("money_unreadable", value=text.strip()[:80])


def read_value(project: Project, record: Any, spec: Spec, text: str, today: dt.date) -> Any:
    """The value of ``spec`` written as ``text``, ready for ``SetFields``; "" empties the field."""
    text = clean_text(text)
    if spec.kind is Kind.LONG_TEXT:
        return text
    if spec.kind is Kind.TEXTS:
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    text = " ".join(text.split())
    if spec.kind is Kind.TEXT:
        return text
    if spec.kind is Kind.FLAG:
        return _flag(spec, text)
    if not text:
        return () if spec.kind in (Kind.LINKS, Kind.ROWS) else "" if spec.kind is Kind.CHOICE else None
    return _READERS[spec.kind](project, record, spec, text, today)


def _flag(spec: Spec, text: str) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise Rejected("type", field=Term(spec.title), value=text[:80])


def _choice(project: Project, record: Any, spec: Spec, text: str, today: dt.date) -> str:
    del project, record, today
    assert spec.choices is not None
    wanted = text.casefold()
    for code, label in spec.choices.items():
        if wanted in {code.casefold(), *(catalog(language)(label).casefold() for language in LANGUAGES)}:
            return code
    raise Rejected("choice", field=Term(spec.title), value=text[:80])


def _whole(project: Project, record: Any, spec: Spec, text: str, today: dt.date) -> int:
    del project, record, today
    for number, name in enumerate(spec.names):
        if text.casefold() in {catalog(language)(name).casefold() for language in LANGUAGES}:
            return number
    try:
        return int(Decimal(text.rstrip("%％ ").replace(",", "")).to_integral_exact())
    except (InvalidOperation, ValueError, OverflowError):
        raise Rejected("number_unreadable", value=text[:80]) from None


def _minutes(project: Project, record: Any, spec: Spec, text: str, today: dt.date) -> int:
    del today
    unit = getattr(record, f"{spec.name}_unit", "") or spec.unit or "d"
    return read_duration(text, project.profile, unit=unit, signed=spec.low is None).minutes


def _link(project: Project, record: Any, spec: Spec, text: str, today: dt.date) -> str:
    del record, today
    wanted = text.casefold()
    for identity, item in project.rows(spec.to).items():
        if wanted in {item.name_text.strip().casefold(), item.code.casefold()}:
            return identity
    raise Rejected("unknown_name", field=Term(spec.title), value=text[:80])


def _links(project: Project, record: Any, spec: Spec, text: str, today: dt.date) -> tuple[str, ...]:
    names = [name.strip() for name in re.split(r"[;；,，、]", text) if name.strip()]
    return tuple(dict.fromkeys(_link(project, record, spec, name, today) for name in names))


def _rows(project: Project, record: Any, spec: Spec, text: str, today: dt.date) -> Any:
    del project, record, today
    raise Rejected("type", field=Term(spec.title), value=text[:80])


def _moment(project: Project, record: Any, spec: Spec, text: str, today: dt.date) -> dt.datetime:
    del project
    base = getattr(record, spec.name, None) if isinstance(record, Record) else None
    late = any(word in spec.name for word in ("finish", "deadline"))
    return read_moment(text, today, base, dt.time(17) if late else dt.time(8))


_READERS: dict[Kind, Callable[[Project, Any, Spec, str, dt.date], Any]] = {
    Kind.CHOICE: _choice,
    Kind.SCALE: _whole,
    Kind.INTEGER: _whole,
    Kind.PERCENT: _whole,
    Kind.DATE: lambda _p, record, spec, text, today: read_date(text, today, getattr(record, spec.name, None)),
    Kind.MOMENT: _moment,
    Kind.MINUTES: _minutes,
    Kind.MONEY: lambda project, _r, _s, text, _t: read_money(text, project.profile.currency_digits),
    Kind.LINK: _link,
    Kind.LINKS: _links,
    Kind.ROWS: _rows,
}
