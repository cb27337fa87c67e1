"""Find every score that a document prints: in tables of all shapes, in lists, in prose."""

from __future__ import annotations

from pipeline.scores.find import find_scores

__all__ = ["find_scores"]
