"""The measures as they are explained: name, formula in words, worked example."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.drawing import FALSE_ALARMS
from analysis.findings.chance import DRAWS
from analysis.shares import minimums
from data.settings import Settings
from texts import Text
from ui.explanation.money_measures import money_measures
from ui.shared import formats


@dataclass(frozen=True)
class Measure:
    """One measure; every text may hold numbers that are filled in when it is shown."""

    name: Text
    formula: Text
    example: Text


def measures_of_use() -> tuple[Measure, ...]:
    """Every measure of the use that a page shows, in their order there."""
    return (
        Measure(
            Text("Use"),
            Text(
                "The number of records: one record is one time that a department used Platform31. "
                "Through a G40 theme group counts as use too, except where it says “directly”."
            ),
            Text("In a year 70 times directly and 4 times through a theme group: use is 74."),
        ),
        Measure(
            Text("Reach"),
            Text(
                "Departments with at least one direct use, divided by the departments that "
                "reported. For themes: themes with at least one direct use, divided by all themes."
            ),
            Text("9 of the 16 departments that reported used it: 9 ÷ 16 = 56%."),
        ),
        Measure(
            Text("Coverage"),
            Text(
                "Relevant combinations of department and theme with direct use, divided by all "
                "relevant combinations of the departments that reported."
            ),
            Text("27 of 81 relevant combinations are used: 27 ÷ 81 = 33%."),
        ),
        Measure(
            Text("Portion"),
            Text(
                "A number of records out of another, with both beside it. All that is reported is "
                "counted, so there is no margin around it. What is not reported counts in neither: "
                "unknown is not the same as unused."
            ),
            Text("9 of the 16 departments that reported is 56% (9 of 16)."),
        ),
        Measure(
            Text("Difference with the period before"),
            Text(
                "Only over the departments, the days of the year and the channels that are "
                "reported of both. Else the reason stands there. Chance is said of it: z is the "
                "difference ÷ √(c × the sum of both). In c, the mean size of a series, uses of "
                "one department and theme in one month count as one series."
            ),
            Text(
                "84 times after 77, in series of 1: z = 7 ÷ √161 = {z}. With equal use such a "
                "difference comes in about 6 of the 10 years.",
                {"z": formats.number(7 / 161**0.5, 2)},
            ),
        ),
        Measure(
            Text("Even spreading"),
            Text(
                "As many uses, {n} times spread at random over the relevant combinations. Each "
                "time the largest domain and the largest theme are taken together; the mean is "
                "the yardstick. The use is called concentrated when its part is larger than in "
                "97.5% of those times.",
                {"n": DRAWS},
            ),
            Text("50 of the 84 uses is 60%, while even spreading gives about 56%."),
        ),
        Measure(
            Text("Effective number of themes or departments"),
            Text(
                "Take the portion p of each theme, add up −p × ln p over all themes, and raise e "
                "to that sum. It says how many equally used themes would be as varied."
            ),
            Text(
                "Four themes with 25% each give 4.0. Four themes with 85%, 5%, 5% and 5% give "
                "{n}: in effect it is hardly more than one theme.",
                {"n": formats.number(1.8, 1)},
            ),
        ),
        Measure(
            Text("Lorenz curve"),
            Text(
                "Put the departments in order from least to most use. The curve shows what part "
                "of all use the first so many percent of the departments have together. The "
                "further it hangs below the straight line, the more unequal the use."
            ),
            Text(
                "Four departments with 0, 1, 2 and 7 uses: the lower half of them has 1 of the "
                "10 uses, so the curve passes through 50% and 10%."
            ),
        ),
        Measure(
            Text("Gini"),
            Text(
                "Twice the area between the Lorenz curve and the straight line, times n ÷ (n − 1) "
                "because there are few departments. 0 is equally spread, 1 is everything with "
                "one department."
            ),
            Text(
                "Four departments with 0, 1, 2 and 7 uses: {plain}, corrected {plain} × 4 ÷ 3 = "
                "{corrected}.",
                {"plain": formats.number(0.55, 2), "corrected": formats.number(0.73, 2)},
            ),
        ),
    )


def measures_of_white_spots() -> tuple[Measure, ...]:
    """How white spots are ordered, and what is said of work on them."""
    return (
        Measure(
            Text("White spots to broaden to"),
            Text(
                "Never used themes in order: the share of the other departments that use it × the "
                "square root of (1 + the other themes that the department uses), twice that if it "
                "knows the theme from a theme group. The share is (using in the domain + 4 × the "
                "share of the municipality) ÷ (departments in the domain + 4). The result is an "
                "order and no chance."
            ),
            Text(
                "In the domain 4 of the 6 others use it, in the municipality 30%: "
                "(4 + 4 × 0.3) ÷ (6 + 4) = {share}. The department uses 3 other themes: "
                "{share} × √4 = {score}.",
                {"share": formats.number(0.52, 2), "score": formats.number(1.04, 2)},
            ),
        ),
        Measure(
            Text("Themes to win back"),
            Text(
                "Used before and not in this period: first what was used most often before, then "
                "as above. They stand apart, because part of them comes back by itself."
            ),
            Text("Used 5 times in earlier years stands above used 2 times."),
        ),
        Measure(
            Text("Equal white spots, and too little data"),
            Text(
                "What is equal goes by the department that was approached longest ago, then by "
                "lot: the SHA-256 code of period, department and theme, the lowest first. Of the "
                "first five at most two are of one department. Below {n} direct uses by three "
                "departments there is no order: in part of the simulated cities it then did no "
                "better than chance.",
                {"n": minimums().ranking},
            ),
            Text("For 2018|Jeugd|Wonen the lot begins with e9e4ff: everybody can work it out."),
        ),
        Measure(
            Text("What became of an action"),
            Text(
                "In use is a cell that was used directly within twelve months after it was "
                "chosen. A use of which only the month or year is known counts when all of it "
                "lies in those months. Not used is said only when all of them are over and "
                "reported. That is known, not proven: part would have come into use anyway."
            ),
            Text(
                "Chosen on 10 March 2025, and used in “March 2025”: perhaps before it was chosen, "
                "so it stands apart."
            ),
        ),
        Measure(
            Text("Approaching by lot"),
            Text(
                "Within each draw every division in halves was as likely. So it can be counted "
                "how often chance alone gives as much use in the approached half, or more. More "
                "than chance is said when that is at most {most}, once for each year of draws. "
                "Whoever was approached after all still counts with the half that the lot gave.",
                {"most": formats.percent(FALSE_ALARMS)},
            ),
            Text(
                "Of 4 white spots 2 come into use, and both were drawn for now: that happens in 1 "
                "of the 6 divisions, so it may well be chance."
            ),
        ),
        Measure(
            Text("Departments of another year"),
            Text(
                "After a reorganisation the figures go by today's departments, or by those of a "
                "year that you choose. Renamed and merged departments take their records along. "
                "Of a split department the records of each theme go to its successors in turn, "
                "in order of date, by the percentages given; each record stays whole. What was "
                "merged cannot be taken apart again, and is then shown under its new name."
            ),
            Text(
                "A department with 8 uses of a theme is split 75% and 25%: the first gets 6 of "
                "them, the second 2."
            ),
        ),
    )


def measures_of_money(settings: Settings) -> tuple[Measure, ...]:
    """Every measure of the money, in the order of the page Budget."""
    return tuple(Measure(*texts) for texts in money_measures(settings))


def measures(settings: Settings) -> tuple[Measure, ...]:
    """Every measure there is."""
    return (*measures_of_use(), *measures_of_white_spots(), *measures_of_money(settings))
