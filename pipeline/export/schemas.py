"""The tables of an output folder: columns, Arrow types and meanings. Written down, never inferred."""

from __future__ import annotations

import pyarrow as pa

SCHEMA_VERSION = "1"

_s, _i, _d = pa.string(), pa.int32(), pa.date32()
_c = pa.dictionary(pa.int32(), pa.string())
_l = pa.list_(pa.string())

# table -> [(column, Arrow type, meaning)]
COLUMNS: dict[str, list[tuple[str, pa.DataType, str]]] = {
    "articles": [
        ("article_id", _s, "content hash of the article"),
        ("source_uri", _s, "file or address the article came from, with #record inside containers"),
        ("record_id", _s, "the input's own id; the file name without suffix where a file is one article"),
        ("url", _s, "canonical address of the article"),
        ("title", _s, "headline"),
        ("publisher", _c, "who published it"),
        ("author", _s, "byline"),
        ("published", _d, "publication date, which time expressions are resolved against"),
        ("fetched_at", pa.timestamp("us", tz="UTC"), "when the page was fetched"),
        ("language", _c, "ISO 639-1 code"),
        ("text", _s, "the cleaned text that all offsets point into"),
        ("n_sentences", _i, "number of sentences"),
        ("n_tokens", _i, "number of tokens"),
    ],
    "mentions": [
        ("mention_id", _s, "content hash of the mention"),
        ("article_id", _s, "the article"),
        ("start", _i, "first code point in articles.text"),
        ("end", _i, "one past the last code point"),
        ("text", _s, "articles.text[start:end]"),
        ("kind", _c, "name, nominal or pronoun"),
        ("label", _c, "PERSON, ORG, GPE, NORP, LOC, FAC, PRODUCT, LAW ..."),
        ("actor_id", _s, "the actor it refers to, null if none"),
    ],
    "actors": [
        ("actor_id", _s, "stable id of the actor"),
        ("name", _s, "canonical name"),
        ("code", _c, "PLOVER actor code: ISO alpha-3 country, or IGO UNO EUR NGO ISM IMG MNC"),
        ("type", _c, "person, organization, government, country, court, company, platform, group ..."),
        ("country", _c, "ISO 3166 alpha-3"),
        (
            "sector",
            _c,
            "government, regulator, police, military, judiciary, legislature, business, media, civil society ...",
        ),
        ("wikidata_id", _s, "Wikidata item"),
        ("aliases", _l, "other names it is known by"),
        ("n_mentions", _i, "mentions in the corpus"),
        ("n_articles", _i, "articles that mention it"),
    ],
    "events": [
        ("event_id", _s, "content hash of the event"),
        ("article_id", _s, "the article"),
        ("type", _c, "event type of the codebook"),
        ("plover", _c, "PLOVER root, null where none"),
        ("mode", _c, "PLOVER mode, null where none"),
        ("trigger_text", _s, "the word that names the act"),
        ("trigger_start", _i, "first code point of the trigger"),
        ("trigger_end", _i, "one past its last code point"),
        ("sentence", _s, "the sentence that proves it"),
        ("sentence_start", _i, "first code point of the sentence"),
        ("sentence_end", _i, "one past its last code point"),
        ("actors", _l, "canonical names of those who act"),
        ("targets", _l, "canonical names of those acted upon"),
        ("polarity", _c, "positive, or negative where the act is said not to happen"),
        ("factuality", _c, "asserted, reported, planned, possible, conditional or hypothetical"),
        ("attributed_to", _s, "canonical name of the source, null for the article's own voice"),
        ("date_text", _s, "the words that date it"),
        ("date_start", _d, "first day"),
        ("date_end", _d, "last day"),
        ("date_precision", _c, "day, week, month, quarter, season, year, decade, interval ..."),
        ("date_rule", _c, "how the event got its date"),
        ("place", _s, "where it happened"),
        ("place_country", _c, "ISO 3166 alpha-3 of the place"),
        ("confidence", pa.float32(), "calibrated probability that the row is right"),
        ("pattern_id", _c, "the pattern that fired"),
        ("parent_event_id", _s, "the event that contains it (order -> what was ordered)"),
        ("cluster_id", _s, "the same event told again in the article"),
    ],
    "arguments": [
        ("event_id", _s, "the event"),
        ("article_id", _s, "the article"),
        ("role", _c, "actor, target, recipient, participant, place, date ..."),
        ("text", _s, "the words"),
        ("start", _i, "first code point, null when implicit"),
        ("end", _i, "one past the last code point"),
        ("mention_id", _s, "the mention"),
        ("actor_id", _s, "the actor"),
        ("name", _s, "canonical name; empty for a pronoun that stands unexplained"),
    ],
    "propositions": [
        ("article_id", _s, "the article"),
        ("predicate", _c, "lemma of the predicate"),
        ("trigger_start", _i, "first code point of the predicate"),
        ("trigger_end", _i, "one past its last code point"),
        ("slot", _c, "subject, object, recipient, attribute, the preposition ..., or none"),
        ("text", _s, "the words that fill the slot"),
        ("start", _i, "first code point"),
        ("end", _i, "one past the last code point"),
        ("mention_id", _s, "the mention"),
        ("actor_id", _s, "the actor"),
        ("polarity", _c, "positive or negative"),
        ("factuality", _c, "as in events"),
    ],
    "dates": [
        ("article_id", _s, "the article"),
        ("start", _i, "first code point"),
        ("end", _i, "one past the last code point"),
        ("text", _s, "articles.text[start:end]"),
        ("timex_type", _c, "DATE, TIME, DURATION or SET"),
        ("value", _s, "TIMEX3 value such as 2023-03, 2023-W10, P3D"),
        ("date_start", _d, "first day"),
        ("date_end", _d, "last day"),
        ("precision", _c, "day, week, month, quarter, season, year, decade, interval ..."),
        ("alternatives", _l, "other readings as values"),
    ],
    "failures": [
        ("source_uri", _s, "where the record came from"),
        ("record_id", _s, "the input's own id, if any"),
        ("stage", _c, "load, clean, ner, dates, events or export"),
        ("error", _c, "class of the error"),
        ("message", _s, "what went wrong, for a person"),
    ],
}


def schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table."""
    return pa.schema(
        [pa.field(name, kind, metadata={"description": meaning}) for name, kind, meaning in COLUMNS[table]]
    )
