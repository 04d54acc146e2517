"""Background work in slots: the newest job of a slot wins, answers of older ones are dropped."""

import time
from collections.abc import Callable, Collection
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from desktop_app.domain.errors import Cancelled
from desktop_app.domain.progress import Progress

Answer = TypeVar("Answer")
Post = Callable[[Callable[[], None]], None]
REPORT_EVERY = 0.05  # seconds; more often than the eye can follow would only keep the window busy


class _Runner(Protocol):
    def submit(self, work: Callable[[], None], /) -> object: ...

    def shutdown(self) -> None: ...


class _Inline:
    """Runs work at once on the calling thread, for the command line and for tests."""

    def submit(self, work: Callable[[], None], /) -> object:
        work()
        return None

    def shutdown(self) -> None:
        """Do nothing: there are no threads."""


class _Threads:
    def __init__(self) -> None:
        self._pool: Executor = ThreadPoolExecutor(max_workers=3, thread_name_prefix="job")

    def submit(self, work: Callable[[], None], /) -> "Future[None]":
        return self._pool.submit(work)

    def shutdown(self) -> None:
        self._pool.shutdown(wait=True)  # a job that was cancelled before it began ends at once


@dataclass(frozen=True, slots=True)
class Job(Generic[Answer]):
    """What to do, and what to do with the answer; `report` takes stage, done and total."""

    work: Callable[[Progress], Answer]
    done: Callable[[Answer], None]
    failed: Callable[[Exception], None]
    report: Callable[[str, int, int], None] | None = None


class Jobs:
    """Runs one job per slot. Callbacks arrive through `post`, which brings them to the window's thread."""

    def __init__(self, post: Post, runner: _Runner | None = None) -> None:
        self._post = post
        self._runner: _Runner = runner or _Threads()
        self._current: dict[str, tuple[Job[Any], Progress]] = {}

    @classmethod
    def inline(cls) -> "Jobs":
        """Return jobs that run at once, on the calling thread."""
        return cls(lambda callback: callback(), _Inline())

    def start(self, slot: str, job: Job[Any]) -> None:
        """Start a job; an older one in the same slot is asked to stop and its answer will be dropped."""
        self.cancel(slot)
        progress = Progress(self._reporter(slot, job))
        self._current[slot] = job, progress
        self._runner.submit(lambda: self._run(slot, job, progress))

    def cancel(self, slot: str) -> bool:
        """Ask the slot's job to stop and drop its answer; return whether there was one."""
        running = self._current.pop(slot, None)
        if running is not None:
            running[1].cancel()
        return running is not None

    def close(self, finish: Collection[str] = ()) -> None:
        """Stop everything but the jobs of the slots that are to finish, and wait for the threads to end."""
        for slot in self._current.keys() - finish:
            self.cancel(slot)
        self._runner.shutdown()

    def _run(self, slot: str, job: Job[Any], progress: Progress) -> None:
        try:
            progress.step("")
            answer = job.work(progress)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - whatever went wrong in a thread must reach the window
            trouble = error
            self._deliver(slot, job, lambda: job.failed(trouble))
        else:
            self._deliver(slot, job, lambda: job.done(answer))

    def _deliver(self, slot: str, job: Job[Any], callback: Callable[[], None]) -> None:
        def on_main_thread() -> None:
            if self._is_current(slot, job):
                del self._current[slot]
                callback()

        self._post(on_main_thread)

    def _is_current(self, slot: str, job: Job[Any]) -> bool:
        return slot in self._current and self._current[slot][0] is job

    def _reporter(self, slot: str, job: Job[Any]) -> Callable[[str, int, int], None] | None:
        report = job.report
        if report is None:
            return None
        last_stage, last_time = "", 0.0

        def throttled(stage: str, done: int, total: int) -> None:
            nonlocal last_stage, last_time
            now = time.monotonic()
            if stage and (stage != last_stage or now - last_time >= REPORT_EVERY):
                last_stage, last_time = stage, now
                self._post(lambda: report(stage, done, total) if self._is_current(slot, job) else None)

        return throttled
