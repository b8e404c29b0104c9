"""Where the boxes of the WBS chart and of the network stand, and what the lines between them say."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.boxes import Box, Medium, wrapped
from desktop.charts.network_diagram import (
    Graph,
    NetworkDiagram,
    all_tasks,
    critical_tasks,
    tasks_around,
    tasks_within,
)
from desktop.charts.network_layout import place
from desktop.charts.shapes import Polyline, Rect, Text
from desktop.charts.wbs_chart import WbsChart, WbsOptions
from desktop.domain.commands.plan import AddLink
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.domain.session import Session
from desktop.i18n import ENGLISH, catalog
from tests.plans import office

MEDIUM = Medium(20, lambda text, bold: len(text) * (9 if bold else 8), catalog(ENGLISH))
EVERYWHERE = (-1e9, -1e9, 1e9, 1e9)


def chart(project: Project, options: WbsOptions = WbsOptions()) -> WbsChart:  # noqa: B008
    return WbsChart(project, schedule(project), options, MEDIUM)


def diagram(project: Project, tasks: list[str] | None = None) -> NetworkDiagram:
    planned = schedule(project)
    graph = Graph.of(project, planned, all_tasks(project) if tasks is None else tasks)
    return NetworkDiagram(project, planned, graph, graph.placed(), MEDIUM)


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


# -- WBS ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("across", [1, 2, 3])
def test_no_two_boxes_of_a_wbs_chart_overlap_and_all_lie_on_the_sheet(across: int) -> None:
    made = chart(office(), WbsOptions(across=across))
    assert len(made.boxes) == 1 + 12
    assert not any(overlap(one, other) for one, other in combinations(made.boxes, 2))
    assert all(box.x >= 0 and box.right <= made.width for box in made.boxes)
    assert all(box.y >= 0 and box.bottom <= made.height for box in made.boxes)


def test_phases_stand_side_by_side_and_their_tasks_hang_below_each_other() -> None:
    made = chart(office())
    brief, design, move = (made.boxes[made.place[task]] for task in ("brief", "design", "move"))
    assert brief.y == design.y == move.y
    assert brief.right < design.x < design.right < move.x
    survey, wishes, agreed = (made.boxes[made.place[task]] for task in ("survey", "wishes", "agreed"))
    assert survey.x == wishes.x == agreed.x > brief.x
    assert brief.bottom < survey.y < survey.bottom < wishes.y < agreed.y
    root = made.boxes[0]
    assert root.task == ""
    assert root.centre == pytest.approx((brief.x + move.right) / 2, abs=made.boxes[0].width)


def test_a_closed_summary_hides_what_it_contains() -> None:
    made = chart(office(), WbsOptions(closed=frozenset({"brief"})))
    assert made.box("survey") is None
    assert made.box("brief") is not None
    assert made.box("plan") is not None
    knobs = [shape.text for shape in made.shapes(EVERYWHERE) if isinstance(shape, Text) and shape.text in ("+", "−")]
    assert sorted(knobs) == ["+", "−", "−"]


def test_what_is_dropped_goes_into_a_box_or_beside_one() -> None:
    made = chart(office())
    design, wishes, survey = (made.boxes[made.place[task]] for task in ("design", "wishes", "survey"))
    assert made.place_at(design.centre, design.middle) == ("design", None)
    assert made.place_at(survey.centre, (survey.bottom + wishes.y) / 2 + 1) == ("brief", "wishes")
    assert made.place_at(design.x - 5, design.middle) == ("", "design")


def test_arrows_lead_to_the_next_box_by_place() -> None:
    made = chart(office())
    assert made.beside("brief", "right") == "design"
    assert made.beside("design", "left") == "brief"
    assert made.beside("survey", "down") == "wishes"
    assert made.beside("survey", "up") == "brief"
    assert made.beside("move", "right") == "move"


def test_only_what_lies_in_the_window_becomes_shapes() -> None:
    made = chart(office())
    brief = made.boxes[made.place["brief"]]
    seen = [s.ref for s in made.shapes((brief.x, brief.y, brief.right, brief.bottom)) if isinstance(s, Rect) and s.ref]
    assert {ref for ref in seen if ref.startswith("task/")} == {"task/brief"}


def test_ten_levels_across_a_deep_outline_do_not_recurse() -> None:
    tasks = [
        Task(id=f"t{n}", number=n + 1, name=f"t{n}", rank=1, parent=f"t{n - 1}" if n else None) for n in range(3000)
    ]
    made = chart(Project([*office().table(Task).values(), *tasks, office().profile]))
    assert len(made.boxes) == 1 + 12 + 3000


def test_a_box_tells_critical_work_by_a_second_outline() -> None:
    project = office()
    planned = schedule(project)
    made = chart(project)
    (critical,) = [box for box in made.boxes if box.task == "plan"]
    assert planned.of("plan").critical
    around = [s for s in made.shapes((critical.x, critical.y, critical.right, critical.bottom)) if isinstance(s, Rect)]
    assert sum(s.outline_role == "critical_line" for s in around) == 2


def test_facts_in_the_boxes() -> None:
    for fact, expected in (("dates", "2026-06-01 – 2026-06-03"), ("duration", "3d"), ("percent", "0%")):
        texts = [s.text for s in chart(office(), WbsOptions(fact=fact)).shapes(EVERYWHERE) if isinstance(s, Text)]
        assert expected in texts


def test_names_wrap_at_spaces_and_between_chinese_characters() -> None:
    def measure(text: str) -> float:
        return len(text)

    assert wrapped("Collect the wishes", 12, 2, measure) == ["Collect the", "wishes"]
    assert wrapped("收集各部门的需求。并确认", 8, 2, measure) == ["收集各部门的需", "求。并确认"]
    assert wrapped("无空格的超长名称", 4, 3, measure) == ["无空格的", "超长名称"]
    assert wrapped("", 4, 2, measure) == [""]
    assert wrapped("unbreakable", 4, 2, measure) == ["unbr", "eakable"]


# -- network ------------------------------------------------------------------------------------------


@st.composite
def networks(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]]]:
    count = draw(st.integers(0, 12))
    pairs = draw(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20))
    return count, [(a, b) for a, b in pairs if a < b < count]


@given(networks())
def test_links_run_to_later_columns_and_no_two_nodes_share_a_place(network: tuple[int, list[tuple[int, int]]]) -> None:
    count, links = network
    found = place(count, links)
    assert all(found.column[p] < found.column[s] for p, s in links)
    for one, other in combinations(range(count), 2):
        if found.column[one] == found.column[other]:
            assert abs(found.level[one] - found.level[other]) >= 1 - 1e-9
    for (p, s), way in zip(links, found.ways, strict=True):
        assert len(way) == found.column[s] - found.column[p] - 1
    assert all(0 <= level <= found.levels for level in found.level)


def test_a_chain_is_drawn_level() -> None:
    found = place(5, list(pairwise(range(5))))
    assert found.column == [0, 1, 2, 3, 4]
    assert len(set(found.level)) == 1


def test_ten_thousand_nodes_can_be_placed_and_called_off() -> None:
    random_ = random.Random(1)
    links = [(random_.randrange(max(0, at - 200), at), at) for at in range(1, 10_000)]
    assert max(place(10_000, links).column) > 10
    place(10_000, links, lambda: True)


def test_links_leave_and_arrive_at_the_ends_that_they_join() -> None:
    session = Session(office())
    session.execute(AddLink("survey", "light", "SS", 480))
    session.execute(AddLink("wishes", "offers", "FF"))
    made = diagram(session.project)
    for link, points in zip(made._graph.links, made.routes, strict=True):
        start, end = made.boxes[made.place[link.predecessor]], made.boxes[made.place[link.successor]]
        assert points[0] == ((start.x if link.type in ("SS", "SF") else start.right), start.middle)
        assert points[-1] == ((end.x if link.type in ("FS", "SS") else end.right), end.middle)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))  # upright throughout
    texts = [shape.text for shape in made.shapes(EVERYWHERE) if isinstance(shape, Text)]
    assert "SS+1d" in texts
    assert "FF" in texts


def test_a_node_shows_early_and_late_dates_and_float() -> None:
    made = diagram(office())
    box = made.boxes[made.place["wishes"]]
    inside = (box.x + 1, box.y + 1, box.right - 1, box.bottom - 1)
    texts = [shape.text for shape in made.shapes(inside) if isinstance(shape, Text)]
    # Two days from Monday; the survey takes three, so that one day is to spare.
    assert texts[:3] == ["2026-06-01", "2d", "2026-06-02"]
    assert texts[3:6] == ["2026-06-02", "1d", "2026-06-03"]


def test_which_tasks_are_shown() -> None:
    project = office()
    planned = schedule(project)
    assert all_tasks(project) == [
        "survey", "wishes", "agreed", "plan", "light", "offers", "pack", "drive", "open"
    ]  # fmt: skip
    assert "wishes" not in critical_tasks(project, planned) or planned.of("wishes").near_critical
    assert tasks_around(project, "plan", 1) == ["agreed", "plan", "light", "offers"]
    assert tasks_around(project, "plan", 2) == ["survey", "wishes", "agreed", "plan", "light", "offers", "pack"]
    assert tasks_within(project, "design") == ["plan", "light", "offers"]
    assert tasks_within(project, "light") == ["plan", "light", "offers"]


def test_links_that_close_a_circle_are_not_drawn() -> None:
    project = office()
    project.put("dependency", "round", Dependency(id="round", number=99, predecessor="open", successor="survey"))
    made = diagram(project)
    assert "round" not in {link.id for link in made._graph.links}


def test_keys_walk_along_links_and_columns() -> None:
    made = diagram(office())
    assert made.beside("survey", "right") == "agreed"
    assert made.beside("agreed", "left") == "survey"  # it drives; the wishes have a day to spare
    assert {made.beside("survey", "down"), made.beside("survey", "up")} == {"survey", "wishes"}


def test_a_link_is_found_under_the_pointer() -> None:
    made = diagram(office())
    for points in made.routes:
        (ax, ay), (bx, by) = points[0], points[1]
        found = made.link_at((ax + bx) / 2, (ay + by) / 2)
        assert found in {other.id for other in made._graph.links}
    assert made.link_at(-50, -50) == ""


def test_an_empty_plan_is_an_empty_sheet() -> None:
    project = Project([replace_profile(office())])
    assert [box.task for box in chart(project).boxes] == [""]
    assert diagram(project).boxes == []


def replace_profile(project: Project):
    return project.profile.replace(name="Empty")


def test_critical_links_are_strong() -> None:
    made = diagram(office())
    lines = {s.ref: s for s in made.shapes(EVERYWHERE) if isinstance(s, Polyline) and s.ref}
    roles = {
        link.successor: lines[f"dependency/{link.id}"].role for link in made._graph.links if link.predecessor == "plan"
    }
    assert roles["offers"] == "link_critical"
    assert roles["light"] == "link"  # lighting has float
