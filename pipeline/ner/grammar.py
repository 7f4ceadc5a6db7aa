"""Names of bodies by their grammar ("Ministry of X and Y"), and names the language model missed."""

from __future__ import annotations

from pipeline.ner.lexicon import lexicon
from pipeline.ner.name import Name
from pipeline.syntax import Parse

_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those"))
_INQUIRING = frozenset(("commission", "committee", "council", "board"))
_DEPARTMENTS = frozenset(("ministry", "department", "office", "secretary", "bureau"))


def complete_bodies(parse: Parse, names: list[Name]) -> None:
    """Complete names of bodies: "Ministry of Communications and Digital", "Department of Energy", "Bank of X"."""
    words, lowers = parse.words, parse.lowers
    n = len(parse)
    starts = [
        i
        for i in range(n)
        if lowers[i] in lexicon().name_words["of"]
        and words[i][0].isupper()
        and i + 2 < n
        and (lowers[i + 1] in ("of", "for") or (lowers[i + 1] == "on" and lowers[i] in _INQUIRING))
    ]
    added: list[Name] = []
    for i in starts:
        last = _of_phrase(parse, i)
        if last is None:
            continue
        first = i
        while (
            first > 0
            and words[first - 1][:1].isupper()
            and parse.pos[first - 1] in ("PROPN", "ADJ")
            and parse.sent[first - 1] == parse.sent[i]
            and lowers[first - 1] not in _DETERMINERS
        ):
            first -= 1
        overlapping = [k for k in names if k.first < last and k.last > first]
        if any(k.source == "gazetteer" and k.first <= first and k.last >= last for k in overlapping):
            continue
        if any(k.label == "PERSON" and k.source != "grammar" and k.first > i and k.last >= last for k in overlapping):
            continue  # "Secretary of State A B"
        widest = max([last, *(k.last for k in overlapping if k.label == "ORG")])
        label = "ORG"
        if lowers[i] in ("republic", "kingdom", "state"):
            label = "GPE"
        for k in overlapping:
            names.remove(k)
        entry = next(
            (k.entry for k in overlapping if k.source == "gazetteer" and k.first == first and k.label == "ORG"), None
        )
        added.append(Name(first, widest, label, entry, "grammar"))
    names += added
    names.sort(key=lambda k: k.first)


def _of_phrase(parse: Parse, head: int) -> int | None:
    """Return the end of "<Head> of/for [the] Caps (and Caps)*", None where no capitalised word follows."""
    words, lowers = parse.words, parse.lowers
    i, n = head + 2, len(parse)
    if i < n and lowers[i] == "the":
        i += 1
    last = None
    while i < n and parse.sent[i] == parse.sent[head]:
        if words[i][:1].isupper() and lowers[i] not in _DETERMINERS:
            last = i + 1
        elif (
            lowers[i] in ("and", "&", ",")
            and i + 1 < n
            and words[i + 1][:1].isupper()
            and parse.heads[i + 1] >= head + 2
            and lowers[i] != ","
        ):
            if (
                lowers[i + 1] in lexicon().name_words["of"]
                or lowers[i + 1] in _DETERMINERS
                or parse.ends[i + 1] - parse.starts[i + 1] < 3
                or _another_body(parse, head, i + 1)
            ):
                break
        elif words[i] == "-" and last == i:
            pass
        else:
            break
        i += 1
    return last


def _another_body(parse: Parse, head: int, first: int) -> bool:
    """Tell "University of X and *Y State University*" from "Ministry of X and *Human Services*"."""
    if parse.lowers[head] in _DEPARTMENTS:
        return False
    last = first
    while last < len(parse) and parse.sent[last] == parse.sent[head] and parse.words[last][:1].isupper():
        last += 1
    return last - first > 1 and parse.lowers[last - 1] in lexicon().name_words["body"]


