"""Text -> tokens, predicates with deep slots, quotations."""

from pipeline.syntax.language import LanguageModel
from pipeline.syntax.parse import Parse
from pipeline.syntax.predicates import Filler, Predicate, Quote, Syntax
from pipeline.syntax.slots import analyse, deep_slots

__all__ = ["Filler", "LanguageModel", "Parse", "Predicate", "Quote", "Syntax", "analyse", "deep_slots"]
