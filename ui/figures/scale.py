"""Round numbers for the ticks of an axis."""

from __future__ import annotations

_MOST_STEPS = 5
_ROUND = [mantissa * 10.0**power for power in range(-2, 9) for mantissa in (1, 2, 2.5, 5)]


def steps_up_to(top: float, *, whole: bool = False) -> list[float]:
    """Ticks from 0 to the first round number from `top` on, five steps or fewer.

    `whole` keeps them whole numbers. Of nothing it is 0 and 1.
    """
    if not top > 0:  # also when it is not a number
        return [0.0, 1.0]
    steps = [step for step in _ROUND if not whole or step.is_integer()]
    step = next((s for s in steps if top / s <= _MOST_STEPS), top)
    count = int(-(-top // step))
    return [round(step * place, 6) for place in range(count + 1)]
