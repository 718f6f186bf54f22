"""Who scores: processes of this machine, or the workers of a Dask cluster. The run sees no difference but the disk."""

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple, Protocol

from research.scale.output import UNFINISHED

_PATIENCE = 60  # seconds to wait for a scheduler and its first worker


class WorkersLost(OSError):
    """The workers died, or the scheduler went away; what was written is kept, and a run can go on from there."""


class Result(Protocol):
    """What a task will come to."""

    def result(self) -> Any:
        """Wait for it, and give it."""


class Team(NamedTuple):
    """Workers that are there.

    Attributes:
        submit: gives them a function and its arguments, and gives back what its result can be asked of.
        width: how many tasks they do at once.
        share_disk: whether they see the folder that is filled, and so can write into it themselves.
    """

    submit: "Callable[..., Result]"
    width: int
    share_disk: bool


class Workers(Protocol):
    """Those who score."""

    def start(self, folder: Path) -> AbstractContextManager[Team]:
        """Give them for a while, to fill a folder."""


@dataclass(frozen=True)
class Local:
    """Processes of this machine.

    Attributes:
        processes: how many; by default one a processor. One alone is a thread of this process.
    """

    processes: int = field(default_factory=lambda: os.cpu_count() or 1)

    def __post_init__(self) -> None:
        if self.processes < 1:
            raise ValueError(f"processes is {self.processes}; expected at least 1")

    @contextmanager
    def start(self, folder: Path) -> Iterator[Team]:
        """See ``Workers``."""
        executor = self._executor()
        try:
            yield Team(executor.submit, self.processes, share_disk=True)
        except BrokenExecutor:
            raise WorkersLost("a process that scores was killed, perhaps for want of memory") from None
        finally:
            executor.shutdown(cancel_futures=True)

    def _executor(self) -> Executor:
        if self.processes == 1:
            return ThreadPoolExecutor(1)
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.processes, mp_context=spawn, initializer=_stop_with_parent)


@dataclass(frozen=True)
class Cluster:
    """The workers of a Dask cluster, on which this package is installed too.

    Attributes:
        address: of the scheduler, such as ``tcp://10.0.0.5:8786``.
    """

    address: str

    @contextmanager
    def start(self, folder: Path) -> Iterator[Team]:
        """See ``Workers``.

        Raises:
            ImportError: where dask is not installed.
            ConnectionError: where there is no scheduler or no worker within a minute.
            WorkersLost: where they were lost.
        """
        try:
            from distributed import Client, KilledWorker
            from distributed.comm.core import CommClosedError
        except ImportError as error:
            raise ImportError("a Dask cluster needs the extra: pip install 'detente[cluster]'") from error
        # The client tells of a loss in pages of traceback.
        with _silenced("distributed.client"), closing(self._connected(Client)) as client:
            try:
                # Not the client's executor: its results never come where a connection breaks while they are fetched.
                submit, width = partial(client.submit, pure=False), sum(client.nthreads().values())
                yield Team(submit, width, share_disk=_all_see(client, folder))
            except (CancelledError, KilledWorker, CommClosedError) as error:
                raise WorkersLost(f"the cluster at {self.address} was lost: {error!r:.200}") from None

    def _connected(self, client_class: Any) -> Any:
        client = None
        try:
            client = client_class(self.address, timeout=_PATIENCE, set_as_default=False)
            client.wait_for_workers(1, timeout=_PATIENCE)
        except OSError as error:
            if client is not None:
                client.close()
            raise ConnectionError(f"no cluster answers at {self.address}: {error}") from None
        return client


def _all_see(client: Any, folder: Path) -> bool:
    """Find out whether all workers of a Dask cluster see a folder of this machine, by a file whose name is new."""
    with NamedTemporaryFile(dir=folder, prefix=".", suffix=UNFINISHED) as file:
        answers = client.run(os.path.exists, str(Path(file.name).absolute()), on_error="return").values()
        return bool(answers) and all(answer is True for answer in answers)


@contextmanager
def _silenced(name: str) -> Iterator[None]:
    logger = logging.getLogger(name)
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _stop_with_parent() -> None:
    """Leave an interrupt to the parent; end when it is killed, as the processes of an executor do not by themselves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
