"""Tables of the screen on paper: what stands where, and how wide ones are divided."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from desktop.domain.scheduling import schedule
from desktop.reports.blocks import RIGHT, TableBlock
from desktop.reports.pdf import print_report
from desktop.reports.tables import ROOM, parts, table_report, value_text
from tests.plans import office

TODAY = dt.date(2026, 6, 3)


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (1234.5, "1,234.5"), (8.0, "8"), (3, "3"), (TODAY, "2026-06-03"), ("a", "a")]
)
def test_how_cells_are_printed(value: object, text: str) -> None:
    assert value_text(value) == text  # type: ignore[arg-type]


def test_wide_tables_repeat_what_a_row_is_known_by() -> None:
    assert list(parts([10, 20, 30])) == [[0, 1, 2]]
    assert list(parts([20])) == [[0]]
    found = list(parts([6, 30, *[12] * 20]))
    assert all(part[:2] == [0, 1] for part in found)
    assert sorted({at for part in found for at in part}) == list(range(22))
    assert all(sum([6, 30, *[12] * 20][at] for at in part) <= ROOM for part in found)
    assert [part[0] for part in parts([30, *[60] * 4])] == [0] * 4  # a name alone, and one wide column each


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_becomes_pages_for_the_team(language: str) -> None:
    made = office()
    rows = [(f"任务 {number}", 1.5 * number, TODAY) for number in range(200)]
    report = table_report(made, schedule(made), "Load", ("Task", "Hours", "Day"), rows, language=language, today=TODAY)
    (block,) = [one for one in report.blocks if isinstance(one, TableBlock)]
    assert [one.align == RIGHT for one in block.columns] == [False, True, False]
    assert block.rows[2] == ("任务 2", "3", "2026-06-03")
    pages = PdfReader(io.BytesIO(print_report(report))).pages
    assert len(pages) > 2
    text = "".join(page.extract_text() for page in pages)
    assert "任务 199" in text
    assert ("内部资料，不得提供给客户" if language == "zh" else "not for the client") in text
