"""The project itself and what its schedule is made of.

Field meanings follow Microsoft Project where the terms agree, so that its files can be read
and written without loss of what is declared here.
"""

from __future__ import annotations

import datetime as dt

from desktop.domain import record as f
from desktop.domain.record import CLIENT, PRIVATE, Part, Record, choices, part, record
from desktop.i18n import N_

METHOD = choices(
    predictive=N_("Predictive"), agile=N_("Agile"), hybrid=N_("Hybrid"), lean=N_("Lean"), six_sigma=N_("Six Sigma")
)
PHASE = choices(
    initiating=N_("Initiating"), planning=N_("Planning"), executing=N_("Executing"), monitoring=N_("Monitoring"),
    closing=N_("Closing"), closed=N_("Closed", "phase"), on_hold=N_("On hold"), cancelled=N_("Cancelled"),
)  # fmt: skip
CONTRACT = choices(
    fixed_price=N_("Fixed price"), time_materials=N_("Time and materials"), capped=N_("Capped"),
    retainer=N_("Retainer"), internal=N_("Internal"),
)  # fmt: skip
CONFIDENTIALITY = choices(
    public=N_("Public"), client=N_("Client", "classification"), confidential=N_("Confidential"), secret=N_("Secret")
)
SCHEDULE_FROM = choices(start=N_("Project start"), finish=N_("Project finish"))
CONSTRAINT_RULE = choices(soft=N_("Logic first (soft)"), pinned=N_("Honour constraint dates"))
PROGRESS_RULE = choices(
    as_planned=N_("Unfinished work stays where it is"), retained=N_("Retained logic"), override=N_("Progress override")
)
LAG_CALENDAR = choices(
    successor=N_("Successor"), predecessor=N_("Predecessor"), project=N_("Project calendar"), elapsed=N_("24 hours")
)
CRITICAL_RULE = choices(
    total_float=N_("Total float"),
    longest_path=N_("Longest path"),
    each_path=N_("Total float, every open end for itself"),
)
CONSTRAINT = choices(
    asap=N_("As soon as possible"), alap=N_("As late as possible"),
    snet=N_("Start no earlier than"), snlt=N_("Start no later than"),
    fnet=N_("Finish no earlier than"), fnlt=N_("Finish no later than"),
    mso=N_("Must start on"), mfo=N_("Must finish on"),
)  # fmt: skip
LINK_TYPE = choices(
    FS=N_("Finish-to-start (FS)"), SS=N_("Start-to-start (SS)"),
    FF=N_("Finish-to-finish (FF)"), SF=N_("Start-to-finish (SF)"),
)  # fmt: skip
MODE = choices(auto=N_("Automatically scheduled"), manual=N_("Manually scheduled"))
TASK_TYPE = choices(fixed_units=N_("Fixed units"), fixed_work=N_("Fixed work"), fixed_duration=N_("Fixed duration"))
UNIT = choices(
    m=N_("minutes"), h=N_("hours"), d=N_("days"), w=N_("weeks"), mo=N_("months"),
    em=N_("elapsed minutes"), eh=N_("elapsed hours"), ed=N_("elapsed days"), ew=N_("elapsed weeks"),
    emo=N_("elapsed months"),
)  # fmt: skip
RESOURCE_KIND = choices(
    person=N_("Person"), equipment=N_("Equipment"), material=N_("Material"), cost=N_("Cost", "resource")
)
USED_PER = choices(
    m=N_("minutes"), h=N_("hours"), d=N_("days"), w=N_("weeks"), mo=N_("months"), q=N_("quarters"), y=N_("years")
)
DATE_SOURCE = choices(calculated=N_("Calculated by Pilotage"), stored=N_("As stored in the imported file"))
FLOAT_RULE = choices(
    smallest=N_("Smaller of start and finish float"), start=N_("Start float"), finish=N_("Finish float")
)
EV_BASIS = choices(cost=N_("Cost"), work=N_("Work"))
EV_METHOD = choices(
    percent=N_("% complete"), physical=N_("Physical % complete"), zero_hundred=N_("0/100: earned when finished"),
    fifty_fifty=N_("50/50: half when started, half when finished"),
)  # fmt: skip
ACCRUAL = choices(start=N_("At the start"), prorated=N_("In proportion"), end=N_("At the end"))
RATE_TABLE = choices(A="A", B="B", C="C", D="D", E="E")
EXCEPTION_SOURCE = choices(
    official=N_("Official"), provisional=N_("Provisional"), user=N_("User"), imported=N_("Imported")
)


