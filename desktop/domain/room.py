"""A project in a room full of people: what they may see, and what is entered before their eyes.

The room has a project of its own, made by the one gate (``clientview``) with the dates of the team: whatever is shown
of it cannot show anything else. Edits go to the real project, and the room's follows.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.domain.agreed import Agreed
from desktop.domain.ahead import Ahead
from desktop.domain.changes import DO, REDO, UNDO, Change, ChangeSet, Large, Most, Transaction
from desktop.domain.clientview import may_read, open_field, opened, visible
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import schedule as plan_dates
from desktop.domain.session import Command, Session, extent
from desktop.domain.trial import outcome
from desktop.i18n import N_

WORKSHOP = "workshop"
"""The fact of a step that names the workshop in which it was entered."""
_TEXTS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.TEXTS})

sentences(
    not_in_workshop=N_("This cannot be changed in a workshop. Nothing was changed; please do it afterwards."),
)


@dataclass(frozen=True)
class Entered:
    """What ``command`` does, entered before everybody's eyes in the workshop ``name``.

    What is new is the client's to see, because the client has seen it. What is not shown is never lost: a change that
    would take along what the room does not see of a record is refused.
    """

    command: Command
    name: str

    @property
    def label(self) -> str:
        return self.command.label

    @property
    def keeps_circles(self) -> bool:
        return bool(getattr(self.command, "keeps_circles", False))

    @property
    def whole_plan(self) -> bool:
        return bool(getattr(self.command, "whole_plan", False))

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        facts = self.command.apply(tx) or {}
        for change in tx.changes():
            if change.after is None:
                if change.before is not None and not visible(change.before, CLIENT):
                    raise Rejected("not_in_workshop")
            elif change.before is None:
                if not visible(change.after, CLIENT):
                    tx.update(type(change.after), change.id, audience=CLIENT)
            elif visible(change.before, CLIENT) and any(_lost(tx.project, change.before, change.after)):
                raise Rejected("not_in_workshop")
        return {**facts, WORKSHOP: self.name}


def _lost(project: Project, before: Record, after: Record) -> Iterator[bool]:
    """For every field that was changed: whether something went that the room did not see."""
    for name, spec in before.info.specs.items():
        old, new = getattr(before, name), getattr(after, name)
        if old == new or not old:
            continue
        if not open_field(before.info.key, spec, CLIENT):
            yield spec.kind in _TEXTS and not spec.internal  # what people wrote; figures follow from others
        elif spec.kind is Kind.LINK:
            yield _is_hidden(project, spec.to, old)
        elif spec.kind is Kind.LINKS:
            yield any(_is_hidden(project, spec.to, each) for each in old if each not in new)
        elif spec.kind is Kind.ROWS:
            kept = [part for part in old if part in new]
            yield any(_has_hidden(part) for part in old if part not in kept)


def _is_hidden(project: Project, key: str, identity: str) -> bool:
    found = project.rows(key).get(identity)
    return found is not None and not visible(found, CLIENT)


def _has_hidden(part: object) -> bool:
    """Whether a row says something that is not for the client."""
    specs = getattr(type(part), "specs", {})
    return any(
        getattr(part, name) != spec.default for name, spec in specs.items() if not may_read(spec.audience, CLIENT)
    )


class RoomSession(Session):
    """Edits ``real`` and shows what of it the client may see. Steps of before cannot be taken back in it.

    Raises ``report_hidden_project`` where the client may not even see the project.
    """

    def __init__(self, real: Session, name: str) -> None:
        self._real, self.name = real, name
        self._agreed = Agreed(real.project, real.schedule, CLIENT)
        self._is_whole = _places_kept(self._agreed.project, real.project)
        """Whether no task is withheld."""
        shown, planned = self._agreed.project, self._agreed.schedule
        super().__init__(shown, author=real.author, clock=real.now, make_id=real.make_id, planned=planned)

    # -- the door -------------------------------------------------------------------------------

    def execute(self, command: Command, *, most: Most | None = None) -> ChangeSet | None:
        if most is not None and extent(command, self.project) > most.records:
            raise Large
        done = self._real.execute(Entered(command, self.name), most=most)
        return self._follow(done) if done is not None else None

    @contextmanager
    def together(self) -> Iterator[None]:
        with self._real.together(), super().together():
            yield

    @contextmanager
    def for_good(self) -> Iterator[None]:
        with self._real.for_good(), super().for_good():
            yield

    def undo(self, *, most: Most | None = None) -> ChangeSet:
        self.next_step(UNDO)
        return self._follow(self._real.undo(most=most))

    def redo(self, *, most: Most | None = None) -> ChangeSet:
        self.next_step(REDO)
        return self._follow(self._real.redo(most=most))

    def ahead(self, command: Command) -> Ahead:
        return self._real.ahead(Entered(command, self.name))

    def replay_ahead(self, kind: str) -> Ahead:
        self.next_step(kind)
        return self._real.replay_ahead(kind)

    def fits(self, ahead: Ahead) -> bool:
        return self._real.fits(ahead)

    def storing(self, ahead: Ahead) -> Callable[[], None]:
        return self._real.storing(ahead)

    def take(self, ahead: Ahead) -> ChangeSet:
        done = self._real.take(ahead)
        return self._follow(done) if done.changes or done.kind != DO else done

    def said(self, command: Command, refusal: Rejected) -> Rejected:
        """What may be said of a refusal: where the room's own project would not refuse, nothing of the reason."""
        tx = self._begin(self.project)
        try:
            outcome(tx, self.schedule, Entered(command, self.name))
        except Rejected as shown:
            return shown
        tx.rollback()
        return refusal if refusal.code == "stopped" else Rejected("not_in_workshop")

    # -- following ------------------------------------------------------------------------------

    def _follow(self, done: ChangeSet) -> ChangeSet:
        """Bring the room's project to where the real one is now; what that changed in it."""
        real, project = self._real.project, self.project
        plain = self._plain(done.changes)
        if plain is None:
            made = Agreed(real, self._real.schedule, CLIENT)
            self._is_whole = _places_kept(made.project, real)
            self._agreed.held = made.held
            plain = tuple(_differences(project, made.project))
        for change in plain:
            project.put(change.key, change.id, change.after)
        self._agreed.schedule = plan_dates(project, self._agreed.schedule, plain)
        held = self._agreed.hold(self._real.schedule)
        self.schedule = self._agreed.schedule
        self._state += 1
        shown = ChangeSet(done.label, _joined(plain, held), done.at, done.author, done.facts, done.kind)
        self.steps.keep(shown)
        return shown

    def _plain(self, changes: Iterable[Change]) -> tuple[Change, ...] | None:
        """What changes come to of which each concerns what it names alone; None where others come or go with them."""
        come: dict[str, dict[str, Record]] = {key: {} for key in RECORD_TYPES}
        known = {key: _Either(come[key], self.project.rows(key)) for key in RECORD_TYPES}
        wanted = []
        for change in changes:
            before, after = change.before, change.after
            if before is not None and after is not None and _standing(before) != _standing(after):
                return None
            if change.key == Task.info.key and not self._is_whole and _place_of(before) != _place_of(after):
                return None
            if after is not None and (change.id in known[change.key] or self._comes(after, known)):
                come[change.key][change.id] = after
                wanted.append(change)
            elif change.id in known[change.key]:
                wanted.append(change)
            elif change.key == Task.info.key:
                return None
        found = []
        for change in wanted:
            here, after = self.project.rows(change.key).get(change.id), change.after
            found.append(Change(change.key, change.id, here, after and opened(after, CLIENT, known, **self._at(after))))
        return tuple(found)

    @staticmethod
    def _comes(record: Record, known: Mapping[str, Container[str]]) -> bool:
        """Whether a record that was not shown is now: it is new, and all that it cannot do without is shown."""
        return visible(record, CLIENT) and all(getattr(record, spec.name) in known[spec.to] for spec in _needed(record))

    def _at(self, record: Record) -> Mapping[str, object]:
        """The place of a task: its own where none is withheld, else the one it has among those that are shown."""
        if not isinstance(record, Task):
            return {}
        place = record if self._is_whole else self.project.get(Task, record.id)
        return {"wbs_code": place.wbs_code, "parent": place.parent, "rank": place.rank}


