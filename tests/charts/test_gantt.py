"""The Gantt chart as shapes: where bars lie, how lines run, what is hit, and what it costs."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.charts.bars import HANDLE_GAP, Bar, BarKind, Part
from desktop.charts.gantt import Gantt, Rows
from desktop.charts.gantt_facts import facts_of
from desktop.charts.gantt_options import DATE_TEXT, NAME_TEXT, NOTHING, GanttOptions
from desktop.charts.links import LinkIndex, route
from desktop.charts.palette import LIGHT
from desktop.charts.row_heights import RowHeights
from desktop.charts.shapes import Line, Point, Polygon, Polyline, Rect, Shape, Text
from desktop.charts.timescale import Timescale
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Dependency, ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.session import Session
from desktop.i18n import ENGLISH, catalog
from tests.plans import MONDAY, plan_commands, session_of

MIDNIGHT = dt.datetime(2026, 6, 1)
ROW, EM = 20.0, 12.0
WIDTH, HEIGHT = 800.0, 240.0
DAY_WIDTH = 24.0


def chart(session: Session, rows: list[str] | None = None, **facts: Any) -> Gantt:
    """The plan from Monday midnight on, 24 units a day."""
    project = session.project
    order = rows if rows is not None else list(project.outline.order)
    scale = facts.pop("scale", Timescale(MIDNIGHT, DAY_WIDTH))
    words, options = catalog(ENGLISH), facts.pop("options", GanttOptions())
    return Gantt(
        project, session.schedule, Rows.of(project, order), scale,
        heights=facts.pop("heights", RowHeights(ROW)), em=EM, words=words, options=options,
        facts=facts_of(project, session.schedule, options, words), **facts,
    )  # fmt: skip


def shapes_of(gantt: Gantt, kind: type[Any], role: str) -> list[Any]:
    scene = gantt.scene(WIDTH, HEIGHT)
    return [shape for shape in scene.shapes if isinstance(shape, kind) and getattr(shape, "role", "") == role]


def bar(gantt: Gantt, identity: str) -> Bar:
    found = gantt.bar(gantt.rows.row_of[identity])
    assert found is not None
    return found


@settings(max_examples=30, deadline=None)
@given(
    st.data(),
    st.lists(st.tuples(st.integers(0, 15), st.sampled_from((WIDTH, WIDTH / 2))), min_size=1, max_size=6),
)
def test_scrolled_it_shows_what_one_made_there_shows(data: st.DataObject, places: list[tuple[int, float]]) -> None:
    session = session_of()
    for _ in range(data.draw(st.integers(0, 8))):
        with contextlib.suppress(Rejected):
            session.execute(data.draw(plan_commands(session.project)))
    options = GanttOptions(today=MONDAY)
    gantt = chart(session, options=options)
    for row, width in places:
        scroll = row * ROW // 2
        gantt, made = gantt.scrolled(scroll, MONDAY), chart(session, options=options, scroll=scroll)
        assert gantt.scene(width, 3 * ROW) == made.scene(width, 3 * ROW)
        assert gantt.signs == made.signs
        assert gantt.marks == made.marks
        assert [gantt.hit(x, y) for x in range(0, 400, 7) for y in range(0, 60, 5)] == [
            made.hit(x, y) for x in range(0, 400, 7) for y in range(0, 60, 5)
        ]


# -- bars -----------------------------------------------------------------------------------------


def test_a_working_day_fills_its_day_where_hours_do_not_show() -> None:
    gantt = chart(session_of())
    # Survey: Mon 06-01 08:00 to Wed 06-03 17:00, three whole days.
    survey = bar(gantt, "survey")
    assert (survey.left, survey.right) == (0, 3 * DAY_WIDTH)
    # The floor plan follows on Thursday 06-04 and ends on Wednesday 06-10.
    plan = bar(gantt, "plan")
    assert (plan.left, plan.right) == (3 * DAY_WIDTH, 10 * DAY_WIDTH)
    assert survey.kind is BarKind.TASK
    assert bar(gantt, "brief").kind is BarKind.SUMMARY
    # The milestone at Wednesday's end stands around it.
    agreed = bar(gantt, "agreed")
    assert agreed.kind is BarKind.MILESTONE
    assert (agreed.left + agreed.right) / 2 == 3 * DAY_WIDTH


def test_a_place_on_the_axis_leads_back_to_its_moment() -> None:
    gantt = chart(session_of())  # a day of nine hours, lunch included, fills 24 units
    assert gantt.moment(0) == dt.datetime(2026, 6, 1, 8)
    assert gantt.moment(12) == dt.datetime(2026, 6, 1, 12, 30)
    assert gantt.moment(2 * DAY_WIDTH + 8) == dt.datetime(2026, 6, 3, 11)
    hours = chart(session_of(), scale=Timescale(MIDNIGHT, 480))
    assert hours.moment(20 * 13.5) == dt.datetime(2026, 6, 1, 13, 30)


def test_true_hours_where_they_show() -> None:
    hour = 20.0
    gantt = chart(session_of(), scale=Timescale(MIDNIGHT, 24 * hour))
    survey = bar(gantt, "survey")
    assert survey.left == 8 * hour
    assert survey.right == (2 * 24 + 17) * hour


def test_half_a_day_takes_half_of_it() -> None:
    session = session_of()
    session.execute(commands.SetDuration(("survey",), 240))
    # 08:00 to 12:00 of a day that runs from 08:00 to 17:00: four ninths.
    survey = bar(chart(session, options=GanttOptions(pixels=False)), "survey")
    assert survey.right == pytest.approx(DAY_WIDTH * 4 / 9)


def test_every_kind_of_bar_and_its_role() -> None:
    session = session_of()
    session.execute(commands.SetManual(("light",), True))
    session.execute(SetFields("task", ("pack",), {"active": False}))
    gantt = chart(session)
    kinds = {identity: bar(gantt, identity).kind for identity in gantt.rows.order}
    assert kinds["light"] is BarKind.MANUAL
    assert kinds["pack"] is BarKind.INACTIVE
    assert shapes_of(gantt, Rect, "critical")
    assert shapes_of(gantt, Polygon, "summary")
    uncritical = chart(session, options=GanttOptions(critical=False))
    assert not shapes_of(uncritical, Rect, "critical")
    assert not shapes_of(uncritical, Polyline, "link_critical")


def test_progress_is_a_share_of_the_bar() -> None:
    session = session_of()
    session.execute(commands.SetProgress(("wishes",), 50))
    gantt = chart(session)
    done = list(shapes_of(gantt, Rect, "near_critical_progress"))  # a day of float is little
    wishes = bar(gantt, "wishes")
    assert [(shape.x, shape.width) for shape in done] == [(wishes.left, wishes.width / 2)]


def test_baseline_float_deadline_and_constraint_are_drawn() -> None:
    session = session_of()
    session.execute(commands.CaptureBaseline("Agreed"))
    session.execute(commands.MoveTask("light", MONDAY + dt.timedelta(days=14)))
    session.execute(SetFields("task", ("offers",), {"deadline": dt.datetime(2026, 6, 12, 17)}))
    gantt = chart(session, options=GanttOptions(total_float=True))
    baselines = [shape for shape in shapes_of(gantt, Rect, "baseline") if shape.ref == "task/light"]
    # Lighting was planned for Thu 06-11 and Fri 06-12.
    assert [(shape.x, shape.width) for shape in baselines] == [(10 * DAY_WIDTH, 2 * DAY_WIDTH)]
    # The offers end on Tue 06-16, after their deadline.
    assert shapes_of(gantt, Polygon, "deadline_missed")
    assert shapes_of(gantt, Rect, "negative_float")
    assert shapes_of(gantt, Rect, "float")
    wedges = shapes_of(gantt, Polygon, "muted")
    assert len(wedges) == 1 and wedges[0].points[0][0] == 14 * DAY_WIDTH
    bare = GanttOptions(baselines=(), deadlines=False, constraints=False, links=False, non_working=False)
    plain = chart(session, options=bare)
    for role in ("baseline", "deadline_missed", "muted", "nonworking", "link", "link_critical"):
        assert not [shape for shape in plain.scene(WIDTH, HEIGHT).shapes if getattr(shape, "role", "") == role], role


def test_today_and_status_date() -> None:
    session = session_of()
    session.execute(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 2)}))
    gantt = chart(session, options=GanttOptions(today=dt.datetime(2026, 6, 5, 8)))
    assert [line.x1 for line in shapes_of(gantt, Line, "today")] == [4 * DAY_WIDTH]
    # All that happened on the status date lies before its end.
    assert [line.x1 for line in shapes_of(gantt, Line, "status_date")] == [2 * DAY_WIDTH]


def test_weekends_are_shaded_from_midnight_to_midnight() -> None:
    gantt = chart(session_of())
    shaded = shapes_of(gantt, Rect, "nonworking")
    assert [(shape.x, shape.width) for shape in shaded[:2]] == [(5 * DAY_WIDTH, 2 * DAY_WIDTH), (12 * DAY_WIDTH, 48)]


@pytest.mark.parametrize(
    ("label", "texts"),
    [
        (NOTHING, []),
        (NAME_TEXT, ["Survey the old office", "Brief agreed"]),
        (DATE_TEXT, ["06-01 – 06-03", "06-03"]),
    ],
)
def test_text_beside_bars(label: str, texts: list[str]) -> None:
    gantt = chart(session_of(), ["survey", "agreed"], options=GanttOptions(label=label))
    scene = gantt.scene(WIDTH, HEIGHT)
    assert [text for text in scene.texts() if text] == texts


def test_resources_stand_beside_bars_with_their_share() -> None:
    from desktop.domain.resource_names import Share

    session = session_of()
    session.execute(commands.AssignResources("survey", (Share("Anna", 50, "anna"), Share("李雷")), create=True))
    assert "Anna [50%], 李雷" in chart(session).scene(WIDTH, HEIGHT).texts()


def test_every_role_is_in_the_palette() -> None:
    session = session_of()
    session.execute(commands.CaptureBaseline("Agreed"))
    session.execute(commands.SetManual(("light",), True))
    options = GanttOptions(total_float=True, today=MONDAY)
    gantt = chart(session, options=options)
    for shape in gantt.scene(WIDTH, HEIGHT).shapes:
        for role in (getattr(shape, "role", ""), getattr(shape, "outline_role", "")):
            assert not role or role in LIGHT, role


# -- hit testing ----------------------------------------------------------------------------------


def test_zones_of_a_bar() -> None:
    plan = bar(chart(session_of()), "plan")
    middle = plan.middle
    assert plan.part_at(plan.left + 4, middle) is Part.START
    assert plan.part_at(plan.left + 5, middle) is Part.BODY
    assert plan.part_at(plan.right - 6, middle) is Part.BODY
    assert plan.part_at(plan.right - 5, middle) is Part.FINISH
    assert plan.part_at(plan.left - HANDLE_GAP, middle) is Part.LINK_START
    assert plan.part_at(plan.right + HANDLE_GAP, middle) is Part.LINK_FINISH
    assert plan.part_at(plan.left, plan.bottom + 3) is Part.PROGRESS
    assert plan.part_at(plan.left + 40, plan.bottom + 3) is None
    assert plan.part_at(plan.right + 40, middle) is None


def test_a_narrow_bar_keeps_room_to_be_moved() -> None:
    plan = dataclasses.replace(bar(chart(session_of()), "plan"), left=100, right=112)
    assert plan.part_at(100.5, plan.middle) is Part.START
    assert plan.part_at(102, plan.middle) is Part.BODY
    assert plan.part_at(110, plan.middle) is Part.BODY
    assert plan.part_at(111.5, plan.middle) is Part.FINISH


def test_milestones_and_summaries_have_no_ends() -> None:
    gantt = chart(session_of())
    for identity in ("agreed", "design"):
        each = bar(gantt, identity)
        assert each.part_at(each.left + 1, each.middle) is Part.BODY
        assert each.part_at(each.right - 1, each.middle) is Part.BODY


def test_what_is_hit_is_what_is_drawn() -> None:
    gantt = chart(session_of())
    scene = gantt.scene(WIDTH, HEIGHT)
    for shape in scene.shapes:
        if isinstance(shape, Rect) and shape.ref.startswith("task/") and shape.role in ("bar", "critical"):
            hit = gantt.hit(shape.x + shape.width / 2, shape.y + shape.height / 2)
            assert (f"task/{hit.task}", hit.part) == (shape.ref, Part.BODY)
    link = next(line for line in gantt.lines if line.ref == "dependency/plan-light")
    end = link.points[-2]
    assert gantt.hit(end[0], end[1] + 1).link or gantt.hit(end[0], end[1] + 1).part is not None


def test_bare_paper_says_its_row() -> None:
    gantt = chart(session_of())
    assert (gantt.hit(700, 45).task, gantt.hit(700, 45).part) == ("wishes", None)
    assert gantt.hit(700, ROW * 40).row == -1
    scrolled = chart(session_of(), scroll=2 * ROW)
    assert scrolled.hit(700, 5).task == "wishes"


# -- links ----------------------------------------------------------------------------------------


def made_bar(row: int, left: float, right: float, kind: BarKind = BarKind.TASK) -> Bar:
    return Bar(f"t{row}", row, kind, left, right, row * ROW + 5, row * ROW + 15)


BARS = st.builds(
    lambda row, left, width, milestone: made_bar(
        row, left, left + (8 if milestone else width), BarKind.MILESTONE if milestone else BarKind.TASK
    ),
    st.integers(0, 20), st.integers(0, 400), st.integers(2, 200), st.booleans(),
)  # fmt: skip


@given(BARS, BARS, st.sampled_from(("FS", "SS", "FF", "SF")))
def test_lines_are_right_angled_and_reach_the_bar(source: Bar, target: Bar, kind: str) -> None:
    if source.row == target.row:
        return
    points = route(source, target, kind, ROW)
    for a, b in itertools.pairwise(points):
        assert a[0] == b[0] or a[1] == b[1], points
    x, y = points[-1]
    assert target.left - 0.01 <= x <= target.right + 0.01 or x in (target.left, target.right)
    assert target.top - 0.01 <= y <= target.bottom + 0.01
    first = points[0]
    assert source.left - 0.01 <= first[0] <= source.right + 0.01
    assert source.top - 0.01 <= first[1] <= source.bottom + 0.01


def test_the_usual_ways_of_a_line() -> None:
    early, late = made_bar(0, 0, 40), made_bar(2, 100, 140)
    # Room enough: turn beside the predecessor, enter the successor from the left.
    assert route(early, late, "FS", ROW) == ((40, 10), (47, 10), (47, 50), (100, 50))
    # The next morning: drop onto the bar.
    assert route(early, made_bar(2, 40, 90), "FS", ROW) == ((40, 10), (44, 10), (44, 45))
    # Backwards: round between the rows.
    back = route(late, made_bar(0, 0, 40), "FS", ROW)
    assert back[0] == (140, 50) and back[-1] == (0, 10) and back[-2][0] < 0
    assert route(early, late, "SS", ROW) == ((0, 10), (-7, 10), (-7, 50), (100, 50))
    assert route(early, late, "FF", ROW) == ((40, 10), (147, 10), (147, 50), (140, 50))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_links_that_pass_a_window_are_found(spans: list[tuple[int, int]], first: int, height: int) -> None:
    links = [
        Dependency(id=str(number), predecessor=f"t{a}", successor=f"t{b}")
        for number, (a, b) in enumerate(spans)
        if a != b
    ]
    row_of = {f"t{row}": row for row in range(61)}
    found = {link.id for link in LinkIndex(links, row_of).passing(first, first + height)}
    expected = set()
    for link in links:
        low, high = sorted((row_of[link.predecessor], row_of[link.successor]))
        if low < first and high >= first + height:
            expected.add(link.id)
    assert found == expected


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40),
    st.lists(st.tuples(st.integers(0, 34), st.integers(0, 34)), max_size=4),
    st.sets(st.integers(0, 34), max_size=5),
    st.lists(st.integers(0, 40), max_size=5),
    st.tuples(st.integers(0, 40), st.integers(1, 10)),
)
def test_links_beside_tasks_that_moved_are_found_as_in_a_new_index(
    spans: list[tuple[int, int]],
    drawn: list[tuple[int, int]],
    stirred: set[int],
    places: list[int],
    window: tuple[int, int],
) -> None:
    """Tasks 31 to 34 are new, those that are stirred move to ``places`` or go, and some links are drawn."""
    links = [Dependency(id=str(n), predecessor=f"t{a}", successor=f"t{b}") for n, (a, b) in enumerate(spans) if a != b]
    before = {f"t{row}": row for row in range(31)}
    index = LinkIndex(links, before)
    fresh = [Dependency(id=f"n{n}", predecessor=f"t{a}", successor=f"t{b}") for n, (a, b) in enumerate(drawn) if a != b]
    touched = {f"t{each}" for each in stirred} | {end for link in fresh for end in (link.predecessor, link.successor)}
    order = [each for each in before if each not in touched]
    for each, place in zip(sorted(touched), places, strict=False):
        order.insert(min(place, len(order)), each)
    row_of = {each: row for row, each in enumerate(order)}
    now = [*links, *fresh]
    beside = index.beside(
        touched, [link for link in now if {link.predecessor, link.successor} & touched], order, row_of
    )
    first, behind = window[0], sum(window)
    found = [link.id for link in beside.passing(first, behind)]
    expected = [link.id for link in LinkIndex(now, row_of).passing(first, behind)]
    assert sorted(found) == sorted(expected)


def test_a_link_between_rows_out_of_sight_is_still_drawn() -> None:
    session = session_of()
    session.execute(commands.AddLink("survey", "open"))
    gantt = chart(session, scroll=4 * ROW)
    lines = [shape for shape in gantt.content(WIDTH, 3 * ROW) if isinstance(shape, Polyline)]
    names = {line.ref for line in lines}
    passing = next(link.id for link in session.project.predecessors("open") if link.predecessor == "survey")
    assert f"dependency/{passing}" in names


def test_links_to_hidden_rows_are_not_drawn() -> None:
    session = session_of()
    gantt = chart(session, ["brief", "design", "plan", "light"])
    gantt.scene(WIDTH, HEIGHT)
    assert {line.ref for line in gantt.lines} == {"dependency/plan-light"}


# -- extent ---------------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_any_plan_at_any_zoom_is_drawn(data: st.DataObject) -> None:
    session = session_of()
    for _ in range(data.draw(st.integers(0, 5))):
        try:
            session.execute(data.draw(plan_commands(session.project)))
        except Exception as refusal:
            assert type(refusal).__name__ == "Rejected"
    start = MIDNIGHT + dt.timedelta(days=data.draw(st.integers(-400, 400)))
    scale = Timescale(start, data.draw(st.sampled_from((0.1, 0.5, 2, 7, 24, 100, 700, 3000))))
    options = GanttOptions(total_float=True, today=MONDAY, pixels=data.draw(st.booleans()))
    gantt = chart(session, scale=scale, options=options)
    for shape in gantt.scene(WIDTH, HEIGHT).shapes:
        assert all(abs(value) < 1e7 for value in numbers(shape)), shape
        if isinstance(shape, Rect):
            assert shape.width >= 0 and shape.height >= 0


def numbers(shape: Shape) -> list[float]:
    if isinstance(shape, (Rect, Text)):
        return [shape.x, shape.y, shape.width, shape.height]
    if isinstance(shape, Line):
        return [shape.x1, shape.y1, shape.x2, shape.y2]
    points: tuple[Point, ...] = shape.points
    return [value for point in points for value in point]


def long_plan(count: int) -> Session:
    """``count`` tasks, each after the one before and after the one ten above."""
    records: list[Any] = [ProjectProfile(id="p", number=1, name="Long", start=MONDAY)]
    for number in range(count):
        records.append(Task(id=f"t{number}", number=number + 1, name=f"Task {number}", rank=number + 1))
    for number in range(10, count):
        records.append(
            Dependency(id=f"d{number}", number=number, predecessor=f"t{number - 10}", successor=f"t{number}")
        )
    return Session(Project(records))


def test_a_page_of_a_long_plan_makes_no_more_shapes_than_one_of_a_short_plan() -> None:
    short, long = long_plan(300), long_plan(3000)
    counts = []
    for session in (short, long):
        scale = Timescale(session.schedule.of("t150").start - dt.timedelta(days=3), DAY_WIDTH)
        gantt = chart(session, scale=scale, scroll=150 * ROW)
        asked: list[str] = []
        find = session.schedule.of
        session.schedule.of = lambda task, find=find, asked=asked: (asked.append(task), find(task))[1]  # type: ignore[method-assign,misc]
        shapes = gantt.scene(WIDTH, HEIGHT).shapes
        counts.append((len(shapes), len(set(asked))))
    assert counts[0] == counts[1]
    assert counts[1][1] < 60


def test_a_split_task_is_drawn_in_its_parts() -> None:
    from desktop.domain.plan import Split

    session = session_of()
    parts = (
        Split(start=MONDAY, finish=dt.datetime(2026, 6, 1, 17)),
        Split(start=dt.datetime(2026, 6, 4, 8), finish=dt.datetime(2026, 6, 5, 17)),
    )
    session.execute(SetFields("task", ("survey",), {"splits": parts}))
    gantt = chart(session)
    assert bar(gantt, "survey").parts == ((0, DAY_WIDTH), (3 * DAY_WIDTH, 5 * DAY_WIDTH))
    scene = gantt.scene(WIDTH, HEIGHT)
    drawn = [shape.x for shape in scene.shapes if isinstance(shape, Rect) and shape.ref == "task/survey"]
    assert drawn == [0, 3 * DAY_WIDTH]
    assert bar(gantt, "wishes").parts == ()


# -- rows of several lines ------------------------------------------------------------------------


def test_bars_keep_their_height_and_stand_in_the_first_line_of_a_high_row() -> None:
    session = session_of()
    flat, high = chart(session), chart(session, heights=RowHeights(ROW, {1: 60}))
    for row in range(12):
        one, other = flat.bar(row), high.bar(row)
        assert one is not None
        assert other is not None
        down = 60 if row > 1 else 0
        assert (other.top, other.bottom) == (one.top + down, one.bottom + down)
        assert (other.left, other.right) == (one.left, one.right)


def test_what_is_hit_and_what_shows_follow_the_heights() -> None:
    gantt = chart(session_of(), heights=RowHeights(ROW, {1: 60}))
    assert gantt.row_at(ROW + 75) == 1
    assert gantt.row_at(ROW + 85) == 2
    assert gantt.window(100) == range(3)  # two rows fill 100 units, and the third begins there
    gantt.scroll = 30
    assert gantt.window(60) == range(1, 2)
    assert gantt.y(2) == 70
    lines = [shape.y + shape.height for shape in shapes_of(gantt, Rect, "grid") if shape.height == 1]
    assert lines[:2] == [70, 90]
