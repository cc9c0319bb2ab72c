"""Processes that make pages beside the one that builds: how they begin, and how they end with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

STOPPING = {signal.SIGINT, signal.SIGTERM}
"""What ends a build: Ctrl-C, and what systems send."""


def at_a_parents_side() -> None:
    """What a process of ours does first: it leaves Ctrl-C to its parent, and ends with it.

    A parent that was killed would leave processes behind that wait for ever, and that write into the folder of the next build.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals wait while processes are begun: Python drops an exception that a handler raises in the middle of a fork."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def ending_all_but(others: Sequence[BaseProcess]) -> Iterator[None]:
    """Ends the processes that were begun meanwhile, where a build is stopped.

    An executor would first let them finish what they were given; one that was stopped while it began them waits for ever.
    """
    try:
        yield
    except BaseException:
        for process in set(multiprocessing.active_children()) - set(others):
            process.kill()
        raise
