"""Errors that a user's input or call can cause, each with what is wrong and what to do."""

from __future__ import annotations


class SucharitError(Exception):
    """Base of every error that a user can cause.

    ``reason`` is a short stable code (it stands in ``documents.csv``); the
    message says what is wrong, where, and what to do, in English, and
    ``message_th`` says the same in Thai.
    """

    exit_code = 1

    def __init__(self, reason: str, message: str, message_th: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.message_th = message_th

    def __reduce__(self) -> tuple[type, tuple[str, str, str]]:
        return type(self), (self.reason, self.message, self.message_th)


class UnreadableDocument(SucharitError):
    """A file that cannot be read as a report; the run quarantines it and goes on."""

    exit_code = 3


class UsageError(SucharitError):
    """A call that cannot be carried out as given."""

    exit_code = 2
