"""What a heading with dates says of them: of the use itself, near it, or of something else."""

from __future__ import annotations

import re

from data.cells.keys import plain_words

# What happens before or after the use, sometimes in another year.
_OTHER = re.compile(
    r"vervolg|volgend|evaluat|deadline|factu|betaal|betaling|herinner|\bexport|uitdraai|\bprint"
    r"|afdruk|\bpeil|rapport|publica|wijzig|\bmutatie|offerte|\bdue\b|\bnext\b|follow ?up|uitnodig"
    r"|verzend|verzond|verstuur|\bbrief|archie|contract|in dienst|lid sinds|ingang|verval|streef"
    r"|modified|\bupdated?\b|invoice|payment|remind|\bboek(?:dat|ing)|\bbooking|\bposting|transacti"
    r"|besluit|opstel|publish|expir|renew"
)
# What is mostly done within days of it: asking for it, noting it down, finishing it.
_NEAR = re.compile(
    r"aanvra|aangevra|verzoek|opgave|registra|geregistr|invoer|ingevoerd|aangemaakt|aanmaak|created"
    r"|entered|timestamp|tijdstempel|ontvang|melding|intake|toezeg|opdracht|aanmeld|aangemeld"
    r"|inschrijf|\beind|afgerond|afrond|gereed|afgehandeld|oplever|terugkoppel|verslag|\bend\b"
    r"|start time|begintijd|completion|voltooi|submission|ingezonden|ingediend"
    r"|request|received|submitted|\bclosed|\bactie(?:dat|\b)"
)


def is_of_another_day(heading: str) -> bool:
    """Whether dates under a heading may lie far from the use: `Factuurdatum`, `Deadline`."""
    return bool(_OTHER.search(plain_words(heading)))


def is_near_the_use(heading: str) -> bool:
    """Whether dates under a heading are those of asking for the use, or of noting it down."""
    return not is_of_another_day(heading) and bool(_NEAR.search(plain_words(heading)))
