"""Public bodies: which ones a text names, which one a report is of, and their stable ids."""

from pipeline.agency.batch import resolve_all
from pipeline.agency.mentions import mentions
from pipeline.agency.named import Mention
from pipeline.agency.neighbours import left_open
from pipeline.agency.place import stated_place
from pipeline.agency.register import Register
from pipeline.agency.register_file import load_register
from pipeline.agency.reporting import reporting_body
from pipeline.agency.single import resolve_mention
from pipeline.agency.succession import find_successions
from pipeline.agency.weights import is_example, is_model, is_past

__all__ = [
    "Mention",
    "Register",
    "find_successions",
    "is_example",
    "is_model",
    "is_past",
    "left_open",
    "load_register",
    "mentions",
    "reporting_body",
    "resolve_all",
    "resolve_mention",
    "stated_place",
]
