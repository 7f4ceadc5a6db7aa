"""newsact from Python, and the explanation of a sentence."""

from __future__ import annotations

import io
from datetime import date

import pytest
from rich.console import Console

import pipeline
from pipeline.errors import ConfigError
from pipeline.report.explain import explain, render


@pytest.fixture(scope="module")
def nlp() -> pipeline.Pipeline:
    """The default pipeline."""
    return pipeline.Pipeline.load()


def test_extract_quotes_the_text(nlp: pipeline.Pipeline) -> None:
    text = "Norway banned Huawei on Friday. Sweden did not ban Huawei."
    found = nlp.extract(text, published="2024-03-25")
    assert [(e.type, e.polarity) for e in found.events] == [("block", "positive"), ("block", "negative")]
    for e in found.events:
        assert text[e.trigger_start : e.trigger_end] == e.trigger_text
        for a in e.arguments:
            assert a.start is not None
            assert text[a.start : a.end] == a.text
    assert found.article.published == date(2024, 3, 25)


def test_pipe_keeps_order_and_agrees_with_extract(nlp: pipeline.Pipeline) -> None:
    texts = [f"Norway banned Huawei. Company {i} praised Sweden." for i in range(70)]
    piped = list(nlp.pipe((t, "2024-01-01") for t in texts))
    assert [x.article.text for x in piped] == texts
    assert piped[69].events == nlp.extract(texts[69], "2024-01-01").events


def test_a_wrong_date_says_how_to_write_it(nlp: pipeline.Pipeline) -> None:
    with pytest.raises(ConfigError, match="write it as 2024-05-12"):
        nlp.extract("Norway banned Huawei.", published="12 May")


def test_explain_shows_what_fired_and_what_did_not(nlp: pipeline.Pipeline) -> None:
    console = Console(width=160, record=True, file=io.StringIO())
    console.print(render(explain(nlp, "Norway banned Huawei. The ban held.", date(2024, 3, 25))))
    shown = console.export_text()
    assert "subject=Norway" in shown
    assert "fired  block on “banned”" in shown
    assert "not " in shown.split("The ban held.")[1]


def test_spacy_component_gives_the_same_events(nlp: pipeline.Pipeline) -> None:
    import spacy

    import pipeline.component  # noqa: F401  (registers the factory, which an installed package does by entry point)
    from pipeline.syntax.models import locate

    text = "Norway banned Huawei on Friday."
    model = spacy.load(locate("en_core_web_md", "3.8.0"))
    model.add_pipe("newsact")
    doc = model.make_doc(text)
    doc._.published = date(2024, 3, 25)
    doc = model(doc)
    assert doc._.events == nlp.extract(text, "2024-03-25").events
    assert [a.name for a in doc._.actors] == ["Norway", "Huawei"]


def test_spacy_component_names_what_it_misses() -> None:
    import spacy

    import pipeline.component  # noqa: F401

    with pytest.raises(ValueError, match="needs tagger, parser, lemmatizer, ner before it"):
        spacy.blank("en").add_pipe("newsact")
