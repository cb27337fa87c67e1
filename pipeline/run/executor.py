"""Run work on documents in processes that can be stopped one by one.

The contract: `Executor.map` takes a function and its arguments, runs each call in a
worker process with a time and a memory limit, and gives each outcome as it comes,
in any order. A worker that hangs is killed, one that dies is replaced; neither
touches the other calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Generic, Literal, TypeVar

from pipeline.run.worker import limit_memory

T = TypeVar("T")
K = TypeVar("K")

_TASKS_PER_WORKER = 200
"""Documents after which a worker is replaced, so that leaks cannot grow."""
_WAITING_PER_WORKER = 4
"""Tasks handed to the pool ahead of time for each worker."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[K, T]):
    """What became of one call."""

    key: K
    kind: Literal["done", "timeout", "died"]
    value: T | None = None


@dataclass(frozen=True, slots=True)
class Executor:
    """Local worker processes."""

    jobs: int
    timeout: float
    """Seconds for one call."""
    memory: int
    """MiB of address space for one worker."""

    def map(
        self, function: Callable[..., T], calls: Iterable[tuple[K, tuple[Any, ...]]]
    ) -> Iterator[Outcome[K, T]]:
        """The outcome of ``function(*arguments)`` for each (key, arguments)."""
        from pebble import ProcessPool

        pool = ProcessPool(
            max_workers=self.jobs,
            max_tasks=_TASKS_PER_WORKER,
            initializer=limit_memory,
            initargs=(self.memory,),
            context=get_context("spawn"),
        )
        try:
            yield from self._run(pool, function, iter(calls))
        finally:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def _run(
        self,
        pool: Any,
        function: Callable[..., T],
        calls: Iterator[tuple[K, tuple[Any, ...]]],
    ) -> Iterator[Outcome[K, T]]:
        waiting: dict[Future[T], K] = {}
        exhausted = False
        while waiting or not exhausted:
            while not exhausted and len(waiting) < self.jobs * _WAITING_PER_WORKER:
                following = next(calls, None)
                if following is None:
                    exhausted = True
                    break
                key, arguments = following
                future = pool.schedule(function, args=arguments, timeout=self.timeout)
                waiting[future] = key
            finished, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in finished:
                yield _outcome(waiting.pop(future), future)


def _outcome(key: K, future: Future[T]) -> Outcome[K, T]:
    from concurrent.futures import TimeoutError as FutureTimeout

    from pebble import ProcessExpired

    try:
        return Outcome(key, "done", future.result())
    except (FutureTimeout, TimeoutError):
        return Outcome(key, "timeout")
    except (ProcessExpired, MemoryError):
        return Outcome(key, "died")
