"""Quotations and who says them.

Marks are paired paragraph by paragraph, for newspapers open a quotation again in each paragraph and close it only in
the last; writers and cleaners lose marks. A quotation's speaker is the subject of the nearest verb of saying outside,
after it or before it, or comes from the quotation it continues.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import can_act
from pipeline.syntax.parse import Parse
from pipeline.syntax.phrases import content_head, first_conjunct
from pipeline.syntax.predicates import Predicate, Quote, Syntax

_DOUBLE: Final = frozenset(('"', "“", "”", "„", "«", "»", "``", "''"))
_OPENING: Final = frozenset(("“", "„", "«", "``"))
_CLOSING: Final = frozenset(("”", "»", "''"))
_STOPS: Final = frozenset((".", "!", "?"))
_REACH_AFTER: Final = 30
_REACH_BEFORE: Final = 45
_TELLING: Final = frozenset(("tell", "inform", "assure", "remind"))  # what follows is who hears it
_NAME: Final = 4  # tokens of a name before a colon


@dataclass(slots=True)
class _Span:
    """A stretch between marks; ``chain`` numbers the stretches that one speaker says on end."""

    first: int
    last: int
    paragraph: int
    chain: int
    speaker: int | None = None
    cue: int | None = None
    direct: bool = True


def find_quotes(syntax: Syntax) -> list[Quote]:
    """Return the quotations of an article in text order, with speaker and reporting verb where they are found."""
    parse = syntax.parse
    if not any(w in _DOUBLE or w in ("‘", "'") for w in parse.words):
        return []
    paragraphs = _paragraphs(parse)
    spans = _spans(syntax, paragraphs)
    inside = [False] * len(parse)
    for s in spans:
        for i in range(s.first, s.last):
            inside[i] = True
    for s in spans:
        s.cue, s.speaker = _cue(syntax, s, paragraphs[s.paragraph], inside)
        s.direct = _is_direct(syntax, s)
    _propagate(syntax, spans, paragraphs, inside)
    return [Quote(s.first, s.last, s.speaker, s.cue, s.direct) for s in spans]


def _paragraphs(parse: Parse) -> list[tuple[int, int]]:
    """Token ranges of paragraphs: parted by blank lines, or by line ends in a text without blank lines."""
    breaks = [i for i, w in enumerate(parse.words) if w.count("\n") > 1] or [
        i for i, w in enumerate(parse.words) if "\n" in w
    ]
    found, start = [], 0
    for i in breaks:
        if i > start:
            found.append((start, i))
        start = i + 1
    if start < len(parse):
        found.append((start, len(parse)))
    return found


def _opens(parse: Parse, i: int) -> bool | None:
    """Return whether a mark opens (True), closes (False) or is no quotation mark (None: inches, seconds)."""
    word = parse.words[i]
    if word in _OPENING:
        return True
    if word in _CLOSING:
        return False
    text, start, end = parse.text, parse.starts[i], parse.ends[i]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isdigit() and not after.isalpha():
        return False if after in " \n.,;" else None
    return (before.isspace() or before in "([—–-") and not after.isspace()


def _glued(parse: Parse, i: int) -> bool:
    """Tell a straight mark set without a space after the sentence before: ``said Berg."We agree.``"""
    text, start, end = parse.text, parse.starts[i], parse.ends[i]
    return parse.words[i] == '"' and text[start - 1 : start] in tuple(".!?,") and text[end : end + 1].isalpha()


