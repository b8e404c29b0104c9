"""Real files with values that somebody or something has mangled: they open, and nothing breaks behind them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.imports import NOT_READ
from desktop.domain.recorded import compare_recorded
from desktop.domain.scheduling import schedule
from desktop.domain.validation import validate
from desktop.exchange.mspdi import mspdi_bytes, read_mspdi

NAMES = ("ms_sample", "ms_splittask", "ms_caltest", "ms_baselines", "as_actual_properties", "ms_cost_rate_table")
NASTY = (
    "", " ", "0", "-1", "1", "2", "7", "99", "-65535", "999999999999999999999", "1e308", "NaN", "true", "NA",
    "x" * 3000, "1984-01-01T00:00:00", "2149-12-31T23:59:00", "2026-02-30T08:00:00", "9999-99-99T99:99:99",
    "2003-01-07T08:00:00", "PT0H0M0S", "PT-8H0M0S", "PT999999999H0M0S", "PT8H30M59S", "P", "24:00:00", "00:00:00",
    "25:61:61", "名称😀", "\u200b", "{\\rtf1 {", "<html><p>", "\x7f", "\ufffd",
)  # fmt: skip
MANGLING = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from((*NASTY, None, "twice"))), min_size=1, max_size=30
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(NAMES), MANGLING)
def test_mangled_values_are_survived(corpora: Path, name: str, mangling: list[tuple[float, str | None]]) -> None:
    tree = ElementTree.parse(corpora / "mspdi" / f"{name}.xml")
    parents = {child: parent for parent in tree.getroot().iter() for child in parent}
    elements = list(parents)
    for place, value in mangling:
        element = elements[int(place * len(elements))]
        if element not in list(parents[element]):
            continue
        if value is None:
            parents[element].remove(element)
        elif value == "twice":
            parents[element].append(element)
        elif not len(element):
            element.text = value
    found = after_reading(ElementTree.tostring(tree.getroot(), encoding="utf-8"))
    for finding in found.findings:
        assert finding.count > 0
        assert finding.kind != NOT_READ or finding.sentence


def after_reading(content: bytes) -> Any:
    """Everything that happens to a plan once it is read."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "plan.xml")
        path.write_bytes(content)
        found = read_mspdi(path)
        project = found.project()
        for record in project.all():
            validate(project, record)
        planned = schedule(project)
        compare_recorded(project, planned)
        assert all(warning.code for warning in planned.warnings)
        path.write_bytes(mspdi_bytes(project, planned, dt.datetime(2026, 1, 1))[0])
        again = read_mspdi(path)
        assert len(again.project().rows("task")) == len(project.rows("task"))
    return found
