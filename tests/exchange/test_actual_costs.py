"""Actual costs and accrual in files of Microsoft Project; money in cents."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree

from desktop.domain.costing import Cost, costs
from desktop.domain.plan import Assignment, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.exchange.mspdi import mspdi_bytes
from tests.exchange.documents import assignment, document, read, resource, task

EDITABLE = "<EditableActualCosts>1</EditableActualCosts>"
RATE = "<StandardRate>100</StandardRate>"
HALF = (
    "<ActualStart>2026-06-01T08:00:00</ActualStart><PercentComplete>50</PercentComplete>"
    "<ActualDuration>PT8H0M0S</ActualDuration><RemainingDuration>PT8H0M0S</RemainingDuration>"
)


def plan(
    folder: Path, *, spent: int = 90000, of_task: int | None = None, head: str = "", rate: str = RATE, on: str = ""
) -> Project:
    """Two days of one person, half done after eight hours, with so much spent as the file has it."""
    item = assignment(1, 1, 1, 16, more=f"<ActualWork>PT8H0M0S</ActualWork><ActualCost>{spent}</ActualCost>{on}")
    whole = spent if of_task is None else of_task
    started = task(1, days=2, more=f"{HALF}<ActualCost>{whole}</ActualCost>")
    text = document(started, head=head, resources=resource(1, more=rate), assignments=item)
    return read(folder, text).project()


def facts(project: Project) -> tuple[int | None, int | None, Cost]:
    """(actual cost of the task, of the assignment, and what both come to)."""
    (item,), (one,) = project.table(Task).values(), project.table(Assignment).values()
    return item.actual_cost, one.actual_cost, costs(project, schedule(project)).of(item.id)


def written(project: Project) -> ElementTree.Element:
    root = ElementTree.fromstring(mspdi_bytes(project, schedule(project), dt.datetime(2026, 6, 30))[0])
    for element in root.iter():
        element.tag = element.tag.partition("}")[2]
    return root


def test_what_project_reckons_is_reckoned_again(tmp_path: Path) -> None:
    for head in ("", EDITABLE):
        project = plan(tmp_path, spent=80000, head=head)
        assert facts(project) == (None, None, Cost(1600_00, 800_00, 800_00))
        root = written(project)
        assert root.findtext("Tasks/Task[2]/ActualCost") == "80000"
        assert root.findtext("Assignments/Assignment/ActualCost") == "80000"
        assert root.findtext("EditableActualCosts") == ("1" if head else "0")


def test_costs_that_work_does_not_explain_stay_and_go_back(tmp_path: Path) -> None:
    project = plan(tmp_path)
    assert facts(project) == (None, 900_00, Cost(1700_00, 900_00, 800_00))
    root = written(project)
    assert root.findtext("Tasks/Task[2]/ActualCost") == root.findtext("Assignments/Assignment/ActualCost") == "90000"
    assert [item.text for item in root.iterfind("EditableActualCosts")] == ["1"]
    (tmp_path / "again").mkdir()
    content = mspdi_bytes(project, schedule(project), dt.datetime(2026, 6, 30))[0]
    assert facts(read(tmp_path / "again", content).project()) == facts(project)
    # Nothing spent although work was done is said by a nought, if the parts make the whole.
    nought = plan(tmp_path, spent=0, of_task=10000)
    assert facts(nought) == (100_00, None, Cost(900_00, 100_00, 800_00))


def test_only_the_sum_is_known(tmp_path: Path) -> None:
    assert facts(plan(tmp_path, spent=0, of_task=90000)) == (900_00, None, Cost(1700_00, 900_00, 800_00))


def test_costs_by_rates_that_change_are_reckoned_unless_they_may_be_entered(tmp_path: Path) -> None:
    later = (
        f"{RATE}<Rates><Rate><RatesFrom>2026-06-02T00:00:00</RatesFrom><RatesTo>2049-12-31T00:00:00</RatesTo>"
        "<RateTable>0</RateTable><StandardRate>200</StandardRate></Rate></Rates>"
    )
    assert facts(plan(tmp_path, rate=later)) == (None, None, Cost(2400_00, 800_00, 1600_00))
    assert facts(plan(tmp_path, rate=later, head=EDITABLE))[1] == 900_00


def test_an_actual_cost_entered_here_makes_them_editable_there(tmp_path: Path) -> None:
    project = plan(tmp_path, spent=80000)
    (item,) = project.table(Assignment).values()
    project.put("assignment", item.id, item.replace(actual_cost=12345))
    root = written(project)
    assert root.findtext("EditableActualCosts") == "1"
    assert root.findtext("Assignments/Assignment/ActualCost") == "12345"


def test_what_no_rate_explains_is_taken_as_it_is(tmp_path: Path) -> None:
    found = facts(plan(tmp_path, rate="", on="<Cost>150000</Cost>"))
    assert found == (None, 900_00, Cost(1650_00, 900_00, 750_00))


def test_codes_of_accrual_changed_between_versions(tmp_path: Path) -> None:
    """Fixed costs: 2 was "prorated" and 3 "end" up to Project 2003 and in its documentation; 3 is "prorated" since."""

    def accruals(head: str, text: str) -> list[str]:
        rows = "".join(
            task(code, more=f"<FixedCost>100</FixedCost><FixedCostAccrual>{code}</FixedCostAccrual>")
            for code in (1, 2, 3)
        )
        made = document(rows, head=head)
        return [
            item.fixed_cost_accrual
            for item in read(tmp_path, made.replace("<SaveVersion>14</SaveVersion>", text)).records
            if isinstance(item, Task)
        ]

    usual = ["start", "end", "prorated"]
    assert accruals("<DefaultFixedCostAccrual>2</DefaultFixedCostAccrual>", "") == ["start", "prorated", "end"]
    assert accruals("<DefaultFixedCostAccrual>3</DefaultFixedCostAccrual>", "") == usual
    assert accruals("<DefaultFixedCostAccrual>2</DefaultFixedCostAccrual>", "<SaveVersion>14</SaveVersion>") == usual
    assert accruals("", "") == usual
