"""Text as people type or paste it, read into a field's value: one home for it.

The reverse of :mod:`desktop.domain.display`. What cannot be read raises :class:`Rejected` with
a sentence that shows what would be accepted.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.domain.durations import read_duration
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.rejection import Rejected, Term
from desktop.domain.validation import INT_LIMIT, clean_text
from desktop.i18n import LANGUAGES, catalog

YEARS = range(1900, 2200)
_DAYS = {
    0: ("today", "now", "今天", "今日", "现在"), 1: ("tomorrow", "明天", "明日"), -1: ("yesterday", "昨天", "昨日"),
    2: ("day after tomorrow", "后天"), 3: ("大后天",), -2: ("day before yesterday", "前天"),
}  # fmt: skip
_NEAR_DAYS = {word: offset for offset, names in _DAYS.items() for word in names}
_YES = {"yes", "y", "true", "1", "x", "√", "✓", "是", "对"}
_NO = {"no", "n", "false", "0", "", "-", "否", "不"}
_UNIT = r"(d|days?|w|weeks?|m|mo|months?|y|years?|天|日|个?星期|周|月|个月|年)"
_OFFSET = re.compile(rf"([+-]\s*\d+)\s*{_UNIT}?")
_HENCE = re.compile(rf"(?:in\s+)?(\d+|[一二两三四五六七八九十])\s*{_UNIT}\s*(后|之后|以后|前|之前|以前|later|ago)?")
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_FULL = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_NAMED = (
    re.compile(rf"{_MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,?\s*(?P<year>\d{{4}}))?"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*{_MONTH}(?:\s*,?\s*(?P<year>\d{{4}}))?"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OF_MONTH = re.compile(r"(?:(下下|下|本|这)\s*个?\s*月)?\s*(?:(\d{1,2})\s*[日号]|(底|末|初))")
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
_WEEK = {"next week": 1, "this week": 0, "下周": 1, "本周": 0, "这周": 0, "下下周": 2, "下星期": 1}
_MONTH_END = {"eom", "end of month", "month end", "月底", "月末"}
_TIME = re.compile(
    r"(上午|早上|下午|晚上|中午)?\s*(\d{1,2})\s*(?:[:点时]\s*(半|\d{2})?(?:\s*分|:\d{2})?)?\s*(am|pm)?\s*$"
)
_ISO_T = re.compile(r"(\d)T(\d)")
_LATE = {"下午", "晚上", "pm"}
_MINUS = str.maketrans("−–—", "---")


def read_date(text: str, today: dt.date, base: dt.date | None = None) -> dt.date:
    """A day: ISO, ``6/30``, ``6月30日``, ``30 June``, ``15号``, ``today``, ``后天``, ``friday``, ``下周一``,
    ``下月底``, ``3天后``, or ``+5d`` from ``base`` or today.

    A day without a year is the one nearest to ``today``. A weekday is the coming one, today excluded; with
    ``this`` or ``next`` it lies in this or the next week, which begins on Monday. Raises ``date_unreadable``.
    """
    written = _plain(text)
    try:
        if written in _NEAR_DAYS:
            return today + dt.timedelta(_NEAR_DAYS[written])
        if found := _OFFSET.fullmatch(written):
            return _shifted(base or today, int(found[1].replace(" ", "")), found[2] or "d")
        if (found := _HENCE.fullmatch(written)) and (found[3] or written.startswith("in ")):
            count = _DIGITS.get(found[1]) or int(found[1])
            return _shifted(today, -count if "前" in (found[3] or "") or found[3] == "ago" else count, found[2])
        if written in _WEEK:
            return _weekday(today, "this", 0) + dt.timedelta(weeks=_WEEK[written])
        if found := _WEEKDAY.fullmatch(written):
            return _weekday(today, found[1], _WEEKDAYS[found[2] or found[3]])
        if written in _MONTH_END:
            return _in_month(today, 0, "底")
        if found := _OF_MONTH.fullmatch(written):
            if found[1] or found[3]:
                return _in_month(today, _WEEKS.get(found[1], 0), found[2] or found[3])
            made = _nearest(today, [(today.year * 12 + today.month - 1 + n, int(found[2])) for n in (-1, 0, 1)])
        elif found := _FULL.fullmatch(written) or _COMPACT.fullmatch(written):
            made = dt.date(int(found[1]), int(found[2]), int(found[3]))
        elif found := _SHORT.fullmatch(written):
            made = _in_some_year(today, int(found[1]), int(found[2]))
        elif found := _NAMED[0].fullmatch(written) or _NAMED[1].fullmatch(written):
            month, day = _MONTHS.index(found[1][:3] if found.re is _NAMED[0] else found[2][:3]) + 1, int(found["day"])
            made = dt.date(int(found["year"]), month, day) if found["year"] else _in_some_year(today, month, day)
        else:
            raise ValueError
        if made.year in YEARS:
            return made
    except (ValueError, OverflowError):
        pass
    raise Rejected("date_unreadable", value=text.strip()[:80])


def _plain(text: str) -> str:
    """What was typed, in half-width letters: an input method gives ＋ and ５ as readily as + and 5."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_MINUS).lower().split())


