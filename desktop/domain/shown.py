"""What the client may see of a project, brought along with every step that the project takes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from desktop.domain.agreed import Agreed
from desktop.domain.changes import Change, netted
from desktop.domain.clientview import PLACE, opened, places, shown_ids, visible
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling import schedule as plan_dates


class Shown(Agreed):
    """What of a project its client may see, with the dates of the team.

    It may be made, and its snapshots brought along, in any thread; what that takes is of the order of the plan only
    where a step does not :meth:`stand <stands>` for itself.
    """

    def __init__(self, real: Project, planned: Schedule) -> None:
        """Raises ``report_hidden_project`` where the client may not even see the project."""
        super().__init__(real, planned, CLIENT)
        self._look_whole(real)
        self.project.derive()

    def _look_whole(self, real: Project) -> None:
        self._is_whole = len(self.project.table(Task)) == len(real.table(Task))
        """Whether no task is withheld: each has its own place then."""

    def snapshot(self) -> Shown:
        """A copy that goes its own way."""
        copy = Shown.__new__(Shown)
        copy.project, copy.schedule = self.project.snapshot(), self.schedule
        copy.held, copy._is_whole = dict(self.held), self._is_whole
        return copy

    def stands(self, changes: Sequence[Change]) -> bool:
        """Whether each of ``changes`` concerns what it names alone: nothing else comes, goes or is moved with it."""
        return self._wanted(changes, self._known()) is not None

    def follow(self, changes: Sequence[Change], real: Project, planned: Schedule) -> tuple[Change, ...]:
        """Go along with ``changes``, which ``real`` has taken and is ``planned`` with; what that changes here."""
        known = self._known()
        wanted = self._wanted(changes, known)
        if wanted is not None:
            found = [self._alone(change, known) for change in wanted]
        else:
            found = list(self._compared(changes, real))
        for change in found:
            self.project.put(change.key, change.id, change.after)
        self._look_whole(real)
        self.schedule = plan_dates(self.project, self.schedule, found)
        return tuple(change for change in netted((*found, *self.hold(planned))) if change.before != change.after)

    # -- what stands for itself -----------------------------------------------------------------

    def _known(self) -> Mapping[str, _Known]:
        return {key: _Known(self.project.rows(key)) for key in RECORD_TYPES}

    def _wanted(self, changes: Sequence[Change], known: Mapping[str, _Known]) -> list[Change] | None:
        """Those of ``changes`` that are seen here; None where others come, go or move with one of them."""
        for change in changes:
            if change.before and change.after and _standing(change.before) != _standing(change.after):
                return None
        wanted: list[Change] = []
        waiting = changes
        while waiting:  # one that comes may need another that comes behind it
            later = []
            for change in waiting:
                if change.id not in known[change.key]:
                    if change.after is None or not _comes(change.after, known):
                        later.append(change)
                        continue
                    known[change.key].come.add(change.id)
                wanted.append(change)
            if len(later) == len(waiting):
                break
            waiting = later
        stays = not any(map(_moves, waiting if self._is_whole else changes))
        return wanted if stays else None

    def _alone(self, change: Change, known: Mapping[str, Container[str]]) -> Change:
        """One change as it is seen here. A task has its own place where none is withheld, else the one it has."""
        here, after = self.project.rows(change.key).get(change.id), change.after
        if after is None:
            return Change(change.key, change.id, here, None)
        place = after if self._is_whole else here
        kept = dict(zip(PLACE, _place_of(place), strict=False))
        return Change(change.key, change.id, here, opened(after, CLIENT, known, **kept))

    # -- what others come, go or move with ------------------------------------------------------

    def _compared(self, changes: Iterable[Change], real: Project) -> Iterator[Change]:
        """What differs here from what may be seen of ``real``: of ``changes``, of all that comes and goes, of what
        refers to that, and of what has another place. Where anything comes that was withheld, tasks that were held
        may be free again."""
        shown = shown_ids(real, CLIENT)
        placed = places(real, shown[Task.info.key])
        shifted = {key: set(self.project.rows(key)) ^ ids for key, ids in shown.items()}
        looked_at = {key: set(ids) for key, ids in shifted.items()}
        new = set()
        for change in changes:
            looked_at[change.key].add(change.id)
            if change.before is None:
                new.add(change.id)
        if any(not shifted[key] <= new | self.project.rows(key).keys() for key in RECORD_TYPES):
            looked_at[Task.info.key].update(self.held)
            self.held = {}
        for key in RECORD_TYPES:
            here, there, ids = self.project.rows(key), real.rows(key), shown[key]
            looked_at[key].update(_referring(key, there, shifted))
            if key == Task.info.key:
                looked_at[key].update(each for each in ids if each in here and _place_of(here[each]) != placed[each])
            for each in looked_at[key]:
                before, after = here.get(each), None
                if each in ids:
                    kept = dict(zip(PLACE, placed[each], strict=True)) if key == Task.info.key else {}
                    after = opened(there[each], CLIENT, shown, **kept)
                if before != after:
                    yield Change(key, each, before, after)


@dataclass(slots=True)
class _Known(Container[str]):
    """Ids of what is here, and of what comes."""

    here: Container[str]
    come: set[str] = field(default_factory=set)

    def __contains__(self, identity: object) -> bool:
        return identity in self.come or identity in self.here


def _standing(record: Record) -> tuple[object, ...]:
    """What decides whether a record is shown."""
    return (record.audience, *(getattr(record, spec.name) for spec in _needed(record)))


def _needed(record: Record) -> list[Spec]:
    """Links without which there is no such record."""
    return [spec for spec in record.info.specs.values() if spec.kind is Kind.LINK and spec.required]


def _comes(record: Record, known: Mapping[str, Container[str]]) -> bool:
    """Whether a new record is shown, and all that it cannot do without."""
    return visible(record, CLIENT) and all(getattr(record, spec.name) in known[spec.to] for spec in _needed(record))


def _place_of(record: Record | None) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in PLACE) if isinstance(record, Task) else ()


def _moves(change: Change) -> bool:
    """Whether a task comes, goes or gets another place."""
    return change.key == Task.info.key and _place_of(change.before) != _place_of(change.after)


def _referring(key: str, records: Mapping[str, Record], shifted: Mapping[str, set[str]]) -> Iterator[str]:
    """Ids of records that may name one of ``shifted``, which are ids by record key."""
    for spec in RECORD_TYPES[key].info.specs.values():
        value = attrgetter(spec.name)
        if spec.kind is Kind.ROWS:
            yield from (each for each, record in records.items() if value(record))
        elif spec.kind in (Kind.LINK, Kind.LINKS) and (named := shifted[spec.to]):
            if spec.kind is Kind.LINK:
                yield from (each for each, record in records.items() if value(record) in named)
            else:
                yield from (each for each, record in records.items() if not named.isdisjoint(value(record)))
