"""What of the plan leaves on paper, for whom: columns of the grid in any choice, and no secret in any byte."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop.charts.gantt_options import GanttOptions
from desktop.charts.shapes import Text
from desktop.charts.timescale import Timescale
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import read_resources
from desktop.domain.scheduling import schedule
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS
from desktop.models.plan_order import Arrangement
from desktop.models.plan_paper import Headed
from desktop.models.workspace import Workspace
from desktop.reports.kinds import meta_of
from desktop.reports.language import LANGUAGES
from desktop.reports.plancontent import PlanContent
from desktop.reports.planpages import SCALE, PaperWishes, PlanPages
from desktop.reports.planpicture import PlanPicture, Sizes
from desktop.reports.planprint import print_pages
from desktop.views.plan.paper_press import PlanOrder, content_of
from tests.plans import office, session_of
from tests.reports.reading import contents, poppler_text, text_of
from tests.reports.test_canary import AUDIENCES, planted
from tests.reports.test_plan_pages import META

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


# -- rows as on the screen --------------------------------------------------------------------------


def grouped(names: tuple[str, ...]) -> tuple[Project, Headed, tuple[str, ...]]:
    """The office move, half done, as the grid groups it."""
    session = session_of(office())
    session.execute(commands.SetProgress(("survey", "wishes"), 100))
    session.execute(commands.SetProgress(("plan",), 40))
    model = PlanModel(Workspace(session))
    model.arrange(Arrangement(groups=names))
    layout = model.layout
    return session.project, Headed(names, dict(layout.headings), layout.depth), tuple(model.ids)


def test_groups_stand_on_paper_under_the_same_headings() -> None:
    project, headed, rows = grouped(("progress",))
    _, content = content_of(replace(order(project, "team", rows=rows), headed=headed), lambda: False)
    assert list(content.order) == list(rows)
    columns = {column.key: column.texts for column in content.columns}
    heads = [columns["name"][at] for at, row in enumerate(rows) if row in content.headings]
    assert heads == ["In progress (1)", "Not started (6)", "Done (2)"]
    # Of the group in progress, "Floor plan" alone: five days from Thursday 2026-06-04.
    first = rows.index(next(row for row in rows if row in content.headings))
    assert (columns["start"][first], columns["duration"][first]) == ("2026-06-04", "5d")
    assert [content.depth(at) for at in range(3)] == [0, 1, 0]
    pdf = print_pages(PlanPages(content_with(content, "name", "start"), PaperWishes(), Timescale(NOW, 18), "X"), META)
    assert "Notstarted(6)" in text_of(pdf).replace(" ", "").replace("\n", "")


def content_with(content: PlanContent, *keys: str) -> PlanContent:
    return replace(content, columns=tuple(replace(one, width=18) for one in content.columns if one.key in keys))


def test_headings_speak_the_language_of_the_paper() -> None:
    project, headed, rows = grouped(("progress",))
    _, content = content_of(replace(order(project, "team", "zh", rows), headed=headed), lambda: False)
    names = next(column.texts for column in content.columns if column.key == "name")
    assert "进行中" in names[0]


def test_a_client_reads_no_heading_that_names_what_is_withheld() -> None:
    project, headed, rows = grouped(("resources",))
    _, content = content_of(replace(order(project, "client", rows=rows), headed=headed), lambda: False)
    assert not content.headings and set(content.order) <= set(project.table(Task))
    project, headed, rows = grouped(("start_month",))
    _, content = content_of(replace(order(project, "client", rows=rows), headed=headed), lambda: False)
    assert content.headings
    names = next(column.texts for column in content.columns if column.key == "name")
    assert names[0] == "2026-06 (9)"


def test_a_wrapped_text_has_all_its_lines_and_rows_make_room_for_them() -> None:
    session = session_of(office())
    note = "First the walls\nthen the floor, and at last whatever the electricians have left behind in the rooms"
    session.execute(SetFields("task", ("plan",), {"notes": note}))
    asked = replace(order(session.project, "team"), columns=(("name", 14.0), ("notes", 12.0)))
    plain = content_of(asked, lambda: False)[1]
    wrapped = content_of(replace(asked, wrapped=frozenset({"notes"})), lambda: False)[1]
    low, high = (PlanPicture(each, Sizes()) for each in (plain, wrapped))
    row = list(wrapped.order).index("plan")
    lines = [shape.text for pane in high.panes(Timescale(NOW, 18), range(row, row + 1), 0, 600) for shape
             in pane.scene.shapes if isinstance(shape, Text) and shape.text in note.replace("\n", " ")]  # fmt: skip
    lines = [line for line in lines if line != "Floor plan"]
    assert lines[0].startswith("First the walls") and " ".join(lines) == note.replace("\n", " ")
    assert len(lines) >= 4
    assert high.height - low.height == pytest.approx((len(lines) - 1) * 1.4 * Sizes().em)
    # On one page it is drawn smaller, so that all of it fits; on several, no row is cut.
    one = PlanPages(wrapped, PaperWishes(), Timescale(NOW, 18), "X")
    assert one.picture.height + one.picture.legend_height() <= one.room[1]
    many = PlanPages(wrapped, PaperWishes(fit=SCALE, percent=400), Timescale(NOW, 18), "X")
    for page in many.pages:
        tall = sum(many.picture._heights.height(at) for at in page.rows)
        assert tall <= many.room[1] or len(page.rows) == 1
    assert [row for page in many.pages if not page.sheet for row in page.rows] == list(range(len(wrapped.order)))


def test_a_task_of_two_people_stands_under_both_on_paper_and_once_for_a_client() -> None:
    session = session_of(office())
    for name in ("Anna", "Bo"):
        session.execute(AddRecord("resource", {"name": name}))
    session.execute(commands.AssignResources("plan", read_resources(session.project, "Anna; Bo")))
    model = PlanModel(Workspace(session))
    model.arrange(Arrangement(groups=("resources",)))
    rows, layout = tuple(model.ids), model.layout
    headed = Headed(("resources",), dict(layout.headings), layout.depth)
    _, content = content_of(replace(order(session.project, "team", rows=rows), headed=headed), lambda: False)
    names = next(column.texts for column in content.columns if column.key == "name")
    assert [text for text in names if text.startswith(("Anna", "Bo", "Floor"))] == [
        "Anna (1)", "Floor plan", "Bo (1)", "Floor plan",
    ]  # fmt: skip
    pdf = print_pages(PlanPages(content_with(content, "name", "start"), PaperWishes(), Timescale(NOW, 18), "X"), META)
    assert text_of(pdf).replace(" ", "").count("Floorplan") >= 2
    _, content = content_of(replace(order(session.project, "client", rows=rows), headed=headed), lambda: False)
    assert list(content.order).count("plan") == 1
