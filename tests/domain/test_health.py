"""Health of a schedule: plans small enough to count by hand, against the fourteen measures of DCMA."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from desktop.domain.health import (
    CONSULTING,
    DCMA,
    FAIL,
    INFORMATION,
    NOT_ASSESSED,
    PASS,
    HealthProfile,
    Measure,
    check_health,
    sentence,
)
from desktop.domain.plan import (
    Assignment,
    Baseline,
    BaselineTask,
    Calendar,
    Dependency,
    ProjectProfile,
    Resource,
    Task,
    WeekDay,
)
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.i18n import catalog
from tests.plans import DAY, MONDAY


def plan(
    *tasks: tuple[str, float, dict[str, Any]], links: str = "", agreed: tuple[tuple[str, dt.datetime], ...] = (),
    status: dt.date | None = None,
) -> Project:  # fmt: skip
    """Tasks as (id, days, fields); links as ``a>b a>c:SS:-1``, lag in days."""
    records: list[Any] = [ProjectProfile(id="p", number=1, name="Plan", start=MONDAY, status_date=status)]
    for rank, (identity, days, fields) in enumerate(tasks, 1):
        records.append(Task(id=identity, number=rank, name=identity, rank=rank, duration=int(days * DAY), **fields))
    for number, text in enumerate(links.split(), 1):
        ends, kind, lag = [*text.split(":"), *("FS", "0")[text.count(":") :]][:3]
        before, after = ends.split(">")
        records.append(
            Dependency(id=text, number=number, predecessor=before, successor=after, type=kind, lag=int(lag) * DAY)
        )
    if agreed:
        rows = tuple(BaselineTask(task=task, finish=finish) for task, finish in agreed)
        records.append(Baseline(id="b", number=1, name="Agreed", tasks=rows))
    return Project(records)


def measured(project: Project, profile: Any = DCMA) -> dict[str, Measure]:
    return {item.key: item for item in check_health(project, schedule(project), profile)}


def day(number: int, hour: int = 17) -> dt.datetime:
    return dt.datetime(2026, 6, number, hour)


CHAIN: tuple[Any, ...] = (("a", 5, {}), ("b", 2, {}), ("c", 3, {}))


def test_a_chain_is_healthy() -> None:
    """One start and one end are no fault; nothing is agreed and there is no status date."""
    found = measured(plan(*CHAIN, links="a>b b>c"))
    assert [found[key].number for key in list(found)[:14]] == list(range(1, 15))
    passed = ("logic", "leads", "lags", "finish_to_start", "hard_constraints", "high_float", "negative_float",
              "long_duration", "critical_path")  # fmt: skip
    assert {found[key].verdict for key in passed} == {PASS}
    reasons = {key: (found[key].verdict, found[key].reason) for key in ("invalid_dates", "missed", "cpli", "bei")}
    assert reasons == {
        "invalid_dates": (NOT_ASSESSED, "no_status_date"), "missed": (NOT_ASSESSED, "no_baseline"),
        "cpli": (NOT_ASSESSED, "no_baseline"), "bei": (NOT_ASSESSED, "no_baseline"),
    }  # fmt: skip
    assert (found["critical_path"].value, found["resources"].value) == (600, 3)


def test_missing_logic_and_float() -> None:
    """x hangs loose beside a chain of 60 days: 58 days of float, above 44; one task of four is a quarter."""
    project = plan(("a", 40, {}), ("b", 20, {}), ("x", 2, {}), ("c", 1, {}), links="a>b b>c")
    found = measured(project)
    assert (found["logic"].value, found["logic"].tasks, found["logic"].verdict) == (25, ("x",), FAIL)
    assert (found["high_float"].value, found["high_float"].tasks) == (25, ("x",))
    assert found["long_duration"].tasks == ()
    assert measured(project, CONSULTING)["long_duration"].tasks == ("a", "b")


def test_links() -> None:
    """Four links: one lead, one lag, two that are not finish-to-start."""
    found = measured(plan(*CHAIN, ("d", 1, {}), ("e", 1, {}), links="a>b:FS:-1 b>c:SS:2 c>d:FF d>e"))
    assert [found[key].value for key in ("leads", "lags", "finish_to_start")] == [25, 25, 50]
    assert (found["leads"].tasks, found["lags"].tasks, found["finish_to_start"].tasks) == (("b",), ("c",), ("c", "d"))
    assert (found["dangling_start"].tasks, found["dangling_finish"].tasks) == (("d",), ("b",))
    assert found["dangling_start"].verdict == INFORMATION


def test_finished_work_and_its_links_do_not_count() -> None:
    done = {"percent_complete": 100, "actual_start": day(1, 8), "actual_finish": day(5)}
    found = measured(plan(("a", 5, done), *CHAIN[1:], links="a>b:FS:-1 b>c"))
    assert (found["leads"].value, found["leads"].counted, found["logic"].counted) == (0, 1, 2)


@pytest.mark.parametrize("kind, hard", [("mso", 1), ("mfo", 1), ("snlt", 1), ("fnlt", 1), ("snet", 0), ("fnet", 0)])
def test_hard_constraints(kind: str, hard: int) -> None:
    found = measured(plan(("a", 5, {}), ("b", 2, {"constraint": kind, "constraint_date": day(8)}), links="a>b"))
    assert len(found["hard_constraints"].tasks) == hard


def test_negative_float() -> None:
    """B may start on June 3 at the latest and cannot before June 8."""
    found = measured(plan(("a", 5, {}), ("b", 2, {"constraint": "snlt", "constraint_date": day(3, 8)}), links="a>b"))
    assert (found["negative_float"].value, found["negative_float"].tasks) == (2, ("a", "b"))


def test_invalid_dates() -> None:
    """Status Wednesday June 10: an actual start on the 11th, and work still forecast for the 1st."""
    future = {"actual_start": day(11, 8), "percent_complete": 10}
    today = {"actual_start": day(10, 8), "percent_complete": 10}
    project = plan(("past", 2, {}), ("future", 5, future), ("today", 5, today), status=dt.date(2026, 6, 10))
    project.put("project", "p", replace(project.profile, progress_rule="as_planned"))
    found = measured(project)
    assert (found["invalid_dates"].tasks, found["invalid_dates"].verdict) == (("past", "future"), FAIL)


def test_against_the_baseline() -> None:
    """Due by Friday June 5: a, finished, and b, which was agreed for that day and ends on June 9.

    Missed one of two; done one of two; from Monday the 8th five days remain to Friday the 12th (c),
    and c was agreed for Thursday the 11th: (5 - 1) / 5.
    """
    done = {"percent_complete": 100, "actual_start": day(1, 8), "actual_finish": day(5)}
    found = measured(
        plan(
            ("a", 5, done), *CHAIN[1:], links="a>b b>c", status=dt.date(2026, 6, 5),
            agreed=(("a", day(5)), ("b", day(5)), ("c", day(11))),
        )
    )  # fmt: skip
    assert (found["missed"].value, found["missed"].tasks) == (50, ("b",))
    assert (found["bei"].value, found["bei"].tasks) == (0.5, ("b",))
    assert found["cpli"].value == pytest.approx(0.8)
    assert {found[key].verdict for key in ("missed", "bei", "cpli")} == {FAIL}


def test_the_finish_must_follow_the_critical_path() -> None:
    """c is pinned to its date and does not wait for b: 600 more days on a end far after c does, but by less."""
    held = {"constraint": "mso", "constraint_date": dt.datetime(2029, 6, 4, 8), "pinned": True}
    project = plan(("a", 5, {"deadline": day(1)}), ("b", 1, {}), ("c", 1, held), links="a>b b>c")
    found = measured(project)["critical_path"]
    assert (found.verdict, found.tasks, found.value) == (FAIL, ("a",), 0)
    assert project.table(Task)["a"].duration == 5 * DAY


def test_paths_meet() -> None:
    tasks = [(name, 1, {}) for name in "abcdez"]
    assert measured(plan(*tasks, links="a>z b>z c>z d>z e>z"))["bottleneck"].tasks == ("z",)
    assert measured(plan(*tasks, links="a>z b>z c>z d>z"))["bottleneck"].tasks == ()


def test_an_empty_plan_is_not_judged() -> None:
    found = measured(plan())
    assert not [item.key for item in found.values() if item.verdict == FAIL]
    assert (found["logic"].reason, found["leads"].reason) == ("no_tasks", "no_links")


def test_sentences_in_both_languages() -> None:
    found = measured(plan(*CHAIN, links="a>b:FS:-1 b>c"))
    english, chinese = catalog("en"), catalog("zh_CN")
    assert sentence(found["leads"], english) == "Links with a lead: 50 % (at most 0 %), failed"
    assert sentence(found["leads"], chinese) == "带提前量的依赖关系：50 %（至多 0 %），不通过"
    assert (
        sentence(found["bei"], english) == "Baseline execution index (BEI): not assessed, because there is no baseline"
    )


@pytest.mark.parametrize(("tasks", "verdict"), [(20, PASS), (19, FAIL)])
def test_one_in_twenty_is_still_good(tasks: int, verdict: str) -> None:
    """A chain, and one task beside it that nothing holds: 5 % is allowed, 5.3 % is not."""
    names = [f"t{number:02}" for number in range(tasks - 1)]
    links = " ".join(f"{before}>{after}" for before, after in pairwise(names))
    found = measured(plan(*((name, 1, {}) for name in (*names, "x")), links=links))["logic"]
    assert (found.tasks, found.verdict) == (("x",), verdict)


@pytest.mark.parametrize(
    ("days", "long", "consulting"), [(10, (), ()), (11, (), ("a",)), (44, (), ("a",)), (45, ("a",), ("a",))]
)
def test_how_long_a_task_may_last(days: int, long: tuple[str, ...], consulting: tuple[str, ...]) -> None:
    project = plan(("a", days, {}))
    assert measured(project)["long_duration"].tasks == long
    assert measured(project, CONSULTING)["long_duration"].tasks == consulting


@pytest.mark.parametrize(
    ("days", "high", "consulting"), [(20, (), ()), (21, (), ("x",)), (44, (), ("x",)), (45, ("x",), ("x",))]
)
def test_how_much_float_a_task_may_have(days: int, high: tuple[str, ...], consulting: tuple[str, ...]) -> None:
    """x takes a day beside a chain that is so many days longer."""
    project = plan(("a", days, {}), ("b", 1, {}), ("x", 1, {}), links="a>b")
    assert measured(project)["high_float"].tasks == high
    assert measured(project, CONSULTING)["high_float"].tasks == consulting


def test_links_of_summaries_hold_what_is_within() -> None:
    """s waits for a, and c for s: neither x nor y within s hangs loose."""
    project = plan(("a", 1, {}), ("s", 1, {}), ("x", 2, {"parent": "s"}), ("y", 2, {"parent": "s"}), ("c", 1, {}),
                   links="a>s s>c")  # fmt: skip
    assert measured(project)["logic"].tasks == ()


def test_links_that_hold_nothing_are_no_logic() -> None:
    """b waits for a task that is switched off, so nothing holds it."""
    project = plan(("a", 5, {}), ("off", 1, {"active": False}), ("b", 1, {}), ("c", 1, {}), links="a>c off>b b>c")
    assert measured(project)["logic"].tasks == ("b",)


def test_the_finish_of_people_is_tried_too() -> None:
    """Li works on Mondays alone, so that a and b last as long as Li takes; 600 days more still show."""
    project = plan(("a", 5, {}), ("b", 2, {}), links="a>b")
    mondays = tuple(WeekDay(weekday=day, bands="08:00-12:00 13:00-17:00" if not day else "") for day in range(7))
    project.put("calendar", "m", Calendar(id="m", number=1, name="Mondays", week=mondays))
    project.put("resource", "Li", Resource(id="Li", number=1, name="Li", calendar="m"))
    for task, days in (("a", 5), ("b", 2)):
        project.put("assignment", task, Assignment(id=task, task=task, resource="Li", work=days * DAY))
    found = measured(project)["critical_path"]
    # Without Li, a takes 605 working days instead of the 21 from its first to its fifth Monday; b then waits for
    # the next Monday.
    assert found.value == pytest.approx(605 - 21, abs=5)
    assert found.tasks == ("a",)


def test_a_task_in_progress_can_be_lengthened() -> None:
    """a is the only task: half done, five days, and 600 more of what is left."""
    project = plan(("a", 10, {"percent_complete": 50, "actual_start": day(1, 8)}))
    found = measured(project)["critical_path"]
    assert (found.value, found.verdict, found.tasks) == (600, PASS, ("a",))


def test_stored_dates_do_not_hide_the_critical_path() -> None:
    stored = {"recorded_start": day(1, 8), "recorded_finish": day(5)}
    project = plan(("a", 5, stored))
    project.put("project", "p", replace(project.profile, date_source="stored"))
    assert measured(project)["critical_path"].value == 600


def test_the_next_morning_is_not_missed() -> None:
    """Agreed for Friday at five; the milestone stands on Monday at eight, no working time later."""
    held = {"constraint": "mso", "constraint_date": day(8, 8), "pinned": True, "milestone": True}
    project = plan(("m", 0, held), status=dt.date(2026, 6, 12), agreed=(("m", day(5)),))
    project.put("project", "p", replace(project.profile, progress_rule="as_planned"))
    assert (measured(project)["missed"].value, measured(project)["bei"].value) == (0, 0)


def test_the_length_of_the_critical_path_names_who_is_on_it() -> None:
    """Ten days left, agreed two days earlier: 8 / 10. x has float and is not named."""
    project = plan(("a", 5, {}), ("b", 5, {}), ("x", 1, {}), links="a>b", agreed=(("b", day(10)),))
    found = measured(project)["cpli"]
    assert (found.value, found.tasks, found.verdict) == (pytest.approx(0.8), ("a", "b"), FAIL)


def test_elapsed_float_counts_working_time() -> None:
    """x takes 24 hours to Tuesday at eight, the plan eleven days: thirteen days of the clock, ten of work."""
    project = plan(("a", 10, {}), ("b", 1, {}), ("x", 3, {"duration_unit": "ed"}), links="a>b")
    profile = HealthProfile("strict", "Strict", 44, 9)
    assert measured(project, profile)["high_float"].tasks == ("x",)
    assert measured(project, HealthProfile("mild", "Mild", 44, 10))["high_float"].tasks == ()
