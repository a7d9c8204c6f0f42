"""The sentences of findings: made here only, for pages, letters, reports and the command line.

Plain text: escape it where it is shown. A text that is not said is None.
"""

from analysis.findings.sentences.cells import (
    apart_in_words,
    colleague_in_words,
    map_in_words,
    opportunity_reason,
    others_using,
    what_speaks_for,
    who_uses,
)
from analysis.findings.sentences.changes import (
    chance_in_words,
    change_text,
    not_alike_in_words,
    through_time,
    why_not_compared,
)
from analysis.findings.sentences.department import (
    own_relevance_in_words,
    standing_in_words,
    use_of_theme,
)
from analysis.findings.sentences.figures import figure_text, relevance_in_words
from analysis.findings.sentences.headline import headline, in_the_lists, left_out, yardstick
from analysis.findings.sentences.use import (
    covered_in_words,
    half_in_words,
    largest_in_words,
    most_used,
    too_little,
    unit,
    unit_of_axis,
    use_in_words,
)
from analysis.findings.sentences.warnings import warnings
from analysis.findings.sentences.words import (
    domain_in_a_sentence,
    listed,
    period_in_words,
    place_in_words,
    reported_in_words,
    share_in_words,
    year_in_words,
    years_in_words,
)

__all__ = [
    "apart_in_words", "chance_in_words", "change_text", "colleague_in_words", "covered_in_words",
    "domain_in_a_sentence", "figure_text", "half_in_words", "headline", "in_the_lists",
    "largest_in_words", "left_out", "listed", "map_in_words", "most_used", "not_alike_in_words",
    "opportunity_reason", "others_using", "own_relevance_in_words", "period_in_words",
    "place_in_words", "relevance_in_words", "reported_in_words", "share_in_words",
    "standing_in_words", "through_time", "too_little", "unit", "unit_of_axis", "use_in_words",
    "use_of_theme", "warnings", "what_speaks_for", "who_uses", "why_not_compared", "yardstick",
    "year_in_words", "years_in_words",
]  # fmt: skip