WBS_KIND = choices(
    number=N_("Numbers: 1, 2, 3"), upper=N_("Upper-case letters: A, B, C"), lower=N_("Lower-case letters: a, b, c"),
    roman=N_("Roman numerals: I, II, IV"),
)  # fmt: skip


@part
class WbsLevel(Part):
    """How one level of the outline is counted in WBS codes."""

    kind: str = f.choice(N_("Counted in"), WBS_KIND, default="number")
    text: str = f.text(N_("Fixed text in front"))
    length: int = f.integer(N_("Length"), default=0, low=0, high=10)
    """Characters that a count has at least; 0 for as many as it needs."""
    separator: str = f.text(N_("Separator behind"), default=".")


@record("project", number="PRJ", title=N_("Project"), plural=N_("Projects"), name="name")
class ProjectProfile(Record):
    """The one record that says what the project is and how its schedule is reckoned."""

    audience: str = f.visibility(CLIENT)
    name: str = f.text(N_("Name"), required=True, audience=CLIENT)
    project_code: str = f.text(N_("Project code"), audience=CLIENT)
    short_name: str = f.text(N_("Short name"), audience=CLIENT)
    client: str | None = f.link(N_("Client"), to="client", section=N_("Client and people"), audience=CLIENT)
    method: str = f.choice(N_("Method"), METHOD, default="predictive", audience=CLIENT)
    phase: str = f.choice(N_("Phase"), PHASE, default="planning", audience=CLIENT)
    sponsor: str | None = f.link(N_("Sponsor"), to="person", audience=CLIENT)
    manager: str | None = f.link(N_("Project manager"), to="person", audience=CLIENT)
    client_manager: str | None = f.link(N_("Client project manager"), to="person", audience=CLIENT)
    start: dt.datetime | None = f.moment(N_("Start"), required=True, section=N_("Dates"), audience=CLIENT)
    planned_finish: dt.date | None = f.date(N_("Planned finish"), audience=CLIENT)
    status_date: dt.date | None = f.date(N_("Status date"), audience=CLIENT)
    calendar: str | None = f.link(N_("Project calendar"), to="calendar", on_delete="refuse", audience=CLIENT)
    minutes_per_day: int = f.integer(N_("Minutes per day"), default=480, low=1, high=1440)
    minutes_per_week: int = f.integer(N_("Minutes per week"), default=2400, low=1, high=10080)
    days_per_month: int = f.integer(N_("Days per month"), default=20, low=1, high=31)
    contract: str = f.choice(N_("Contract type"), CONTRACT, section=N_("Contract and money"))
    currency: str = f.text(N_("Currency"), default="CNY", audience=CLIENT)
    currency_digits: int = f.integer(N_("Decimal places"), default=2, low=0, high=4, internal=True)
    budget: int | None = f.money(N_("Budget"))
    contingency: int | None = f.money(N_("Contingency"))
    tolerance_days: int | None = f.integer(
        N_("Tolerance: time"), low=0, unit=N_("working days"), section=N_("Tolerances"), audience=CLIENT
    )
    tolerance_cost: int | None = f.percent(N_("Tolerance: cost"))
    tolerance_scope: str = f.text(N_("Tolerance: scope"))
    tolerance_quality: str = f.text(N_("Tolerance: quality"))
    confidentiality: str = f.choice(N_("Confidentiality"), CONFIDENTIALITY, default="client", audience=CLIENT)
    objectives: tuple[str, ...] = f.texts(N_("Objectives"), section=N_("Goals"), audience=CLIENT)
    success_criteria: tuple[str, ...] = f.texts(N_("Success criteria"), audience=CLIENT)
    headline: str = f.long_text(N_("Headline of the next report"), audience=CLIENT)
    report_number: int = f.integer(N_("Last report number"), default=0, low=0, internal=True)
    # How the schedule is reckoned; an imported file brings its own choices.
    schedule_from: str = f.choice(
        N_("Schedule from"), SCHEDULE_FROM, default="start", section=N_("How dates are reckoned")
    )
    finish: dt.datetime | None = f.moment(N_("Required finish"))
    constraint_rule: str = f.choice(N_("Constraints"), CONSTRAINT_RULE, default="soft")
    progress_rule: str = f.choice(N_("Progress rule"), PROGRESS_RULE, default="retained")
    lag_calendar: str = f.choice(N_("Lag calendar"), LAG_CALENDAR, default="successor")
    critical_rule: str = f.choice(N_("Critical by"), CRITICAL_RULE, default="total_float")
    critical_limit: int = f.minutes(N_("Critical when float is at most"), default=0)
    near_critical_limit: int = f.minutes(N_("Near-critical when float is at most"), default=2400)
    float_rule: str = f.choice(N_("Total float is"), FLOAT_RULE, default="smallest")
    date_source: str = f.choice(N_("Dates shown"), DATE_SOURCE, default="calculated")
    """``stored`` shows an imported plan with the dates and floats its own program gave it."""
    ev_basis: str = f.choice(N_("Earned value in"), EV_BASIS, default="cost")
    wbs_prefix: str = f.text(N_("Prefix of WBS codes"), internal=True, audience=CLIENT)
    wbs_levels: tuple[WbsLevel, ...] = f.rows(N_("Levels of WBS codes"), of=WbsLevel, internal=True, audience=CLIENT)
    """Empty for 1.2.3. Levels below the last are counted in numbers."""
    source: str = f.text(N_("Imported from"), internal=True)
    foreign: str = f.long_text(N_("Foreign data"), internal=True)


