"""Read, write, read: what we model comes back, and what we do not model is still in the file."""

# ruff: noqa: E501 (XML is easier to read on one line)

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from desktop.domain.imports import Imported
from desktop.domain.plan import Resource, Task
from desktop.domain.scheduling import schedule
from desktop.exchange.mspdi import mspdi_bytes, order, outside_of, read_mspdi
from tests.exchange.documents import comparable, document, link, read, task, tasks_of

NOW = dt.datetime(2026, 6, 30, 12)
FILES = (
    "mspdi/as_actual_properties.xml", "mspdi/as_cross_links.xml", "mspdi/as_project_sort.xml",
    "mspdi/mp_j120_a2_nr1.xml", "mspdi/mp_j30_a2_nr1.xml", "mspdi/ms_baselines.xml", "mspdi/ms_caltest.xml",
    "mspdi/ms_cost_rate_table.xml", "mspdi/ms_relations.xml", "mspdi/ms_sample.xml", "mspdi/ms_splittask.xml",
    "mspdi_foreign/aspose_test_tasks.xml",
)  # fmt: skip
ANEW = frozenset({"number", "source"})
"""Counted by file, and the name of the file."""
COMPUTED = frozenset({"recorded_start", "recorded_finish", "foreign", "duration"})
"""What follows from our dates where they are not those of Project: the new recorded dates, the duration
of summary tasks, and work over time, which is spread anew when its task has moved."""


def written(found: Imported) -> bytes:
    project = found.project()
    return mspdi_bytes(project, schedule(project), NOW)[0]


def again(found: Imported, folder: Path) -> Imported:
    path = folder / found.source
    path.write_bytes(written(found))
    return read_mspdi(path)


@pytest.mark.parametrize("name", FILES)
def test_what_we_model_comes_back(corpora: Path, tmp_path: Path, name: str) -> None:
    first = read_mspdi(corpora / name)
    second = again(first, tmp_path)
    project = first.project()
    planned = schedule(project)
    tasks = [item for item in first.records if isinstance(item, Task)]
    agreed = all(
        (planned.of(item.id).start, planned.of(item.id).finish) == (item.recorded_start, item.recorded_finish)
        for item in tasks
    )
    without = ANEW if agreed else ANEW | COMPUTED
    one, two = comparable(first, without=without), comparable(second, without=without)
    profile, profile_again = (
        facts.pop(next(key for key in facts if key.startswith("project "))) for facts in (one, two)
    )
    assert two == one
    for facts in (profile, profile_again):
        facts.pop("foreign", None)  # the file name and what Project assumes for a new plan are written out
    assert profile_again == profile


@pytest.mark.parametrize("name", FILES)
def test_writing_is_idempotent(corpora: Path, tmp_path: Path, name: str) -> None:
    """What was written once is, read and written again, the same text."""
    second = again(read_mspdi(corpora / name), tmp_path)
    third = again(second, tmp_path)
    assert written(third) == written(second)


@pytest.mark.parametrize("name", FILES)
def test_dates_that_are_written_are_ours(corpora: Path, tmp_path: Path, name: str) -> None:
    first = read_mspdi(corpora / name)
    project = first.project()
    planned = schedule(project)
    recorded = tasks_of(again(first, tmp_path))
    for item in project.table(Task).values():
        if outside_of(item) is None:
            dates, made = planned.of(item.id), recorded[item.source_uid]
            assert (made.recorded_start, made.recorded_finish) == (dates.start, dates.finish)


KEPT = """<GUID>AAAA</GUID><CreateDate>2026-01-01T08:00:00</CreateDate><Contact>Bo</Contact><HideBar>1</HideBar>
<HyperlinkAddress>http://example.com/?a=1&amp;b=2</HyperlinkAddress><FixedCostAccrual>1</FixedCostAccrual>
<ExtendedAttribute><FieldID>188743731</FieldID><Value>Red &lt;1&gt;</Value></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743734</FieldID><Value>Blue</Value></ExtendedAttribute>
<OutlineCode><FieldID>188744588</FieldID><ValueID>3</ValueID></OutlineCode>
<Baseline><Number>0</Number><Interim>0</Interim><Start>2026-06-01T08:00:00</Start><Finish>2026-06-01T17:00:00</Finish>
<Duration>PT8H0M0S</Duration><DurationFormat>39</DurationFormat><EstimatedDuration>1</EstimatedDuration><FixedCost>77</FixedCost></Baseline>"""


def children(content: bytes, path: str) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(re.sub(rb' xmlns="[^"]*"', b"", content))
    return root.findall(path)


def text_of(content: bytes, path: str) -> list[str | None]:
    return [element.text for element in children(content, path)]


