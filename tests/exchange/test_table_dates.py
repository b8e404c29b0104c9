"""Dates as spreadsheets of different countries and programs write them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.plan import Task
from desktop.domain.table_dates import in_iso, order_of
from desktop.domain.tables import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, TableWishes
from desktop.exchange.tabular import OpenTable, preview, read_table

NOW = dt.datetime(2026, 6, 3, 10)


@pytest.mark.parametrize(
    ("texts", "order", "guess"),
    [
        (["3/4/2026", "25/4/2026"], DAY_FIRST, False),
        (["3/4/2026", "4/25/2026"], MONTH_FIRST, False),
        (["3/4/26", "4/25/26"], MONTH_FIRST, False),
        (["26/3/4", "26/3/30"], YEAR_FIRST, False),
        (["26/3/14"], YEAR_FIRST, False),  # as day first it would be 2014
        (["3/4/2026"], MONTH_FIRST, True),
        (["3.4.2026"], DAY_FIRST, True),
        (["2026-03-04", "2026/3/4", "2026年3月4日", "04-Mar-26", "", "soon"], "", False),
        (["Mon 3/4/26", "Sat 3/28/26"], MONTH_FIRST, False),
        (["25/4/2026", "13/5/2026", "4/25/2026"], DAY_FIRST, False),  # two against one
    ],
)
def test_the_column_tells_which_number_is_the_month(texts: list[str], order: str, guess: bool) -> None:
    assert order_of(texts, 2026) == (order, guess)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("Mon 3/4/26", MONTH_FIRST, "2026-03-04"),
        ("3/4/26", DAY_FIRST, "2026-04-03"),
        ("26/3/4", YEAR_FIRST, "2026-03-04"),
        ("3/4/1999", MONTH_FIRST, "1999-03-04"),
        ("04-Mar-26 A", "", "2026-03-04"),
        ("4 March 2026", "", "2026-03-04"),
        ("March 4th, 2026 8:30 PM", "", "2026-03-04 20:30"),
        ("3/4/2026 12:15 am", MONTH_FIRST, "2026-03-04 00:15"),
        ("2026/3/4 下午5:00", "", "2026-03-04 17:00"),
        ("周一 2026/3/4 上午8:00", "", "2026-03-04 08:00"),
        ("2026/3/4 中午12:30", "", "2026-03-04 12:30"),
        ("25/4/2026", MONTH_FIRST, "2026-04-25"),  # there is no month 25
        ("4.3.2026 17:00", DAY_FIRST, "2026-03-04 17:00"),
        ("2026-03-04T08:00:00", "", "2026-03-04 08:00"),
        ("2026-03-04 08:00:00.000", "", "2026-03-04 08:00"),
        ("2026年3月4日", MONTH_FIRST, "2026年3月4日"),  # read as it is
        ("3/4/2026 25:99", MONTH_FIRST, "3/4/2026 25:99"),
        ("12/30", MONTH_FIRST, "12/30"),
        ("Foo 4, 2026", "", "Foo 4, 2026"),
        ("soon", MONTH_FIRST, "soon"),
    ],
)
def test_a_date_is_put_in_order(text: str, order: str, expected: str) -> None:
    assert in_iso(text, order) == expected


US = """Task Name,Duration,Start,Finish
Dig,2 days,Mon 6/1/26,Tue 6/2/26
Build,3 days,6/15/2026 8:00 AM,6/17/2026 5:00 PM
"""


def test_american_dates(tmp_path: Path) -> None:
    path = tmp_path / "us.csv"
    path.write_text(US, encoding="utf-8")
    tasks = [item for item in read_table(path).records if isinstance(item, Task)]
    assert [(item.recorded_start, item.recorded_finish) for item in tasks] == [
        (dt.datetime(2026, 6, 1, 8), dt.datetime(2026, 6, 2, 17)),
        (dt.datetime(2026, 6, 15, 8), dt.datetime(2026, 6, 17, 17)),
    ]


def test_what_a_person_decides_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Task Name,Start\nDig,03/04/2026\n", encoding="utf-8")
    table = OpenTable(path)
    seen = preview(table, TableWishes(), None, NOW)
    assert seen.dates_ambiguous
    assert seen.rows[0].cells[1].text == "2026-03-04 08:00"
    seen = preview(table, TableWishes(date_order=DAY_FIRST), None, NOW)
    assert seen.rows[0].cells[1].text == "2026-04-03 08:00"
    assert table.plan(TableWishes(key="task", date_order=DAY_FIRST)).profile.start == dt.datetime(2026, 4, 3, 8)


def test_the_first_rows_are_read_alone_and_then_all(tmp_path: Path) -> None:
    """300 rows: the first waits for the last, and the 250th has a duration that is none."""
    rows = [[str(at), f"T{at}", "soon" if at == 250 else "2d", "300" if at == 1 else ""] for at in range(1, 301)]
    path = tmp_path / "long.csv"
    path.write_text("ID,Task Name,Duration,Predecessors\n" + "\n".join(map(",".join, rows)), encoding="utf-8")
    table = OpenTable(path)
    first = preview(table, TableWishes(), None, NOW, whole=False)
    assert (first.whole, first.total, len(first.rows), first.counts) == (False, 300, 200, {"added": 200, "skipped": 0})
    assert not [cell for row in first.rows for cell in row.cells if cell.problem]
    found = preview(table, first.wishes, None, NOW)
    assert (found.whole, found.unreadable, found.counts) == (True, 1, {"added": 300, "skipped": 0})
    assert found.rows == first.rows
    # What names no row at all is told as soon as all rows are known.
    path.write_text(path.read_text(encoding="utf-8").replace(",300\n", ",301\n"), encoding="utf-8")
    again = OpenTable(path)
    assert preview(again, TableWishes(), None, NOW, whole=False).rows[0].cells[3].problem is None
    assert preview(again, TableWishes(), None, NOW).rows[0].cells[3].problem is not None


def test_a_title_stands_above_the_header(tmp_path: Path) -> None:
    path = tmp_path / "清单.csv"
    path.write_bytes("某某项目风险清单,,\n\n编号,风险事件,概率\n1,吊装晚到,4\n2,图纸晚到,9\n".encode("gbk"))
    seen = preview(OpenTable(path), TableWishes(), None, NOW)
    assert (seen.wishes.key, seen.wishes.header, seen.wishes.encoding) == ("risk", 1, "gb18030")
    assert seen.titles == ("编号", "风险事件", "概率")
    assert [row.line for row in seen.rows] == [4, 5]
    assert [[cell.problem is not None for cell in row.cells] for row in seen.rows] == [
        [False] * 3,
        [False, False, True],
    ]
    assert (seen.total, seen.unreadable, seen.counts) == (2, 1, {"added": 2})


def test_the_right_sheet_is_found(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "封面"
    book.active.append(["某某项目"])
    sheet = book.create_sheet("问题")
    sheet.append(["问题描述", "责任人", "截止日期"])
    sheet.append(["图纸不一致", "李雷", dt.datetime(2026, 7, 1)])
    book.save(tmp_path / "a.xlsx")
    table = OpenTable(tmp_path / "a.xlsx")
    seen = preview(table, TableWishes(), None, NOW)
    assert seen.sheets == ("封面", "问题")
    assert (seen.wishes.sheet, seen.wishes.key) == (1, "issue")
    assert dict(seen.wishes.columns or {}) == {0: "problem", 1: "owner", 2: "target"}
    assert seen.unknown_people == ("李雷",)


def test_a_western_code_page(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Task Name;Duration\nFaçade côté rue;3d\nÉtude;2d\n".encode("cp1252"))
    names = [item.name for item in read_table(path).records if isinstance(item, Task)]
    assert names == ["Façade côté rue", "Étude"]
