"""The declaration language and what follows from a declaration."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from desktop.domain import record as f
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, PRIVATE, TEAM, Kind, Part, Record, choices, part, record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.risks import Risk
from desktop.domain.validation import check_value
from desktop.i18n import N_, source_text


@part
class Ingredient(Part):
    name: str = f.text(N_("Name"))
    grams: int | None = f.integer(N_("Weight"), unit="g")


@record("dish", number="X", title=N_("Dish"), plural=N_("Dishes"), name="title")
class Dish(Record):
    title: str = f.text(N_("Title"), required=True, audience=CLIENT)
    price: int | None = f.money(N_("Price"), audience=PRIVATE)
    spicy: str = f.choice(N_("Heat"), choices(mild=N_("Mild"), hot=N_("Hot")))
    parts: tuple[Ingredient, ...] = f.rows(N_("Ingredients"), of=Ingredient)


def test_a_declaration_says_everything() -> None:
    spec = Dish.info.specs["price"]
    assert (spec.name, spec.kind, spec.audience, spec.default) == ("price", Kind.MONEY, PRIVATE, None)
    assert Dish.info.specs["spicy"].audience == TEAM  # what is not said is not for the client
    assert [item.name for item in Dish.info.columns()] == ["title", "price", "spicy", "parts", "audience", "tags"]
    assert list(Ingredient.specs) == ["name", "grams"]


def test_records_are_frozen_and_slotted() -> None:
    dish = Dish(id="1", title="豆腐", number=7)
    with pytest.raises(dataclasses.FrozenInstanceError):
        dish.title = "other"  # type: ignore[misc]
    assert not hasattr(dish, "__dict__")
    assert (dish.code, dish.ref, dish.name_text) == ("X-007", "dish/1", "豆腐")
    assert dish.audience == TEAM


@pytest.mark.parametrize("kind", RECORD_TYPES.values(), ids=str)
def test_every_type_is_sound(kind: type[Record]) -> None:
    info = kind.info
    assert info.name_field == "id" or info.name_field in info.specs
    for spec in info.specs.values():
        assert source_text(spec.title).strip(), spec.name
        if spec.kind in (Kind.LINK, Kind.LINKS):
            assert spec.to in RECORD_TYPES, spec.name
        if spec.kind is Kind.CHOICE:
            assert spec.choices and (not spec.default or spec.default in spec.choices), spec.name


def test_private_texts_are_never_for_the_client() -> None:
    for kind in RECORD_TYPES.values():
        for name, spec in kind.info.specs.items():
            candid = {"private_note", "tone", "attitude", "attitude_wanted", "power", "interest", "health", "budget"}
            if name in candid or name.endswith("_rate"):
                assert spec.audience != CLIENT, f"{kind.info.key}.{name}"


def test_risk_scores_follow_the_matrix() -> None:
    risk = Risk(id="1", event="x", probability=4, impact_schedule=2, impact_cost=5)
    assert (risk.impact, risk.score, risk.residual_score) == (5, 20, None)
    assert Risk(id="2", event="x", probability=4).score is None
    assert risk.replace(residual_probability=2, residual_impact=3).residual_score == 6
    assert not risk.replace(status="closed").is_open


def test_dates_of_a_record_are_naive_local() -> None:
    at = dt.datetime(2026, 6, 1, 8)
    assert Risk(id="1", event="x", created_at=at).created_at == at


@pytest.mark.parametrize("kind", RECORD_TYPES.values(), ids=RECORD_TYPES)
def test_what_a_new_record_holds_by_default_is_allowed(kind: type[Record]) -> None:
    """It is not looked at when a record comes in, but for fields that must be filled."""
    defaults = {item.name: item.default for item in dataclasses.fields(kind)}
    for name, spec in kind.info.specs.items():
        if not spec.required:
            check_value(Project(), spec, defaults[name])
