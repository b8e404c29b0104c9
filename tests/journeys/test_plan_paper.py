"""The plan leaves the screen: pages are looked at, chosen, saved and printed; what is saved is what was seen."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.charts.gantt_options import STATUS_COLOUR
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Assignment
from desktop.domain.record import CLIENT
from desktop.domain.risks import Risk
from desktop.i18n import CHINESE, ENGLISH, tr
from desktop.reports.planpicture import PlanPicture, Sizes
from desktop.views.plan.paper_dialog import PaperDialog
from desktop.views.plan.paper_press import content_of, plan_order
from tests.journeys.visible import clipped
from tests.plan_window import CTRL, Person, english, opened, reader
from tests.plans import office, snapshot
from tests.reports.reading import page_texts

__all__ = ["english", "opened", "reader"]

Opened = Callable[..., Person]
KEY = Qt.Key
SOON = 20_000


def shown(me: Person) -> PaperDialog:
    """Ctrl+P, and the pages that come of it."""
    me.grid.setFocus()
    me.key(KEY.Key_P, CTRL, to=me.grid)
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, PaperDialog) and each.isVisible()]
    wait_for_pages(me, found[-1])
    return found[-1]


def wait_for_pages(me: Person, dialog: PaperDialog) -> None:
    me.bot.waitUntil(
        lambda: dialog._printed is not None and dialog._printed.order.wishes == dialog.order().wishes, timeout=SOON
    )
    QApplication.processEvents()  # what was said needs other room


def choose(me: Person, dialog: PaperDialog, act: Callable[[], object]) -> None:
    """Choose something and wait for other pages."""
    before = dialog._printed
    act()
    me.bot.waitUntil(lambda: dialog._printed is not before, timeout=SOON)
    QApplication.processEvents()


def test_what_is_saved_is_what_was_seen(opened: Opened, reader: str, tmp_path: Path) -> None:
    me = opened()
    before = snapshot(me.project)
    dialog = shown(me)
    assert clipped(dialog) == []
    assert dialog.paper.preview.count == 1
    target = tmp_path / "plan.pdf"
    with me.bot.waitSignal(dialog.press.written, timeout=SOON):
        dialog.save(target)
    assert dialog._printed is not None and target.read_bytes() == dialog._printed.pdf
    assert target.name in dialog._note.text()
    (text,) = page_texts(target.read_bytes())
    # The office move is read by a client who gets both languages.
    heads = {ENGLISH: "Task name", CHINESE: "任务名称"}
    assert all("".join(head.split()) in text for head in heads.values())
    names = (me.task(identity).name for identity in me.page.model.ids)
    assert all("".join(name.split()) in text for name in names)
    assert not any(float_ in text for float_ in ("Totalfloat", "总浮动时间"))
    del reader

    def letter() -> None:
        dialog.choices.paper.setCurrentText("A3")

    choose(me, dialog, letter)
    width = float(PdfReader(io.BytesIO(dialog._printed.pdf)).pages[0].mediabox.width)
    assert width == pytest.approx(1190.55, abs=1)
    choose(me, dialog, lambda: dialog.choices.fit.setCurrentIndex(1))
    assert dialog.paper.preview.count == 2
    assert clipped(dialog) == []
    choose(me, dialog, lambda: dialog.choices.columns.item(0).setCheckState(Qt.CheckState.Unchecked))
    # The team sees floats; it is asked for in the same dialog.
    team = dialog.choices.readers
    team.setFocus()
    choose(me, dialog, lambda: me.key(KEY.Key_Right, to=team))
    assert dialog.choices.audience == "team"
    texts = "".join(page_texts(dialog._printed.pdf))
    assert "Totalfloat" in texts and "总浮动时间" in texts
    me.key(KEY.Key_Escape, to=dialog)
    QApplication.processEvents()
    assert snapshot(me.project) == before
    # The next time the choices are still there.
    state = me.page.save_state()
    other = opened()
    other.page.restore_state(state)
    again = shown(other)
    assert again.choices.paper.currentText() == "A3" and again.choices.audience == "team"
    again.reject()


def test_days_are_typed_and_a_wrong_one_is_told(opened: Opened, reader: str) -> None:
    del reader
    me = opened()
    dialog = shown(me)
    dialog.choices.span.setCurrentIndex(2)
    dialog.choices.first.setText("2026-06-08")
    dialog.choices.last.setText("yesteryear")
    dialog.choices.last.editingFinished.emit()
    assert "yesteryear" in dialog.choices.problem.text()
    assert not dialog.choices.problem.isHidden()
    dialog.choices.last.setText("2026-06-12")
    choose(me, dialog, dialog.choices.last.editingFinished.emit)
    assert dialog.choices.problem.isHidden()
    wait_for_pages(me, dialog)
    assert clipped(dialog) == []
    dialog.reject()


def test_a_plan_that_is_not_for_the_client_says_so_and_is_not_saved(opened: Opened, reader: str) -> None:
    del reader
    me = opened()
    me.workspace.do(SetFields("project", (me.project.profile.id,), {"audience": "team"}))
    me.grid.setFocus()
    me.key(KEY.Key_P, CTRL, to=me.grid)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PaperDialog) and each.isVisible())
    me.bot.waitUntil(lambda: bool(dialog.paper.sentence.text()), timeout=SOON)
    assert not dialog.save_button.isEnabled() and not dialog.print_button.isEnabled()
    assert tr("Client") in dialog.paper.sentence.text() or "客户" in dialog.paper.sentence.text()
    dialog.reject()


def test_the_pages_are_printed_as_they_are(opened: Opened, tmp_path: Path) -> None:
    me = opened()
    dialog = shown(me)
    choose(me, dialog, lambda: dialog.choices.fit.setCurrentIndex(1))
    printed = dialog._printed
    assert printed is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with me.bot.waitSignal(dialog.printer.done, timeout=SOON) as done:
        dialog.printer.print(printed, printer, range(2))
    assert done.args == ["2 pages were printed.", True]
    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert len(pages) == 2
    assert (float(pages[0].mediabox.width), float(pages[0].mediabox.height)) == pytest.approx((842, 595), abs=2)
    dialog.reject()


def test_without_a_printer_one_sentence_says_so(opened: Opened, reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    del reader
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    me = opened()
    dialog = shown(me)
    dialog.print_button.click()
    assert dialog._note.text() == tr(
        "This computer knows no printer. Save the pages as PDF to print them elsewhere."
    )  # fmt: skip
    dialog.reject()


def test_a_file_that_cannot_be_written_is_left_as_it_was(opened: Opened, tmp_path: Path) -> None:
    me = opened()
    dialog = shown(me)
    folder = tmp_path / "missing" / "plan.pdf"
    with me.bot.waitSignal(dialog.press.failed, timeout=SOON):
        dialog.save(folder)
    assert "plan.pdf" in dialog._note.text()
    assert not folder.parent.exists()
    dialog.reject()


@pytest.mark.parametrize("audience", [CLIENT, "team"])
def test_paper_shows_what_the_chart_says_of_today(opened: Opened, audience: str) -> None:
    """Also where the project has no status date: then it is today that decides what is late."""
    project = office()
    records = [
        Risk(id="r", number=1, event="The lift is out of order", tasks=("plan",), audience=CLIENT),
        Assignment(id="a1", number=1, task="survey", resource="anna"),
        Assignment(id="a2", number=2, task="wishes", resource="anna"),  # in the same days
    ]
    for record in records:
        project.put(record.info.key, record.id, record)
    me = opened(project)
    me.chart.set_options(replace(me.chart.options, badges=True, overloads=True, colour=STATUS_COLOUR))
    me.bot.waitUntil(lambda: me.page.model.figures.overloaded("survey") is True, timeout=SOON)
    seen = me.chart.look.facts
    assert project.profile.status_date is None and set(seen.badges) == {"plan"}
    order = plan_order(me.page, None, ("name",), "en", audience)
    _, content = content_of(order, bool)
    # As for paper, which shows no line of today.
    printed = PlanPicture(replace(content, options=replace(content.options, today=None)), Sizes()).chart.facts
    assert printed.badges == seen.badges
    assert printed.overloaded is not None and seen.overloaded is not None
    tasks = list(project.outline.order)
    busy = [task for task in tasks if seen.overloaded(task)]
    assert "survey" in busy
    assert [task for task in tasks if printed.overloaded(task)] == ([] if audience == CLIENT else busy)
    assert printed.colouring is not None and seen.colouring is not None
    said = [{task: each.classes[each.of(task)].title for task in tasks} for each in (printed.colouring, seen.colouring)]
    assert "Late" in said[0].values()
    # Paper counts the day through its end, as a status date; this milestone is due at five in the afternoon.
    assert {task for task in tasks if said[0][task] != said[1][task]} == {"agreed"}
