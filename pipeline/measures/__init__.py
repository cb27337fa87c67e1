"""Improvement measures: what bodies planned, did and reported; and what led them to it."""

from pipeline.measures.find import find_measures
from pipeline.measures.recommendations import find_recommendations

__all__ = ["find_measures", "find_recommendations"]
