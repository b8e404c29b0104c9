"""Results of the control page: worked out when asked for, once; tables of them under Qt's own tester."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.plan import CaptureBaseline, SetDuration
from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.models import control
from desktop.models.cells import DISPLAY
from desktop.models.control import ControlBook
from desktop.models.tables import LEFT, MARK, RIGHT, STRONG, ResultTable, TableColumn
from desktop.models.workspace import Workspace
from tests.plans import DAY, session_of


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    return Workspace(session_of())


def test_nothing_to_compare_with(workspace: Workspace) -> None:
    book = ControlBook(workspace)
    assert (book.performance(""), book.comparison("", ""), book.baselines()) == (None, None, [])
    assert book.health("dcma")


def test_everything_is_worked_out_once_for_every_state(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.do(CaptureBaseline("Agreed"))
    calls: list[str] = []
    for name in ("Performance", "compare", "check_health", "curve", "costs"):
        real = getattr(control, name)

        def counted(*given: Any, name: str = name, real: Any = real, **named: Any) -> Any:
            calls.append(name)
            return real(*given, **named)

        monkeypatch.setattr(control, name, counted)
    book = ControlBook(workspace)
    outdated: list[int] = []
    book.outdated.connect(lambda: outdated.append(1))

    def ask() -> None:
        found = book.performance("")
        assert found is not None
        book.curve(found, "week")
        book.comparison("", "")
        book.health("dcma")

    ask()
    ask()
    assert sorted(calls) == ["Performance", "check_health", "compare", "costs", "curve"]
    workspace.do(AddRecord("action", {"title": "Call"}))  # nothing here follows from it
    ask()
    assert (len(calls), outdated) == (5, [])
    workspace.do(SetDuration(("plan",), 6 * DAY))
    assert outdated == [1]
    ask()
    assert len(calls) == 10


def test_baselines_and_the_day(workspace: Workspace) -> None:
    book = ControlBook(workspace)
    workspace.do(CaptureBaseline("First"))
    workspace.do(CaptureBaseline("Second"))
    second, first = book.baselines()
    assert (second.name, first.name) == ("Second", "First")
    assert (book.baseline(""), book.baseline(first.id), book.baseline("gone")) == (second, first, second)
    assert book.status == dt.date(2026, 6, 3)  # today
    workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 10)}))
    assert book.status == dt.date(2026, 6, 10)
    found = book.comparison(first.id, second.id)
    assert found is not None
    assert found.after is not None and found.after.name == "Second"
    workspace.do(DeleteRecords("baseline", (second.id,)))
    found = book.comparison(first.id, second.id)
    assert found is not None and found.after is None  # what is gone gives way to the plan


# -- tables -------------------------------------------------------------------------------------------


def table() -> ResultTable:
    return ResultTable(
        [
            TableColumn("Number", lambda one: str(one[0] or ""), lambda one: one[0], RIGHT),
            TableColumn("Name", lambda one: one[1], alignment=LEFT, mark=lambda one: "red" if one[1] == "b" else ""),
        ],
        strong=lambda one: one[1] == "a",
    )


def column(model: ResultTable, at: int) -> list[str]:
    return [model.index(row, at).data(DISPLAY) for row in range(model.rowCount())]


def test_rows_and_roles(qapp: QApplication) -> None:
    model = table()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([(2, "b"), (None, "c"), (10, "a")])
    assert column(model, 0) == ["2", "", "10"]
    assert [model.index(0, at).data(MARK) for at in (0, 1)] == ["", "red"]
    assert [bool(model.index(row, 1).data(STRONG)) for row in range(3)] == [False, False, True]
    assert model.headerData(1, Qt.Orientation.Horizontal).strip() == "Name"
    assert list(model.texts()) == [["2", "b"], ["", "c"], ["10", "a"]]
    assert (model.row(1), model.row(9), model.row(-1)) == ((None, "c"), None, None)
    del tester


def test_sorting_puts_nothing_last_and_keeps_the_cursor(qapp: QApplication) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    model = table()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([(2, "b"), (None, "c"), (10, "a")])
    kept = QPersistentModelIndex(model.index(0, 1))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert column(model, 1) == ["a", "b", "c"]
    assert kept.row() == 1
    model.sort(0)
    assert column(model, 1) == ["b", "a", "c"]
    model.show_rows([(3, "x"), (1, "y")])  # sorted as before
    assert column(model, 1) == ["y", "x"]
    model.sort(-1)
    assert column(model, 1) == ["x", "y"]
    del tester
