"""The register of resources says who is needed too much, and keeps up with the plan."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.commands.plan import AcceptMoves
from desktop.domain.commands.records import SetFields
from desktop.domain.costing.usage import usage
from desktop.domain.levelling import level_plan
from desktop.domain.plan import Assignment, Resource
from desktop.models.columns import default_columns
from desktop.models.records import RecordTableModel
from desktop.models.usage import HeatModel, Laid, UsageBook, usage_columns
from desktop.models.workspace import Workspace
from tests.plans import MONDAY, office, session_of


def reckoned(book: UsageBook) -> None:
    """What is done away from the interface otherwise."""
    found = usage(book.workspace.project, book.workspace.schedule)
    assert found is not None
    book.take(found)


def busy() -> Workspace:
    made = office()
    for number, task in enumerate(("survey", "wishes"), 1):
        made.put("assignment", f"a{number}", Assignment(id=f"a{number}", number=number, task=task, resource="anna"))
    return Workspace(session_of(made))


def test_work_beyond_what_is_there_is_shown_and_kept_up(qapp: object) -> None:
    workspace = busy()
    book = UsageBook(workspace)
    model = RecordTableModel(workspace, Resource, (*default_columns(Resource, workspace), *usage_columns(book)))
    book.renewed.connect(model.forget_derived)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    cell = QPersistentModelIndex(model.index(0, model.column_of("overload")))
    assert model.data(cell) == "…"
    reckoned(book)
    # Three days of survey and two of wishes from Monday on: on two days Anna is needed twice.
    assert model.data(cell) == "▲ 2d"
    assert model.data(model.index(0, model.column_of("peak"))) == "200%"
    assert model.data(model.index(0, model.column_of("work"))) == "40h"
    assert tester.model() is model
    assert not model.flags(cell) & Qt.ItemFlag.ItemIsEditable

    outdated: list[bool] = []
    book.outdated.connect(lambda: outdated.append(True))
    assert workspace.do(SetFields("resource", ("anna",), {"max_units": 150}))
    assert outdated == [True]
    reckoned(book)
    assert model.data(cell) == "▲ 1d"
    assert workspace.undo()
    moves = level_plan(workspace.project, within_float=False, limit=20).moves
    assert workspace.do(AcceptMoves(moves))
    reckoned(book)
    assert model.data(cell) == ""


def test_the_heat_map_says_numbers_marks_and_sentences(qapp: object) -> None:
    workspace = busy()
    found = usage(workspace.project, workspace.schedule)
    assert found is not None
    midnights = [MONDAY.replace(hour=0, day=day) for day in (1, 2, 3, 4, 5)]
    model = HeatModel(workspace)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    laid = Laid("day", {"anna": found.of["anna"].periods(midnights)})
    for measure, texts in (("work", ["▲ 16", "▲ 16", "8", ""]), ("units", ["▲ 200", "▲ 200", "100", ""])):
        model.show(laid, ["anna", "gone"], measure)
        assert [model.index(0, at).data() for at in range(model.columnCount())] == texts
    assert tester.model() is model
    assert model.headerData(0, Qt.Orientation.Vertical) == "Anna"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "2026-06-01"
    assert model.sentence(laid.rows["anna"][0]) == "work 16h of 8h, peak 200% of 100%, 8h too much"
    assert model.sentence(laid.rows["anna"][3]) == "work 0h of 8h, peak 0% of 100%"
    content = model.content("Load")
    assert content.headings == ("Resource (%)", "2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04")
    assert content.rows == (("Anna", 200, 200, 100, None),)
