"""Figures of earned value as they are told."""

from __future__ import annotations

import pytest

from desktop.domain.earned_value import EarnedSchedule, EarnedValue, amount_text, shown
from desktop.domain.plan import ProjectProfile
from desktop.i18n import catalog

PROFILE = ProjectProfile(id="p", number=1, name="Plan", currency="CNY")


def told(found: EarnedValue, timed: EarnedSchedule | None = None) -> dict[str, tuple[str, bool | None]]:
    return {one.figure.title: (one.text, one.is_good) for one in shown(found, timed, "week", PROFILE, catalog("en"))}


def test_values_and_what_to_think_of_them() -> None:
    """SPI 0.5 and CPI 0.8; the rest would have to be done at 2400 / 2000."""
    found = told(EarnedValue("cost", 3600_00, 2400_00, 1200_00, 1600_00), EarnedSchedule(4, 5, 10))
    assert found["Planned value (PV)"] == ("2,400.00 CNY", None)
    assert found["Schedule variance (SV = EV − PV)"] == ("-1,200.00 CNY", False)
    assert found["Schedule performance index (SPI = EV ÷ PV)"] == ("0.50", False)
    assert found["Cost performance index (CPI = EV ÷ AC)"] == ("0.75", False)
    assert found["To-complete performance index (TCPI)"] == ("1.20", False)
    assert found["Estimate at completion (EAC = BAC ÷ CPI)"] == ("4,800.00 CNY", None)
    assert found["Earned schedule (ES)"] == ("4.0 weeks", None)
    assert found["Schedule performance index in time (SPI(t) = ES ÷ AT)"] == ("0.80", False)


def test_what_means_nothing_is_a_dash() -> None:
    found = told(EarnedValue("cost", 1000, 10, 10, 10))
    assert found["Schedule performance index (SPI = EV ÷ PV)"] == ("–", None)
    assert "Earned schedule (ES)" not in found


def test_what_is_shown_as_one_is_good() -> None:
    found = told(EarnedValue("cost", 10000, 10000, 9999, 10000))
    assert found["Cost performance index (CPI = EV ÷ AC)"] == ("1.00", True)


@pytest.mark.parametrize(
    ("basis", "value", "text"), [("cost", 123456, "1,234.56 CNY"), ("work", 90, "1.5h"), ("duration", 240, "0.5d")]
)
def test_amounts(basis: str, value: float, text: str) -> None:
    assert amount_text(value, basis, PROFILE, catalog("en")) == text


def test_every_figure_has_a_sentence_in_chinese() -> None:
    for one in shown(EarnedValue("cost", 4, 3, 2, 1), EarnedSchedule(1, 2, 3), "week", PROFILE, catalog("zh_CN")):
        assert catalog("zh_CN")(one.figure.meaning).endswith("。")
        assert catalog("zh_CN")(one.figure.title) != one.figure.title
