"""The language model: loaded once per worker, texts in, :class:`Parse` out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.syntax.parse import Parse
from pipeline.syntax.reader import Reader
from pipeline.syntax.truecase import truecased

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH_CHARACTERS = 24_000  # larger batches are slower: the model's matrices leave the processor's cache
_WINDOW = 100_000  # characters parsed at a time; the parser needs about 1 GB for each 100,000
_DATELINE_TOKENS, _DATELINE_LONGEST = 3, 24
# TOWN[, Country][, Month day] [(Agency)] - : the town in capitals of three letters or more, the dash set off by spaces.
_DATELINE = re.compile(r"[A-Z][A-Z.' ]{2,}(?:[,/] ?[\w. ]+)*(?: ?\([^()]{2,40}\))? ?(?:-{1,2}|[–—]) *(?=\S)")
_BULLETS = frozenset("-–—*•·▪◦")
_SHORT_LINE = 50  # characters; hard-wrapped prose has longer lines
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]* +(?=[A-Z])")
# A quotation set without a space after the sentence before it: 'said Berg."We agree.'
_GLUED_QUOTE = r"(?<=[a-z])[.,!?](?=[\"“][A-Za-z])|(?<=[a-z][.,!?])[\"“](?=[A-Za-z])"


class LanguageModel:
    """A spaCy pipeline on pure NumPy operations, with sentences that never cross a blank line.

    NumPy's own matrix product is 1.65 to 1.77 times as fast here as thinc's default (BLIS), with identical output.
    """

    def __init__(self, nlp: Language, reader: Reader | None = None) -> None:
        """Wrap a loaded spaCy pipeline with tagger, parser, lemmatizer and entity recogniser.

        With a ``reader`` the last two, and the parts of speech, are the reader's business.
        """
        import threadpoolctl

        self.nlp, self._reader = nlp, reader
        self.name, self.version = f"{nlp.meta['lang']}_{nlp.meta['name']}", str(nlp.meta["version"])
        # The matrices are small: a second thread costs nearly twice the processor time and gains almost nothing.
        self._threads = threadpoolctl.ThreadpoolController()

    @classmethod
    def load(cls, name: str = "en_core_web_md", version: str = "3.8.0", *, fast: bool = True) -> LanguageModel:
        """Return an installed model, ready to parse. Raises ModelError if it is not installed.

        ``fast`` leaves out what is never used and replaces spaCy's slowest steps with quicker ones of the same outcome,
        where the model's build allows.
        """
        import spacy
        from spacy.tokenizer import Tokenizer
        from thinc.api import NumpyOps, set_current_ops

        from pipeline.syntax.models import locate

        set_current_ops(NumpyOps(use_blis=False))
        _register()
        # The store of 700,000 words takes 0.6 s to fill and is never asked: vectors are known by hash, and what texts
        # say and components write is added as it comes.
        nlp = spacy.load(locate(name, version), exclude=["strings", "senter"] if fast else [])
        nlp.add_pipe("newsact_paragraphs", first=True)
        tokenizer = nlp.tokenizer
        if isinstance(tokenizer, Tokenizer):
            usual = tokenizer.infix_finditer.__self__.pattern
            tokenizer.infix_finditer = re.compile(f"{usual}|{_GLUED_QUOTE}").finditer
        return cls(nlp, Reader(nlp) if fast and Reader.fits(nlp) else None)

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Parse texts of any length; the results come in their order.

        They run in batches of similar length. What the model learns about new words on the way (its vocabulary grows
        with every name) is forgotten at the end, so memory stays flat over a long run.
        """
        pieces = [(number, text[start:end]) for number, text in enumerate(texts) for start, end in _windows(text)]
        by_length = sorted(range(len(pieces)), key=lambda k: len(pieces[k][1]))
        parsed: dict[int, Parse] = {}
        with self.nlp.memory_zone(), self._threads.limit(limits=1, user_api="blas"):
            for chosen in _batches(by_length, [len(piece) for _, piece in pieces]):
                docs = self.nlp.pipe([truecased(pieces[k][1]) for k in chosen], batch_size=len(chosen))
                parsed.update(zip(chosen, self._read(list(docs), [pieces[k][1] for k in chosen]), strict=True))
        parts: list[list[Parse]] = [[] for _ in texts]
        for k, (number, _) in enumerate(pieces):
            parts[number].append(parsed[k])
        return [p[0] if len(p) == 1 else Parse.join(text, p) for text, p in zip(texts, parts, strict=True)]

    def _read(self, docs: Sequence[Doc], texts: Sequence[str]) -> list[Parse]:
        if self._reader is not None:
            return self._reader.read(docs, texts)
        return [Parse.from_doc(doc, text) for doc, text in zip(docs, texts, strict=True)]

    def pipe(self, texts: Iterable[str], batch_size: int = 32) -> Iterator[Parse]:
        """Parse texts in order, holding a few batches at a time."""
        held: list[str] = []
        for text in texts:
            held.append(text)
            if len(held) >= batch_size:
                yield from self.parse(held)
                held = []
        yield from self.parse(held)


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Cut an order of texts into runs of at most `_BATCH_CHARACTERS`, a longer text being a run of its own."""
    held: list[int] = []
    size = 0
    for k in order:
        if held and size + lengths[k] > _BATCH_CHARACTERS:
            yield held
            held, size = [], 0
        held.append(k)
        size += lengths[k]
    if held:
        yield held


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Cut a long text at paragraphs, else at sentences, else at spaces, into windows that join up to the whole."""
    start = 0
    while len(text) - start > _WINDOW:
        end = start + _WINDOW
        tail = text[end - _WINDOW // 4 : end]
        cut = tail.rfind("\n\n") + 2 if "\n\n" in tail else 0
        if not cut:
            sentences = [m.end() for m in _SENTENCE_END.finditer(tail)]
            cut = sentences[-1] if sentences else tail.rfind(" ") + 1
        end = end - _WINDOW // 4 + cut if cut else end
        yield start, end
        start = end
    yield start, len(text)


def _register() -> None:
    from spacy.language import Language

    if not Language.has_factory("newsact_paragraphs"):
        Language.component("newsact_paragraphs", func=_paragraphs)


def _paragraphs(doc: Doc) -> Doc:
    """Force a sentence start after each blank line, which the parser otherwise reads across headings.

    Likewise after a dateline ("LISBON, May 8 (Wire) - Portugal ..."), whose town would become the subject.
    """
    begins = True
    for i in range(len(doc) - 1):
        if begins and i + _DATELINE_TOKENS < len(doc) and doc[i].text.isupper() and (end := _dateline(doc, i)):
            doc[end].is_sent_start = True
        text = doc[i].text
        begins = "\n" in text and (text.count("\n") > 1 or _ends_item(doc, i))
        if begins:
            doc[i + 1].is_sent_start = True
    return doc


def _ends_item(doc: Doc, i: int) -> bool:
    """Whether a single line end parts two items of a list, a heading from its text or two sentences, not one sentence.

    A line shorter than a column of hard-wrapped prose that is followed by a capital stands for itself.
    """
    following, before = doc[i + 1].text, doc[i - 1].text if i else ""
    if following in _BULLETS or before[-1:] in ".!?:":
        return True
    line = doc.text[: doc[i].idx].rpartition("\n")[2]
    return following[:1].isupper() and len(line) < _SHORT_LINE and before != ","


def _dateline(doc: Doc, first: int) -> int | None:
    """Return the token after a dateline that begins at a token: a town in capitals, then a dash within a few words."""
    paragraph = doc[first : min(first + _DATELINE_LONGEST, len(doc))].text.partition("\n")[0]
    found = _DATELINE.match(paragraph)
    if found is None:
        return None
    end = doc[first].idx + found.end()
    return next((i for i in range(first + 1, len(doc)) if doc[i].idx >= end), None)
