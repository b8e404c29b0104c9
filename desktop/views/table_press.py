"""Prints a table to a PDF away from the interface."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Signal

from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule
from desktop.i18n import words
from desktop.models.tables import Content
from desktop.publish import publish_bytes
from desktop.views.background import Background, Wish


class TablePress(Background):
    """``printed`` carries the path, ``refused`` why there is none."""

    printed = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        for ended in (self.printed, self.refused, self.broken):
            ended.connect(self.retire)

    def print(self, content: Content, project: Project, planned: Schedule, today: dt.date, target: Path) -> None:
        """Write ``content``; ``project`` is a snapshot."""
        language = "zh" if words().is_chinese else "en"

        def work(wish: Wish) -> None:
            from desktop.reports.pdf import print_report
            from desktop.reports.tables import table_report

            try:
                report = table_report(
                    project, planned, content.title, content.headings, content.rows, language=language, today=today
                )
                publish_bytes(target, print_report(report, wish.is_off))
            except Rejected as refusal:
                wish.say("refused", refusal)
                return
            wish.say("printed", target)

        self._begin("print", work)
