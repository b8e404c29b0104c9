"""Health of a schedule: plans small enough to count by hand, against the fourteen measures of DCMA."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.health import (
    CONSULTING,
    DCMA,
    FAIL,
    INFORMATION,
    NOT_ASSESSED,
    PASS,
    Measure,
    check_health,
    sentence,
)
from desktop.domain.plan import Baseline, BaselineTask, Dependency, ProjectProfile, Task
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