def test_what_we_do_not_model_is_written_back(tmp_path: Path) -> None:
    head = "<Author>Wade</Author><Company>Steel &amp; Ray</Company><WeekStartDay>0</WeekStartDay><DefaultFinishTime>17:30:00</DefaultFinishTime>"
    calendar_guid = (
        "<Calendar><UID>9</UID><GUID>CCCC</GUID><Name>Anna</Name><BaseCalendarUID>1</BaseCalendarUID></Calendar>"
    )
    resource = (
        "<Resource><UID>4</UID><GUID>BBBB</GUID><Name>Anna</Name><Type>1</Type><StandardRate>10.123456</StandardRate>"
        "<CalendarUID>9</CalendarUID><AvailabilityPeriods><AvailabilityPeriod><AvailableUnits>0.5</AvailableUnits>"
        "</AvailabilityPeriod></AvailabilityPeriods><Rates><Rate><RateTable>1</RateTable></Rate></Rates>"
        "<Baseline><Number>2</Number><Work>PT8H0M0S</Work></Baseline></Resource>"
    )
    assignment = (
        "<Assignment><UID>3</UID><GUID>DDDD</GUID><TaskUID>1</TaskUID><ResourceUID>4</ResourceUID><Units>0.333</Units>"
        "<Work>PT8H0M0S</Work><Notes>n</Notes><CostRateTable>1</CostRateTable></Assignment>"
    )
    row = task(0, "Plan", level=0, more="<Notes>About the plan</Notes><GUID>0000</GUID>") + task(1, more=KEPT)
    text = document(row, head=head, resources=resource, assignments=assignment).replace(
        "</Calendars>", calendar_guid + "</Calendars>"
    )
    found = read(tmp_path, text)
    content = written(found)
    assert text_of(content, "Author") + text_of(content, "Company") == ["Wade", "Steel & Ray"]
    assert text_of(content, "WeekStartDay") + text_of(content, "DefaultFinishTime") == ["0", "17:30:00"]
    assert text_of(content, "Tasks/Task/GUID") == ["0000", "AAAA"]
    assert text_of(content, "Tasks/Task/Notes") == ["About the plan"]
    assert text_of(content, "Tasks/Task/ExtendedAttribute/Value") == ["Red <1>", "Blue"]
    assert text_of(content, "Tasks/Task/HyperlinkAddress") == ["http://example.com/?a=1&b=2"]
    assert text_of(content, "Tasks/Task/Baseline/FixedCost") == ["77"]
    assert text_of(content, "Tasks/Task/Baseline/DurationFormat") == ["39"]
    assert text_of(content, "Resources/Resource/GUID") == ["BBBB"]
    assert text_of(content, "Resources/Resource/StandardRate") == ["10.123456"]
    assert len(children(content, "Resources/Resource/Rates/Rate")) == 1
    assert len(children(content, "Resources/Resource/AvailabilityPeriods/AvailabilityPeriod")) == 1
    assert text_of(content, "Calendars/Calendar/GUID") == ["CCCC"]
    assert text_of(content, "Assignments/Assignment/Units") == ["0.333"]
    assert text_of(content, "Assignments/Assignment/CostRateTable") == ["1"]


def test_links_across_projects_are_written_back(corpora: Path) -> None:
    original = corpora / "mspdi" / "as_cross_links.xml"
    content = written(read_mspdi(original))
    path = "Tasks/Task/PredecessorLink/CrossProjectName"
    assert text_of(content, path) == text_of(original.read_bytes(), path) != []
    assert len(children(content, "Tasks/Task")) == len(children(original.read_bytes(), "Tasks/Task"))


def test_an_exact_value_gives_way_to_an_edit(tmp_path: Path) -> None:
    resource = "<Resource><UID>4</UID><Name>Anna</Name><StandardRate>10.123456</StandardRate><Rates><Rate/></Rates></Resource>"
    found = read(tmp_path, document(task(1), resources=resource))
    records = [item.replace(standard_rate=2000) if item.info.key == "resource" else item for item in found.records]
    content = written(Imported(tuple(records), (), "x"))
    assert text_of(content, "Resources/Resource/StandardRate") == ["20"]
    assert children(content, "Resources/Resource/Rates") == []


def test_foreign_data_that_is_not_ours_is_left_out(tmp_path: Path) -> None:
    """A project file may come from anywhere: its foreign data is input like any other."""
    found = read(tmp_path, document(task(1)))
    hostile = '{"mspdi":{"keep":[["GUID","x"],["a b","y"],["Task",5],["X",[["Y",[1]]]],"z",["<b>","w"]],"exact":7,"baselines":3}}'
    for text in (
        hostile,
        "[]",
        "{",
        '{"mspdi":[]}',
        '{"other":{}}',
        "[" * 100_000,
        '{"mspdi":{"keep":' + "[" * 5_000 + "]" * 5_000 + "}}",
    ):
        records = [
            item.replace(foreign=text) if item.info.key in ("task", "project") else item for item in found.records
        ]
        content = written(Imported(tuple(records), (), "x"))
        assert len(children(content, "Tasks/Task")) == 2
    records = [item.replace(foreign=hostile) if item.info.key == "task" else item for item in found.records]
    content = written(Imported(tuple(records), (), "x"))
    assert text_of(content, "Tasks/Task/GUID") == ["x"]
    assert b"a b" not in content
    assert b"<b>" not in content


