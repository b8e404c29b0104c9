"""Every element of the Project files of the corpus: written back, or on the list of what is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from desktop.domain.scheduling import schedule
from desktop.exchange.mspdi import mspdi_bytes, read_mspdi

FOLLOWS = frozenset({
    "ACWP", "ActualCost", "ActualDuration", "ActualOvertimeCost", "ActualOvertimeWork",
    "ActualOvertimeWorkProtected", "ActualWork", "ActualWorkProtected", "BCWP", "BCWS", "CV", "Cost",
    "CostVariance", "Critical", "EarlyFinish", "EarlyStart", "FinishSlack", "FinishVariance", "FreeSlack",
    "LateFinish", "LateStart", "OverAllocated", "Overallocated", "OvertimeCost", "OvertimeWork", "PeakUnits",
    "PercentWorkComplete", "RegularWork", "RemainingCost", "RemainingDuration", "RemainingOvertimeCost",
    "RemainingOvertimeWork", "RemainingWork", "Resume", "ResumeValid", "SV", "StartSlack", "StartVariance", "Stop",
    "TotalSlack", "VAC", "Work", "WorkVariance",
})  # fmt: skip
"""What follows from other values and is computed again by whoever opens the plan."""
SILENT = frozenset({
    "ExternalTask", "IsSubproject", "IsSubprojectReadOnly", "Recurring", "Confirmed", "LinkedFields", "Milestone",
    "ResponsePending", "UpdateNeeded",
})  # fmt: skip
"""Marks that are written where they are set."""
OF_THE_FILE = frozenset({"ExtendedCreationDate"})
OF_A_RESOURCE = frozenset({"Start", "Finish"})
"""When a resource is busy follows from its assignments."""
NOBODY = "-65535"
"""The resource of an assignment that nobody has taken."""


def elements(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """(path, text) of everything that holds a value."""
    pending = [(root, "")]
    while pending:
        element, above = pending.pop()
        path = f"{above}/{element.tag.rpartition('}')[2]}"
        if not len(element) and (element.text or "").strip():
            yield path, (element.text or "").strip()
        pending += [(child, path) for child in element]


def without_placeholders(root: ElementTree.Element) -> ElementTree.Element:
    """``root`` without empty rows, those of the project and of no resource, and assignments nobody has taken."""
    space = root.tag.rpartition("}")[0] + "}"
    for group, row in (("Tasks", "Task"), ("Resources", "Resource"), ("Assignments", "Assignment")):
        for parent in root.findall(f"{space}{group}"):
            for child in parent.findall(f"{space}{row}"):
                empty = child.findtext(f"{space}IsNull") == "1" or child.findtext(f"{space}ResourceUID") == NOBODY
                if empty or (row != "Assignment" and child.findtext(f"{space}UID") == "0"):
                    parent.remove(child)
    return root


def test_every_element_survives_or_is_listed(corpora: Path) -> None:
    lost: dict[str, str] = {}
    files = [path for path in sorted((corpora / "mspdi").glob("*.xml")) if not path.name.startswith("mp_j")]
    assert len(files) >= 8
    for path in files:
        project = read_mspdi(path).project()
        content, _ = mspdi_bytes(project, schedule(project), dt.datetime(2026, 1, 1))
        written = {place for place, _ in elements(ElementTree.fromstring(content))}
        for place, text in elements(without_placeholders(ElementTree.parse(path).getroot())):
            name = place.rpartition("/")[2]
            said = name not in SILENT or text != "0"
            resource = place.startswith("/Project/Resources/Resource/") and name in OF_A_RESOURCE
            if place not in written and name not in FOLLOWS | OF_THE_FILE and said and not resource:
                lost.setdefault(place, f"{path.name}: {text[:40]}")
    assert lost == {}
