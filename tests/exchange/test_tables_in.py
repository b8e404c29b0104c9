"""Tables of tasks as plans: titles in both languages, encodings, and files that are no table."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.imports import Imported
from desktop.domain.plan import Task
from desktop.domain.predecessors import predecessors_text
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import resources_text
from desktop.domain.scheduling import schedule
from desktop.exchange.tabular import grid, read_table, write_csv, write_workbook
from desktop.i18n import catalog
from tests.plans import office

ZH = (
    "任务名称,工期,开始时间,前置任务,资源名称,大纲级别,完成百分比\r\n"
    "准备,,,,,1,\r\n"
    "调研,3 个工作日,2026年6月1日,,李雷,2,50%\r\n"
    "方案,2d,,2FS+1d,李雷[50%],2,0%\r\n"
)


def facts(plan: Imported) -> list[tuple[object, ...]]:
    project = plan.project()
    words = catalog("en")
    return [
        (
            project.outline.wbs[row], project.outline.depth[row], project.get(Task, identity).name,
            project.get(Task, identity).duration, project.get(Task, identity).milestone,
            predecessors_text(project, identity, words), resources_text(project, identity),
            project.get(Task, identity).percent_complete,
        )
        for row, identity in enumerate(project.outline.order)
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_chinese_table(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "计划.csv"
    path.write_bytes(ZH.replace(",", separator).encode(encoding))
    plan = read_table(path)
    assert facts(plan) == [
        ("1", 0, "准备", 480, False, "", "", 0),
        ("1.1", 1, "调研", 1440, False, "", "李雷", 50),
        ("1.2", 1, "方案", 960, False, "1.1FS+1d", "李雷 [50%]", 0),
    ]
    assert plan.profile.start == dt.datetime(2026, 6, 1, 8)
    assert [item.sentence for item in plan.findings] == ["Tasks: {n}"]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_was_written_is_read_again(tmp_path: Path, suffix: str, language: str) -> None:
    project, path = office(), tmp_path / f"plan{suffix}"
    before = schedule(project)
    (write_csv if suffix == ".csv" else write_workbook)(project, before, path, catalog(language))
    plan = read_table(path)
    again = plan.project()
    after = schedule(again)
    for old, new in zip(project.outline.order, again.outline.order, strict=True):
        assert (before.of(old).start, before.of(old).finish) == (after.of(new).start, after.of(new).finish)
        assert project.get(Task, old).name == again.get(Task, new).name
        assert predecessors_text(project, old, catalog("en")) == predecessors_text(again, new, catalog("en"))
    assert list(project.outline.wbs) == list(again.outline.wbs)


def test_cells_that_say_nothing_are_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Task Name", "Duration", "Start", "Colour"])
    sheet.append(["Dig", "=1+1", dt.datetime(2026, 6, 1), "red"])
    sheet.append(["Build", "soon", dt.datetime(2026, 6, 3), "blue"])
    sheet.append([None, "1d"])
    sheet.cell(1_048_576, 1, "Last")
    book.save(tmp_path / "a.xlsx")
    plan = read_table(tmp_path / "a.xlsx")
    assert [task.name for task in plan.records if isinstance(task, Task)] == ["Dig", "Build", "Last"]
    found = {item.sentence: item.items for item in plan.findings}
    assert found["Cells that could not be read: {n}"] == ("Dig: #?", "Build: soon")
    assert found["Columns that were not taken over: {n}"] == ("Colour",)
    assert found["Tasks without a predecessor, held at the start date in the table: {n}"] == ("Build",)


def test_dates_counted_from_1904(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Start", "Finish"])
    sheet.append(["Dig", dt.datetime(2026, 6, 1), dt.datetime(2026, 6, 2)])
    book.save(tmp_path / "a.xlsx")
    task = next(item for item in read_table(tmp_path / "a.xlsx").records if isinstance(item, Task))
    assert (task.recorded_start, task.duration) == (dt.datetime(2026, 6, 1, 8), 960)


def packed(size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b" " * size)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table_empty"),
        (b"Task name\n", "table_empty"),
        (b"Colour\nred\n", "table_nameless"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "table_old"),
        (b"PK\x03\x04 broken", "table_unreadable"),
        (b"\x89PNG\r\n\x1a\n\xff\xff\xff", "table_unreadable"),
        (b'Task name\n"' + b"x" * 200_000, "table_unreadable"),
        (packed(10), "table_unreadable"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(Rejected) as refused:
        read_table(path)
    assert refused.value.code == code


def test_a_small_file_that_unpacks_to_a_large_one_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid, "LARGEST", 1_000_000)
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(1_000_001))
    assert path.stat().st_size < 10_000
    with pytest.raises(Rejected) as refused:
        read_table(path)
    assert refused.value.code == "table_too_large"