@dataclass(frozen=True, slots=True)
class _Either(Container[str]):
    """Ids that are in one table or the other."""

    one: Container[str]
    other: Container[str]

    def __contains__(self, identity: object) -> bool:
        return identity in self.one or identity in self.other


def _standing(record: Record) -> tuple[object, ...]:
    """What decides whether a record is shown."""
    return (record.audience, *(getattr(record, spec.name) for spec in _needed(record)))


def _needed(record: Record) -> list[Spec]:
    """Links without which there is no such record."""
    return [spec for spec in record.info.specs.values() if spec.kind is Kind.LINK and spec.required]


def _place_of(record: Record | None) -> tuple[object, ...]:
    return (record.parent, record.rank, record.wbs_code) if isinstance(record, Task) else ()


def _places_kept(shown: Project, real: Project) -> bool:
    """Give every task the place that it has in ``real``, where none is withheld; whether that is so.

    Its code follows from its place then, and is not one of its own.
    """
    tasks = real.table(Task)
    if len(shown.table(Task)) != len(tasks):
        return False
    for identity, task in tasks.items():
        here = shown.get(Task, identity)
        if _place_of(here) != _place_of(task):
            shown.put("task", identity, here.replace(parent=task.parent, rank=task.rank, wbs_code=task.wbs_code))
    return True


def _differences(one: Project, other: Project) -> Iterator[Change]:
    for key in RECORD_TYPES:
        here, there = one.rows(key), other.rows(key)
        yield from [Change(key, each, here[each], None) for each in here if each not in there]
        yield from [
            Change(key, each, here.get(each), record) for each, record in there.items() if here.get(each) != record
        ]


def _joined(first: Iterable[Change], then: Iterable[Change]) -> tuple[Change, ...]:
    """Two runs of changes as one."""
    found = {(change.key, change.id): change for change in first}
    for change in then:
        known = found.get((change.key, change.id), change)
        found[change.key, change.id] = Change(change.key, change.id, known.before, change.after)
    return tuple(change for change in found.values() if change.before != change.after)
