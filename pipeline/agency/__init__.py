"""Public bodies: which ones a text names, which one a report is of, and their stable ids."""

from pipeline.agency.known.register import Register
from pipeline.agency.naming.mentions import mentions
from pipeline.agency.naming.named import Mention
from pipeline.agency.register_file import load_register
from pipeline.agency.reporter.neighbours import left_open
from pipeline.agency.reporter.place import stated_place
from pipeline.agency.reporter.reporting import reporting_body
from pipeline.agency.reporter.succession import find_successions
from pipeline.agency.reporter.weights import is_example, is_model, is_past
from pipeline.agency.resolving.batch import resolve_all
from pipeline.agency.resolving.single import resolve_mention

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
