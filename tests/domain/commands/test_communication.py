"""A contact with what follows from it, as one step."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.commands.communication import AssignPeople, LogContact, MakeFromNote
from desktop.domain.commands.records import AddRecord
from desktop.domain.communication import Action, Communication, Decision, Meeting
from desktop.domain.control import Issue
from desktop.domain.people import Person
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.promises import NewPerson, Promise
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.domain.session import Session

NOW = dt.datetime(2026, 6, 10, 9, 30)


def session() -> Session:
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    made = Session(Project([profile]), clock=lambda: NOW)
    made.execute(AddRecord("person", {"id": "wei", "name": "Zhang Wei", "side": "client"}))
    made.execute(AddRecord("person", {"id": "li", "name": "李娜", "side": "ours"}))
    return made


def contact(**fields: Any) -> LogContact:
    return LogContact(**({"happened_at": NOW, "channel": "call", "subject": "Data"} | fields))


def test_one_contact_is_one_step_with_people_and_promises() -> None:
    made = session()
    people, steps = len(made.project.table(Person)), len(made.undo_steps)
    made.execute(
        contact(
            participants=("wei", "li", NewPerson("Wang Qiang")),
            promises=(
                Promise("send the data", "client", "wei", dt.date(2026, 6, 12)),
                Promise("open the ports", "client", NewPerson("wang  qiang")),
                Promise("write the minutes", "us", "li"),
            ),
            follow_up=dt.date(2026, 6, 11),
        )
    )
    (log,) = made.project.table(Communication).values()
    actions = list(made.project.table(Action).values())
    added = [person for person in made.project.table(Person).values() if person.id not in {"wei", "li"}]
    assert [person.name for person in added] == ["Wang Qiang"] and added[0].side == "client"
    assert log.participants == ("wei", "li", added[0].id) and log.follow_up == dt.date(2026, 6, 11)
    assert [(a.title, a.side, a.owner, a.due) for a in actions] == [
        ("send the data", "client", "wei", dt.date(2026, 6, 12)),
        ("open the ports", "client", added[0].id, None),
        ("write the minutes", "us", "li", None),
    ]
    # The only one of ours was there to be promised to; the client had two, so nobody is guessed.
    assert [a.promised_to for a in actions] == ["li", "li", None]
    assert all(a.raised_on == NOW.date() and a.links == (log.ref,) for a in actions)
    assert log.links == tuple(a.ref for a in actions)
    assert len(made.undo_steps) == steps + 1
    made.undo()
    assert not made.project.table(Action) and not made.project.table(Communication)
    assert len(made.project.table(Person)) == people


def test_a_contact_without_a_subject_is_refused_and_leaves_nobody_behind() -> None:
    made = session()
    with pytest.raises(Rejected) as refused:
        made.execute(contact(subject=" ", participants=(NewPerson("Wang Qiang"),)))
    assert refused.value.code == "required"
    assert len(made.project.table(Person)) == 2


def test_people_can_be_put_into_a_link_and_onto_the_register_at_once() -> None:
    made = session()
    made.execute(AddRecord("risk", {"id": "r", "event": "E"}))
    made.execute(AddRecord("meeting", {"id": "m", "title": "M"}))
    made.execute(AssignPeople("risk", ("r",), "owner", (NewPerson("Wang Qiang"),)))
    wang = made.project.table(Risk)["r"].owner
    assert wang and made.project.table(Person)[wang].name == "Wang Qiang"
    made.execute(AssignPeople("meeting", ("m",), "attended", ("wei", wang)))
    assert made.project.table(Meeting)["m"].attended == ("wei", wang)
    made.execute(AssignPeople("risk", ("r",), "owner", ()))
    assert made.project.table(Risk)["r"].owner is None


def test_an_action_made_from_a_sentence_knows_who_and_when() -> None:
    made = session()
    made.execute(contact())
    (log,) = made.project.table(Communication).values()
    made.execute(MakeFromNote(log.ref, "shared_note", "action", "Zhang Wei will send the data\nby Friday."))
    (action,) = made.project.table(Action).values()
    assert (action.title, action.due) == ("Zhang Wei will send the data", dt.date(2026, 6, 12))
    assert (action.owner, action.side, action.raised_on) == ("wei", "client", NOW.date())
    assert action.links == (log.ref,) and made.project.table(Communication)[log.id].links == (action.ref,)
    assert action.audience == "team"


def test_a_decision_knows_its_meeting_and_an_issue_its_risk() -> None:
    made = session()
    made.execute(AddRecord("meeting", {"id": "m", "title": "Steering", "starts_at": NOW}))
    made.execute(AddRecord("risk", {"id": "r", "event": "E"}))
    made.execute(MakeFromNote("meeting/m", "minutes", "decision", "Go live on 1 July"))
    made.execute(MakeFromNote("risk/r", "cause", "issue", "The data are late"))
    (decision,) = made.project.table(Decision).values()
    (issue,) = made.project.table(Issue).values()
    assert (decision.title, decision.source, decision.status) == ("Go live on 1 July", "m", "pending")
    assert (issue.problem, issue.risk) == ("The data are late", "r")


def test_what_is_made_of_a_private_text_is_private() -> None:
    made = session()
    made.execute(contact(audience="client"))
    (log,) = made.project.table(Communication).values()
    made.execute(MakeFromNote(log.ref, "private_note", "risk", "Their manager may leave"))
    made.execute(MakeFromNote(log.ref, "shared_note", "risk", "Ports may open late"))
    assert [risk.audience for risk in made.project.table(Risk).values()] == ["private", "team"]


def test_a_long_text_names_shortly_and_is_kept_whole() -> None:
    made = session()
    made.execute(contact())
    (log,) = made.project.table(Communication).values()
    text = "word " * 100
    made.execute(MakeFromNote(log.ref, "shared_note", "decision", text))
    (decision,) = made.project.table(Decision).values()
    assert len(decision.title) == 200 and decision.title.endswith("…")
    assert decision.question == text.strip()


def test_required_times_of_a_new_record_are_now_and_it_was_raised_today() -> None:
    made = session()
    made.execute(AddRecord("communication", {"subject": "S"}))
    made.execute(AddRecord("action", {"title": "A"}))
    made.execute(AddRecord("action", {"title": "B", "raised_on": None}))
    assert [c.happened_at for c in made.project.table(Communication).values()] == [NOW]
    assert [a.raised_on for a in made.project.table(Action).values()] == [NOW.date(), None]
