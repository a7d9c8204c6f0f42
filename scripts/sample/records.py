"""The fictitious uses and budget lines of the sample: who used what, when, and how much."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

SEED = 31
YEARS = (2018, 2019, 2020, 2021, 2022, 2023)
HALF_YEAR, LATE = 2023, "Economische Zaken"  # that year runs to 30 June, and one does not report it

# Department -> theme -> uses in each of YEARS, as "direct" or "direct+network". In 2018 there are
# 72 uses, 36 in the social domain and 17 others about sustainability (53 of 72, 74 %), and 7 of
# the 16 departments have none; after that use broadens slowly, and some of it lapses. Of 2023
# there is the first half: 43 uses of 15 departments.
PLAN: dict[str, dict[str, str]] = {
    "Jeugd, Onderwijs en Sport": {
        "Jeugd en onderwijs": "7+1 6+1 6+1 6 6 3",
        "Armoede en schulden": "2 2 1+1 2 2 1",
        "Wonen, zorg en gezondheid": "0 0+1 1 1 1 1",
        "Veilige samenleving": "0 0 0 1 1+1 1",
    },
    "Maatschappelijke Ondersteuning": {
        "Wonen, zorg en gezondheid": "9+1 8+1 8 7+1 7 3+1",
        "Armoede en schulden": "2 2 2 1 2 1",
        "Duurzaamheid": "0 0 0+1 1 1 1",
    },
    "Werk en Inkomen": {
        "Werk en participatie": "6+1 6 5+1 6 6 3",
        "Armoede en schulden": "2 1 2 2 1 1",
        "Jeugd en onderwijs": "0 1 0 0 1 0",
        "Duurzaamheid": "1 0 0 0 0 0",
    },
    "Schuldhulpverlening": {
        "Armoede en schulden": "4 4 4 4 3 2",
        "Werk en participatie": "0 0 1 1 1 1",
    },
    "Wonen en Duurzaamheid": {
        "Duurzaamheid": "9+1 8+1 8+1 7 7+1 4",
        "Woningmarkt": "5 4 4 5 5 2",
        "Wonen, zorg en gezondheid": "1 1 0 2 2 1",
    },
    "Omgevingsbeleid": {
        "Omgevingswet": "4 4+1 4 5 5 2",
        "Duurzaamheid": "3 2 3 3 3 1",
        "Woningmarkt": "0 1 0 1 0 1",
    },
    "Beheer Openbare Ruimte": {
        "Duurzaamheid": "2 2 1 2 2 1",
        "Vitale binnensteden": "0 0 1 1 1 1",
    },
    "Vastgoed": {"Duurzaamheid": "0 1 1 2 2 2"},
    "Vergunningverlening, Toezicht en Handhaving": {"Omgevingswet": "0 0 0+1 1 2 1"},
    "Economische Zaken": {
        "Vitale binnensteden": "5 4 4 4 5 0",
        "Duurzaamheid": "2 1 2 2 2 0",
        "Werk en participatie": "0 1 1 1 2 0",
    },
    "Toerisme en Evenementen": {"Vitale binnensteden": "0 0 0 2 2 1"},
    "Bestuur en Strategie": {
        "Bestuur en samenspel": "3+1 3+1 3 3 4 2",
        "Veilige samenleving": "0 0 1 0 1 0",
    },
    "Veiligheid en Crisisbeheersing": {"Veilige samenleving": "0 1 1 2 3 2"},
    "Financiën": {"Bestuur en samenspel": "0 0 1 0 0 1"},
    "Informatievoorziening": {"Bestuur en samenspel": "0 0 0 0 1 1"},
    "Communicatie": {"Bestuur en samenspel": "0 0 0 0+1 0+1 0+1"},
}

SUBJECTS = {
    "Duurzaamheid": ("Warmtevisie", "Aardgasvrije wijk", "Klimaatadaptatie", "Circulair inkopen"),
    "Wonen, zorg en gezondheid": ("Langer thuis", "Beschermd wonen", "Gezonde wijk"),
    "Armoede en schulden": ("Vroegsignalering", "Kinderen in armoede", "Totaal pakket minima"),
    "Jeugd en onderwijs": ("Kansengelijkheid", "Jongerenwerk", "Schooluitval"),
    "Werk en participatie": ("Leren en werken", "Statushouders aan het werk", "Banenafspraak"),
    "Woningmarkt": ("Middenhuur", "Woningbouwprogramma", "Ouderenhuisvesting"),
    "Omgevingswet": ("Omgevingsvisie", "Omgevingsplan", "Participatie bij plannen"),
    "Vitale binnensteden": ("Leegstand winkels", "Toekomst van de binnenstad", "Werklocaties"),
    "Veilige samenleving": ("Ondermijning", "Jeugdoverlast", "Woonoverlast"),
    "Bestuur en samenspel": ("Regionale samenwerking", "Burgerberaad", "Opgavegericht werken"),
}

# Form -> how often, hours from-to, participants from-to.
FORMS = {
    "Advies": (40, (4, 24), (1, 6)),
    "Leertraject": (18, (8, 32), (2, 8)),
    "Bijeenkomst": (18, (2, 8), (5, 30)),
    "Onderzoek": (8, (16, 60), (1, 4)),
    "Externe bijeenkomst": (7, (4, 12), (10, 60)),
    "Experiment": (5, (20, 60), (3, 12)),
    "Publicatie": (4, (1, 4), (1, 3)),
}


@dataclass(frozen=True)
class Use:
    """One fictitious use; hours in halves."""

    date: dt.date
    department: str
    theme: str
    form: str
    network: bool
    tailored: bool
    subject: str
    hours: float
    participants: int


@dataclass(frozen=True)
class Line:
    """One fictitious budget line, in euros; `committed` is ordered and not booked yet."""

    year: int
    description: str
    budget: int
    actual: int
    committed: int = 0


CONTRIBUTION = 21_000
BUDGET_LINES = tuple(
    line
    for year, project, spent, committed in (
        (2018, 6000, 4500, 0),
        (2019, 6000, 6000, 0),
        (2020, 8000, 2500, 0),
        (2021, 8000, 7000, 0),
        (2022, 8000, 6500, 1000),
    )
    for line in (
        Line(year, "Jaarlijkse bijdrage kennispartner", CONTRIBUTION, CONTRIBUTION),
        Line(year, "Projecten op aanvraag", project, spent, committed),
    )
)


def uses_of(year: int) -> list[Use]:
    """The uses of one year, in the order of their dates; the same ones every time."""
    rng = random.Random(SEED * year)  # noqa: S311 -- invented examples, no secrets
    uses = [
        _use(rng, year, department, theme, network=number >= direct)
        for department, themes in PLAN.items()
        for theme, plan in themes.items()
        for direct, through_network in [_counts(plan, year)]
        for number in range(direct + through_network)
    ]
    return sorted(uses, key=lambda use: (use.date, use.department, use.theme, use.subject))


def _counts(plan: str, year: int) -> tuple[int, int]:
    direct, _plus, network = plan.split()[YEARS.index(year)].partition("+")
    return int(direct), int(network or 0)


def _use(rng: random.Random, year: int, department: str, theme: str, *, network: bool) -> Use:
    often = [frequency for frequency, _hours, _participants in FORMS.values()]
    form = "Bijeenkomst" if network else rng.choices(list(FORMS), often)[0]
    _often, hours, participants = FORMS[form]
    return Use(
        date=_working_day(rng, year),
        department=department,
        theme=theme,
        form=form,
        network=network,
        tailored=not network and rng.random() < 0.7,
        subject=rng.choice(SUBJECTS[theme]),
        hours=rng.randint(2 * hours[0], 2 * hours[1]) / 2,
        participants=rng.randint(*participants),
    )


def _working_day(rng: random.Random, year: int) -> dt.date:
    days = 345 if year != HALF_YEAR else 172
    day = dt.date(year, 1, 8) + dt.timedelta(days=rng.randrange(days))
    return day - dt.timedelta(days=max(0, day.weekday() - 4))
