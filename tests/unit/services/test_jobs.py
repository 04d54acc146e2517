"""Background jobs: the newest wins, cancelled work is silent, callbacks come through the given way."""

import queue
import threading
from collections.abc import Callable, Iterator

import pytest

from desktop_app.domain.progress import Progress
from desktop_app.services.jobs import Job, Jobs


class Loop:
    """Stands in for the window's event loop: callbacks wait until the test runs them."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[Callable[[], None]] = queue.Queue()

    def post(self, callback: Callable[[], None]) -> None:
        self._waiting.put(callback)

    def run_one(self) -> None:
        self._waiting.get(timeout=10)()

    @property
    def idle(self) -> bool:
        return self._waiting.empty()


@pytest.fixture
def loop() -> Loop:
    return Loop()


@pytest.fixture
def jobs(loop: Loop) -> Iterator[Jobs]:
    running = Jobs(loop.post)
    yield running
    running.close()


def unexpected(error: Exception) -> None:
    raise AssertionError from error


def test_an_answer_arrives_on_the_thread_that_runs_the_loop(jobs: Jobs, loop: Loop) -> None:
    worked_on: list[int] = []
    answers: list[tuple[str, int]] = []

    def work(progress: Progress) -> str:
        worked_on.append(threading.get_ident())
        return "answer"

    jobs.start("show", Job(work, lambda answer: answers.append((answer, threading.get_ident())), unexpected))
    loop.run_one()
    assert answers == [("answer", threading.get_ident())]
    assert worked_on != [threading.get_ident()]


def test_only_the_newest_job_of_a_slot_answers(jobs: Jobs, loop: Loop) -> None:
    release = threading.Event()
    answers: list[str] = []

    def slow(progress: Progress) -> str:
        release.wait(10)
        return "old"

    jobs.start("show", Job(slow, answers.append, unexpected))
    jobs.start("show", Job(lambda progress: "new", answers.append, unexpected))
    loop.run_one()
    release.set()
    loop.run_one()  # the old answer comes late, and is dropped
    assert answers == ["new"]


def test_a_cancelled_job_stops_at_its_next_step_and_says_nothing(jobs: Jobs, loop: Loop) -> None:
    started, stopped = threading.Event(), threading.Event()

    def endless(progress: Progress) -> None:
        try:
            while True:
                started.set()
                progress.step("counting", 1, 2)
        finally:
            stopped.set()

    jobs.start("read", Job(endless, unexpected_answer, unexpected))
    assert started.wait(10)
    assert jobs.cancel("read")
    assert stopped.wait(10)
    assert loop.idle


def unexpected_answer(answer: object) -> None:
    raise AssertionError(answer)


def test_an_error_is_handed_on(jobs: Jobs, loop: Loop) -> None:
    errors: list[Exception] = []

    def broken(progress: Progress) -> None:
        raise ValueError("broken")

    jobs.start("read", Job(broken, unexpected_answer, errors.append))
    loop.run_one()
    assert [str(error) for error in errors] == ["broken"]


def test_every_new_stage_is_reported_and_repeats_are_thinned_out() -> None:
    stages: list[tuple[str, int, int]] = []

    def work(progress: Progress) -> None:
        for row in range(1000):
            progress.step("Reading rows", row, 1000)
        progress.step("Typing columns", 0, 16)

    job = Job(work, lambda answer: None, unexpected, lambda *step: stages.append(step))
    Jobs.inline().start("read", job)
    assert stages[0] == ("Reading rows", 0, 1000)
    assert stages[-1] == ("Typing columns", 0, 16)
    assert len(stages) < 1000


def test_cancelling_an_empty_slot_is_no_trouble(jobs: Jobs) -> None:
    assert not jobs.cancel("read")


def test_a_stopped_job_does_not_report_into_its_successor(jobs: Jobs, loop: Loop) -> None:
    go_on, told = threading.Event(), threading.Event()
    stages: list[str] = []

    def first(progress: Progress) -> None:
        progress.step("first")
        told.set()
        go_on.wait(10)

    def second(progress: Progress) -> None:
        progress.step("second")

    jobs.start("read", Job(first, unexpected_answer, unexpected, lambda stage, *_: stages.append(stage)))
    assert told.wait(10)  # its report waits in the loop
    jobs.start("read", Job(second, lambda _: None, unexpected, lambda stage, *_: stages.append(stage)))
    go_on.set()
    for _ in range(4):  # two reports and two answers, of which one is dropped
        loop.run_one()
    assert stages == ["second"]


def test_closing_stops_all_but_what_is_to_be_finished(loop: Loop) -> None:
    jobs, begun, finished, stopped = (
        Jobs(loop.post),
        threading.Barrier(3),
        threading.Event(),
        threading.Event(),
    )

    def write(progress: Progress) -> None:
        begun.wait()
        stopped.wait()  # until the other one has ended, which closing has told to
        progress.step("Writing")
        finished.set()

    def read(progress: Progress) -> None:
        begun.wait()
        try:
            while True:
                progress.step("Reading")
        finally:
            stopped.set()

    jobs.start("write", Job(write, lambda _: None, unexpected))
    jobs.start("read", Job(read, unexpected_answer, unexpected))
    begun.wait()
    jobs.close(finish={"write"})
    assert finished.is_set()
