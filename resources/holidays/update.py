"""Writes china.json again, once a year, when the State Council has announced the next year.

Runs in an environment of its own: ``pip install chinesecalendar holidays``, then
``python resources/holidays/update.py``. The first package holds the announcements; the second,
made by other people, must agree with it on every day, and gives the public holidays of years that
are not announced yet. Those are provisional: make-up working days are not known before.
"""

from __future__ import annotations

import datetime as dt
import json
from itertools import groupby
from pathlib import Path
from typing import Any

import chinese_calendar  # type: ignore[import-not-found]
import holidays  # type: ignore[import-not-found]

FIRST_YEAR = 2024
PROVISIONAL_YEARS = 1
ANNOUNCED = {2024: "2023-10-25", 2025: "2024-11-12", 2026: "2025-11-04"}
"""When the State Council published the year; a new year is added by hand."""
NAMES = {
    "New Year's Day": ("元旦", "New Year's Day"),
    "Spring Festival": ("春节", "Spring Festival"),
    "Tomb-sweeping Day": ("清明节", "Qingming Festival"),
    "Labour Day": ("劳动节", "Labour Day"),
    "Dragon Boat Festival": ("端午节", "Dragon Boat Festival"),
    "Mid-autumn Festival": ("中秋节", "Mid-Autumn Festival"),
    "National Day": ("国庆节", "National Day"),
}
OTHER_NAMES = {
    "New Year's Day": "New Year's Day",
    "Chinese New Year's Eve": "Spring Festival",
    "Chinese New Year (Spring Festival)": "Spring Festival",
    "Tomb-Sweeping Day": "Tomb-sweeping Day",
    "Labor Day": "Labour Day",
    "Dragon Boat Festival": "Dragon Boat Festival",
    "Mid-Autumn Festival": "Mid-autumn Festival",
    "National Day": "National Day",
}


Span = tuple[dt.date, dt.date, list[str]]


def spans(days: dict[dt.date, str]) -> list[Span]:
    """Runs of neighbouring days with the names that occur in each."""
    numbered = enumerate(sorted(days))
    found = []
    for _, run in groupby(numbered, key=lambda item: item[1].toordinal() - item[0]):
        dates = [day for _, day in run]
        found.append((dates[0], dates[-1], list(dict.fromkeys(days[day] for day in dates))))
    return found


def entry(span: Span, year: int, status: str, working: bool) -> dict[str, Any]:
    first, last, names = span
    zh, en = "、".join(NAMES[name][0] for name in names), " and ".join(NAMES[name][1] for name in names)
    return {
        "start": first.isoformat(), "finish": last.isoformat(), "working": working,
        "zh": f"{zh}调休上班" if working else zh, "en": f"{en}: make-up working day" if working else en,
        "status": status, "year": year,
    }  # fmt: skip


def announced(year: int) -> list[dict[str, Any]]:
    days = {day: name for day, name in chinese_calendar.constants.holidays.items() if day.year == year}
    working = {day: name for day, name in chinese_calendar.constants.workdays.items() if day.year == year}
    check(year)
    found = [entry(span, year, "official", working=False) for span in spans(days)]
    found += [entry(span, year, "official", working=True) for span in spans(working)]
    return sorted(found, key=lambda item: item["start"])


def check(year: int) -> None:
    """Stop where the two packages disagree on a day."""
    other = holidays.country_holidays("CN", years=year)
    for number in range(dt.date(year, 1, 1).toordinal(), dt.date(year + 1, 1, 1).toordinal()):
        day = dt.date.fromordinal(number)
        if day.weekday() < 5 and chinese_calendar.is_holiday(day) != (day in other):
            raise SystemExit(f"{day}: the packages disagree")
        if day.weekday() > 4 and chinese_calendar.is_workday(day) != other.is_working_day(day):
            raise SystemExit(f"{day}: the packages disagree")


def expected(year: int) -> list[dict[str, Any]]:
    other = holidays.country_holidays("CN", years=year)
    days = {day: OTHER_NAMES[name.removesuffix(" (observed)")] for day, name in other.items()}
    return [entry(span, year, "provisional", working=False) for span in spans(days)]


def main() -> None:
    entries = [item for year in ANNOUNCED if year >= FIRST_YEAR for item in announced(year)]
    for year in range(max(ANNOUNCED) + 1, max(ANNOUNCED) + 1 + PROVISIONAL_YEARS):
        entries += expected(year)
    pack = {
        "format": 1,
        "region": "CN",
        "version": ANNOUNCED[max(ANNOUNCED)],
        "source": {
            str(year): {"zh": f"国务院办公厅关于{year}年部分节假日安排的通知", "date": date}
            for year, date in ANNOUNCED.items()
        },
        "days": entries,
    }
    text = json.dumps(pack, ensure_ascii=False, indent=1)
    Path(__file__).with_name("china.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