def find_runs(parse: Parse, taken: list[int]) -> list[Name]:
    """Return names the model missed: runs of capitalised proper nouns whose words give their kind away."""
    words, lowers, pos, sent = parse.words, parse.lowers, parse.pos, parse.sent
    lex = lexicon()
    never = lex.name_words["never"]
    common: set[str] | None = None  # words in small letters, looked up where some word is in capitals
    out = []
    i, n = 0, len(parse)
    while i < n:
        shouting = (
            words[i].isupper() and 2 < len(words[i]) <= 8 and words[i].isalpha() and pos[i] in ("NOUN", "ADJ", "ADV")
        )
        if not (pos[i] == "PROPN" or shouting) or taken[i] >= 0 or not words[i][0].isupper():
            i += 1
            continue
        if lowers[i] in never and not _begins_name(parse, i, taken):
            i += 1
            continue
        j = i + 1
        while j < n and taken[j] < 0 and sent[j] == sent[i] and lowers[j] not in never:
            joined = words[j] == "&" and j + 1 < n and words[j + 1][:1].isupper()
            proper = pos[j] == "PROPN" or (shouting and pos[j] in ("ADJ", "NOUN") and not words[j].isupper())
            if not joined and not (proper and words[j][0].isupper()):
                break
            j += 1
        first = i
        while first < j - 1 and lowers[first] in lex.titles and not (words[first].isupper() and len(words[first]) > 3):
            first += 1
        label = _run_label(parse, i, first, j)
        if label and words[first].isupper() and lowers[first] in lex.name_words["shouted"]:
            label = None
        elif label and j - first == 1 and words[first].isupper():
            common = common if common is not None else {*words, *lex.name_words["shouted"]}
            if lowers[first] in common or words[first].capitalize() in common:
                label = None  # "buy MORE of it"; "KIRBY:" is the Kirby named elsewhere
        if label:
            out.append(Name(first, j, label, None, "run"))
        i = j
    return out


def _begins_name(parse: Parse, i: int, taken: list[int]) -> bool:
    """Tell letters that begin a longer name ("PC World") from letters that are a word ("the PC")."""
    return (
        parse.words[i].isupper()
        and len(parse.words[i]) > 1
        and i + 1 < len(parse)
        and taken[i + 1] < 0
        and parse.pos[i + 1] == "PROPN"
        and parse.words[i + 1][:1].isupper()
        and not parse.words[i + 1].isupper()
        and parse.lowers[i + 1] not in lexicon().name_words["never"]
    )


def _run_label(parse: Parse, start: int, first: int, last: int) -> str | None:
    """Return the kind of a run; ``start`` to ``first`` are its titles."""
    words, lowers, lex = parse.words, parse.lowers, lexicon()
    final, several = lowers[last - 1], last - first > 1
    spelt = words[first].isupper() and len(words[first]) > 3  # "FIRST Global"
    if (
        (lowers[first] in lex.titles and not spelt)
        or final in lex.titles
        or (not several and lowers[first] in lex.nouns)
    ):
        return None
    if last - first <= 2 and " ".join(lowers[first:last]) in lex.name_words["partisans"]:
        return "NORP" if start > parse.sentence_of(start)[0] else None
    if several:
        for kind, label in (("body", "ORG"), ("site", "FAC"), ("nature", "LOC"), ("event", "EVENT")):
            if final in lex.name_words[kind]:
                return label
        if words[first] in lex.given:
            return "PERSON"
    if first > start and last - first <= 3:
        return "PERSON"
    if several:
        noun = lex.nouns.get(final)
        return "ORG" if noun is None or noun.kind in ("organization", "place") else None
    if is_called(parse, start):
        return "PERSON"
    word = words[first]
    beside = [w for w in words[max(0, first - 3) : last + 3] if w.isalpha() and w != words[first]]
    shouted = all(w.isupper() for w in beside)
    return "ORG" if word.isupper() and 2 < len(word) <= 8 and word.isalpha() and not shouted else None


def is_called(parse: Parse, first: int) -> bool:
    """Tell a nickname by what stands before it: going by the name “The Fox”."""
    i = first - 1
    while i > 0 and parse.lowers[i] in ("the", '"', "“", "‘", "'"):
        i -= 1
    return i >= 0 and i < first - 1 and parse.lowers[i] in ("name", "nickname", "alias", "nicknamed", "dubbed")