# -- the order of elements ----------------------------------------------------------------------------

ORDERS = {
    ".": order.PROJECT, "Calendars/Calendar": order.CALENDAR, "Calendars/Calendar/Exceptions/Exception": order.EXCEPTION,
    "Tasks/Task": order.TASK, "Tasks/Task/PredecessorLink": order.LINK, "Tasks/Task/Baseline": order.TASK_BASELINE,
    "Resources/Resource": order.RESOURCE, "Assignments/Assignment": order.ASSIGNMENT,
}  # fmt: skip


def out_of_order(content: bytes, names: dict[str, Any]) -> list[str]:
    found = []
    for path, positions in names.items():
        for element in children(content, path):
            places = [positions.get(child.tag, -1) for child in element]
            if -1 in places or places != sorted(places):
                found.append(f"{path}: {[child.tag for child in element]}")
    return found


@pytest.mark.parametrize("name", [name for name in FILES if "/ms_" in name])
def test_our_order_is_that_of_project_itself(corpora: Path, name: str) -> None:
    # Outline codes and custom fields have changed places over the versions; these files have them empty.
    moved = {"ExtendedAttributes", "OutlineCodes", "WBSMasks"}
    content = (corpora / name).read_bytes()
    for tag in moved:
        content = re.sub(rf"<{tag}\s*/>|<{tag}>.*?</{tag}>".encode(), b"", content, flags=re.DOTALL)
    assert out_of_order(content, ORDERS) == []


@pytest.mark.parametrize("name", FILES)
def test_what_we_write_is_in_order(corpora: Path, name: str) -> None:
    assert out_of_order(written(read_mspdi(corpora / name)), ORDERS) == []


def test_links_are_written_in_full(tmp_path: Path) -> None:
    """Powerproject wants the lag also where it is zero; per cent and elapsed time have formats of their own."""
    rows = (
        task(1)
        + task(2, more=link(1) + link(1, 3, -4800, 7))
        + task(3, more=link(1, 0, 50, 19) + link(2, 2, 28800, 8))
    )
    content = written(read(tmp_path, document(rows)))
    facts = [[child.text for child in element] for element in children(content, "Tasks/Task/PredecessorLink")]
    assert facts == [
        ["1", "1", "0", "0", "7"], ["1", "3", "0", "-4800", "7"], ["1", "0", "0", "50", "19"], ["2", "2", "0", "28800", "8"],
    ]  # fmt: skip


def test_rates_over_time_and_availability_are_fields_that_can_be_changed(tmp_path: Path) -> None:
    def rate(table: int, start: str, price: int) -> str:
        return (
            f"<Rate><RatesFrom>{start}T00:00:00</RatesFrom><RateTable>{table}</RateTable>"
            f"<StandardRate>{price}</StandardRate></Rate>"
        )

    resource = (
        "<Resource><UID>4</UID><Name>Anna</Name><StandardRate>20</StandardRate><AccrueAt>2</AccrueAt>"
        "<AvailabilityPeriods><AvailabilityPeriod><AvailableFrom>2026-06-01T00:00:00</AvailableFrom><AvailableTo>"
        "2026-06-30T00:00:00</AvailableTo><AvailableUnits>0.5</AvailableUnits></AvailabilityPeriod></AvailabilityPeriods>"
        f"<Rates>{rate(0, '1984-01-01', 10)}{rate(0, '2026-06-01', 20)}{rate(2, '1984-01-01', 7)}</Rates></Resource>"
    )
    found = read(tmp_path, document(task(1), resources=resource))
    (anna,) = [item for item in found.records if isinstance(item, Resource)]
    assert (anna.standard_rate, anna.accrual) == (1000, "end")
    assert [(one.table, str(one.start), one.standard_rate) for one in anna.rates] == [
        ("A", "2026-06-01", 2000), ("C", "None", 700),
    ]  # fmt: skip
    assert [(str(one.start), str(one.finish), one.units) for one in anna.availability] == [
        ("2026-06-01", "2026-06-30", 50)
    ]
    records = [item.replace(standard_rate=1200) if item is anna else item for item in found.records]
    content = written(Imported(tuple(records), (), "x"))
    path = "Resources/Resource/Rates/Rate/"
    assert text_of(content, path + "StandardRate") == ["12", "20", "7"]
    assert text_of(content, path + "RatesTo") == ["2026-06-01T00:00:00", "2049-12-31T00:00:00", "2049-12-31T00:00:00"]
    assert text_of(content, "Resources/Resource/AccrueAt") == ["2"]
    assert text_of(content, "Resources/Resource/AvailabilityPeriods/AvailabilityPeriod/AvailableUnits") == ["0.5"]
