"""A report on a printer: the very pages, upright and lying ones, and the record of what a client has."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from desktop.domain.reporting import StatusReport
from desktop.models.workspace import Workspace
from desktop.views.reports import ReportsPage
from tests.views.reports.test_reports_page import WAIT, no_pause, page, reprinted, shown, workspace

__all__ = ["no_pause", "page", "workspace"]


def to_file(target: Path) -> QPrinter:
    """A printer that prints into a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def print_to(page: ReportsPage, qtbot: QtBot, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+P, and a printer chosen."""
    monkeypatch.setattr(
        page.printer, "ask", lambda printed: page.printer.print(printed, to_file(target), range(len(printed.sizes)))
    )
    with qtbot.waitSignal(page.printer.done, timeout=WAIT):
        page.print_action.trigger()


def test_every_page_is_printed_as_it_lies(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = shown(page).sizes
    assert {width > height for width, height in sizes} == {True, False}  # the status page is upright, the lists lie
    print_to(page, qtbot, tmp_path / "printed.pdf", monkeypatch)
    pages = PdfReader(tmp_path / "printed.pdf").pages
    found = [(float(each.mediabox.width), float(each.mediabox.height)) for each in pages]
    assert [pytest.approx(size, abs=2) for size in sizes] == found


def test_what_was_printed_for_the_client_is_recorded_as_issued(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(workspace.project.table(StatusReport))
    print_to(page, qtbot, tmp_path / "printed.pdf", monkeypatch)
    issued = [each for each in workspace.project.table(StatusReport).values() if each.status == "issued"]
    assert len(workspace.project.table(StatusReport)) >= before
    assert any(each.sha256 for each in issued)
    workspace.undo()
    reprinted(page, qtbot, audience="team")
    left = workspace.project.table(StatusReport)
    print_to(page, qtbot, tmp_path / "team.pdf", monkeypatch)
    assert workspace.project.table(StatusReport) == left


def test_without_a_printer_one_sentence_says_so(page: ReportsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    page.print_action.trigger()
    assert "knows no printer" in page._done.text()
    assert not any(
        each.status == "issued" and each.sha256 for each in page.workspace.project.table(StatusReport).values()
    )