def _in_some_year(today: dt.date, month: int, day: int) -> dt.date:
    if month > 12:
        raise ValueError
    return _nearest(today, [(year * 12 + month - 1, day) for year in range(today.year - 1, today.year + 2)])


def _nearest(today: dt.date, wanted: Sequence[tuple[int, int]]) -> dt.date:
    """Of days given by their month (counted from year 0) and day the one nearest to ``today``."""
    days = [_day_of(month // 12, month % 12 + 1, day) for month, day in wanted]
    return min((day for day in days if day), key=lambda day: abs(day - today))


def _in_month(today: dt.date, later: int, day: str) -> dt.date:
    """A day of this month or of one so many months ``later``; 底 and 末 are its last, 初 its first."""
    year, month = divmod(today.year * 12 + today.month - 1 + later, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, {"底": last, "末": last, "初": 1}.get(day) or int(day))


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
    unit = unit.rstrip("s")
    if unit in {"w", "week", "周", "星期", "个星期"}:
        return base + dt.timedelta(weeks=count)
    if unit in {"m", "mo", "month", "月", "个月", "y", "year", "年"}:
        months = base.year * 12 + base.month - 1 + count * (12 if unit in {"y", "year", "年"} else 1)
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, min(base.day, calendar.monthrange(year, month + 1)[1]))
    return base + dt.timedelta(count)


def read_moment(text: str, today: dt.date, base: dt.datetime | None = None, time: dt.time = dt.time(8)) -> dt.datetime:
    """A day with an optional time of day behind it; ``time`` is used where none is written."""
    written = _plain(_ISO_T.sub(r"\1 \2", text))
    found = _time(written)
    if found is not None:
        time, written = found
        written = written or (base.date() if base else today).isoformat()
    elif base is not None and _OFFSET.fullmatch(written):
        time = base.time()
    return dt.datetime.combine(read_date(written, today, base.date() if base else None), time)


def _time(written: str) -> tuple[dt.time, str] | None:
    """The time of day at the end of what was typed, and what stands before it; None where there is none."""
    found = _TIME.search(written)
    if found is None or not (found[1] or found[4] or re.search("[:点时]", found[0])):
        return None
    hour, minute = int(found[2]), 30 if found[3] == "半" else int(found[3] or 0)
    if (found[1] in _LATE or found[4] == "pm") and hour < 12:
        hour += 12
    elif (found[4] == "am" or found[1] in ("上午", "早上")) and hour == 12:
        hour = 0
    try:
        return dt.time(hour, minute), written[: found.start()].strip()
    except ValueError:
        raise Rejected("date_unreadable", value=written[:80]) from None


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
