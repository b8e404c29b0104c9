"""Prints the plan away from the interface: what the grid and the chart show, for one reader, on pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.charts.gantt_options import GanttOptions
from desktop.charts.timeheader import text_width
from desktop.charts.timescale import Timescale
from desktop.domain.display import date_text
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule
from desktop.i18n import tr
from desktop.models.plan_paper import Headed, column_texts, released_headings
from desktop.views.background import Wish
from desktop.views.reports.pager import Pager
from desktop.views.save_dialog import file_name

if TYPE_CHECKING:
    from desktop.reports.columns import Source
    from desktop.reports.plancontent import PlanContent
    from desktop.reports.planpages import PaperWishes
    from desktop.views.plan.page import PlanPage


TITLE_ROOM = 1.7
"""Letter sizes on both sides of a column's title."""


@dataclass(frozen=True, slots=True)
class PlanOrder:
    """What of the plan is wanted, and for whom; paper and pictures are made of it alike."""

    project: Project
    """A snapshot."""
    schedule: Schedule
    rows: tuple[str, ...] | None
    """Ids of the tasks as the grid shows them; None for all."""
    columns: tuple[tuple[str, float], ...]
    """(key, width in letter sizes) of the grid's columns."""
    options: GanttOptions
    scale: Timescale
    """How the chart divides and folds time, where it begins, and how long a day is on the screen."""
    language: str
    audience: str
    now: dt.datetime
    wrapped: frozenset[str] = frozenset()
    """Keys of the columns whose texts go on in further lines."""
    headed: Headed = field(default_factory=Headed)
    """The groups of the rows."""


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """A plan on paper."""

    plan: PlanOrder
    wishes: PaperWishes


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """A printed plan; ``sizes`` are its pages in points."""

    order: PaperOrder
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    percent: int
    """How large it was drawn."""
    left_out: tuple[str, ...]
    """Titles of columns that found no room."""


def content_of(order: PlanOrder, cancelled: Callable[[], bool]) -> tuple[Source, PlanContent]:
    """What the reader may see of what was ordered. Raises ``report_hidden_project``."""
    from desktop.reports.kinds import overloaded_tasks, source_of
    from desktop.reports.plancontent import PlanContent, TableColumn, options_for

    source = source_of(
        order.project, order.schedule, language=order.language, audience=order.audience, today=order.now.date()
    )
    project, words = source.project, source.words
    tasks = project.table(Task)
    headings = released_headings(order.headed, project, order.audience, words) if order.rows is not None else {}
    shown = order.rows or ()
    rows = project.outline.order if order.rows is None else [one for one in shown if one in tasks or one in headings]
    if not headings:  # in several groups a task has several rows, which mean nothing without them
        rows = list(dict.fromkeys(rows))
    found = column_texts(
        project, order.schedule, rows, [key for key, _ in order.columns], audience=order.audience, words=words,
        now=order.now, cancelled=cancelled, wrapped=order.wrapped, headings=headings,
    )  # fmt: skip
    if cancelled():
        raise Rejected("report_cancelled")
    widths = dict(order.columns)
    columns = []
    for column, texts in found:
        title = words.label(column.title)  # of two languages the longer one may want more room than on the screen
        wanted = max(text_width(line, 1.0) for line in title.split("\n")) + TITLE_ROOM
        wide, wraps = max(widths[column.key], wanted), column.key in order.wrapped
        columns.append(TableColumn(column.key, title, wide, column.align, texts, wraps))
    options = options_for(replace(order.options, pixels=False), order.audience)
    levels = order.headed.levels if order.rows is not None else None
    content = PlanContent(
        project, order.schedule, rows, tuple(columns), options, words.first, words, levels, frozenset(headings),
        order.now.date(), overloaded_tasks(source, options),
    )  # fmt: skip
    return source, content


class PlanPress(Pager):
    """``told`` carries (pages made, pages in all)."""

    told = Signal(object, object)

    def _made_of(self, order: PaperOrder, wish: Wish) -> PrintedPlan:
        from desktop.reports.kinds import meta_of
        from desktop.reports.planpages import PlanPages
        from desktop.reports.planprint import print_pages

        source, content = content_of(order.plan, wish.is_off)
        # Paper is read on other days than it was printed on: without the line of today, the data date stays true.
        content = replace(content, options=replace(content.options, today=None))
        pages = PlanPages(content, order.wishes, order.plan.scale, source.project.profile.name)

        def tell(done: int, count: int) -> None:
            if done % 5 == 0:
                wish.say("told", done, count)

        pdf = print_pages(pages, meta_of(source), cancelled=wish.is_off, told=tell)
        document, sizes = self.opened(pdf)
        made = PrintedPlan(order, pdf, sizes, round(pages.factor * 100), pages.left_out)
        self._open = (made, document)
        return made


def plan_order(
    page: PlanPage, rows: tuple[str, ...] | None, keys: tuple[str, ...], language: str, audience: str
) -> PlanOrder:
    """A snapshot of the plan, with what its page shows of it."""
    workspace, grid = page.workspace, page.grid
    widths: dict[str, Any] = dict(grid.shown_columns())
    layout, asked = page.model.layout, page.rows_shown.asked
    headed = Headed(tuple(asked.groups), dict(layout.headings), layout.depth)
    columns = tuple((key, widths[key] / grid.metrics.em) for key in keys if key in widths)
    return PlanOrder(
        workspace.project.snapshot(), workspace.schedule, rows, columns, page.chart.options, page.chart.scale,
        language, audience, workspace.session.now(), frozenset(grid.sizes.wrapped), headed,
    )  # fmt: skip


def plan_file_name(page: PlanPage, order: PlanOrder, suffix: str) -> str:
    """A name for what is written: project, day, language."""
    profile = page.workspace.project.profile
    name = profile.short_name or profile.project_code or profile.name
    day = date_text(profile.status_date or order.now.date())
    whole = " ".join((name[:60], tr("Plan"), day, order.language))
    return file_name(whole, suffix)
