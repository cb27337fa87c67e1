"""Improvement measures: what bodies planned, did and reported."""

from pipeline.measures.find import find_measures

__all__ = ["find_measures"]
