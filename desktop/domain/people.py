"""The client and the people on both sides."""

from __future__ import annotations

import datetime as dt

from desktop.domain import record as f
from desktop.domain.record import CLIENT, PRIVATE, Record, choices, record
from desktop.i18n import N_

HEALTH = choices(
    strong=N_("Strong"), good=N_("Good"), neutral=N_("Neutral"), strained=N_("Strained"), at_risk=N_("At risk")
)
REPORT_LANGUAGE = choices(zh=N_("Chinese"), en=N_("English"), both=N_("Both languages"))
SIDE = choices(client=N_("Client"), ours=N_("Ours"), supplier=N_("Supplier"), other=N_("Other"))
ATTITUDE = choices(
    unaware=N_("Unaware"), resistant=N_("Resistant"), neutral=N_("Neutral"),
    supportive=N_("Supportive"), leading=N_("Leading"),
)  # fmt: skip
CHANNEL = choices(
    meeting=N_("Meeting"), site_visit=N_("Site visit"), call=N_("Call"), video=N_("Video"), email=N_("E-mail"),
    wechat=N_("WeChat"), letter=N_("Letter"), report=N_("Report"), other=N_("Other"),
)  # fmt: skip


@record("client", number="CL", title=N_("Client"), plural=N_("Clients"), name="name",
        purpose=N_("The organisation that this project is run for."))  # fmt: skip
class Client(Record):
    """The organisation that the project is run for."""

    audience: str = f.visibility(CLIENT)
    name: str = f.text(N_("Name"), required=True, audience=CLIENT)
    industry: str = f.text(N_("Industry"), audience=CLIENT)
    address: str = f.long_text(N_("Address"))
    tax_id: str = f.text(N_("Tax ID"))
    account_manager: str | None = f.link(N_("Account manager"), to="person")
    health: str = f.choice(N_("Relationship"), HEALTH, audience=PRIVATE)
    data_rules: str = f.long_text(N_("Rules for data handling"))
    report_language: str = f.choice(N_("Report language"), REPORT_LANGUAGE, default="both")


@record(
    "person", number="P", title=N_("Stakeholder"), plural=N_("Stakeholders"), name="name",
    purpose=N_("Everybody the project depends on, on every side: who they are, how to reach them, what they want."),
)  # fmt: skip
class Person(Record):
    """A person on any side; the stakeholder register."""

    audience: str = f.visibility(CLIENT)
    name: str = f.text(N_("Name"), required=True, audience=CLIENT)
    side: str = f.choice(N_("Organisation"), SIDE, default="client", required=True, audience=CLIENT)
    organisation: str = f.text(N_("Organisation name"), audience=CLIENT)
    role: str = f.text(N_("Role"), audience=CLIENT)
    job_title: str = f.text(N_("Job title"), audience=CLIENT)
    email: str = f.text(N_("E-mail"), section=N_("How to reach"))
    phone: str = f.text(N_("Phone"))
    wechat: str = f.text(N_("WeChat"))
    power: int | None = f.scale(N_("Power"), low=1, high=5, section=N_("Influence"))
    interest: int | None = f.scale(N_("Interest"), low=1, high=5)
    attitude: str = f.choice(N_("Attitude now"), ATTITUDE, audience=PRIVATE)
    attitude_wanted: str = f.choice(N_("Attitude wanted"), ATTITUDE, audience=PRIVATE)
    strategy: str = f.long_text(N_("Engagement strategy"), audience=PRIVATE)
    channel: str = f.choice(N_("Preferred channel"), CHANNEL, section=N_("Contact"))
    rhythm: str = f.text(N_("Contact rhythm"))
    next_contact: dt.date | None = f.date(N_("Next promised contact"))
    consent: bool = f.flag(N_("Consent to be named"))
    notes: str = f.long_text(N_("Notes"), audience=PRIVATE)
