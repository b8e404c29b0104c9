"""Levelling finds schedules that keep every link and every capacity, on small cases and published instances.

The check for faults is written from the definition of the problem and knows nothing of how schedules are made.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from itertools import count, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.psplib import faults, read_instance
from desktop.domain.rejection import Rejected, explain
from desktop.domain.scheduling.levelling import Activity, Levelled, Problem, Resource, level
from desktop.domain.scheduling.levelling.batch import Table
from desktop.domain.scheduling.levelling.population import Population
from desktop.domain.scheduling.levelling.serial import Generator
from desktop.i18n import CHINESE, ENGLISH, catalog

CREW = [Resource("Crew", 2)]


def assert_sound(problem: Problem, answer: Levelled) -> None:
    assert list(faults(problem, answer.starts)) == []
    finishes = [start + activity.duration for start, activity in zip(answer.starts, problem.activities, strict=True)]
    assert answer.makespan == max(finishes)
    assert answer.lower_bound <= answer.makespan <= answer.first_makespan


@pytest.fixture(scope="session")
def instances(corpora: Path) -> dict[str, tuple[Problem, int, int]]:
    """Problems by file with the best makespan known and that of the latest-finish rule."""
    place = corpora / "psplib"
    if not place.is_dir():
        pytest.skip(f"no instances at {place}")
    with (place / "best_known.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["file"]: (
                read_instance(place / row["file"]),
                int(row["best_known_makespan"]),
                int(row["baseline_lft_serial_sgs"]),
            )
            for row in csv.DictReader(lines)
        }


def test_the_check_sees_faults() -> None:
    problem = Problem([Activity("a", 2, (), (2,)), Activity("b", 1, (0,), (1,)), Activity("c", 3, (), (1,), 1)], CREW)
    assert list(faults(problem, (0, 2, 2))) == []
    assert list(faults(problem, (0, 1, 2))) == ["b starts before a has finished", "3 of Crew at 1, of 2"]
    assert next(faults(problem, (3, 5, 0))) == "c starts before it may"


def test_published_instances(instances: dict[str, tuple[Problem, int, int]]) -> None:
    for file, (problem, best, rule) in instances.items():
        answer = level(problem, 60, limit=60)
        assert_sound(problem, answer)
        assert answer.first_makespan == rule, file
        assert best <= answer.makespan <= rule, file


def test_more_schedules_are_never_worse_and_in_the_end_better(
    instances: dict[str, tuple[Problem, int, int]],
) -> None:
    problem = instances["j60/j6041_2.sm"][0]
    makespans = [level(problem, 60, limit=limit).makespan for limit in (1, 10, 100, 600)]
    assert makespans == sorted(makespans, reverse=True)
    assert makespans[-1] < makespans[0]


def test_a_small_published_instance_is_solved(instances: dict[str, tuple[Problem, int, int]]) -> None:
    problem, best, _rule = instances["j30/j301_2.sm"]
    assert level(problem, 60, limit=4000).makespan == best


def test_equal_seeds_give_equal_schedules(instances: dict[str, tuple[Problem, int, int]]) -> None:
    problem = instances["j120/j1201_2.sm"][0]
    first, again, other = (level(problem, 60, seed=seed, limit=150) for seed in (7, 7, 8))
    assert first == again
    assert other.starts != first.starts


def test_without_time_there_is_the_first_answer(instances: dict[str, tuple[Problem, int, int]]) -> None:
    problem, _best, rule = instances["j120/j12016_2.sm"]
    answer = level(problem, 0)
    assert_sound(problem, answer)
    assert (answer.makespan, answer.tried, answer.cancelled) == (rule, 1, False)


def test_the_benchmark_tells_other_programs_its_answers(
    instances: dict[str, tuple[Problem, int, int]], corpora: Path, root: Path
) -> None:
    files = [str(corpora / "psplib" / name) for name in ("j30/j301_2.sm", "j60/j609_2.sm")]
    command = [sys.executable, str(root / "benchmarks" / "levelling.py"), *files, "--seconds", "0.1", "--json"]
    answers = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert [answer.keys() for answer in answers] == [{"file", "makespan", "starts"}] * 2
    assert [answer["file"] for answer in answers] == files
    for answer, (problem, best, rule) in zip(
        answers, (instances["j30/j301_2.sm"], instances["j60/j609_2.sm"]), strict=True
    ):
        starts = tuple(answer["starts"][f"{job + 1}"] for job in range(len(problem.activities)))
        assert list(faults(problem, starts)) == []
        assert answer["makespan"] == max(map(int.__add__, starts, problem.durations))
        assert best <= answer["makespan"] <= rule


def test_time_ends_the_search(instances: dict[str, tuple[Problem, int, int]]) -> None:
    """At the first look at the clock that shows the time is up."""
    ticks = count()
    answer = level(instances["j30/j3013_2.sm"][0], 50, clock=lambda: next(ticks))
    assert next(ticks) == 51
    assert not answer.cancelled


def test_cancelling_keeps_the_best_so_far(instances: dict[str, tuple[Problem, int, int]]) -> None:
    problem = instances["j60/j609_2.sm"][0]
    heard: list[int] = []
    answer = level(problem, 3600, cancelled=lambda: len(heard) >= 2, improved=heard.append)
    assert_sound(problem, answer)
    assert answer.cancelled
    assert answer.makespan == heard[-1] == min(heard)
    assert heard == sorted(set(heard), reverse=True)


def test_links_keep_activities_of_no_duration_in_order() -> None:
    problem = Problem(
        [
            Activity("end", 0, (2, 3)),
            Activity("start", 0),
            Activity("one", 3, (4,), (2,)),
            Activity("two", 2, (4,), (1,)),
            Activity("gate", 0, (1,), (9,)),  # holds nothing for no time
            Activity("lag", 4, (3,)),
            Activity("after the lag", 1, (5,), (2,)),
        ],
        CREW,
    )
    answer = level(problem, 60, limit=50)
    assert_sound(problem, answer)
    assert answer.makespan == 7  # two, its lag and what follows it: one goes on during the lag
    assert answer.lower_bound == 7  # none can be shorter


def test_nothing_to_do() -> None:
    assert level(Problem([], [])).starts == ()
    answer = level(Problem([Activity("milestone", 0)], CREW))
    assert (answer.starts, answer.makespan) == ((0,), 0)


def test_release_times_and_large_units() -> None:
    """Half an hour in a plan of minutes: the same schedules as in units of half an hour, by another profile."""
    rows = [(480, (), 1, 0), (960, (0,), 2, 0), (1440, (), 1, 2400), (510, (), 1, 0), (30, (2,), 2, 0)]
    minutes = Problem([Activity(f"{n}", d, p, (q,), r) for n, (d, p, q, r) in enumerate(rows)], CREW)
    halves = Problem([Activity(f"{n}", d // 30, p, (q,), r // 30) for n, (d, p, q, r) in enumerate(rows)], CREW)
    answer = level(minutes, 60, limit=50)
    assert_sound(minutes, answer)
    assert answer.makespan == 2400 + 1440 + 30
    assert answer.starts == tuple(start * 30 for start in level(halves, 60, limit=50).starts)


def test_a_demand_that_can_never_be_met_is_refused_in_both_languages() -> None:
    with pytest.raises(Rejected) as caught:
        Problem([Activity("Pour concrete", 1, (), (3,))], CREW)
    facts = {"task": "Pour concrete", "demand": 3, "resource": "Crew", "capacity": 2}
    assert (caught.value.code, caught.value.facts) == ("levelling_demand", facts)
    english, chinese = (explain(caught.value, catalog(language)) for language in (ENGLISH, CHINESE))
    assert english.startswith("“Pour concrete” needs 3 of “Crew” at once")
    assert chinese.startswith("“Pour concrete”")
    assert "未作任何更改" in chinese


def test_a_circle_is_refused_by_name() -> None:
    with pytest.raises(Rejected) as caught:
        Problem([Activity("after", 1, (2,)), Activity("a", 1, (2,)), Activity("b", 1, (1,))], [])
    assert caught.value.code == "cycle"
    assert set(str(caught.value.facts["tasks"]).split(", ")) == {"a", "b"}


@pytest.mark.parametrize(
    "activity",
    [Activity("a", -1), Activity("a", 1, (1,)), Activity("a", 1, (), (1, 1)), Activity("a", 1, (), (-1,))],
)
def test_numbers_that_mean_nothing(activity: Activity) -> None:
    with pytest.raises(ValueError, match="a: "):
        Problem([activity], CREW)


@st.composite
def problems(draw: st.DrawFn, most: int = 12, scale: int = 1) -> Problem:
    resources = [Resource(f"r{n}", draw(st.integers(1, 5))) for n in range(draw(st.integers(0, 3)))]
    work = []
    for index in range(draw(st.integers(1, most))):
        before = draw(st.lists(st.integers(0, index - 1), max_size=3)) if index else []
        demands = tuple(draw(st.integers(0, resource.capacity)) for resource in resources)
        duration, release = (
            draw(st.sampled_from([0, 0, 1, 2, 3, 5, 9])) * scale,
            draw(st.sampled_from([0, 0, 0, 4])) * scale,
        )
        work.append(Activity(f"{index}", duration, tuple(before), demands, release))
    return Problem(work, resources)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_every_schedule_is_sound(problem: Problem) -> None:
    assert_sound(problem, level(problem, 60, limit=60))


@settings(max_examples=40, deadline=None)
@given(problems(most=8), st.integers(1, 30))
def test_every_schedule_that_is_made_is_sound(problem: Problem, seed: int) -> None:
    """Not the shortest alone: each of a population, milestones that tie with what follows them included."""
    made: list[tuple[int, ...]] = []
    generator = Generator(problem)

    def keep(finishes: Table) -> None:
        made.extend(tuple(generator.starts(row)) for row in finishes.tolist())

    one = Population(generator, seed, tick=lambda: None, allowed=lambda wanted: wanted, keep=keep)
    one.evolve([[0] * len(problem.activities)])
    assert {fault for starts in set(made) for fault in faults(problem, starts)} == set()


@settings(max_examples=60, deadline=None)
@given(problems())
def test_large_units_change_nothing(problem: Problem) -> None:
    """One more activity of odd length keeps the units from being divided out: steps instead of times."""
    odd = Activity("odd", 1)
    fine = [
        Activity(a.name, a.duration * 1000, a.predecessors, a.demands, a.release * 1000) for a in problem.activities
    ]
    steps = Problem([*fine, odd], problem.resources)
    answer = level(steps, 60, limit=3)
    assert_sound(steps, answer)
    coarse = Problem([*problem.activities, Activity("odd", 0)], problem.resources)
    assert answer.first_makespan == max(1, level(coarse, 0).first_makespan * 1000)


def shortest(problem: Problem) -> int:
    """By trying all orders: one of them gives a shortest schedule (active schedules, Sprecher et al. 1995)."""
    best = sum(problem.durations)
    for order in permutations(range(len(problem.durations))):
        starts: dict[int, int] = {}
        for index in order:
            work = problem.activities[index]
            if any(other not in starts for other in work.predecessors):
                break
            at = max((starts[other] + problem.durations[other] for other in work.predecessors), default=0)
            while any(
                sum(
                    problem.activities[other].demands[position]
                    for other, start in starts.items()
                    if start <= time < start + problem.durations[other]
                )
                + work.demands[position]
                > resource.capacity
                for time in range(at, at + work.duration)
                for position, resource in enumerate(problem.resources)
            ):
                at += 1
            starts[index] = at
        else:
            best = min(best, max(start + problem.durations[index] for index, start in starts.items()))
    return best


@settings(max_examples=15, deadline=None)
@given(problems(most=5).filter(lambda problem: not any(problem.releases)))
def test_small_problems_are_solved(problem: Problem) -> None:
    assert level(problem, 60, limit=400).makespan == shortest(problem)
