"""Tables and gold -> scores, floors, differences; tools to make gold."""

from pipeline.evaluate.answers import Answers, read_answers
from pipeline.evaluate.gold import GoldSet, gold_hash, load_gold, save_gold
from pipeline.evaluate.scores import FIGURES, Scores, score

__all__ = ["FIGURES", "Answers", "GoldSet", "Scores", "gold_hash", "load_gold", "read_answers", "save_gold", "score"]