def _spans(syntax: Syntax, paragraphs: list[tuple[int, int]]) -> list[_Span]:
    parse = syntax.parse
    words = parse.words
    spans: list[_Span] = []
    chain = 0
    carried = False  # the paragraph before left its quotation open
    for number, (start, end) in enumerate(paragraphs):
        opened: int | None = None
        single: int | None = None
        begin = start
        while begin < end and parse.pos[begin] == "SPACE":
            begin += 1
        previous_end = start
        for i in range(start, end):
            word = words[i]
            if word in _DOUBLE:
                opens = True if opened is None and _glued(parse, i) else _opens(parse, i)
                if opens is None or (opens is False and opened is None and words[i - 1][-1:].isdigit()):
                    continue
                if opens or (opened is None and word == '"' and i == begin):
                    if opened is not None:  # opened twice: “... to cooperate. “I have asked ...”
                        if i > opened:
                            spans.append(_Span(opened, i, number, chain))
                    elif not (carried and i == begin):
                        chain += 1
                    opened, single = i + 1, None
                elif opened is not None:
                    if i > opened:
                        spans.append(_Span(opened, i, number, chain))
                    opened, previous_end = None, i + 1
                    carried = False
                else:
                    lost = _lost_opening(syntax, previous_end, i, end)
                    if lost is not None:
                        chain += 1
                        spans.append(_Span(lost, i, number, chain))
                        previous_end = i + 1
            elif opened is None and word in ("‘", "'") and single is None and _opens_single(parse, i):
                single = i + 1
            elif single is not None and word in ("’", "'") and parse.tags[i] != "POS" and i > single:
                chain += 1
                spans.append(_Span(single, i, number, chain))
                single, previous_end = None, i + 1
        if opened is not None and opened < end:
            following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
            while following is not None and following < len(parse) and parse.pos[following] == "SPACE":
                following += 1
            carried = following is not None and following < len(parse) and words[following] in ('"', "“", "«", "„")
            last = end if carried else _lost_closing(syntax, opened, end)
            spans.append(_Span(opened, last, number, chain))
        elif carried and (not spans or spans[-1].paragraph != number):
            carried = False
    return spans


def _opens_single(parse: Parse, i: int) -> bool:
    """A single mark opens only where a word follows at once and a mark that can close stands in the same sentence."""
    text, start, end = parse.text, parse.starts[i], parse.ends[i]
    if (
        (start and not (text[start - 1].isspace() or text[start - 1] in "(["))
        or end >= len(text)
        or text[end].isspace()
    ):
        return False
    _, last = parse.sentence_of(i)
    return any(parse.words[k] in ("’", "'") and parse.tags[k] != "POS" for k in range(i + 2, min(last + 1, len(parse))))


def _lost_opening(syntax: Syntax, start: int, mark: int, end: int) -> int | None:
    """Where a quotation began whose opening mark is lost: ``We will win,” he said.`` None where nobody is quoted."""
    parse = syntax.parse
    if mark - start < 3 or mark + 1 >= end:
        return None
    window = range(mark + 1, min(mark + 6, end))
    if parse.words[mark - 1] not in (",", ".", "!", "?") or not any(_saying(syntax, j) for j in window):
        return None
    first = parse.sentence_of(mark - 1)[0]
    return max(first, start)


def _lost_closing(syntax: Syntax, first: int, end: int) -> int:
    """Where a quotation ends whose closing mark is lost: before ", he said", else with the paragraph."""
    parse = syntax.parse
    for j in range(first + 1, end):
        if not _saying(syntax, j):
            continue
        subject = syntax.at[j].slots.get("subject")
        if not subject or parse.lowers[subject[0].head] in ("i", "we", "you"):
            continue
        edge = min(subject[0].first, j)
        if abs(subject[0].head - j) <= 6 and edge > first and parse.words[edge - 1] == ",":
            return edge - 1
    return end


def _saying(syntax: Syntax, j: int) -> bool:
    p = syntax.at.get(j)
    return p is not None and p.kind == "verb" and p.lemma in lex.SAYING and p.tense in ("past", "present")


def _reporting(syntax: Syntax, j: int) -> Predicate | None:
    p = syntax.at.get(j)
    if p is None or p.kind != "verb" or p.lemma not in lex.REPORTING:
        return None
    return p


def _speaker(syntax: Syntax, p: Predicate, inside: list[bool]) -> int | None:
    """The head of the phrase that says: the deep subject outside quotations, else the noun beside the verb."""
    parse = syntax.parse
    for f in p.slots.get("subject", ()):
        if not inside[f.head] and parse.pos[f.head] not in ("VERB", "AUX", "ADJ") and parse.tags[f.head] != "WDT":
            return f.head
    if p.passive:
        return None
    j = p.token
    following = _noun_after(parse, j, inside) if p.lemma not in _TELLING else None
    if following is not None:
        return following
    for k in range(j - 1, max(j - 7, -1), -1):  # "the minister said"
        if inside[k] or parse.words[k] in ('"', "“", "”"):
            break
        if parse.pos[k] in ("PROPN", "NOUN", "PRON"):
            return k
    return None


