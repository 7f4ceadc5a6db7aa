"""Write docs/accuracy.md from the scores stored in benchmarks/scores.

Usage: python benchmarks/accuracy_page.py [--check]

``seeds-dev.json`` and ``seeds-test.json`` are what ``newsact evaluate --save`` writes. Every other file is a table of
figures by data set, ``{"set": {"figure": value}}``, on gold that is not part of the project. ``--check`` fails where
the page is not up to date.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SCORES = ROOT / "benchmarks" / "scores"
PAGE = ROOT / "docs" / "accuracy.md"
FIGURES = {
    "event_f1": "events, F1",
    "event_p": "events, precision",
    "event_r": "events, recall",
    "argument_f1": "arguments, F1",
    "who_did_what_to_whom": "who did what to whom, all right",
    "date": "date",
    "polarity": "polarity",
    "factuality": "factuality",
    "attribution": "attribution",
    "negatives_avoided": "traps avoided",
    "names_r": "names of actors found",
    "pronouns": "pronouns resolved",
    "nominals": "descriptions resolved",
}

# What others reach on the same records, with where the figure comes from. Peers were run on raw sentences; "naive" is
# plain en_core_web_md with a table of 45 verbs, subject-verb-object and dateparser.
PEERS = {
    ("plover", "type_f1"): "naive .451; TABARI .451, UD-PETRARCH .428, PETRARCH2 .410 (both halves)",
    ("plover", "triple_f1"): "PETRARCH2 .286, TABARI .282, UD-PETRARCH .194 (both halves)",
    ("seed", "event_f1"): "naive .551",
    ("seed", "argument_f1"): "naive .382",
    ("seed", "who_what_whom"): "naive .259; best of seven tools 30 of 57 core events, scored leniently",
    ("seed", "polarity"): "no peer flags a negated event",
    ("seed", "attribution"): "best of seven tools 6 of 20",
    ("gum", "names_f1"): "naive .890",
    ("gum", "type_accuracy"): "naive .763",
    ("gum", "coref_links_f1"): "naive .274",
    ("gum", "pronouns"): "naive 0",
    ("gum", "nominals"): "naive 0",
    ("meantime", "slots_f1"): "naive .668",
    ("meantime", "predicates_found"): "naive .536",
    ("meantime", "not_facts_caught"): "naive .106",
    ("meantime", "date_value_f1"): "naive .379; HeidelTime .781 on TempEval-3 news",
    ("clean", "html_f1"): "trafilatura 2.3 favor_precision .926",
    ("clean", "html_dates"): "trafilatura .80",
    ("clean", "html_titles"): "trafilatura .72",
    ("clean", "markdown_f1"): "link density and short lines .840",
}
ELSEWHERE = (
    "Made by others. Of each set this is the half that was open during development; expect a little less on articles"
    " nobody here has seen. What others score was measured on the same records."
)
UNSEEN = (
    "Eight articles, of Reuters of 1987 and of three newsrooms of 2010 to 2011, annotated by a reader who never saw the"
    " extractor and read by nobody who worked on it. Their texts are not ours to ship, so these figures stand as they"
    " were measured once, in November 2026. They are what to expect of text that nobody has tuned anything on."
)
SETS = {
    "seed": "A real scraped article, annotated by others (57 core events in the body)",
    "plover": "Human-coded sentences of the PLOVER gold standard records, development half",
    "gum": "Wikinews articles of GUM: names and coreference",
    "meantime": "Wikinews articles of MEANTIME: arguments of any predicate, facts, dates",
    "clean": "Web pages of WCXB as HTML and as Markdown",
}


def three(value: object) -> str:
    """A share with three digits; whole numbers and words as they are."""
    return f"{value:.3f}" if isinstance(value, float) else "-" if value is None else str(value)


def seeds_table(splits: dict[str, dict[str, Any]]) -> list[str]:
    """Figures of the shipped gold, one column a split."""
    lines = ["| figure | " + " | ".join(splits) + " |", "|---|" + "---|" * len(splits)]
    for name, label in FIGURES.items():
        cells = []
        for scores in splits.values():
            low_high = scores["intervals"].get(name)
            interval = f" ({three(low_high[0])} to {three(low_high[1])})" if low_high else ""
            cells.append(three(scores.get(name)) + interval)
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    lines.append("| core events | " + " | ".join(str(s["counts"]["core"]) for s in splits.values()) + " |")
    return lines


def group_table(title: str, splits: dict[str, dict[str, Any]], key: str) -> list[str]:
    """Core events found of those in the gold, by type or phenomenon, over all splits."""
    found: dict[str, list[int]] = {}
    for scores in splits.values():
        for name, counts in scores[key].items():
            pair = found.setdefault(name, [0, 0])
            pair[0] += counts.get("found", 0)
            pair[1] += counts.get("gold", 0)
    rows = sorted((n for n in found if found[n][1] >= 5), key=lambda n: (-found[n][1], n))
    lines = ["", f"### {title}", "", "| | found | of | recall |", "|---|---|---|---|"]
    return lines + [f"| {n} | {found[n][0]} | {found[n][1]} | {three(found[n][0] / found[n][1])} |" for n in rows]


def page() -> str:
    """Return the page."""
    stored = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(SCORES.glob("*.json"))}
    splits = {name.removeprefix("seeds-"): s for name, s in stored.items() if name.startswith("seeds-")}
    lines = ["# Accuracy", "", "Written by `make accuracy` from the scores in `benchmarks/scores`; not edited by hand."]
    lines += ["What each figure means: [gating.md](gating.md)."]
    if splits:
        lines += ["", "## The shipped gold", "", "With 95% intervals from drawing articles anew.", ""]
        lines += seeds_table(splits)
        lines += group_table("By type", splits, "by_type")
        lines += group_table("By phenomenon", splits, "by_phenomenon")
    if "unseen-articles" in stored:
        lines += ["", "## Unseen articles", "", UNSEEN, "", *seeds_table({"unseen": stored.pop("unseen-articles")})]
    for name, sets in stored.items():
        if name.startswith("seeds-"):
            continue
        lines += ["", f"## {name.replace('-', ' ').capitalize()}", "", ELSEWHERE]
        for data, figures in sets.items():
            lines += ["", f"### {data}", "", f"{SETS[data]}.", "", "| figure | newsact | others |", "|---|---|---|"]
            lines += [f"| {k} | {three(v)} | {PEERS.get((data, k), '')} |" for k, v in figures.items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, or check it."""
    text = page()
    if "--check" in sys.argv:
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
            print(f"{PAGE}: not up to date; run: make accuracy", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
