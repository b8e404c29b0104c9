"""A project in a room full of people: what they may see, and what is entered before their eyes.

The room has a project of its own, made by the one gate (``clientview``) with the dates of the team: whatever is shown
of it cannot show anything else. Edits go to the real project, and the room's follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from desktop.domain.ahead import Ahead, Worked
from desktop.domain.changes import DO, REDO, UNDO, Change, ChangeSet, Large, Most, Transaction
from desktop.domain.clientview import may_read, open_field, visible
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, Kind, Record
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.session import Command, Session, extent
from desktop.domain.shown import Shown
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
    heed: Callable[[Sequence[Change]], None] | None = field(default=None, compare=False, repr=False)
    """Looks at what it changes before it is done, and raises where that must not be done so."""

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
        if self.heed is not None:
            self.heed(tx.changes())
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
    """Edits ``real`` and shows what of it the client may see. Steps of before cannot be taken back in it."""

    def __init__(self, real: Session, name: str, shown: Shown | None = None) -> None:
        """``shown`` is what may be seen of ``real``, where that was made beforehand.

        Raises ``report_hidden_project`` where the client may not even see the project.
        """
        self._real, self.name = real, name
        self._shown = shown or Shown(real.project, real.schedule)
        project, planned = self._shown.project, self._shown.schedule
        super().__init__(project, author=real.author, clock=real.now, make_id=real.make_id, planned=planned)

    # -- the door -------------------------------------------------------------------------------

    def execute(self, command: Command, *, most: Most | None = None) -> ChangeSet | None:
        entered = Entered(command, self.name)
        if most is not None:
            most = most.halved()  # two projects take every step
            if extent(command, self.project) > most.records:
                raise Large
            entered = Entered(command, self.name, self._heed)
        done = self._real.execute(entered, most=most)
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
        return self._replay(UNDO, most)

    def redo(self, *, most: Most | None = None) -> ChangeSet:
        return self._replay(REDO, most)

    def _replay(self, kind: str, most: Most | None) -> ChangeSet:
        self.next_step(kind)
        if most is not None:
            most = most.halved()
            self._heed(self._real.next_step(kind).inverse(kind, self.now(), self.author).changes)
        return self._follow(self._real.undo(most=most) if kind == UNDO else self._real.redo(most=most))

    def _heed(self, changes: Sequence[Change]) -> None:
        """Raises :class:`Large` where more than ``changes`` comes and goes with them: that takes long to find."""
        if not self._shown.stands(changes):
            raise Large

    def said(self, command: Command, refusal: Rejected, most: Most | None = None) -> Rejected:
        """What may be said of a refusal: where the room's own project would not refuse, nothing of the reason.

        Nor where to find that out would take long: more than ``most``.
        """
        tx = self._begin(self.project, most)
        try:
            outcome(tx, self.schedule, Entered(command, self.name))
        except Rejected as shown:
            return shown
        except Large:
            return Rejected("not_in_workshop")
        tx.rollback()
        return refusal if refusal.code == "stopped" else Rejected("not_in_workshop")

    # -- ahead ----------------------------------------------------------------------------------

    def ahead(self, command: Command) -> Ahead:
        return self._seen_too(self._real.ahead(Entered(command, self.name)))

    def replay_ahead(self, kind: str) -> Ahead:
        self.next_step(kind)
        return self._seen_too(self._real.replay_ahead(kind))

    def fits(self, ahead: Ahead) -> bool:
        return self._real.fits(ahead)

    def storing(self, ahead: Ahead) -> Callable[[], None]:
        return self._real.storing(ahead)

    def take(self, ahead: Ahead) -> ChangeSet:
        done, seen = self._real.take(ahead), ahead.worked
        assert isinstance(seen, Seen)
        if not done.changes and done.kind == DO:
            return done
        self.project.become(seen.shown.project, {change.key for change in seen.changes})
        seen.shown.project = self.project
        self._shown = seen.shown
        return self._keep_shown(done, seen.changes)

    def _seen_too(self, ahead: Ahead) -> Ahead:
        ahead.go_on_with(partial(_seen, self._shown.snapshot(), ahead.project))
        return ahead

    # -- following ------------------------------------------------------------------------------

    def _follow(self, done: ChangeSet) -> ChangeSet:
        return self._keep_shown(done, self._shown.follow(done.changes, self._real.project, self._real.schedule))

    def _keep_shown(self, done: ChangeSet, changes: tuple[Change, ...]) -> ChangeSet:
        """The room's project has followed a step: the step as the room sees it, kept with the others."""
        seen = ChangeSet(done.label, changes, done.at, done.author, done.facts, done.kind)
        self.schedule = self._shown.schedule
        self._state += 1
        self.steps.keep(seen)
        return seen


@dataclass(frozen=True, slots=True)
class Seen(Worked):
    """What a step comes to, and what of it the room sees."""

    shown: Shown
    changes: tuple[Change, ...]


def _seen(shown: Shown, real: Project, worked: Worked) -> Seen:
    return Seen(worked.done, worked.schedule, shown, shown.follow(worked.done.changes, real, worked.schedule))