def _noun_after(parse: Parse, verb: int, inside: list[bool]) -> int | None:
    """The head of the noun phrase that directly follows a verb: "said *Mary Smith*"."""
    for k in range(verb + 1, min(verb + 7, len(parse))):
        if inside[k] or parse.pos[k] in ("PUNCT", "VERB", "ADP", "SCONJ"):
            return None
        if parse.pos[k] in ("PROPN", "NOUN", "PRON"):
            head = k
            while parse.deps[head] in ("compound", "poss", "amod", "nmod") and parse.heads[head] > head:
                head = parse.heads[head]
            return content_head(parse, first_conjunct(parse, head)) if not inside[head] else k
    return None


def _cue(syntax: Syntax, s: _Span, paragraph: tuple[int, int], inside: list[bool]) -> tuple[int | None, int | None]:
    """The reporting verb of a quotation and its speaker."""
    words = syntax.parse.words
    start, end = paragraph
    after = _after(syntax, s, end, inside)
    before = _before(syntax, s, start, inside)
    ends = words[s.last - 1]
    comma = ends == "," or (s.last + 1 < end and words[s.last + 1] == ",")
    led_in = s.first - 2 >= start and words[s.first - 2] in (",", ":")
    if before is not None and led_in and s.first - before[0] <= 6:
        return before  # "The agency notes, “...”, highlighting ..."
    if after is not None and ends != "." and (comma or after[0] - s.last <= 3):
        return after
    if before is not None:
        return before
    if after is not None:
        return after
    if ends in _STOPS:  # "... is over." he said: a full stop before the reporting clause
        for j in range(s.last + 1, min(s.last + 6, end)):
            p = _reporting(syntax, j)
            speaker = _speaker(syntax, p, inside) if p is not None and not inside[j] else None
            if speaker is not None:
                return j, speaker
    return _led_in(syntax, s, start, inside) or (None, None)


def _led_in(syntax: Syntax, s: _Span, start: int, inside: list[bool]) -> tuple[int, int] | None:
    """Return verb and subject that a colon leads in from: "Berg was blunt: “...”", "Berg: “...”"."""
    parse = syntax.parse
    colon = s.first - 2
    if colon <= start or parse.words[colon] != ":":
        return None
    first = max(parse.sentence_of(colon)[0], start)
    while first < colon and parse.pos[first] in ("SPACE", "PUNCT"):
        first += 1
    if 0 < colon - first <= _NAME and all(parse.pos[k] == "PROPN" for k in range(first, colon)):
        return colon, colon - 1
    for j in range(colon - 1, first - 1, -1):
        p = syntax.at.get(j)
        if p is None or p.kind != "verb" or p.tense not in ("past", "present") or inside[j] or p.relation == "relative":
            continue
        for f in p.slots.get("subject", ()):
            if j > f.head >= first and (
                parse.pos[f.head] == "PROPN"
                or parse.lowers[f.head] in ("he", "she", "they")
                or can_act(parse.lemmas[f.head].lower())
            ):
                return j, f.head
    return None


def _after(syntax: Syntax, s: _Span, end: int, inside: list[bool]) -> tuple[int, int] | None:
    """The cue and speaker that follow a quotation within its sentence."""
    parse = syntax.parse
    words = parse.words
    k = s.last + 1
    if words[s.last - 1] in (",", "?", "!") and k + 1 < end:
        p = syntax.at.get(k)
        finite = p is not None and p.kind == "verb" and p.tense in ("past", "present") and parse.pos[k] == "VERB"
        # “...,” enthused Ann Lee; “...,” claims writer John Lee, where the model reads a noun
        if finite or (parse.tags[k] == "NNS" and parse.lowers[k][:-1] in lex.SAYING and parse.pos[k + 1] != "ADP"):
            speaker = _noun_after(parse, k, inside)
            if p is not None and finite:
                speaker = _speaker(syntax, p, inside)
            if speaker is not None:
                return k, speaker
    for j in range(s.last, min(s.last + _REACH_AFTER, end)):
        if inside[j]:
            return None
        if (words[j] in _STOPS and j > s.last) or (j == s.last + 1 and words[j] in ("and", "but", "or", "while")):
            return None
        p = _reporting(syntax, j)
        if p is not None and p.tense in ("past", "present"):
            speaker = _speaker(syntax, p, inside)
            if speaker is not None and (j - s.last <= 4 or speaker >= s.last):
                return j, speaker
        source = _according(parse, j, end)
        if source is not None:
            return j, source
    return None


