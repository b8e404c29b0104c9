"""The Gantt chart on paper: rows over pages, time over sheets, names and time scale on every one of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from desktop.charts.gantt_options import NAME_TEXT, NOTHING, OWNER_COLOUR, PLAN_LINE, GanttOptions
from desktop.charts.legend import LegendEntry
from desktop.domain.plan import Assignment, ProjectProfile, Resource, Task
from desktop.domain.project import Project
from desktop.domain.risks import Risk
from desktop.domain.scheduling import schedule
from desktop.reports.blocks import GanttBlock, Paragraph, Report
from desktop.reports.ganttflow import chart_widths, draw_legend
from desktop.reports.ganttplan import Drawing, GanttLine
from desktop.reports.kinds import Wishes, build
from desktop.reports.pdf import print_report
from desktop.reports.planchart import EM
from tests.reports.reading import page_texts
from tests.reports.samples import AS_OF

Changed = Callable[..., Project]


def gantt(project: Project, sheets: int = 1, language: str = "en") -> Report:
    return build(
        project, schedule(project), kind="gantt", language=language, audience="client", today=AS_OF,
        wishes=Wishes(sheets=sheets),
    )  # fmt: skip


def plan_of(report: Report) -> GanttBlock:
    found = report.blocks[1]
    assert isinstance(found, GanttBlock)
    return found


def long_plan(count: int) -> Project:
    tasks = [
        Task(id=f"t{n}", number=n, name=f"Task number {n:05d}", rank=n, duration=480 * (n % 40 + 1))
        for n in range(1, count + 1)
    ]
    return Project([ProjectProfile(id="p", number=1, name="Long", start=dt.datetime(2026, 6, 1, 8)), *tasks])


def test_rows_say_what_the_plan_says(project: Project) -> None:
    lines = plan_of(gantt(project)).plan.lines
    assert [line.task for line in lines] == list(project.outline.order)
    assert lines[7] == GanttLine(
        "t5", "2.2", "接口设计（ERP、WMS、手持终端）Interface design", 1, False,
        dt.datetime(2026, 6, 3, 8), dt.datetime(2026, 6, 17, 9, 36), 60,
    )  # fmt: skip
    assert lines[5].summary


def test_every_row_is_on_one_page_and_every_page_has_the_heads() -> None:
    texts = page_texts(print_report(gantt(long_plan(200))))
    # 515 points less 53 for head and legend hold 36 rows of 12.5, the first page under its heading 34.
    assert len(texts) == 6
    for n in range(1, 201):
        assert sum(f"Tasknumber{n:05d}" in text for text in texts) == 1
    for text in texts:
        assert "WBSTasknameStartFinish" in text
        assert "Task,withprogress" in text and "Milestone" not in text  # the legend of what is there
        assert "2026" in text  # the time scale


@pytest.mark.parametrize("sheets", [2, 3])
def test_the_time_axis_runs_over_sheets_of_the_same_rows(sheets: int) -> None:
    texts = page_texts(print_report(gantt(long_plan(60), sheets)))
    assert len(texts) == 2 * sheets
    for n in range(1, 61):
        assert sum(f"Tasknumber{n:05d}" in text for text in texts) == sheets
    first_band = texts[:sheets]
    assert all("Tasknumber00001" in text for text in first_band)
    assert ["StartFinish" in text for text in first_band] == [True] + [False] * (sheets - 1)


def test_the_sheets_join_without_a_gap(project: Project) -> None:
    drawn = Drawing(plan_of(gantt(project, 3)).plan)
    widths = chart_widths(762, 3)
    for sheet in (0, 1):
        end = drawn.scale(sheet, widths).moment(widths[sheet])
        assert abs(end - drawn.scale(sheet + 1, widths).start) < dt.timedelta(minutes=5)
    assert drawn.scale(0, widths).start <= drawn.plan.first
    assert drawn.scale(2, widths).moment(widths[2]) > drawn.plan.last


def test_everything_in_time_fits_the_page(project: Project) -> None:
    drawn = Drawing(plan_of(gantt(project)).plan)
    widths = chart_widths(762, 1)
    scale = drawn.scale(0, widths)
    assert scale.x(drawn.plan.first) >= 0
    assert scale.x(drawn.plan.last) <= widths[0] - 5 * EM  # room for a name beside the last bar


def test_the_legend_names_what_is_on_the_page_in_the_languages_of_the_report(project: Project) -> None:
    drawn = Drawing(plan_of(gantt(project)).plan)
    widths = chart_widths(762, 1)
    scene, entries = drawn.chart(drawn.scale(0, widths), 0, len(drawn.plan.lines), widths[0])
    roles = {getattr(shape, "role", "") for shape in scene.shapes}
    signs = {entry.sign for entry in entries}
    for sign, role in (("critical", "critical"), ("link", "link"), ("milestone", "milestone"), ("late", "late")):
        assert (sign in signs) == (role in roles), sign
    text = page_texts(print_report(gantt(project)))[0]
    for entry in entries:
        assert "".join(entry.title.split()) in text
    both = page_texts(print_report(gantt(project, language="both")))[0]
    assert "摘要任务Summarytask" in both


def test_paper_shows_what_the_person_wishes(project: Project) -> None:
    look = GanttOptions(
        colour=OWNER_COLOUR, label=NOTHING, label_inside=NAME_TEXT, progress_line=PLAN_LINE, baselines=(),
        today=dt.datetime(2026, 6, 12, 10),
    )  # fmt: skip
    report = build(
        project, schedule(project), kind="gantt", language="en", audience="client", today=AS_OF,
        wishes=Wishes(look=look),
    )  # fmt: skip
    drawn = Drawing(plan_of(report).plan)
    widths = chart_widths(762, 1)
    scene, entries = drawn.chart(drawn.scale(0, widths), 0, len(drawn.plan.lines), widths[0])
    roles = {getattr(shape, "role", "") for shape in scene.shapes}
    signs = {entry.sign for entry in entries}
    assert {"class0", "progress_line"} <= roles and {"class0", "progress_line"} <= signs
    assert "today" not in roles and not [sign for sign in signs if sign.startswith("baseline")]
    assert print_report(report)
    bare = build(
        project, schedule(project), kind="gantt", language="en", audience="client", today=AS_OF,
        wishes=Wishes(look=dataclasses.replace(look, legend=False)),
    )  # fmt: skip
    drawn = Drawing(plan_of(bare).plan)
    assert drawn.chart(drawn.scale(0, widths), 0, len(drawn.plan.lines), widths[0])[1] == []


@pytest.mark.parametrize(("audience", "colour"), [("client", "critical"), ("team", "field:mode")])
def test_colours_tell_a_client_nothing_that_only_the_team_may_read(
    project: Project, audience: str, colour: str
) -> None:
    assert Task.info.specs["mode"].audience == "team" and Task.info.specs["constraint"].audience == "client"
    for wished, shown in (("field:mode", colour), ("field:constraint", "field:constraint")):
        report = build(
            project, schedule(project), kind="gantt", language="en", audience=audience, today=AS_OF,
            wishes=Wishes(look=GanttOptions(colour=wished)),
        )  # fmt: skip
        assert plan_of(report).plan.options.colour == shown


def test_badges_are_printed_on_request_and_overloads_for_the_team_alone(changed: Changed, project: Project) -> None:
    busy = [task for task in project.outline.order if not project.is_summary(task)][:2]
    risk = Risk(id="rx", number=99, event="Late data", audience="client", tasks=(busy[0],))
    look = GanttOptions(overloads=True)
    for audience, kinds in (("client", {"badge_risk"}), ("team", {"badge_risk", "badge_overload"})):
        clash = [Assignment(id=f"x{each}", number=900 + n, task=each, resource="rz") for n, each in enumerate(busy)]
        whole = changed(
            risk, Resource(id="rz", number=99, name="Zoe"), *clash,
            *(project.get(Task, each).replace(
                percent_complete=0, actual_start=None, actual_finish=None, constraint="asap", mode="manual",
                manual_start=dt.datetime(2026, 7, 1, 8), manual_finish=dt.datetime(2026, 7, 3, 17),
            ) for each in busy),
        )  # fmt: skip
        report = build(
            whole, schedule(whole), kind="gantt", language="en", audience=audience, today=AS_OF,
            wishes=Wishes(look=look),
        )  # fmt: skip
        drawn = Drawing(plan_of(report).plan)
        widths = chart_widths(762, 1)
        _, entries = drawn.chart(drawn.scale(0, widths), 0, len(drawn.plan.lines), widths[0])
        signs = {entry.sign for entry in entries}
        assert kinds <= signs and ("badge_overload" in signs) == ("badge_overload" in kinds)
        assert print_report(report)


def test_a_long_legend_keeps_to_its_lines() -> None:
    entries = [LegendEntry(f"class{n}", f"Somebody with a long name {n:02d}", ()) for n in range(24)]
    canvas = Canvas(io.BytesIO())
    draw_legend(canvas, entries, 762, 29)
    drawn = [line for line in canvas._code if " Tj" in line]
    assert len(drawn) == 24


def test_a_plan_without_tasks_says_so() -> None:
    empty = Project([ProjectProfile(id="p", number=1, name="New", start=dt.datetime(2026, 6, 1, 8))])
    assert gantt(empty).blocks[1] == Paragraph("The plan has no tasks yet.", "muted")
    assert len(page_texts(print_report(gantt(empty)))) == 1


def test_a_plan_of_one_moment_can_be_drawn() -> None:
    start = dt.datetime(2026, 6, 1, 8)
    task = Task(id="m", name="Only", milestone=True, duration=0)
    one = Project([ProjectProfile(id="p", number=1, name="x", start=start), task])
    assert "Only" in page_texts(print_report(gantt(one)))[0]


def test_inactive_tasks_have_a_row_without_dates(changed: Changed, project: Project) -> None:
    idle = project.get(Task, "t13").replace(active=False)
    line = next(line for line in plan_of(gantt(changed(idle))).plan.lines if line.task == "t13")
    assert (line.start, line.finish, line.percent) == (None, None, None)


def test_deep_outlines_and_long_names_stay_in_their_columns() -> None:
    tasks = [
        Task(id=f"t{n}", number=n, name="深" * 40, parent=f"t{n - 1}" if n > 1 else None, rank=n) for n in range(1, 40)
    ]
    deep = Project([ProjectProfile(id="p", number=1, name="x", start=dt.datetime(2026, 6, 1, 8)), *tasks])
    assert "深…" in page_texts(print_report(gantt(deep)))[0]


def test_pages_are_filled() -> None:
    report = gantt(long_plan(2_000))
    assert len(PdfReader(io.BytesIO(print_report(report))).pages) == 56  # 34 rows, then 36 on each page
