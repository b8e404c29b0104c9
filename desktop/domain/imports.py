"""What reading a foreign file yields: records, and an account of what was and was not read.

Writing one gives the same kind of account.

The account is data, so that a view, the command line and a test can all show it: nothing that a
file carries may disappear without being named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.record import Choices, Record, choices
from desktop.i18n import N_

READ, APPROXIMATED, KEPT, NOT_READ, NOT_WRITTEN = "read", "approximated", "kept", "not_read", "not_written"
FINDING_KINDS: Choices = choices(
    read=N_("Read", "import"),
    approximated=N_("Changed on the way"),
    kept=N_("Kept for writing back, not shown"),
    not_read=N_("Not read"),
    not_written=N_("Not written"),
)
"""In the order in which a report lists them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the import report: what happened to ``count`` things, and which they were."""

    kind: str
    """A code of :data:`FINDING_KINDS`."""
    sentence: str
    """Translatable text; ``{n}`` is the count."""
    count: int
    items: tuple[str, ...] = ()
    """Names as the file has them, in file order."""

    def text(self, words: Callable[..., str]) -> str:
        """The line in the language of ``words``, without the names."""
        return words(self.sentence, n=self.count)


class Findings:
    """Collects the account while a file is read; lines appear in the order of first mention."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}
        self._items: dict[tuple[str, str], list[str]] = {}
        self.noted = 0
        """How often anything was noted."""

    def note(self, kind: str, sentence: str, item: str = "", count: int = 1) -> None:
        """``count`` more things of this sort; ``item`` names the thing."""
        key = (kind, sentence)
        self.noted += 1
        self._counts[key] = self._counts.get(key, 0) + count
        if item:
            self._items.setdefault(key, []).append(item)

    def result(self) -> tuple[Finding, ...]:
        """All lines, grouped by kind."""
        made = [
            Finding(kind, sentence, count, tuple(dict.fromkeys(self._items.get((kind, sentence), ()))))
            for (kind, sentence), count in self._counts.items()
            if count
        ]
        order = list(FINDING_KINDS)
        return tuple(sorted(made, key=lambda finding: order.index(finding.kind)))


@dataclass(frozen=True, slots=True)
class Imported:
    """A foreign file as records, with one :class:`ProjectProfile` among them, and the account."""

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]
    source: str
    """Name of the file, without its folder."""

    @property
    def profile(self) -> ProjectProfile:
        return next(item for item in self.records if isinstance(item, ProjectProfile))

    def project(self) -> Project:
        """The records as a project of their own."""
        return Project(self.records)


def numbered(records: Iterable[Record]) -> tuple[Record, ...]:
    """``records`` with display numbers 1, 2, 3 ... within each type, in the order given."""
    last: dict[str, int] = {}
    made = []
    for item in records:
        number = last[item.info.key] = last.get(item.info.key, 0) + 1
        made.append(item if item.number == number else item.replace(number=number))
    return tuple(made)