def _before(syntax: Syntax, s: _Span, start: int, inside: list[bool]) -> tuple[int, int] | None:
    """The cue and speaker that lead up to a quotation within its sentence."""
    parse = syntax.parse
    for j in range(s.first - 1, max(s.first - _REACH_BEFORE, start - 1), -1):
        if inside[j]:
            continue
        if parse.words[j] in _STOPS and j < s.first - 1:
            return None
        p = _reporting(syntax, j)
        speaker = _speaker(syntax, p, inside) if p is not None else None
        if speaker is not None:
            return j, speaker
        source = _according(parse, j, s.first)
        if source is not None:
            return j, source
    return None


def _according(parse: Parse, j: int, end: int) -> int | None:
    """The source of "according to X" at a token, if it is one."""
    if parse.lowers[j] != "according" or j + 1 >= end or parse.lowers[j + 1] != "to":
        return None
    return _object_of(parse, j + 1)


def _object_of(parse: Parse, preposition: int) -> int | None:
    found = next((g for g in parse.children[preposition] if parse.deps[g] == "pobj"), None)
    return content_head(parse, found) if found is not None else None


def _is_direct(syntax: Syntax, s: _Span) -> bool:
    """Whether a quotation is speech, not a quoted name or a word held at arm's length (“necessary”)."""
    parse = syntax.parse
    size = s.last - s.first
    if size < 3:
        return parse.words[s.last - 1] in (",", "!", "?", ".") and s.cue is not None
    if parse.words[s.last - 1] in (",", ".", "!", "?") and parse.words[s.first][:1].isupper():
        return True
    verbs = any(
        (p := syntax.at.get(i)) is not None
        and p.kind == "verb"
        and p.tense in ("past", "present", "future", "infinitive")
        for i in range(s.first, s.last)
    )
    return (verbs and size >= 4) or (s.cue is not None and (verbs or size >= 6))


def _propagate(syntax: Syntax, spans: list[_Span], paragraphs: list[tuple[int, int]], inside: list[bool]) -> None:
    """Hand speakers on: along a chain both ways, to later quotations of the paragraph, to paragraphs all in quotes."""
    parse = syntax.parse
    chains: dict[int, tuple[int, int]] = {}
    for s in spans:
        if s.speaker is not None and s.cue is not None:
            chains.setdefault(s.chain, (s.speaker, s.cue))
    for number, s in enumerate(spans):
        if s.speaker is None and s.chain in chains:
            s.speaker, s.cue = chains[s.chain]
        if s.speaker is not None or not s.direct:
            continue
        start, _ = paragraphs[s.paragraph]
        earlier = next((t for t in reversed(spans[:number]) if t.direct and t.paragraph >= s.paragraph - 1), None)
        if earlier is not None and earlier.paragraph == s.paragraph and earlier.speaker is not None:
            s.speaker, s.cue = earlier.speaker, earlier.cue
        elif s.first - start <= 2 and s.paragraph > 0:
            if earlier is not None and earlier.speaker is not None:
                s.speaker, s.cue = earlier.speaker, earlier.cue
                continue
            first, last = paragraphs[s.paragraph - 1]
            for j in range(last - 1, first - 1, -1):
                p = _reporting(syntax, j) if not inside[j] else None
                speaker = _speaker(syntax, p, inside) if p is not None else None
                if speaker is not None and parse.pos[speaker] in ("PROPN", "NOUN", "PRON"):
                    s.speaker, s.cue = speaker, j
                    break
