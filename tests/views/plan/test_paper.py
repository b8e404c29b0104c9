"""What of the plan leaves on paper, for whom: columns of the grid in any choice, and no secret in any byte."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop.charts.gantt_options import GanttOptions
from desktop.charts.timescale import Timescale
from desktop.domain.commands import plan as commands
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.models.plan_columns import COLUMNS
from desktop.reports.kinds import meta_of
from desktop.reports.language import LANGUAGES
from desktop.reports.planpages import PaperWishes, PlanPages
from desktop.reports.planprint import print_pages
from desktop.views.plan.paper_press import PlanOrder, content_of
from tests.plans import office, session_of
from tests.reports.reading import contents, poppler_text, text_of
from tests.reports.test_canary import AUDIENCES, planted

EVERY_COLUMN = tuple((column.key, 6.0) for column in COLUMNS)
NOW = dt.datetime(2026, 6, 12, 9)


def order(project: Project, audience: str, language: str = "en", rows: tuple[str, ...] | None = None) -> PlanOrder:
    plan = schedule(project)
    return PlanOrder(
        project, plan, rows, EVERY_COLUMN, GanttOptions(total_float=True), Timescale(plan.start, 18), language,
        audience, NOW,
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", AUDIENCES)
def test_no_secret_is_in_any_byte_whatever_columns_are_chosen(reader: str, language: str) -> None:
    project, plant = planted(reader)
    source, content = content_of(order(project, reader, language), lambda: False)
    half = len(content.columns) // 2
    written = [text for column in content.columns for text in column.texts]
    assert any(text in plant.shown for text in written)  # there is something to find
    for columns in (content.columns[:half], content.columns[half:]):
        pages = PlanPages(
            replace(content, columns=columns), PaperWishes(paper="A0"), Timescale(NOW, 18),
            source.project.profile.name,
        )  # fmt: skip
        pdf = print_pages(pages, meta_of(source))
        streams, texts = b"\n".join(contents(pdf)), (text_of(pdf), poppler_text(pdf) or "")
        for secret in plant.secrets:
            assert secret.encode() not in streams, secret
            assert not any(secret in text for text in (*texts, *written)), secret


def test_a_client_is_shown_neither_floats_nor_money_nor_work() -> None:
    _, content = content_of(order(office(), "client"), lambda: False)
    keys = {column.key for column in content.columns}
    assert {"wbs", "name", "duration", "start", "finish", "predecessors", "percent_complete", "resources"} <= keys
    withheld = ("float", "cost", "work", "cpi", "critical", "late_", "open_", "variance")
    assert not [key for key in keys if any(part in key for part in withheld)]
    assert not content.options.total_float
    _, ours = content_of(order(office(), "team"), lambda: False)
    assert {"total_float", "cost", "work", "late_finish", "critical"} <= {column.key for column in ours.columns}


def test_texts_are_those_of_the_grid() -> None:
    session = session_of(office())
    session.execute(commands.CaptureBaseline("First"))
    project = session.project
    _, content = content_of(order(project, "team"), lambda: False)
    columns = {column.key: column for column in content.columns}
    row = list(content.order).index("survey")
    dates = schedule(project).of("survey")
    assert columns["name"].texts[row] == project.get(Task, "survey").name
    assert columns["start"].texts[row] == f"{dates.start:%Y-%m-%d}"
    assert columns["baseline_finish"].texts[row] == f"{dates.finish:%Y-%m-%d}"
    assert all(len(column.texts) == len(content.order) for column in content.columns)


def test_rows_are_those_of_the_grid_as_far_as_the_reader_may_see_them() -> None:
    project = office()
    ids = list(project.outline.order)
    hidden = project.get(Task, "survey").replace(audience="team")
    other = Project([*(record for record in project.all() if record.id != "survey"), hidden])
    _, content = content_of(order(other, "client", rows=("offers", "survey", "gone")), lambda: False)
    assert list(content.order) == ["offers"]
    _, content = content_of(order(other, "client"), lambda: False)
    assert list(content.order) == [each for each in ids if each != "survey"]


def test_a_project_that_is_not_for_the_client_is_refused() -> None:
    project = office()
    profile = project.profile.replace(audience="team")
    hidden = Project([*(record for record in project.all() if record is not project.profile), profile])
    with pytest.raises(Rejected) as caught:
        content_of(order(hidden, "client"), lambda: False)
    assert caught.value.code == "report_hidden_project"