@part
class Split(Part):
    """A part of a split task, as working time from the task's start."""

    start: dt.datetime | None = f.moment(N_("Start"))
    finish: dt.datetime | None = f.moment(N_("Finish"))


@record("task", number="T", title=N_("Task"), plural=N_("Tasks"), name="name",
        purpose=N_("The work of the project, broken down until it can be planned and checked."))  # fmt: skip
class Task(Record):
    """A task, milestone or summary task (one that has children).

    What a person fixed is stored here; early and late dates, floats and the critical flag are
    derived by the scheduler and never stored.
    """

    audience: str = f.visibility(CLIENT)
    name: str = f.text(N_("Task name"), required=True, audience=CLIENT)
    parent: str | None = f.link(N_("Parent"), to="task", on_delete="cascade", internal=True)
    rank: int = f.integer(N_("Rank"), default=0, internal=True)
    """Order among siblings; gaps are left so that an insertion touches one row."""
    wbs_code: str = f.text(N_("Own WBS code"), audience=CLIENT)
    milestone: bool = f.flag(N_("Milestone"), audience=CLIENT)
    duration: int = f.minutes(N_("Duration"), default=480, low=0, audience=CLIENT)
    duration_unit: str = f.choice(N_("Duration unit"), UNIT, default="d", internal=True)
    estimated: bool = f.flag(N_("Estimated duration"), audience=CLIENT)
    mode: str = f.choice(N_("Scheduling"), MODE, default="auto")
    manual_start: dt.datetime | None = f.moment(N_("Manual start"))
    manual_finish: dt.datetime | None = f.moment(N_("Manual finish"))
    constraint: str = f.choice(N_("Constraint"), CONSTRAINT, default="asap", section=N_("Held by"), audience=CLIENT)
    constraint_date: dt.datetime | None = f.moment(N_("Constraint date"), audience=CLIENT)
    pinned: bool = f.flag(N_("Pinned (overrides logic)"))
    deadline: dt.datetime | None = f.moment(N_("Deadline"), audience=CLIENT)
    external_start: dt.datetime | None = f.moment(N_("External early start"), audience=CLIENT)
    """Before this, what another project delivers does not let the task start."""
    external_finish: dt.datetime | None = f.moment(N_("External late finish"), audience=CLIENT)
    """After this, another project that waits for the task is late."""
    calendar: str | None = f.link(N_("Task calendar"), to="calendar")
    ignore_resource_calendar: bool = f.flag(N_("Ignore resource calendars"))
    percent_complete: int = f.percent(N_("% complete"), default=0, section=N_("Progress"), audience=CLIENT)
    physical_percent: int | None = f.percent(N_("Physical % complete"), audience=CLIENT)
    actual_start: dt.datetime | None = f.moment(N_("Actual start"), audience=CLIENT)
    actual_finish: dt.datetime | None = f.moment(N_("Actual finish"), audience=CLIENT)
    remaining_duration: int | None = f.minutes(N_("Remaining duration"), low=0)
    """None while it follows from duration and per cent complete."""
    resume: dt.datetime | None = f.moment(N_("Resume"), internal=True)
    stop: dt.datetime | None = f.moment(N_("Stop"), internal=True)
    splits: tuple[Split, ...] = f.rows(N_("Splits"), of=Split, internal=True)
    recurrence: str = f.text(N_("Recurrence"), internal=True)
    """Of a recurring task, the summary of its occurrences: when it falls (see ``scheduling.recurring``)."""
    task_type: str = f.choice(N_("Task type"), TASK_TYPE, default="fixed_units", section=N_("Work and cost"))
    effort_driven: bool = f.flag(N_("Effort-driven"))
    work: int | None = f.minutes(N_("Work"), low=0, unit="h")
    actual_work: int | None = f.minutes(N_("Actual work"), low=0, unit="h")
    level_of_effort: bool = f.flag(N_("Level of effort"))
    active: bool = f.flag(N_("Active"), default=True)
    priority: int = f.integer(N_("Priority"), default=500, low=0, high=1000)
    levelling_delay: int = f.minutes(N_("Levelling delay"), default=0, low=0)
    """Elapsed minutes."""
    fixed_cost: int | None = f.money(N_("Fixed cost"))
    fixed_cost_accrual: str = f.choice(N_("Fixed cost falls due"), ACCRUAL, default="prorated")
    ev_method: str = f.choice(N_("Value is earned by"), EV_METHOD, default="percent")
    actual_cost: int | None = f.money(N_("Actual cost"))
    optimistic: int | None = f.minutes(N_("Optimistic duration"), low=0, section=N_("Estimate"))
    pessimistic: int | None = f.minutes(N_("Pessimistic duration"), low=0)
    owner: str | None = f.link(N_("Owner"), to="person", section=N_("Responsibility"), audience=CLIENT)
    deliverable: str = f.text(N_("Deliverable"), audience=CLIENT)
    notes: str = f.long_text(N_("Notes"))
    # What an imported file recorded, kept beside our own dates so that differences show.
    recorded_start: dt.datetime | None = f.moment(N_("Recorded start"), internal=True)
    recorded_finish: dt.datetime | None = f.moment(N_("Recorded finish"), internal=True)
    recorded_early_start: dt.datetime | None = f.moment(N_("Recorded early start"), internal=True)
    recorded_early_finish: dt.datetime | None = f.moment(N_("Recorded early finish"), internal=True)
    recorded_late_start: dt.datetime | None = f.moment(N_("Recorded late start"), internal=True)
    recorded_late_finish: dt.datetime | None = f.moment(N_("Recorded late finish"), internal=True)
    recorded_total_float: int | None = f.minutes(N_("Recorded total float"), internal=True)
    recorded_free_float: int | None = f.minutes(N_("Recorded free float"), internal=True)
    source_uid: int | None = f.integer(N_("Foreign id"), internal=True)
    foreign: str = f.long_text(N_("Foreign data"), internal=True)

    @property
    def outside(self) -> bool:
        """Whether it stands for a task of another project, which the imported file only named."""
        return '"outside"' in self.foreign

    @property
    def elapsed(self) -> bool:
        """Whether the duration runs through nights and weekends."""
        return self.duration_unit.startswith("e")


