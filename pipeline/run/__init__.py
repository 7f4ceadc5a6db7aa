"""Corpus -> output folder: planned into shards, run on an engine, resumable, accounted for."""

from pipeline.run.runner import Outcome, run

__all__ = ["Outcome", "run"]
