"""Scores in the terms of each benchmark: codes, names and coreference, dates, slots, events."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from pipeline.evaluate.answers import Answer, AnswerArticle, Answers
from pipeline.evaluate.benchmarks.plover import MAPPING as PLOVER_ROOTS
from pipeline.evaluate.benchmarks.records import BenchmarkArticle, Filler, Named
from pipeline.evaluate.matching import overlap
from pipeline.evaluate.names import bare

LABELS = {"PERSON": {"PERSON"}, "ORG": {"ORG"}, "PLACE": {"GPE", "LOC", "FAC", "NORP"}}
"""Labels of the benchmarks -> labels of the mentions table."""

_TIMEX = ("DATE", "TIME", "DURATION", "SET")


def prf(right: int, given: int, wanted: int) -> dict[str, float]:
    """Precision, recall and F1 with four digits, and the numbers behind them."""
    p, r = right / given if given else 0.0, right / wanted if wanted else 0.0
    mean = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(mean, 4), "tp": right, "predicted": given, "gold": wanted}


def score_all(answers: Answers, articles: Iterable[BenchmarkArticle]) -> dict[str, Any]:
    """Score every part that the benchmark annotates; articles that the run lacks count as empty."""
    pairs = [(gold, answers.find(gold.id)) for gold in articles]
    parts = {
        "codes": score_codes,
        "names": score_names,
        "dates": score_dates,
        "predicates": score_slots,
        "events": score_events,
    }
    out: dict[str, Any] = {"articles": len(pairs), "articles_missing": sum(a is None for _, a in pairs)}
    for part, scorer in parts.items():
        annotated = [(g, a) for g, a in pairs if getattr(g, part) is not None]
        if annotated:
            out[part] = scorer(answers, annotated)
    return out


Pairs = list[tuple[BenchmarkArticle, AnswerArticle | None]]


def _events(article: AnswerArticle | None) -> tuple[Answer, ...]:
    return article.events if article else ()


def score_codes(answers: Answers, pairs: Pairs) -> dict[str, Any]:
    """Set of PLOVER roots by record, and (source, target, root) on the first three letters of the codes."""
    known = {key: row.get("code") or row.get("country") or "" for key, row in answers.actors.items()}
    # an earlier PLOVER has one root where newer ones have two
    merged = PLOVER_ROOTS if any(c.code == "YIELD" for gold, _ in pairs for c in gold.codes or ()) else {}
    counts, triples = Counter[str](), Counter[str]()
    classes: dict[str, Counter[str]] = {}
    for gold, article in pairs:
        codes = [(merged.get(c.code, c.code), c) for c in gold.codes or ()]
        want = {root for root, _ in codes}
        want_triples = {(c.source[:3], (c.target or "")[:3], root) for root, c in codes if c.source}
        got: set[str] = set()
        got_triples: set[tuple[str, str, str]] = set()
        for event in _events(article):
            if not event.plover:
                continue
            root = merged.get(event.plover, event.plover)
            got.add(root)
            sides = {
                side: {known.get(a.actor_id or "", "")[:3] for a in event.arguments if a.role in roles} or {""}
                for side, roles in (
                    ("source", ("actor", "participant")),
                    ("target", ("target", "recipient", "participant")),
                )
            }
            got_triples |= {
                (s, t, root) for s in sides["source"] for t in sides["target"] if s != t or len(sides["source"]) < 2
            }
        _add(counts, want, got)
        if want_triples:
            _add(triples, want_triples, got_triples)
        for code in want | got:
            _add(classes.setdefault(code, Counter()), want & {code}, got & {code})
    total = [_f1(c) for code, c in classes.items() if c["wanted"]]
    return {
        "type": prf(counts["right"], counts["given"], counts["wanted"]),
        "type_macro_f1": round(sum(total) / len(total), 4) if total else 0.0,
        "triple": prf(triples["right"], triples["given"], triples["wanted"]),
        "by_type": {code: prf(c["right"], c["given"], c["wanted"]) for code, c in sorted(classes.items())},
    }


def _add(counts: Counter[str], want: set[Any], got: set[Any]) -> None:
    counts["right"] += len(want & got)
    counts["given"] += len(got)
    counts["wanted"] += len(want)


def _f1(counts: Counter[str]) -> float:
    return prf(counts["right"], counts["given"], counts["wanted"])["f1"]


def score_names(answers: Answers, pairs: Pairs) -> dict[str, Any]:
    """Names by exact span, by exact span and label, and by overlap; coreference links where the gold has clusters."""
    exact, labelled, touching, links = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    pronouns, nominals = Counter[str](), Counter[str]()
    for gold, article in pairs:
        names = [n for n in gold.names or () if n.form == "name"]
        known = set().union(*LABELS.values())
        found = [m for m in article.mentions if m.kind == "name" and m.label in known] if article else []
        want = {(n.start, n.end) for n in names}
        _add(exact, want, {(m.start, m.end) for m in found})
        wide = {label: next(k for k, v in LABELS.items() if label in v) for label in known}
        _add(
            labelled,
            {(n.start, n.end, n.label) for n in names},
            {(m.start, m.end, wide[m.label]) for m in found},
        )
        touching["right"] += sum(any(overlap(s, (m.start, m.end)) for m in found) for s in want)
        touching["wanted"] += len(want)
        touching["given"] += sum(not any(overlap(s, (m.start, m.end)) for s in want) for m in found)
        _coreference(gold.names or [], article, links, pronouns, nominals)
    touching["given"] += touching["right"]
    out: dict[str, Any] = {
        "exact": prf(exact["right"], exact["given"], exact["wanted"]),
        "exact_and_label": prf(labelled["right"], labelled["given"], labelled["wanted"]),
        "overlap": prf(touching["right"], touching["given"], touching["wanted"]),
    }
    if links["wanted"]:
        out["coreference_links"] = prf(links["right"], links["given"], links["wanted"])
        out["pronouns_resolved"] = _share(pronouns)
        out["nominals_resolved"] = _share(nominals)
    return out


def _share(counts: Counter[str]) -> float | None:
    return round(counts["right"] / counts["all"], 4) if counts["all"] else None


def _coreference(
    names: list[Named],
    article: AnswerArticle | None,
    links: Counter[str],
    pronouns: Counter[str],
    nominals: Counter[str],
) -> None:
    clustered = [n for n in names if n.cluster is not None]
    found = [m for m in article.mentions if m.actor_id] if article else []

    def owner(name: Named) -> str | None:
        fits = [m for m in found if m.start >= name.start and m.end <= name.end + 6 and m.start < name.end]
        best = max(fits, key=lambda m: m.end - m.start, default=None)
        return best.actor_id if best else None

    spots = [(n.cluster, owner(n)) for n in clustered]
    for i, (group, actor) in enumerate(spots):
        for other_group, other in spots[:i]:
            same, together = group == other_group, actor is not None and actor == other
            links["wanted"] += same
            links["given"] += together
            links["right"] += same and together
    owners: dict[str | None, Counter[str]] = {}
    for name, (_, actor) in zip(clustered, spots, strict=True):
        if name.form == "name" and actor:
            owners.setdefault(name.cluster, Counter())[actor] += 1
    named = {n.cluster for n in clustered if n.form == "name"}
    for name, (_, actor) in zip(clustered, spots, strict=True):
        if name.form == "name" or name.cluster not in named:
            continue
        tally = pronouns if name.form == "pronoun" else nominals
        main = owners.get(name.cluster)
        tally["all"] += 1
        tally["right"] += bool(main) and main is not None and actor == main.most_common(1)[0][0]


def score_dates(_: Answers, pairs: Pairs) -> dict[str, Any]:
    """TempEval-3: relaxed and strict extents, type and value, each as F1 over all expressions."""
    hits = Counter[str]()
    for gold, article in pairs:
        want = [t for t in gold.dates or () if t.kind in _TIMEX and t.start < gold.end]
        rows = article.dates if article else ()
        got = [d for d in rows if d["timex_type"] in _TIMEX and d["start"] < gold.end]
        hits["wanted"] += len(want)
        hits["given"] += len(got)
        used: set[int] = set()
        for timed in want:
            span = (timed.start, timed.end)
            near = [i for i, d in enumerate(got) if i not in used and overlap(span, (d["start"], d["end"]))]
            if not near:
                continue

            def fit(i: int, span: tuple[int, int] = span, got: list[dict[str, Any]] = got) -> tuple[bool, int]:
                place = (got[i]["start"], got[i]["end"])
                return place == span, min(place[1], span[1]) - max(place[0], span[0])

            best = max(near, key=fit)
            used.add(best)
            hits["relaxed"] += 1
            hits["strict"] += (got[best]["start"], got[best]["end"]) == span
            hits["type"] += got[best]["timex_type"] == timed.kind
            hits["value"] += (got[best]["value"] or "").strip() == timed.value.strip()
    return {name: prf(hits[name], hits["given"], hits["wanted"]) for name in ("relaxed", "strict", "type", "value")}


def score_slots(_: Answers, pairs: Pairs) -> dict[str, Any]:
    """Subjects and objects of predicates (table propositions), and whether facts are told from what is none."""
    slots, facts = Counter[str](), Counter[str]()
    for gold, article in pairs:
        for predicate in gold.predicates or ():
            if predicate.start >= gold.end:
                continue
            span = (predicate.start, predicate.end)
            rows = article.propositions if article else ()
            mine = [r for r in rows if overlap((r["trigger_start"], r["trigger_end"]), span)]
            facts["all"] += 1
            facts["seen"] += bool(mine)
            for slot in ("subject", "object"):
                fillers = [f for f in predicate.roles if f.role == slot]
                answers = [r for r in mine if r["slot"] == slot and r["start"] is not None]
                slots["wanted"] += len(fillers)
                used: set[int] = set()
                for row in answers:
                    places = [(row["start"], row["end"])]
                    if article and row["actor_id"]:
                        places += [(m.start, m.end) for m in article.mentions if m.actor_id == row["actor_id"]]
                    hit = next((k for k, f in enumerate(fillers) if k not in used and _fills(f, places)), None)
                    if hit is not None:
                        used.add(hit)
                        slots["right"] += 1
                    slots["given"] += hit is not None or bool(fillers)
            if mine and predicate.fact is not None:
                real = mine[0]["polarity"] == "positive" and mine[0]["factuality"] in ("asserted", "reported")
                kind = "facts" if predicate.fact else "not_facts"
                facts[kind] += 1
                facts[kind + "_right"] += real == predicate.fact
    return {
        "slots": prf(slots["right"], slots["given"], slots["wanted"]),
        "predicates_found": round(facts["seen"] / facts["all"], 4) if facts["all"] else None,
        "not_facts_caught": round(facts["not_facts_right"] / facts["not_facts"], 4) if facts["not_facts"] else None,
        "facts_kept": round(facts["facts_right"] / facts["facts"], 4) if facts["facts"] else None,
    }


def _fills(filler: Filler, places: list[tuple[int, int]]) -> bool:
    return any(overlap(a, b) for a in filler.spans for b in places)


def score_events(_: Answers, pairs: Pairs) -> dict[str, Any]:
    """Triggers (or, without them, types by document) and role fillers of the mapped types.

    Only answers of a type that the benchmark knows are counted as given.
    """
    known = {t for gold, _ in pairs for event in gold.events or () for t in event.types}
    triggers, roles = Counter[str](), Counter[str]()
    for gold, article in pairs:
        answers = [e for e in _events(article) if e.type in known]
        triggers["given"] += len(answers) if _anchored(gold) else len({e.type for e in answers})
        used: set[int] = set()
        seen: set[str] = set()
        for event in gold.events or ():
            anchored = event.start is not None and event.end is not None
            if not anchored and event.types[0] in seen:
                continue
            seen.add(event.types[0])
            triggers["wanted"] += 1
            hits = [
                i
                for i, e in enumerate(answers)
                if i not in used
                and e.type in event.types
                and (not anchored or overlap((e.start, e.end), (event.start or 0, event.end or 0)))
            ]
            roles["wanted"] += len(event.roles)
            if not hits:
                continue
            triggers["right"] += 1
            chosen = hits[:1] if anchored else hits
            used |= set(chosen)
            given = [a for i in chosen for a in answers[i].arguments if a.role in ("actor", "target", "participant")]
            right = sum(any(_same(filler, a) for a in given) for filler in event.roles)
            roles["right"] += right
            roles["given"] += max(right, len(given) if anchored else right)
    return {
        "types": prf(triggers["right"], triggers["given"], triggers["wanted"]),
        "roles": prf(roles["right"], roles["given"], roles["wanted"]),
    }


def _anchored(gold: BenchmarkArticle) -> bool:
    return all(e.start is not None for e in gold.events or ())


def _same(filler: Filler, argument: Any) -> bool:
    if argument.role not in (filler.role, "participant"):
        return False
    if filler.spans:
        return argument.start is not None and _fills(filler, [(argument.start, argument.end)])
    words = {w for name in filler.names for w in re.findall(r"\w{3,}", bare(name))}
    return bool(words & set(re.findall(r"\w{3,}", f"{bare(argument.name)} {bare(argument.text)}")))
