"""How much memory pages may take while they are opened, in a process whose memory is limited.

pdfium ends the whole process where memory ends, and a page of a few kilobytes can unfold until it
does. A lower limit for the time of reading ends such a page within seconds, and leaves the memory
of the machine to others. What is read is renewed room: a long report may still be large.
"""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_SHARE = 6
"""What part of the limit of a process its pages may take …"""
_MOST = 300 * 2**20
"""… and how many bytes at most, however much there is: of a map, 800,000 lines."""
_MEMORY = Path("/proc/self/statm")


@contextmanager
def headroom() -> Iterator[Callable[[], None]]:
    """Limit what is taken from now on; the call that it gives counts from anew.

    Does nothing where the process has no limit, or does not tell what it has.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or not _MEMORY.exists():
        yield _nothing
        return

    def renew() -> None:
        taken = int(_MEMORY.read_text().split(maxsplit=1)[0]) * resource.getpagesize()
        resource.setrlimit(
            resource.RLIMIT_AS, (min(soft, taken + min(soft // _SHARE, _MOST)), hard)
        )

    renew()
    try:
        yield renew
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _nothing() -> None:
    """Room for a process without a limit."""
