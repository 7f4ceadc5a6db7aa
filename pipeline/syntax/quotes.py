"""Quotations and who says them."""

from __future__ import annotations

from pipeline.syntax.predicates import Quote, Syntax


def find_quotes(syntax: Syntax) -> list[Quote]:
    """Return the quotations of an article in text order."""
    return []
