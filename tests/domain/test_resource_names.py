"""Resources of a task as people write them."""

from __future__ import annotations

import pytest

from desktop.domain.plan import Resource
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import Share, read_resources


def project() -> Project:
    names = ("Anna", "李雷", "Smith, John", "Crane [big]")
    return Project([Resource(id=f"r{number}", number=number, name=name) for number, name in enumerate(names, 1)])


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("", []),
        ("Anna", [Share("Anna", 100, "r1")]),
        ("anna [50%]; 李雷", [Share("anna", 50, "r1"), Share("李雷", 100, "r2")]),
        ("Anna[50]", [Share("Anna", 50, "r1")]),
        ("Anna，李雷", [Share("Anna", 100, "r1"), Share("李雷", 100, "r2")]),
        ("李雷、Anna【30％】", [Share("李雷", 100, "r2"), Share("Anna", 30, "r1")]),
        ("Smith, John", [Share("Smith, John", 100, "r3")]),
        ("Smith, John [50%]; Anna", [Share("Smith, John", 50, "r3"), Share("Anna", 100, "r1")]),
        ("Crane [big]", [Share("Crane [big]", 100, "r4")]),
        ("Bob; Anna", [Share("Bob"), Share("Anna", 100, "r1")]),
        ("Anna; Anna [20%]", [Share("Anna", 20, "r1")]),  # said twice, the last word counts
    ],
)
def test_reading(text: str, shares: list[Share]) -> None:
    assert list(read_resources(project(), text)) == shares


@pytest.mark.parametrize("text", ["Anna [half]", "[50%]", "Anna [-5%]"])
def test_a_share_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Rejected) as refused:
        read_resources(project(), text)
    assert refused.value.code == "units_unreadable"
