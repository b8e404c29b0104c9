"""Prints a table to a PDF away from the interface."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from desktop.domain.progress import Progress
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.i18n import words
from desktop.models.tables import Content
from desktop.publish import publish_bytes


def printing(
    content: Content, project: Project, planned: Schedule, today: dt.date, target: Path
) -> Callable[[Progress], None]:
    """What prints ``content`` to ``target``, in whatever thread it is called; ``project`` is a snapshot. Raises
    Rejected and Stopped; then ``target`` is what it was."""
    language = "zh" if words().is_chinese else "en"

    def work(progress: Progress) -> None:
        from desktop.reports.pdf import print_report
        from desktop.reports.tables import table_report

        def is_off() -> bool:
            progress.tell(0.0)
            return False

        report = table_report(
            project, planned, content.title, content.headings, content.rows, language=language, today=today
        )
        made = print_report(report, is_off)
        progress.settle()
        publish_bytes(target, made)

    return work