@record(
    "dependency", number="D", title=N_("Dependency", "schedule"), plural=N_("Dependencies", "schedule"), name="type"
)
class Dependency(Record):
    """A link between two tasks: a lower bound on the successor's start or finish."""

    audience: str = f.visibility(CLIENT)
    predecessor: str = f.link(N_("Predecessor"), to="task", required=True, on_delete="cascade", audience=CLIENT)
    successor: str = f.link(N_("Successor"), to="task", required=True, on_delete="cascade", audience=CLIENT)
    type: str = f.choice(N_("Type"), LINK_TYPE, default="FS", required=True, audience=CLIENT)
    lag: int = f.minutes(N_("Lag"), default=0, audience=CLIENT)
    """Minutes; negative is a lead."""
    lag_unit: str = f.choice(N_("Lag unit"), UNIT, default="d", internal=True)
    """Units that start with ``e`` run through nights and weekends."""
    lag_percent: int | None = f.integer(N_("Lag, % of the predecessor"), audience=CLIENT)
    """Replaces ``lag`` when set: per cent of the predecessor's duration."""
    foreign: str = f.long_text(N_("Foreign data"), internal=True)


WEEKDAY_NAMES = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday")
)  # fmt: skip


@part
class WeekDay(Part):
    """Working time of one weekday."""

    weekday: int = f.integer(N_("Weekday"), default=0, low=0, high=6, names=WEEKDAY_NAMES, audience=CLIENT)
    """0 is Monday."""
    bands: str = f.text(N_("Working time"), audience=CLIENT)
    """``08:00-12:00 13:00-17:00``; empty is a day off; ``24:00`` ends a day."""


