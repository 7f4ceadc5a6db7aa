"""Measure accuracy on every gold there is and write docs/accuracy.md from what was stored.

    python benchmarks/accuracy.py                    measure on seeds/gold, store, write the page
    python benchmarks/accuracy.py --bench DIR        also on development gold from elsewhere (its all.py scores it)
    python benchmarks/accuracy.py --page             only write the page from what is stored

Stored figures are in benchmarks/results/accuracy.json.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
STORED = ROOT / "benchmarks" / "results" / "accuracy.json"
PAGE = ROOT / "docs" / "accuracy.md"
NEWSACT = Path(sys.executable).parent / "newsact"

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
SETS = {
    "seed": "A real scraped article, annotated by others (57 core events in the body)",
    "plover": "Human-coded sentences of the PLOVER gold standard records, development half",
    "gum": "Wikinews articles of GUM: names and coreference",
    "meantime": "Wikinews articles of MEANTIME: arguments of any predicate, facts, dates",
    "clean": "Web pages of WCXB as HTML and as Markdown",
    "shipped": "The articles in seeds/, gold in seeds/gold",
}


def measure(bench: Path | None) -> dict[str, dict[str, Any]]:
    """Return set -> metric -> value."""
    found: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        if bench is not None:
            store = Path(folder) / "bench.json"
            command = [sys.executable, str(bench / "all.py"), "--newsact", str(NEWSACT), "--json", str(store)]
            subprocess.run(command, check=True, cwd=ROOT)
            found.update(json.loads(store.read_text(encoding="utf-8")))
        out = Path(folder) / "shipped"
        gold = ROOT / "seeds" / "gold"
        run = [str(NEWSACT), "run", str(gold / "articles.jsonl"), "--clean", "none", "-o", str(out), "--quiet"]
        subprocess.run(run, check=True, cwd=ROOT)
        score = [str(NEWSACT), "evaluate", str(out), "--gold", str(gold), "--json", "--resamples", "0"]
        scores = json.loads(subprocess.run(score, check=True, cwd=ROOT, capture_output=True, text=True).stdout)
        found["shipped"] = {k: v for k, v in scores.items() if isinstance(v, int | float)}
    return found


def page(stored: dict[str, dict[str, Any]]) -> str:
    """Return docs/accuracy.md."""
    parts = [
        "# Accuracy\n\n<!-- Written by benchmarks/accuracy.py from benchmarks/results/accuracy.json. -->\n\n"
        "What newsact scores on gold, with what others score on the same records beside it. The gold of the first five"
        " sets was made by others; of each, this is the half that was open during development, so expect a little less"
        " on articles nobody here has seen. Scores are shares of 1.\n"
    ]
    for name, what in SETS.items():
        if name not in stored:
            continue
        parts.append(f"\n## {name}\n\n{what}.\n\n| metric | newsact | others |\n|---|---|---|\n")
        for metric, value in stored[name].items():
            shown = str(value) if isinstance(value, int) else f"{value:.3f}" if value is not None else "-"
            parts.append(f"| {metric} | {shown} | {PEERS.get((name, metric), '')} |\n")
    return "".join(parts)


def main() -> None:
    """Measure, store, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, help="folder with all.py, score.py and sets of gold")
    parser.add_argument("--page", action="store_true", help="only write the page")
    given = parser.parse_args()
    stored = json.loads(STORED.read_text(encoding="utf-8")) if STORED.is_file() else {}
    if not given.page:
        stored.update(measure(given.bench))
        STORED.parent.mkdir(exist_ok=True)
        STORED.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    PAGE.write_text(page(stored), encoding="utf-8")


if __name__ == "__main__":
    main()
