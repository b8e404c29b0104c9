"""``pilotage variance`` and ``pilotage earned-value``: tables, JSON, both languages, refusals."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import __main__ as program
from desktop import cli, i18n
from tests.exchange.documents import document, link, task

AGREED = (
    "<Baseline><Number>{slot}</Number><Start>{start}</Start><Finish>{finish}</Finish><Duration>PT16H0M0S</Duration>"
    "<Work>PT16H0M0S</Work><Cost>{cost}</Cost></Baseline>"
)


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    language = i18n.words().language
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    yield
    i18n.set_language(language)
    gc.enable()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Dig, two days from June 1, half done for 600 of 1000; Build after it, which grew by a day. As of June 2.

    Agreed was two days of each, 1000 each; in an older baseline Build was to begin a day later.
    """
    two = {"start": "2026-06-03T08:00:00", "finish": "2026-06-04T17:00:00", "cost": "100000"}
    one = {"start": "2026-06-01T08:00:00", "finish": "2026-06-02T17:00:00", "cost": "100000"}
    older = {"start": "2026-06-04T08:00:00", "finish": "2026-06-05T17:00:00", "cost": "100000"}
    progress = "<PercentComplete>50</PercentComplete><ActualStart>2026-06-01T08:00:00</ActualStart>"
    rows = task(1, "Dig", days=2, more=progress + "<ActualCost>60000</ActualCost>" + AGREED.format(slot=0, **one))
    rows += task(2, "Build", days=3, more=link(1) + AGREED.format(slot=0, **two) + AGREED.format(slot=1, **older))
    head = "<StatusDate>2026-06-02T17:00:00</StatusDate>"
    path = tmp_path / "plan.xml"
    path.write_text(document(rows, head=head), encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main([str(item) for item in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_variance_as_a_table(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    code, out, err = run(capsys, "variance", plan)
    assert (code, err) == (0, "")
    rows = [line.split("\t") for line in out.splitlines()]
    assert rows[0][:5] == ["WBS", "Task name", "Change", "Baseline finish", "Finish"]
    place = rows[0].index
    build = rows[3]
    assert (build[0], build[1], build[2]) == ("2", "Build", "Changed")
    assert (build[place("Start variance")], build[place("Finish variance")], build[place("Duration variance")]) == (
        "0d", "+1d", "+1d",
    )  # fmt: skip
    assert rows[1][place("Finish variance")] == "+1d"


def test_variance_as_json_against_any_baseline(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    _, out, _ = run(capsys, "variance", plan, "--json", "--baseline", "Baseline 1")
    found = json.loads(out)
    assert (found["baseline"], found["against"]) == ("Baseline 1", None)
    dig, build = found["tasks"]
    assert (dig["uid"], dig["change"], dig["before"], dig["finish_variance_minutes"]) == (1, "added", None, None)
    assert (build["uid"], build["wbs"], build["start_variance_minutes"], build["finish_variance_minutes"]) == (
        2, "2", -480, 0,
    )  # fmt: skip
    _, out, _ = run(capsys, "variance", plan, "--json", "--baseline", "baseline 1", "--against", "Baseline")
    build = next(row for row in json.loads(out)["tasks"] if row["uid"] == 2)
    keys = ("start_variance_minutes", "finish_variance_minutes", "cost_variance")
    assert [build[key] for key in keys] == [-480, -480, 0]


def test_earned_value_as_json(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    """Planned is all of Dig, earned is half of it. Nothing else costs anything."""
    code, out, err = run(capsys, "earned-value", plan, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert (found["status_date"], found["basis"], found["basis_wanted"]) == ("2026-06-02", "cost", "cost")
    figures = found["project"]
    assert {key: figures[key] for key in ("bac", "pv", "ev", "ac", "sv", "cv", "spi")} == {
        "bac": 200000, "pv": 100000, "ev": 50000, "ac": 60000, "sv": -50000, "cv": -10000, "spi": 0.5,
    }  # fmt: skip
    assert found["curve"]["period"] == "day"
    assert found["curve"]["cumulative"]["planned"] == [50000, 100000, 150000, 200000, 200000]
    assert [(row["uid"], row["ev"]) for row in found["tasks"]] == [(1, 50000), (2, 0)]
    assert (found["schedule"]["es"], found["schedule"]["at"], found["without_budget"]) == (1, 2, [])


def test_earned_value_as_a_table(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    _, out, _ = run(capsys, "earned-value", plan, "--period", "week", "--status", "2026-06-01")
    lines = out.splitlines()
    assert lines[0] == "As of 2026-06-01, against “Baseline”, in cost."
    assert any(line.startswith("Planned value (PV)\t500.00 EUR\t") for line in lines)
    assert lines[-1].split("\t")[:2] == ["2026-06-07", "2,000.00 EUR"]
    _, out, _ = run(capsys, "earned-value", plan, "--language", "zh")
    assert out.splitlines()[0] == "截至 2026-06-02，对照基准“基准”，按成本计。"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("variance", "--baseline", "Third"), "There is no baseline “Third”."),
        (("variance", "--against", "Third"), "There is no baseline “Third”."),
        (("earned-value", "--baseline", "Third"), "There is no baseline “Third”."),
        (("earned-value", "--period", "year"), "“year” is not a period."),
        (("earned-value", "--status", "yesterday"), "“yesterday” is not a date"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    capsys: pytest.CaptureFixture[str], plan: Path, arguments: tuple[str, ...], said: str
) -> None:
    name, *options = arguments
    code, out, err = run(capsys, name, plan, *options)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"pilotage: {said}")


def test_a_plan_without_a_baseline(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "bare.xml"
    path.write_text(document(task(1, "Dig")), encoding="utf-8")
    for name in ("variance", "earned-value"):
        code, out, err = run(capsys, name, path)
        assert (code, out) == (2, "")
        assert err.startswith("pilotage: There is no baseline yet")


def test_the_commands_need_no_window() -> None:
    assert {"variance", "earned-value"} <= program.WINDOWLESS


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "soon"])
def test_a_status_date_outside_the_time_of_plans_is_refused(
    capsys: pytest.CaptureFixture[str], plan: Path, day: str
) -> None:
    code, out, err = run(capsys, "earned-value", plan, "--status", day)
    assert (code, out) == (2, "")
    assert f"“{day}”" in err
