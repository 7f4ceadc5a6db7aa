"""Text normalisation that keeps meaning and offsets.

Done: Unicode NFC, mojibake repaired (ftfy), soft hyphens, zero-width and control characters dropped, ligatures opened,
odd spaces made plain. Not done: quotes, dashes and their balance are evidence and stay as they are.
"""

from __future__ import annotations

import difflib
import re
import unicodedata

from pipeline.clean.blocks import Piece

Edit = tuple[int, int, str]

_DROP = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
_ODD = re.compile(
    f"(?P<drop>[{_DROP}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]+)"
    "|(?P<space>[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x85]+)"
    "|(?P<ligature>[\ufb00-\ufb06])"
)
_TOKENS = re.compile(r"\s+|\S+")


def apply(text: str, pieces: list[Piece], edits: list[Edit]) -> tuple[str, list[Piece]]:
    """Return the text after edits (ascending, disjoint ranges -> replacement) and the pieces of the result."""
    if not edits:
        return text, pieces
    parts: list[str] = []
    out: list[Piece] = []
    length = at = index = 0

    def source(offset: int) -> tuple[int, int, bool]:
        """Source range of the character at ``offset``, and whether it maps one to one."""
        nonlocal index
        while index + 1 < len(pieces) and pieces[index + 1][0] <= offset:
            index += 1
        clean, start, size, covered = pieces[index]
        if size == covered:
            return start + offset - clean, start + offset - clean + 1, True
        return start, start + covered, False

    def keep(begin: int, end: int) -> None:
        nonlocal length
        offset = begin
        while offset < end:
            start, stop, exact = source(offset)
            clean, _, size, _ = pieces[index]
            run = min(end, clean + size) - offset
            if exact:
                out.append((length, start, run, run))
            else:
                out.append((length, start, run, stop - start))
            length += run
            offset += run
        parts.append(text[begin:end])

    for begin, end, replacement in [*edits, (len(text), len(text), "")]:
        if begin > at:
            keep(at, begin)
        if replacement:
            start = source(begin)[0] if begin < len(text) else 0
            stop = source(max(begin, end - 1))[1] if end > begin else start
            out.append((length, start, len(replacement), stop - start))
            parts.append(replacement)
            length += len(replacement)
        at = max(at, end)
    return "".join(parts), out


def difference(old: str, new: str) -> list[Edit]:
    """Return edits, word by word, that turn ``old`` into ``new``."""
    before = [(m.start(), m.end(), m[0]) for m in _TOKENS.finditer(old)]
    after = [m[0] for m in _TOKENS.finditer(new)]
    if len(before) == len(after):
        return [(a, b, word) for (a, b, was), word in zip(before, after, strict=True) if was != word]
    matcher = difflib.SequenceMatcher(None, [w for _, _, w in before], after, autojunk=False)
    edits = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        begin = before[i][0] if i < len(before) else len(old)
        end = before[j - 1][1] if j > i else begin
        edits.append((begin, end, "".join(after[k:m])))
    return edits


def normalise(text: str, pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """Return the normalised text and its pieces."""
    if text.isascii() and not _ODD.search(text):
        return text, pieces
    import ftfy
    from ftfy.badness import is_bad

    if is_bad(text):
        repaired = ftfy.fix_encoding(text)
        if repaired != text:
            text, pieces = apply(text, pieces, difference(text, repaired))
    edits: list[Edit] = []
    for found in _ODD.finditer(text):
        if found["drop"]:
            edits.append((found.start(), found.end(), ""))
        elif found["space"]:
            doubled = text[found.start() - 1 : found.start()] in ("", " ")
            edits.append((found.start(), found.end(), "" if doubled else " "))
        else:
            edits.append((found.start(), found.end(), unicodedata.normalize("NFKC", found[0])))
    text, pieces = apply(text, pieces, edits)
    if not unicodedata.is_normalized("NFC", text):
        text, pieces = apply(text, pieces, difference(text, unicodedata.normalize("NFC", text)))
    stripped = text.strip()
    if len(stripped) < len(text):
        begin = len(text) - len(text.lstrip())
        text, pieces = apply(text, pieces, [(0, begin, ""), (begin + len(stripped), len(text), "")])
    return text, pieces
