"""What colours of bars stand for, that grey tells them apart, and that the legend explains what is drawn."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest

from desktop.charts.bar_shapes import LOOKS as USUAL_LOOKS
from desktop.charts.bar_shapes import BarLook
from desktop.charts.bars import BarKind
from desktop.charts.colouring import LOOKS, MOST, REST_LOOK
from desktop.charts.gantt import Gantt
from desktop.charts.gantt_options import (
    COLOURS,
    OWNER_COLOUR,
    PHASE_COLOUR,
    RISK_COLOUR,
    STATUS_COLOUR,
    GanttOptions,
    colour_fields,
)
from desktop.charts.legend import TITLES, legend, sample
from desktop.charts.palette import CONTRAST, DARK, LIGHT, PRINT, Palette, contrast
from desktop.charts.shapes import Line, Polygon, Polyline, Rect, Shape, Text
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Assignment, Resource, Split, Task
from desktop.domain.project import Project
from desktop.domain.resource_names import Share
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from desktop.i18n import CHINESE, ENGLISH, catalog
from tests.charts.test_gantt import HEIGHT, WIDTH, bar, chart
from tests.charts.test_gantt_look import progressed, replaced
from tests.plans import MONDAY, office, session_of

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST, "print": PRINT}


def titles(gantt: Gantt) -> dict[str, str]:
    """The class of each task with a bar, by its title."""
    colouring = gantt.facts.colouring
    assert colouring is not None
    return {identity: colouring.classes[colouring.of(identity)].title for identity in gantt.rows.order}


# -- classes --------------------------------------------------------------------------------------


def test_by_owner_is_by_the_first_resource_and_else_by_the_person_in_charge() -> None:
    from desktop.domain.people import Person

    session = session_of()
    session.execute(commands.AssignResources("survey", (Share("Anna", 100, "anna"), Share("李雷")), create=True))
    session.execute(commands.AssignResources("plan", (Share("Anna", 50, "anna"),)))
    session.execute(commands.AssignResources("pack", (Share("李雷"),), create=True))
    wei = Person(id="wei", number=1, name="Wei")
    light = session.project.get(Task, "light").replace(owner="wei")
    gantt = chart(session_of(replaced(session, wei, light)), options=GanttOptions(colour=OWNER_COLOUR))
    found = titles(gantt)
    assert {each: found[each] for each in ("survey", "plan", "pack", "light", "drive")} == {
        "survey": "Anna", "plan": "Anna", "pack": "李雷", "light": "Wei", "drive": "Nobody",
    }  # fmt: skip
    assert gantt.facts.colouring is not None
    assert gantt.facts.colouring.classes[0].title == "Anna"  # who has most comes first
    # A person in charge who is a resource as well is one and the same.
    anna = Person(id="anna-p", number=2, name="Anna")
    drive = session.project.get(Task, "drive").replace(owner="anna-p")
    gantt = chart(session_of(replaced(session, anna, drive)), options=GanttOptions(colour=OWNER_COLOUR))
    assert titles(gantt)["drive"] == "Anna" == titles(gantt)["survey"]
    assert gantt.facts.colouring is not None and len(gantt.facts.colouring.classes) == 3  # and Li Lei, and nobody


def test_of_many_owners_the_busiest_keep_a_colour_of_their_own() -> None:
    records = [record for record in office().all() if not isinstance(record, Task)]
    for n in range(MOST + 3):
        records.append(Resource(id=f"r{n}", number=n + 10, name=f"Person {n:02d}"))
        for copy in range(2 if n < MOST else 1):
            identity = f"t{n}-{copy}"
            records.append(Task(id=identity, number=len(records), name=identity, rank=len(records)))
            records.append(Assignment(id=f"a{identity}", number=len(records), task=identity, resource=f"r{n}"))
    records = [record for record in records if type(record).__name__ != "Dependency"]
    gantt = chart(session_of(Project(records)), options=GanttOptions(colour=OWNER_COLOUR))
    found = titles(gantt)
    assert len(set(found.values())) == MOST + 1
    assert {found[f"t{n}-0"] for n in range(MOST, MOST + 3)} == {"Others"}
    assert found["t0-0"] == found["t0-1"] == "Person 00"


def test_by_status_is_by_the_rule_of_the_field_status() -> None:
    session = progressed(dt.date(2026, 6, 5))
    session.execute(commands.SetProgress(("survey",), 100))
    session.execute(commands.SetProgress(("plan",), 20))
    # Wishes should be done; the floor plan has done Thursday, which is the day before the status date.
    found = titles(chart(session, options=GanttOptions(colour=STATUS_COLOUR)))
    expected = {"survey": "Complete", "wishes": "Late", "plan": "On schedule", "light": "Future task"}
    assert {each: found[each] for each in expected} == expected
    session.execute(SetFields("task", ("plan",), {"percent_complete": 10}))
    assert titles(chart(session, options=GanttOptions(colour=STATUS_COLOUR)))["plan"] == "Late"


def test_by_risk_is_by_the_highest_open_threat() -> None:
    risks = (
        Risk(id="r1", number=1, event="a", probability=5, impact_cost=3, tasks=("plan", "light")),
        Risk(id="r2", number=2, event="b", probability=2, impact_cost=5, tasks=("light", "pack")),
        Risk(id="r3", number=3, event="c", probability=1, impact_cost=2, tasks=("drive",)),
        Risk(id="r4", number=4, event="d", tasks=("offers",)),
        Risk(id="r5", number=5, event="e", probability=5, impact_cost=5, status="closed", tasks=("survey",)),
        Risk(id="r6", number=6, event="f", probability=5, impact_cost=5, kind="opportunity", tasks=("wishes",)),
    )  # fmt: skip
    found = titles(chart(session_of(replaced(session_of(), *risks)), options=GanttOptions(colour=RISK_COLOUR)))
    assert found["plan"] == found["light"] == "Risk of 15 or more"
    assert found["pack"] == "Risk of 10 or more"
    assert found["drive"] == "Risk below 10"
    assert found["offers"] == "Risk not assessed"
    assert found["survey"] == found["wishes"] == "No open risk"


def test_by_phase_is_by_the_row_of_the_top_level_and_colours_brackets_too() -> None:
    session = session_of()
    session.execute(commands.AddTask("Alone", "move", commands.BELOW))
    alone = next(each for each in session.project.outline.order if each.startswith("new"))
    gantt = chart(session, options=GanttOptions(colour=PHASE_COLOUR))
    found = titles(gantt)
    assert found["survey"] == found["brief"] == "Brief" and found["pack"] == "Move" and found[alone] == "No phase"
    shapes = gantt.content(WIDTH, HEIGHT)
    brackets = [each for each in shapes if isinstance(each, Polygon) and each.ref == "task/brief"]
    assert brackets[0].role == "class0_line"


@pytest.mark.parametrize("kind", [*COLOURS, *colour_fields()])
def test_every_choice_colours_every_bar_in_both_languages(kind: str) -> None:
    session = session_of()
    for language in (ENGLISH, CHINESE):
        gantt = chart(session, options=GanttOptions(colour=kind))
        shapes = gantt.scene(WIDTH, HEIGHT).shapes
        for entry in legend(gantt.signs, gantt.facts, catalog(language)):
            assert entry.title.strip()
        for shape in shapes:
            for role in _roles(shape):
                assert role in LIGHT, role
    coloured = any(sign.startswith("class") for sign in gantt.signs)
    assert coloured == (kind != "critical")


def test_critical_bars_keep_a_mark_where_colours_stand_for_something_else() -> None:
    session = session_of()
    gantt = chart(session, ["survey", "wishes"], options=GanttOptions(colour=OWNER_COLOUR))
    shapes = gantt.scene(WIDTH, HEIGHT).shapes
    foot = [shape for shape in shapes if isinstance(shape, Rect) and shape.role == "critical"]
    assert [(shape.x, shape.width) for shape in foot] == [(bar(gantt, "survey").left, bar(gantt, "survey").width)]
    assert "critical_foot" in gantt.signs


# -- grey -----------------------------------------------------------------------------------------


def _tell_apart(palette: Palette, one: BarLook, other: BarLook) -> bool:
    """By pattern, or by how light they are."""
    return one.pattern != other.pattern or contrast(palette[one.fill], palette[other.fill]) >= 1.5


@pytest.mark.parametrize("name", PALETTES)
def test_classes_differ_without_colour(name: str) -> None:
    palette = PALETTES[name]
    for one, other in combinations((*LOOKS, REST_LOOK), 2):
        assert _tell_apart(palette, one, other) or name == "contrast", (one, other)
    for look in LOOKS:
        assert contrast(palette[look.line], palette["surface"]) >= 3 or look.line == look.fill, look
        assert contrast(palette[look.fill], palette[look.ink]) >= 3, look  # the pattern shows, and progress does
        assert look.ink and look.done == look.ink


@pytest.mark.parametrize("name", PALETTES)
def test_usual_bars_differ_without_colour(name: str) -> None:
    palette = PALETTES[name]
    bars = [USUAL_LOOKS[each] for each in ("task", "near", "critical", "effort", "outside")]
    for one, other in combinations(bars, 2):
        assert _tell_apart(palette, one, other), (one, other)
    for look in bars:
        assert contrast(palette[look.line], palette["surface"]) >= 3, look
        assert contrast(palette[look.fill], palette[look.done]) >= 1.4, look


# -- kinds of bars and marks ----------------------------------------------------------------------


def shapes_for(session: Session, identity: str, options: GanttOptions | None = None) -> list[Shape]:
    gantt = chart(session, [identity], options=options or GanttOptions(links=False, baselines=()))
    return list(gantt.content(WIDTH, HEIGHT))


def test_every_kind_of_bar_has_a_form_of_its_own() -> None:
    session = session_of()
    session.execute(commands.SetManual(("light",), True))
    session.execute(SetFields("task", ("pack",), {"active": False}))
    project = replaced(
        session,
        session.project.get(Task, "drive").replace(foreign='{"outside": 1}'),
        session.project.get(Task, "move").replace(recurrence="FREQ=WEEKLY"),
        session.project.get(Task, "wishes").replace(level_of_effort=True),
    )
    session = session_of(project)
    forms = {}
    for identity, kind in (
        ("survey", BarKind.TASK), ("light", BarKind.MANUAL), ("pack", BarKind.INACTIVE), ("drive", BarKind.OUTSIDE),
        ("move", BarKind.RECURRING), ("wishes", BarKind.EFFORT), ("brief", BarKind.SUMMARY),
        ("agreed", BarKind.MILESTONE),
    ):  # fmt: skip
        gantt = chart(session, [identity])
        assert bar(gantt, identity).kind is kind
        shapes = [each for each in shapes_for(session, identity) if not isinstance(each, Text)]
        forms[kind] = tuple(sorted(
            (type(each).__name__, getattr(each, "pattern", ""), len(getattr(each, "points", ()))) for each in shapes
        ))  # fmt: skip
    assert len(set(forms.values())) == len(forms)


def test_a_recurring_task_shows_its_occurrences() -> None:
    session = session_of(replaced(session_of(), office().get(Task, "move").replace(recurrence="FREQ=WEEKLY")))
    gantt = chart(session)
    move = bar(gantt, "move")
    end = bar(gantt, "drive").right  # where the milestone stands
    assert move.parts == (*((bar(gantt, each).left, bar(gantt, each).right) for each in ("pack", "drive")), (end, end))
    assert "recurring" in signs(gantt)


def signs(gantt: Gantt) -> set[str]:
    gantt.scene(WIDTH, HEIGHT)
    return gantt.signs


def test_a_task_by_hand_shows_where_its_links_would_put_it() -> None:
    session = session_of()
    # The lighting follows the floor plan (until Wed 06-10) on Thu 06-11 and Fri; by hand it stays a week later.
    session.execute(commands.SetManual(("light",), True))
    session.execute(commands.MoveTask("light", MONDAY + dt.timedelta(days=17), commands.MANUAL))
    gantt = chart(session, ["light"])
    lines = [each for each in gantt.content(WIDTH, HEIGHT) if isinstance(each, Polyline) and each.role == "muted"]
    assert [(line.points[0][0] / 24, line.points[1][0] / 24) for line in lines] == [(10, 12)]
    assert bar(gantt, "light").left == 17 * 24
    assert lines[0].dash
    hidden = chart(session, ["light"], options=GanttOptions(would_be=False))
    assert not [each for each in hidden.content(WIDTH, HEIGHT) if isinstance(each, Polyline) and each.role == "muted"]
    # Where both agree, and for work that has begun, there is nothing to show.
    session.execute(commands.MoveTask("light", MONDAY + dt.timedelta(days=10), commands.MANUAL))
    assert "would_be" not in signs(chart(session, ["light"]))


KINDS = ("snet", "snlt", "fnet", "fnlt", "mso", "mfo", "alap")


def test_every_kind_of_date_constraint_has_a_mark_of_its_own() -> None:
    drawn = {}
    for kind in KINDS:
        for pinned in (False, True):
            task = office().get(Task, "light").replace(
                constraint=kind, constraint_date=dt.datetime(2026, 6, 25, 8), pinned=pinned
            )
            gantt = chart(session_of(replaced(session_of(), task)), ["light"], options=GanttOptions(label=""))
            shapes = [each for each in gantt.content(WIDTH, HEIGHT) if isinstance(each, (Polygon, Rect))
                      and "muted" in _roles(each)]  # fmt: skip
            drawn[kind, pinned] = repr(shapes)
            assert ("pinned" if pinned else f"constraint_{kind}") in gantt.signs
            assert [mark.kind for mark in gantt.marks] == ["constraint"]
    assert len({text for (_, pinned), text in drawn.items() if not pinned}) == len(KINDS)
    assert all(drawn[kind, True] != drawn[kind, False] for kind in KINDS if kind != "alap")


def test_a_missed_deadline_differs_from_one_that_is_kept_without_colour() -> None:
    heads = {}
    for day in (12, 26):  # the offers end on Tue 06-16
        session = session_of()
        session.execute(SetFields("task", ("offers",), {"deadline": dt.datetime(2026, 6, day, 17)}))
        gantt = chart(session, ["offers"])
        (head,) = [each for each in gantt.content(WIDTH, HEIGHT) if isinstance(each, Polygon)]
        heads["deadline_missed" if "deadline_missed" in gantt.signs else "deadline"] = head
    assert heads["deadline_missed"].role == "deadline_missed"
    assert heads["deadline"].role == "surface" and heads["deadline"].outline_role == "deadline"


def test_negative_float_is_hatched_and_lies_before_the_finish() -> None:
    session = session_of()
    session.execute(SetFields("task", ("offers",), {"deadline": dt.datetime(2026, 6, 12, 17)}))
    gantt = chart(session, ["offers"], options=GanttOptions(total_float=True))
    (hatched,) = [each for each in gantt.content(WIDTH, HEIGHT) if isinstance(each, Rect) and each.pattern]
    # Due on Friday 06-12, done on Tuesday 06-16.
    assert (hatched.x / 24, (hatched.x + hatched.width) / 24) == (12, 16)
    assert hatched.pattern_role == "negative_float"


def test_dates_of_other_projects_are_flagged() -> None:
    task = office().get(Task, "light").replace(
        external_start=dt.datetime(2026, 6, 15, 8), external_finish=dt.datetime(2026, 6, 19, 17)
    )
    gantt = chart(session_of(replaced(session_of(), task)), ["light"])
    gantt.scene(WIDTH, HEIGHT)
    assert {"external_start", "external_finish"} <= gantt.signs
    places = {mark.kind: mark.box.x + mark.box.width / 2 for mark in gantt.marks}
    assert places == {"external_start": 14 * 24, "external_finish": 19 * 24}
    assert gantt.mark_at(14 * 24, 10) is not None


# -- legend ---------------------------------------------------------------------------------------


def test_the_legend_tells_what_is_in_sight_and_nothing_else() -> None:
    session = session_of()
    words = catalog(ENGLISH)
    whole = chart(session)
    assert [entry.sign for entry in legend(signs(whole), whole.facts, words)] == [
        "task", "critical", "summary", "milestone_critical", "link", "link_critical"
    ] or "near" in whole.signs
    few = chart(session, ["survey"])
    assert [entry.title for entry in legend(signs(few), few.facts, words)] == ["Critical task"]
    session.execute(commands.CaptureBaseline("Agreed & signed"))
    session.execute(commands.SetDuration(("survey",), 5 * 480))
    few = chart(session, ["survey"])
    assert [entry.title for entry in legend(signs(few), few.facts, words)] == [
        "Critical task", "Baseline – Agreed & signed", "Finishes later than agreed",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", [*TITLES, "baseline0", "baseline1", "baseline2"])
def test_every_sign_can_be_drawn_on_its_field(sign: str) -> None:
    shapes = sample(sign)
    assert shapes
    for shape in shapes:
        assert all(role in LIGHT for role in _roles(shape))
        if isinstance(shape, (Rect, Line)):
            left, right = (shape.x, shape.x + shape.width) if isinstance(shape, Rect) else (shape.x1, shape.x2)
            assert min(left, right) >= -1 and max(left, right) <= 23


def test_a_split_task_is_explained() -> None:
    session = session_of()
    parts = (
        Split(start=MONDAY, finish=dt.datetime(2026, 6, 1, 17)),
        Split(start=dt.datetime(2026, 6, 4, 8), finish=dt.datetime(2026, 6, 5, 17)),
    )
    session.execute(SetFields("task", ("survey",), {"splits": parts}))
    assert "split" in signs(chart(session, ["survey"]))


def _roles(shape: Shape) -> list[str]:
    names = ("role", "outline_role", "pattern_role")
    return [role for name in names if (role := getattr(shape, name, ""))]