@part
class CalendarException(Part):
    """Days that differ from the week: off, or working with bands of their own."""

    name: str = f.text(N_("Name"))
    start: dt.date | None = f.date(N_("Start"), audience=CLIENT)
    finish: dt.date | None = f.date(N_("Finish"), audience=CLIENT)
    bands: str = f.text(N_("Working time"), audience=CLIENT)
    """As in :class:`WeekDay`; empty is non-working."""
    recurrence: str = f.text(N_("Recurrence"), audience=CLIENT)
    """iCalendar RRULE, empty for every day from start to finish."""
    source: str = f.choice(N_("Source"), EXCEPTION_SOURCE, default="user")


@part
class WorkWeek(Part):
    """A week pattern that holds from one date to another."""

    name: str = f.text(N_("Name"))
    start: dt.date | None = f.date(N_("Start"), audience=CLIENT)
    finish: dt.date | None = f.date(N_("Finish"), audience=CLIENT)
    weekday: int = f.integer(N_("Weekday"), default=0, low=0, high=6, names=WEEKDAY_NAMES, audience=CLIENT)
    bands: str = f.text(N_("Working time"), audience=CLIENT)


@record("calendar", number="CAL", title=N_("Calendar"), plural=N_("Calendars"), name="name",
        purpose=N_("Working time: the week, holidays and make-up working days."))  # fmt: skip
class Calendar(Record):
    """Working time. Weekdays that are not listed are inherited from ``base``, or off."""

    audience: str = f.visibility(CLIENT)
    name: str = f.text(N_("Name"), required=True, audience=CLIENT)
    base: str | None = f.link(N_("Derived from"), to="calendar", on_delete="refuse", audience=CLIENT)
    week: tuple[WeekDay, ...] = f.rows(N_("Week"), of=WeekDay, audience=CLIENT)
    exceptions: tuple[CalendarException, ...] = f.rows(N_("Exceptions"), of=CalendarException, audience=CLIENT)
    work_weeks: tuple[WorkWeek, ...] = f.rows(N_("Work weeks"), of=WorkWeek, audience=CLIENT)
    holidays: str = f.text(N_("Holidays from"), internal=True)
    """Pack and version that the holidays were taken from, such as ``china 2026-11-04``; empty for none."""
    source_uid: int | None = f.integer(N_("Foreign id"), internal=True)
    foreign: str = f.long_text(N_("Foreign data"), internal=True)


@part
class Rate(Part):
    """What a resource costs from a day on, in one of its rate tables."""

    table: str = f.choice(N_("Rate table"), RATE_TABLE, default="A")
    start: dt.date | None = f.date(N_("From"))
    """None: from the beginning."""
    standard_rate: int | None = f.money(N_("Standard rate per hour"))
    overtime_rate: int | None = f.money(N_("Overtime rate per hour"))
    cost_per_use: int | None = f.money(N_("Cost per use"))


@part
class Availability(Part):
    """How much of a resource is there from one day to another, both included."""

    start: dt.date | None = f.date(N_("From"))
    finish: dt.date | None = f.date(N_("Until"))
    units: int = f.percent(N_("Units"), default=100, high=1_000_000)


@record("resource", number="RES", title=N_("Resource"), plural=N_("Resources"), name="name",
        purpose=N_("People, equipment, material and money that tasks need."))  # fmt: skip
class Resource(Record):
    """What tasks need; a person on the stakeholder register may stand behind it."""

    audience: str = f.visibility(CLIENT)
    name: str = f.text(N_("Name"), required=True, audience=CLIENT)
    kind: str = f.choice(N_("Kind"), RESOURCE_KIND, default="person", required=True, audience=CLIENT)
    person: str | None = f.link(N_("Stakeholder"), to="person")
    initials: str = f.text(N_("Initials"), audience=CLIENT)
    group: str = f.text(N_("Group"), audience=CLIENT)
    max_units: int = f.percent(N_("Maximum units"), default=100, high=1_000_000)
    calendar: str | None = f.link(N_("Resource calendar"), to="calendar")
    standard_rate: int | None = f.money(N_("Standard rate per hour"), audience=PRIVATE)
    overtime_rate: int | None = f.money(N_("Overtime rate per hour"), audience=PRIVATE)
    cost_per_use: int | None = f.money(N_("Cost per use"), audience=PRIVATE)
    rates: tuple[Rate, ...] = f.rows(N_("Rates over time"), of=Rate, audience=PRIVATE)
    """Later rates, and those of the tables B to E; the rates above are those of table A from the beginning."""
    accrual: str = f.choice(N_("Cost falls due"), ACCRUAL, default="prorated", audience=PRIVATE)
    availability: tuple[Availability, ...] = f.rows(N_("Availability"), of=Availability)
    """Periods in which other units than ``max_units`` are there."""
    material_unit: str = f.text(N_("Material unit"), audience=CLIENT)
    email: str = f.text(N_("E-mail"))
    notes: str = f.long_text(N_("Notes"))
    source_uid: int | None = f.integer(N_("Foreign id"), internal=True)
    foreign: str = f.long_text(N_("Foreign data"), internal=True)


