"""Badges behind bars, what is linked with a task, and paths as bands."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest

from desktop.charts.badges import ORDER, PREFIX, Badge, badge_shapes
from desktop.charts.gantt import Gantt
from desktop.charts.gantt_facts import GanttFacts
from desktop.charts.gantt_options import GanttOptions
from desktop.charts.relations import relation_shapes, relations
from desktop.charts.shapes import Polygon, Polyline, Rect, Text
from desktop.domain.commands import plan as commands
from desktop.domain.communication import Action
from desktop.domain.control import Issue
from desktop.domain.plan import Task
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from desktop.i18n import CHINESE, ENGLISH, catalog
from tests.charts.test_gantt import EM, HEIGHT, WIDTH, bar, chart
from tests.charts.test_gantt_look import replaced
from tests.plans import DAY, session_of

TODAY = dt.datetime(2026, 6, 3, 10)


def registers() -> Session:
    """Risks, issues and actions that concern the floor plan, the lighting and the packing."""
    action: dict[str, Any] = {"links": ("task/plan",)}
    return session_of(replaced(
        session_of(),
        Risk(id="r1", number=1, event="Late data", tasks=("plan", "light")),
        Risk(id="r2", number=2, event="Strike", tasks=("plan",)),
        Risk(id="r3", number=3, event="Over", status="closed", tasks=("pack",)),
        Issue(id="i1", number=1, problem="No lamps", tasks=("light",)),
        Action(id="a1", number=1, title="Send plans", due=dt.date(2026, 6, 2), **action),
        Action(id="a2", number=2, title="Not yet", due=dt.date(2026, 6, 3), **action),
        Action(id="a3", number=3, title="Done", due=dt.date(2026, 6, 1), status="done", **action),
        session_of().project.get(Task, "drive").replace(notes="Mind the bridge"),
    ))  # fmt: skip


def badges(gantt: Gantt) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    gantt.scene(WIDTH, HEIGHT)
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for mark in gantt.marks:
        if mark.kind.startswith(PREFIX):
            found.setdefault(mark.task, []).append((mark.kind.removeprefix(PREFIX), mark.refs))
    return found


def test_badges_count_what_is_open_and_what_is_late() -> None:
    gantt = chart(registers(), options=GanttOptions(today=TODAY))
    assert badges(gantt) == {
        "plan": [("action", ("action/a1",)), ("risk", ("risk/r1", "risk/r2"))],
        "light": [("issue", ("issue/i1",)), ("risk", ("risk/r1",))],
        "drive": [("note", ())],
    }
    assert {"badge_action", "badge_risk", "badge_issue", "badge_note"} <= gantt.signs
    assert badges(chart(registers(), options=GanttOptions(today=TODAY, badges=False))) == {}


def test_badges_stand_in_a_row_before_the_text_and_are_hit() -> None:
    gantt = chart(registers(), options=GanttOptions(today=TODAY, label="name"))
    scene = gantt.scene(WIDTH, HEIGHT)
    boxes = [mark.box for mark in gantt.marks if mark.task == "plan"]
    assert bar(gantt, "plan").right < boxes[0].x
    for one, other in pairwise(boxes):
        assert one.x + one.width <= other.x
    text = next(each for each in scene.shapes if isinstance(each, Text) and each.text == "Floor plan")
    assert boxes[-1].x + boxes[-1].width <= text.x
    hit = gantt.hit(boxes[1].x + 3, boxes[1].y + 3)
    assert hit.part is None and hit.mark is not None and hit.mark.refs == ("risk/r1", "risk/r2")
    assert gantt.hit(text.x + 3, boxes[1].y + 3).mark is None


def test_overloads_are_shown_where_they_are_known_and_work_is_left() -> None:
    session = session_of()
    session.execute(commands.SetProgress(("wishes",), 100))
    facts = GanttFacts(overloaded=lambda task: task in ("survey", "wishes", "brief"))
    gantt = chart(session, options=GanttOptions(overloads=True))
    gantt.facts = facts
    assert badges(gantt) == {"survey": [("overload", ())]}


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_every_badge_has_a_form_and_a_letter_of_its_own(language: str) -> None:
    forms, letters = set(), set()
    for kind in ORDER:
        box, shapes = badge_shapes(Badge(kind, ("a/1",)), 0, 10, EM, catalog(language))
        first, texts = shapes[0], [each.text for each in shapes if isinstance(each, Text)]
        corners = len(first.points) if isinstance(first, Polygon) else 0
        forms.add((type(first).__name__, corners, getattr(first, "radius", 0)))
        letters.add(texts[0] if texts else "")
        wide, _ = badge_shapes(Badge(kind, ("a/1", "a/2")), 0, 10, EM, catalog(language))
        assert wide.width > box.width
        for shape in shapes:
            if isinstance(shape, Rect):
                assert shape.x >= box.x and shape.x + shape.width <= box.x + box.width
    assert len(forms) >= len(ORDER) - 1 and len(letters) == len(ORDER)  # a note has no letter


# -- relations ------------------------------------------------------------------------------------


def test_next_tasks_and_which_of_them_drive() -> None:
    session = session_of()
    found = relations(session.project, session.schedule, ["agreed"])
    # The survey lasts until Wednesday, the wishes only until Tuesday; both must be there for the brief.
    assert found.before == {"survey": True, "wishes": False}
    assert found.after == {"plan": True}
    assert found.of("survey") == ("predecessor", True) and found.of("light") is None
    assert found.concerns("agreed") and not found.concerns("pack")


def test_all_the_way_a_task_drives_where_every_link_does() -> None:
    session = session_of()
    found = relations(session.project, session.schedule, ["pack"], whole=True)
    assert found.before == {"offers": True, "plan": True, "agreed": True, "survey": True, "wishes": False}
    assert found.after == {"drive": True, "open": True}
    light = relations(session.project, session.schedule, ["light"], whole=True)
    assert light.before is not None and light.before["plan"]
    session.execute(commands.SetLink("plan-offers", "FS", DAY))
    assert relations(session.project, session.schedule, ["pack"], whole=True).before == found.before  # lag is no float
    session.execute(commands.AddLink("light", "pack"))
    again = relations(session.project, session.schedule, ["pack"], whole=True)
    assert again.before is not None and again.before["light"] is False and again.before["plan"] is True


def test_selected_tasks_among_themselves_are_not_their_own_relations() -> None:
    session = session_of()
    found = relations(session.project, session.schedule, ["survey", "agreed"])
    assert found.before == {"wishes": False} and found.after == {"plan": True}
    assert found.links == {"survey-agreed": True, "wishes-agreed": False, "agreed-plan": True}


def test_a_driving_task_is_framed_without_gaps() -> None:
    one = bar(chart(session_of()), "survey")
    (driving,) = relation_shapes(one, "predecessor", True)
    (other,) = relation_shapes(one, "predecessor", False)
    assert isinstance(driving, Polyline) and isinstance(other, Polyline)
    assert not driving.dash and other.dash and driving.width > other.width


def test_paths_are_bands_with_numbers() -> None:
    gantt = chart(session_of(), ["survey", "plan", "light"], options=GanttOptions(label=""))
    gantt.facts = GanttFacts(paths={"survey": 1, "plan": 1, "light": 12})
    shapes = gantt.scene(WIDTH, HEIGHT).shapes
    texts = [each.text for each in shapes if isinstance(each, Text)]
    assert texts == ["1", "1", "12"]
    bands = [each for each in shapes if isinstance(each, Rect) and each.role.startswith("class")]
    assert [band.role for band in bands] == ["class0", "class0", "class3"]
    assert bands[0].x < bar(gantt, "survey").left and "path" in gantt.signs
