"""What is drawn around the bars of a Gantt chart: baselines, differences, texts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.charts.bars import BarKind
from desktop.charts.gantt import Gantt
from desktop.charts.gantt_options import (
    BASELINE_LINE,
    DATE_TEXT,
    DURATION_TEXT,
    FLOAT_TEXT,
    NAME_TEXT,
    NEWEST,
    NOTHING,
    PERCENT_TEXT,
    PLAN_LINE,
    TEXTS,
    WBS_TEXT,
    GanttOptions,
    from_state,
    to_state,
)
from desktop.charts.palette import CONTRAST, DARK, INSIDE, LIGHT, PRINT, Palette, contrast
from desktop.charts.shapes import LEFT, RIGHT, Line, Polygon, Polyline, Rect, Text
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Baseline, Split, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.session import Session
from tests.charts.test_gantt import DAY_WIDTH, HEIGHT, WIDTH, bar, chart, shapes_of
from tests.plans import MONDAY, session_of


def look(session: Session, options: GanttOptions | None = None, rows: list[str] | None = None, **more: Any) -> Gantt:
    """A chart of the plan as ``options`` want it."""
    return chart(session, rows, options=options or GanttOptions(), **more)


def three_baselines() -> tuple[Session, list[str]]:
    """Lighting (Thu 06-11 and Fri 06-12) agreed as it stands, then a week later twice, then where it is now."""
    session = session_of()
    for number, days in enumerate((0, 7, 14)):
        if days:
            session.execute(commands.MoveTask("light", MONDAY + dt.timedelta(days=10 + days)))
        session.execute(commands.CaptureBaseline(f"B{number}"))
    return session, [each.id for each in sorted(session.project.table(Baseline).values(), key=lambda one: one.number)]


# -- baselines ------------------------------------------------------------------------------------


def test_up_to_three_baselines_lie_below_the_bar_and_differ_without_colour() -> None:
    session, ids = three_baselines()
    gantt = look(session, GanttOptions(baselines=tuple(ids), links=False), ["light"])
    first = [shape for shape in shapes_of(gantt, Rect, "baseline") if shape.ref == "task/light"]
    others = [shape for shape in shapes_of(gantt, Line, "baseline") if shape.ref == "task/light"]
    assert [(shape.x, shape.width) for shape in first] == [(10 * DAY_WIDTH, 2 * DAY_WIDTH)]
    # A week later is Thu 06-18 and Fri, two weeks later Thu 06-25 and Fri.
    assert [(line.x1 / DAY_WIDTH, line.x2 / DAY_WIDTH) for line in others] == [(17, 19), (24, 26)]
    assert len({line.dash for line in others}) == 2 and all(line.dash for line in others)
    heights = [bar(gantt, "light").bottom, first[0].y + first[0].height / 2, *(line.y1 for line in others)]
    assert heights == sorted(heights) and len(set(heights)) == 4
    assert others[-1].y1 + others[-1].width / 2 <= gantt.y(1)


def test_none_the_newest_or_a_named_baseline() -> None:
    session, ids = three_baselines()
    starts = {}
    for chosen in ((), (NEWEST,), (ids[0],), ("gone",), (ids[2], NEWEST)):
        gantt = look(session, GanttOptions(baselines=chosen), ["light"])
        starts[chosen] = [shape.x / DAY_WIDTH for shape in shapes_of(gantt, Rect, "baseline") if shape.ref]
        assert not shapes_of(gantt, Line, "baseline")
    assert starts == {(): [], (NEWEST,): [24], (ids[0],): [10], ("gone",): [], (ids[2], NEWEST): [24]}


def test_a_whisker_runs_from_the_agreed_finish_to_the_one_of_now() -> None:
    session = session_of()
    session.execute(commands.CaptureBaseline("Agreed"))
    session.execute(commands.SetDuration(("survey",), 5 * 480))
    session.execute(commands.SetDuration(("wishes",), 480))
    gantt = look(session, rows=["survey", "wishes", "agreed", "plan"])
    late = [line for line in shapes_of(gantt, Line, "late") if line.y1 == line.y2]
    # Survey was agreed until Wed 06-03 and lasts until Fri 06-05; the milestone moves along.
    assert [(line.x1, line.x2, line.dash) for line in late[:2]] == [(3 * DAY_WIDTH, 5 * DAY_WIDTH, ())] * 2
    (early,) = [line for line in shapes_of(gantt, Line, "early") if line.y1 == line.y2]
    assert (early.x1, early.x2) == (2 * DAY_WIDTH, DAY_WIDTH)
    assert early.dash  # told apart without colour
    plain = look(session, GanttOptions(variance=False), ["survey", "wishes"])
    assert not shapes_of(plain, Line, "late") + shapes_of(plain, Line, "early")


def test_a_milestone_of_the_baseline_is_a_diamond() -> None:
    session, ids = three_baselines()
    gantt = look(session, GanttOptions(baselines=tuple(ids[:2])), ["agreed"])
    diamonds = [shape for shape in gantt.scene(WIDTH, HEIGHT).shapes
                if isinstance(shape, Polygon) and shape.outline_role == "baseline"]  # fmt: skip
    assert [diamond.points[0][0] for diamond in diamonds] == [3 * DAY_WIDTH] * 2
    assert {diamond.role for diamond in diamonds} == {"surface", "baseline"}


# -- progress -------------------------------------------------------------------------------------


def progressed(status: dt.date) -> Session:
    """The office move with a status date, and unfinished work left where it was planned."""
    session = session_of()
    session.execute(SetFields("project", ("p",), {"status_date": status, "progress_rule": "as_planned"}))
    return session


def replaced(session: Session, *records: Record) -> Project:
    """The project with other records of the same ids."""
    kept = {record.id: record for record in session.project.all()} | {record.id: record for record in records}
    return Project(kept.values())


def peaks(gantt: Gantt) -> dict[str, float]:
    """Where the progress line goes out to, in days after the first Monday, by task."""
    lines = shapes_of(gantt, Polyline, "progress_line")
    assert len(lines) == 1
    (x, _), *points = lines[0].points
    found = {}
    for before, tip, after in zip(points, points[1:], points[2:], strict=False):
        if tip[0] != x:
            assert before[0] == after[0] == x  # out from the status date and back to it within the row
            found[gantt.rows.order[gantt.row_at(tip[1])]] = tip[0] / DAY_WIDTH
    assert lines[0].points[-1] == (x, HEIGHT)
    return found


def test_the_progress_line_goes_out_to_how_far_each_task_has_come() -> None:
    # Survey Mon-Wed, wishes Mon-Tue, floor plan from Thu 06-04 to Wed 06-10, then lighting and offers.
    session = progressed(dt.date(2026, 6, 5))
    session.execute(commands.SetProgress(("survey",), 100))
    session.execute(commands.SetProgress(("plan",), 20))
    light = session.project.get(Task, "light").replace(percent_complete=50, actual_start=dt.datetime(2026, 6, 11, 8))
    session = session_of(replaced(session, light))  # as only an imported plan can have it
    gantt = look(session, GanttOptions(progress_line=PLAN_LINE))
    assert shapes_of(gantt, Polyline, "progress_line")[0].points[0] == (5 * DAY_WIDTH, 0)
    assert peaks(gantt) == {
        "wishes": 0,  # should have begun on Monday
        "agreed": 3,  # a milestone that should have been reached by Wednesday's end
        "plan": 4,  # a day of five is done: behind
        "light": 11,  # ahead: Thursday 06-11 is done
    }
    # Done by the status date, or planned for later and not begun: no peak; nor for summaries.
    assert not shapes_of(gantt, Line, "status_date")  # the line stands in its place


def test_on_time_is_told_by_working_time() -> None:
    session = progressed(dt.date(2026, 6, 7))
    session.execute(commands.SetProgress(("survey", "wishes", "agreed"), 100))
    session.execute(commands.SetProgress(("plan",), 40))
    # Two days of the floor plan are done by Friday evening; between it and Sunday's end lies the weekend alone.
    assert peaks(look(session, GanttOptions(progress_line=PLAN_LINE))) == {}


def test_work_done_early_is_ahead_and_a_split_task_is_reached_in_its_part() -> None:
    session = progressed(dt.date(2026, 6, 1))
    task = session.project.get(Task, "wishes")
    wishes = task.replace(percent_complete=100, actual_start=MONDAY, actual_finish=dt.datetime(2026, 6, 2, 17))
    parts = (
        Split(start=MONDAY, finish=dt.datetime(2026, 6, 1, 17)),
        Split(start=dt.datetime(2026, 6, 4, 8), finish=dt.datetime(2026, 6, 5, 17)),
    )
    task = session.project.get(Task, "survey")
    survey = task.replace(percent_complete=67, actual_start=MONDAY, splits=parts)
    session = session_of(replaced(session, wishes, survey))
    found = peaks(look(session, GanttOptions(progress_line=PLAN_LINE, pixels=False)))
    assert found["wishes"] == 2
    # 67 % of three days are two days and 14 minutes: a day on Monday, the second on Thursday 06-04.
    assert found["survey"] == pytest.approx(4, abs=0.05)


def test_the_progress_line_against_the_baseline() -> None:
    session = progressed(dt.date(2026, 6, 5))
    session.execute(commands.CaptureBaseline("Agreed"))
    session.execute(commands.SetDuration(("survey",), 5 * 480))
    session.execute(commands.SetProgress(("survey",), 50))
    # Half of the three days that were agreed: Tuesday noon; by the plan of five days it is Wednesday noon.
    agreed = peaks(look(session, GanttOptions(progress_line=BASELINE_LINE, pixels=False)))
    planned = peaks(look(session, GanttOptions(progress_line=PLAN_LINE, pixels=False)))
    assert int(agreed["survey"]) == 1 and int(planned["survey"]) == 2
    assert agreed["plan"] == 3 and "plan" not in planned  # agreed for Thursday, now planned for later
    assert peaks(look(session, GanttOptions(progress_line=BASELINE_LINE, baselines=()))) == {}


def test_progress_inside_a_bar_ends_where_the_line_points() -> None:
    session = progressed(dt.date(2026, 6, 8))
    session.execute(commands.SetProgress(("survey", "wishes"), 100))
    session.execute(commands.SetProgress(("plan",), 20))
    gantt = look(session, GanttOptions(progress_line=PLAN_LINE))
    # A fifth of five working days is a day, although the bar runs over a weekend.
    assert bar(gantt, "plan").progress_x == pytest.approx(4 * DAY_WIDTH)
    assert peaks(gantt)["plan"] == 4


def test_without_a_status_date_the_line_stands_today_and_not_on_paper() -> None:
    session = session_of()
    now = dt.datetime(2026, 6, 3, 10)
    on_screen = look(session, GanttOptions(progress_line=PLAN_LINE, today=now))
    assert len(shapes_of(on_screen, Polyline, "progress_line")) == 1
    on_paper = look(session, GanttOptions(progress_line=PLAN_LINE, pixels=False))
    assert not shapes_of(on_paper, Polyline, "progress_line")


# -- texts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "survey", "agreed"),
    [
        (NOTHING, [], []),
        (NAME_TEXT, ["Survey the old office"], ["Brief agreed"]),
        (DATE_TEXT, ["06-01 – 06-03"], ["06-03"]),
        (PERCENT_TEXT, ["40%"], ["0%"]),
        (DURATION_TEXT, ["3d"], []),
        (WBS_TEXT, ["1.1"], ["1.3"]),
        (FLOAT_TEXT, ["0d"], ["0d"]),
    ],
)
def test_the_same_texts_stand_left_right_and_inside(kind: str, survey: list[str], agreed: list[str]) -> None:
    session = session_of()
    session.execute(commands.SetProgress(("survey",), 40))
    for place in ("label", "label_left", "label_inside"):
        options = GanttOptions(**{"label": NOTHING, place: kind})  # type: ignore[arg-type]
        for identity, expected in (("survey", survey), ("agreed", agreed)):
            gantt = look(session, options, [identity], scale=_late_scale())
            texts = [shape for shape in gantt.scene(WIDTH, HEIGHT).shapes if isinstance(shape, Text)]
            inside = place == "label_inside"
            assert [text.text for text in texts] == ([] if inside and identity == "agreed" else expected), place
            for text in texts:
                one = bar(gantt, identity)
                if inside:
                    assert one.left <= text.x and text.x + text.width <= one.right
                    assert text.role == "critical_inside"
                elif place == "label":
                    assert text.x > one.right and text.align == LEFT
                else:
                    assert text.x + text.width < one.left and text.align == RIGHT


def _late_scale() -> Any:
    from desktop.charts.timescale import Timescale

    return Timescale(MONDAY - dt.timedelta(days=10), DAY_WIDTH)


def test_every_kind_of_bar_can_be_written_on() -> None:
    session = session_of()
    session.execute(commands.AddTask("Idea", "survey"))
    idea = next(each for each in session.project.outline.order if each.startswith("new"))
    session.execute(commands.IndentTasks((idea,)))  # a summary that is not critical
    session.execute(commands.SetManual(("light",), True))
    session.execute(SetFields("task", ("wishes",), {"active": False}))
    session.execute(SetFields("task", ("offers",), {"level_of_effort": True}))
    session = session_of(replaced(
        session,
        session.project.get(Task, "drive").replace(foreign='{"outside": 1}'),
        session.project.get(Task, "move").replace(recurrence="FREQ=WEEKLY"),
    ))  # fmt: skip
    gantt = look(session, GanttOptions(label=NOTHING, label_inside=NAME_TEXT))
    kinds = {one.kind for row in range(len(gantt.rows.order)) if (one := gantt.bar(row)) is not None}
    texts = [text for text in gantt.scene(WIDTH, 2 * HEIGHT).shapes if isinstance(text, Text)]
    assert kinds == set(BarKind)
    assert all(text.role in LIGHT for text in texts)
    assert "Survey the old office" not in {text.text for text in texts}  # a bracket has no room inside


def test_progress_leaves_room_for_a_text_on_the_bar() -> None:
    session = session_of()
    session.execute(commands.SetProgress(("survey",), 40))
    gantt = look(session, GanttOptions(label_inside=NAME_TEXT), ["survey"])
    (done,) = shapes_of(gantt, Rect, "critical_progress")
    one = bar(gantt, "survey")
    assert done.y > one.middle and done.y + done.height <= one.bottom


def letters(text: Text, em: float) -> tuple[float, float]:
    """Upper and lower end of what is written: figures and ideographs stand about 0.9 of their size high in the middle
    of their line (the box of an ideograph is its size)."""
    middle, half = text.y + text.height / 2, 0.45 * text.size * em
    return middle - half, middle + half


@pytest.mark.parametrize("agreed", [False, True])
def test_float_lies_below_what_is_written_behind_the_bar(agreed: bool) -> None:
    session = session_of()
    if agreed:
        session.execute(commands.CaptureBaseline("B"))
    gantt = look(session, GanttOptions(total_float=True, label=NAME_TEXT), ["light"])
    (name,) = (text for text in gantt.scene(WIDTH, HEIGHT).shapes if isinstance(text, Text) and text.text == "Lighting")
    float_line = max(shapes_of(gantt, Rect, "float"), key=lambda one: one.width)
    assert name.x < float_line.x + float_line.width  # else they would not meet at all
    assert float_line.y >= letters(name, gantt.em)[1]


@pytest.mark.parametrize("agreed", [False, True])
def test_progress_does_not_run_through_the_figure_on_the_bar(agreed: bool) -> None:
    session = session_of()
    if agreed:
        session.execute(commands.CaptureBaseline("B"))
    session.execute(commands.SetProgress(("survey",), 40))
    gantt = look(session, GanttOptions(label_inside=PERCENT_TEXT), ["survey"])
    (figure,) = (text for text in gantt.scene(WIDTH, HEIGHT).shapes if isinstance(text, Text) and text.text == "40%")
    (done,) = shapes_of(gantt, Rect, "critical_progress")
    middle = figure.y + figure.height / 2
    assert done.y >= middle + 0.37 * figure.size * gantt.em  # a figure is 0.74 of its size high


@pytest.mark.parametrize(("kind", "width", "expected"), [(PERCENT_TEXT, 9, []), (PERCENT_TEXT, 30, ["40%"])])
def test_a_figure_is_not_cut(kind: str, width: float, expected: list[str]) -> None:
    from desktop.charts.timescale import Timescale

    session = session_of()
    session.execute(commands.SetProgress(("survey",), 40))  # three days
    options = GanttOptions(label=NOTHING, label_inside=kind)
    gantt = look(session, options, ["survey"], scale=Timescale(MONDAY, width))
    assert [text.text for text in gantt.scene(WIDTH, HEIGHT).shapes if isinstance(text, Text)] == expected


def test_a_text_left_of_a_bar_has_a_ground_where_a_line_comes_in() -> None:
    options = GanttOptions(label=NOTHING, label_left=NAME_TEXT)
    gantt = look(session_of(), options, ["survey", "plan"], scale=_late_scale())
    grounds = [shape for shape in shapes_of(gantt, Rect, "surface") if shape.opacity < 1]
    assert len(grounds) == 1 and gantt.row_at(grounds[0].y + 1) == 1


# -- options --------------------------------------------------------------------------------------


def test_options_are_kept_and_what_does_not_fit_is_left_as_usual() -> None:
    chosen = GanttOptions(
        label=DATE_TEXT, label_left=WBS_TEXT, label_inside=NAME_TEXT, baselines=("a", "b"), links=False, variance=False
    )
    assert from_state(to_state(chosen), GanttOptions()) == chosen
    usual = GanttOptions()
    for damaged in (None, 7, [], {"label": "loud", "links": "no", "baselines": "a", "pixels": False, "today": 3}):
        assert from_state(damaged, usual) == usual
    assert from_state({"baselines": ["a", "a", "b", "c", "d"]}, usual).baselines == ("a", "b", "c")


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST, PRINT])
def test_texts_on_bars_are_legible(palette: Palette) -> None:
    assert len(TEXTS) == len(set(TEXTS))
    for fill in INSIDE:
        assert contrast(palette[fill], palette[f"{fill}_inside"]) >= 4.5, fill
    assert contrast(palette["bar_text"], palette["surface"]) >= 4.5


def test_a_task_without_any_baseline_row_has_no_mark() -> None:
    session = session_of()
    session.execute(commands.CaptureBaseline("Agreed"))
    session.execute(commands.AddTask("Late idea", "survey"))
    added = next(each for each in session.project.outline.order if each.startswith("new"))
    gantt = look(session, rows=[added])
    assert not shapes_of(gantt, Rect, "baseline") + shapes_of(gantt, Line, "late")
    session.execute(SetFields("task", (added,), {"active": False}))
    assert look(session, rows=[added]).scene(WIDTH, HEIGHT).shapes