@record("assignment", number="AS", title=N_("Assignment"), plural=N_("Assignments"), name="id")
class Assignment(Record):
    """One resource on one task."""

    audience: str = f.visibility(CLIENT)
    task: str = f.link(N_("Task"), to="task", required=True, on_delete="cascade", audience=CLIENT)
    resource: str = f.link(N_("Resource"), to="resource", required=True, on_delete="cascade", audience=CLIENT)
    units: int = f.percent(N_("Units"), default=100, high=1_000_000, audience=CLIENT)
    work: int | None = f.minutes(N_("Work"), low=0, unit="h")
    overtime_work: int | None = f.minutes(N_("Overtime work"), low=0, unit="h")
    """Part of ``work`` that takes no time from the calendar."""
    actual_work: int | None = f.minutes(N_("Actual work"), low=0, unit="h")
    actual_overtime_work: int | None = f.minutes(N_("Actual overtime work"), low=0, unit="h")
    rate_table: str = f.choice(N_("Rate table"), RATE_TABLE, default="A", audience=PRIVATE)
    delay: int = f.minutes(N_("Delay"), default=0)
    levelling_delay: int = f.minutes(N_("Levelling delay"), default=0, low=0)
    """Elapsed minutes, as for a task."""
    contour: str = f.text(N_("Work contour"), internal=True)
    exact_units: int | None = f.integer(N_("Exact units"), low=0, audience=CLIENT, internal=True)
    """Millionths of one, where ``units`` had to be rounded (see ``shares``)."""
    used_per: str = f.choice(N_("Used per"), USED_PER, audience=CLIENT, internal=True)
    """Of material: the unit of working time in which its units are used up; "" for a fixed amount."""
    cost: int | None = f.money(N_("Cost"), audience=PRIVATE)
    actual_cost: int | None = f.money(N_("Actual cost"), audience=PRIVATE)
    source_uid: int | None = f.integer(N_("Foreign id"), internal=True)
    foreign: str = f.long_text(N_("Foreign data"), internal=True)


@part
class BaselineTask(Part):
    """One task as it stood when the baseline was taken; a summary holds all within it."""

    task: str | None = f.link(N_("Task"), to="task")
    name: str = f.text(N_("Task name"))
    """So that a task that was deleted since can still be named."""
    level: int | None = f.integer(N_("Outline level"))
    """0 at the top, rows standing in outline order; None where it is not known."""
    start: dt.datetime | None = f.moment(N_("Start"))
    finish: dt.datetime | None = f.moment(N_("Finish"))
    duration: int = f.minutes(N_("Duration"), default=0)
    work: int | None = f.minutes(N_("Work"), unit="h")
    cost: int | None = f.money(N_("Cost"))
    spread: str = f.text(N_("Cost over time"))
    """How the cost lies in time where it does not lie evenly (see ``earned_value.spread``); of a summary,
    its own cost alone."""


@record("baseline", number="BL", title=N_("Baseline"), plural=N_("Baselines"), name="name",
        purpose=N_("The plan as agreed, kept unchanged, so that variance can be told."))  # fmt: skip
class Baseline(Record):
    """The whole plan as agreed on a day; never edited, only replaced by a newer one."""

    audience: str = f.visibility(CLIENT)
    name: str = f.text(N_("Name"), required=True, audience=CLIENT)
    taken_at: dt.datetime | None = f.moment(N_("Taken"), audience=CLIENT)
    approved_by: str | None = f.link(N_("Approved by"), to="person", audience=CLIENT)
    approved_on: dt.date | None = f.date(N_("Approved on"), audience=CLIENT)
    note: str = f.long_text(N_("Note"))
    tasks: tuple[BaselineTask, ...] = f.rows(N_("Tasks"), of=BaselineTask, internal=True)
    source_slot: int | None = f.integer(N_("Foreign slot"), internal=True)
