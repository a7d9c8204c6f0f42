"""The rule of finance exports on the command line: shown, and changed with what that changes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from data.command_line.arguments import WRONG_USE
from data.command_line.shared import ALL_READ, as_json, local_user, tell
from texts import translate as _

if TYPE_CHECKING:
    from data.storing.rule_changes import RuleEffect
    from data.storing.store import Store
    from data.values.finance_rule import Rule


def change_rule(options: argparse.Namespace, store: Store) -> int:
    """Show the rule; with conditions to add or remove, change it and tell what changes by it."""
    from data.storing.finance import load_rule, save_rule
    from data.storing.rule_changes import effects_of
    from data.values.finance_rule import FIELDS

    unknown = [field for field, _value in options.add if field not in FIELDS]
    if unknown:
        fields = ", ".join(FIELDS)
        tell(
            _("“{field}” is no field of the rule: {fields}.").format(
                field=unknown[0], fields=fields
            )
        )
        return WRONG_USE
    with store.reading() as connection:
        before = load_rule(connection)
    after = _changed(before, options.add, options.remove)
    effects = effects_of(store, after) if after != before else []
    saved = after != before and not options.dry_run
    if saved:
        save_rule(store, local_user(store), after, earlier=options.earlier)
    told = _as_object(after, effects, saved=saved, earlier=options.earlier)
    print(as_json(told) if options.json else "\n".join(_as_lines(told)))
    return ALL_READ


def _changed(rule: Rule, added: list[tuple[str, str]], removed: list[tuple[str, str]]) -> Rule:
    known = [(each.field, each.value) for each in rule.conditions]
    return type(rule).of([*(pair for pair in known if pair not in removed), *added])


def _as_object(
    rule: Rule, effects: list[RuleEffect], *, saved: bool, earlier: bool
) -> dict[str, Any]:
    return {
        "rule": [{"field": each.field, "value": each.value} for each in rule.conditions],
        "saved": saved,
        "earlier_uploads": [
            {
                "batch_id": effect.batch_id,
                "file": effect.file,
                "kind": effect.kind,
                "lines": {"before": effect.lines_before, "after": effect.lines_after},
                "amount": {"before": effect.cents_before / 100, "after": effect.cents_after / 100},
                "without_texts": effect.unsure,
                "changed": saved and earlier,
            }
            for effect in effects
        ],
    }


def _as_lines(told: dict[str, Any]) -> list[str]:
    lines = [f"{each['field']}={each['value']}" for each in told["rule"]]
    for effect in told["earlier_uploads"]:
        text = _("{id}  {file}  {kind}: {before} lines count, {after} by this rule").format(
            id=effect["batch_id"], file=effect["file"], kind=effect["kind"], **effect["lines"]
        )
        lines.append(text + ("  " + _("(changed)") if effect["changed"] else ""))
    return lines
