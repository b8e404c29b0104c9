"""A table that was worked out, as a file: types stay, texts are never formulas."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.rejection import Rejected
from desktop.exchange.tabular.result import write_result

HEADINGS = ("Until", "Planned (CNY)", "Name")
ROWS = ((dt.date(2026, 6, 7), 1234.5, "=1+1"), (dt.date(2026, 6, 14), None, "基础施工"))


def test_excel(tmp_path: Path) -> None:
    target = tmp_path / "curve.xlsx"
    write_result("S: curve/1", HEADINGS, ROWS, target)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert sheet.title == "S  curve 1"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [
        list(HEADINGS), [dt.datetime(2026, 6, 7), 1234.5, "=1+1"], [dt.datetime(2026, 6, 14), None, "基础施工"],
    ]  # fmt: skip
    assert sheet["C2"].data_type == "s"
    assert sheet["B2"].number_format == "#,##0.00"


def test_csv(tmp_path: Path) -> None:
    target = tmp_path / "curve.csv"
    write_result("S-curve", HEADINGS, ROWS, target)
    assert target.read_bytes().decode("utf-8-sig").splitlines() == [
        "Until,Planned (CNY),Name", "2026-06-07,1234.5,'=1+1", "2026-06-14,,基础施工",
    ]  # fmt: skip


def test_a_table_without_rows(tmp_path: Path) -> None:
    for name in ("empty.xlsx", "empty.csv"):
        write_result("S-curve", HEADINGS, (), tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(Rejected):
        write_result("S-curve", HEADINGS, ROWS, tmp_path / "missing" / "curve.csv")
