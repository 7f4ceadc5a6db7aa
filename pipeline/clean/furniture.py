"""Lines that no article means: pointers to other pages, calls to subscribe, share bars, notices of rights."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.byline import is_byline

# each pattern must match the whole of a line of at most MAX_LINE characters
MAX_LINE = 220
_LINES = re.compile(
    r"\W*(?:"
    r"(?:also read|read also|read more|read next|see also|related(?: (?:stor(?:y|ies)|articles?|coverage|reading"
    r"|posts?))?"
    r"|more on this(?: story)?|recommended(?: (?:stories|reading))?|watch(?: (?:now|also|next))?|listen(?: to)?"
    r"|don'?t miss|also on \w+|up next|in case you missed it)\s*[:|–—»>-].{0,180}"
    r"|(?:read (?:more|also|next)|see also|related(?: (?:stories|articles|posts|content|topics))?|more stories"
    r"|most read"
    r"|recommended(?: for you)?|you (?:may|might) also like.{0,30}|trending(?: now)?|popular(?: posts| stories)?)"
    r"|(?:sign up|subscribe|register)\b.{0,120}\b(?:newsletters?|e-?mails?|inbox|updates|briefing|alerts?|letter"
    r"|channel|podcast)\b"
    r".{0,60}"
    r"|(?:(?:did|do) you )?(?:enjoy(?:ed|ing)?|like|liked|love) (?:this|our|what)\b.{0,80}\?.{0,120}"
    r"|(?:get|receive) .{0,80}\b(?:delivered|straight|sent|direct(?:ly)?)\b.{0,40}\b(?:inbox|e-?mail)\b.{0,60}"
    r"|(?:get|receive) .{0,80}\b(?:in|to|by) (?:your |my )?(?:inbox|e-?mail)\b.{0,40}"
    r"|support (?:us|our (?:work|journalism|reporting|newsroom))\b.{0,60}"
    r"|(?:join|over) [\d,.]+k?\+? (?:other )?(?:readers|subscribers|people)\b.{0,100}"
    r"|(?:follow|find|like|join) us (?:on|at)\b.{0,120}"
    r"|more .{0,30}\b(?:news|stories|headlines)|listen to (?:this|the) (?:story|article|episode).{0,30}"
    r"|subscribe to .{0,60}"
    r"|advertisement\s*[:|–—-].{0,120}|download (?:our|the) .{0,30}\bapp\b.{0,60}|.{0,60}can be (?:reached"
    r"|contacted) at .{0,120}"
    r"|with (?:files from )?(?:aap|afp|ap|reuters|bloomberg|agencies|wires|the associated press|agence france-presse)"
    r"|(?:advertisement|advertising|sponsored(?: content)?|story continues(?: below)?(?: advertisement)?"
    r"|article continues (?:below|after).{0,40}|ad|promoted)"
    r"|(?:share|tweet|print|e-?mail|save|copy link|comments?(?: \(?\d+\)?)?|facebook|twitter|x|whatsapp|linkedin|reddit"
    r"|pinterest|telegram|[|/·•,()\d\s])+"
    r"|share (?:this|on|via|the)\b.{0,100}"
    r"|(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}|[A-Z]).{0,160}"
    r"|.{0,100}\ball rights reserved\b.{0,80}"
    r"|(?:skip to (?:main )?content|back to top|return to top|load more|show more|view all|see all|click here.{0,60})"
    r"|\d+ min(?:ute)?s?\.? read(?:ing time)?|(?:reading time|estimated read)\b.{0,30}"
    r"|(?:tags?|filed under|topics?|posted in|categor(?:y|ies))\s*:.{0,200}"
    r"|(?:please )?(?:enable|turn on) javascript.{0,100}"
    r")\W*\Z",
    re.I,
)
_RULE = re.compile(r"(?:[-_*=~#.• ]{2,}|#|-\s*30\s*-|\(?ends?\)?)\Z", re.I)
_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?…][\"'”’)\]]*\s*\Z")
EDGE = 8  # lines at most that are taken off each end of a plain text


def is_furniture(text: str) -> bool:
    """Whether a line is furniture by what it says alone."""
    return len(text) <= MAX_LINE and _LINES.match(text) is not None


def edges(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return (begin, end) of the body of a plain text: short lines above it and furniture below it are outside.

    Nothing is outside when the text has no line of prose, or more than EDGE lines stand above the first.
    """
    prose = [i for i, b in enumerate(blocks) if _is_prose(b.text)]
    if not prose:
        return 0, len(blocks)
    begin = prose[0] if prose[0] <= EDGE else 0
    if blocks[prose[0]].kind != "para":
        begin = 0
    end = len(blocks)
    last = prose[-1] + 1
    if end - last <= 2 * EDGE:
        for i in range(last, end):
            text = blocks[i].text
            if is_furniture(text) or is_byline(text) or _WORD.search(text) is None:
                return begin, i
    return begin, end


def cut_off(blocks: Sequence[Block]) -> int:
    """Return where dashes, ``###`` or ``-30-`` near the end of a plain text close it, or the number of blocks."""
    n = len(blocks)
    for i in range(max(1, n - 6), n):
        if _RULE.match(blocks[i].text) and sum(len(b.text) for b in blocks[i + 1 :]) <= 500:
            return i
    return n


def _is_prose(text: str) -> bool:
    words = len(_WORD.findall(text))
    return words >= 25 or (words >= 9 and _END.search(text) is not None)
