"""Words of a figure in the place of a name: `Ø`, `n = 12`, `Index`, `waarvan direct`, `Norm`."""

from __future__ import annotations

import re

from data.cells.keys import plain_words, word_set

_SIGN = re.compile(r"[øØ∆Δ∑Σµμ]|x̄|[nN]\s?[=:]\s?\d{0,7}|[nN#%]", re.IGNORECASE)
# What a table of figures puts below or beside its names; alone none of these is a name.
_ALONE = word_set(
    """index indexcijfer trend verschil mutatie groei toename daling norm doel doelen doelstelling
    streefwaarde streefcijfer target rang ranking rank plek std stdev standaarddeviatie spreiding
    variantie mean median sd benchmark landelijk nederland g40 g32 controle check controlegetal
    rest restant prognose raming begroot budget stand bereik plafond quotum sub subt grand
    durchschnitt moyenne quartiel decimaal afgerond maximaal minimaal
    uren uur deelnemers inwoners fte formatie bezetting bedrag kosten personen medewerkers
    contactpersonen score cijfer rapportcijfer waardering tevredenheid doorlooptijd klachten
    percentages opmerking opmerkingen beschikbaar capaciteit verwacht wachtlijst show no"""
)
_BEGINS = re.compile(
    r"(w v|wv|waarvan|of which|davon|t o v|tov|ten opzichte van|verschil|mutatie|prognose|vorige?"
    r"|index|toename|gemiddeld[ew]?|gmd|aantal unieke|unieke|max|min|maximaal|minimaal)(?: |$)"
    r"|gem (?:g40|per|alle|landelijk|stad)|in$|(?:in )?(?:procenten|percent|pct)$|jaar eerder$"
)
_LONGEST, _MOST_WORDS = 40, 5


def is_of_a_figure(text: str) -> bool:
    """Whether a short text says what a figure is, and names no department and no theme."""
    if len(text) > _LONGEST:
        return False
    if _SIGN.fullmatch(text.strip()):
        return True
    words = plain_words(text).split()
    together = " ".join(words)
    alone = 0 < len(words) <= 2 and set(words) <= _ALONE
    return alone or (len(words) <= _MOST_WORDS and bool(_BEGINS.match(together)))
