"""Our costs and work beside those that Microsoft Project stored, task by task, in the samples."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from desktop.domain.costing import costs, work_over_time
from desktop.domain.plan import Assignment, Task
from desktop.domain.scheduling import schedule, to_minutes
from desktop.exchange.mspdi import foreign, read_mspdi, values
from tests.exchange.documents import assignment, document, read, resource, task

FIELDS = ("Cost", "ActualCost", "RemainingCost")


def test_costs_are_those_of_the_samples(corpora: Path) -> None:
    found = 0
    for path in sorted((corpora / "mspdi").glob("*.xml")):
        stored = {}
        for element in ElementTree.parse(path).getroot().iterfind("{*}Tasks/{*}Task"):
            amounts = tuple(round(float(element.findtext(f"{{*}}{tag}") or 0)) for tag in FIELDS)
            stored[int(element.findtext("{*}UID") or -1)] = amounts
        project = read_mspdi(path).project()
        reckoned = costs(project, schedule(project))
        for row in project.table(Task).values():
            expected = stored.get(row.source_uid if row.source_uid is not None else -1)
            if expected is not None and any(expected):
                cost = reckoned.of(row.id)
                # Work is read to the minute, which a summary adds up.
                assert abs(cost.total - expected[0]) <= 2, (path.stem, row.name)
                assert abs(cost.actual - expected[1]) <= 2, (path.stem, row.name)
                assert abs(cost.remaining - expected[2]) <= 2, (path.stem, row.name)
                found += 1
    assert found >= 60


def test_work_lies_in_time_as_in_the_samples(corpora: Path) -> None:
    found = 0
    for path in sorted((corpora / "mspdi").glob("*.xml")):
        project = read_mspdi(path).project()
        planned = schedule(project)
        for item in project.table(Assignment).values():
            for kind, start, finish, _, value in foreign.from_text(item.foreign).get("timephased") or ():
                if kind in {"1", "2"}:
                    begin, end = (to_minutes(values.read_moment(text)) for text in (start, finish))
                    work = work_over_time(project, planned, item)
                    stored = values.read_span(value).value if value else 0
                    assert abs(work.by(end) - work.by(begin) - stored) <= 1, (path.stem, start)
                    found += 1
    assert found >= 100


def test_assignments_without_work_have_none_where_others_have_some(tmp_path: Path) -> None:
    """A use of 50.00 and no work; in a file that never says how much, work follows from the duration."""
    people = resource(1, more="<StandardRate>100</StandardRate><CostPerUse>5000</CostPerUse>")
    silent = assignment(1, 1, 1, 0).replace("<Work>PT0H0M0S</Work>", "")
    other = assignment(2, 2, 1, 8)

    def cost(*items: str) -> int:
        text = document(task(1) + task(2), resources=people, assignments="".join(items))
        project = read(tmp_path, text).project()
        first = next(iter(project.table(Task)))
        return costs(project, schedule(project)).of(first).total

    assert cost(silent, other) == 50_00
    assert cost(silent) == 850_00
