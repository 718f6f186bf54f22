"""Download what is missing from GitHub's raw host: resumed, verified, never a half file under a final name."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pooch
import requests
from filelock import FileLock
from tqdm import tqdm

from research.corpora.registry import Repository, cache_root

RAW_HOST = "https://raw.githubusercontent.com"

_WORKERS = 8
_RETRIES = 4
_TIMEOUT = (10, 60)  # seconds to connect, and between two blocks
_BLOCK = 1 << 16


class FetchRefused(RuntimeError):
    """The server's answer cannot become the pinned file, and asking again would not help."""


def fetch(repository: Repository, *, host: str = RAW_HOST, progress: bool = True) -> list[str]:
    """Download the files of a repository that are not yet in the cache.

    A file arrives under another name, is verified and then renamed, so that a reader never sees half of it; a cut
    download goes on where it stopped. A lock lets one process at a time fetch from a repository.

    Args:
        repository: what to fetch.
        host: scheme and host of the server.
        progress: whether to show a bar, in bytes, if there is a terminal.

    Returns:
        The paths that were downloaded.

    Raises:
        FetchRefused: at a redirect to another scheme, an HTML page in place of a file, a wrong length, or a status
            such as 404.
        ValueError: where the checksum stays wrong, or a path leaves the cache.
        requests.RequestException: where the server cannot be reached.
        OSError: where the disk is full or the cache cannot be written.
    """
    if not repository.missing():
        return []
    with FileLock(_lock_file(repository)):
        # Another process may have fetched the files while this one waited.
        absent = repository.missing()
        total = sum(repository.files[path].size for path in absent)
        with tqdm(
            total=total, unit="B", unit_scale=True, desc=repository.name, disable=None if progress else True
        ) as bar:
            _fetch_all(_store(repository, host), repository, absent, bar.update)
    return absent


def _lock_file(repository: Repository) -> Path:
    folder = cache_root() / ".locks"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{repository.name.replace('/', '--')}.lock"


def _store(repository: Repository, host: str) -> "pooch.Pooch":
    pooch.get_logger().setLevel(logging.WARNING)
    base = f"{host}/{repository.name}/{repository.commit}/"
    return pooch.create(
        path=repository.folder,
        base_url=base,
        registry={path: f"sha256:{pinned.sha256}" for path, pinned in repository.files.items()},
        urls={path: base + quote(path) for path in repository.files},
        retry_if_failed=_RETRIES,
    )


def _fetch_all(store: "pooch.Pooch", repository: Repository, paths: list[str], done: Callable[[int], object]) -> None:
    with requests.Session() as session, ThreadPoolExecutor(_WORKERS) as workers:
        session.hooks["response"].append(_refuse_other_scheme)
        waiting = {workers.submit(_fetch_one, store, repository, path, session): path for path in paths}
        try:
            for finished in as_completed(waiting):
                finished.result()
                done(repository.files[waiting[finished]].size)
        except BaseException:
            workers.shutdown(wait=False, cancel_futures=True)
            raise


def _fetch_one(store: "pooch.Pooch", repository: Repository, path: str, session: requests.Session) -> None:
    place = repository.place(path)
    part, size = place.with_name(f"{place.name}.part"), repository.files[path].size
    # pooch makes it too, but stumbles where another worker is faster.
    place.parent.mkdir(parents=True, exist_ok=True)

    def download(url: str, output: str, _: object) -> None:
        _resume(session, url, part, size)
        part.replace(output)

    store.fetch(path, downloader=download)


def _resume(session: requests.Session, url: str, part: Path, size: int) -> None:
    have = part.stat().st_size if part.exists() else 0
    if have >= size:
        have = 0
    # Compressed transfer would make ranges and lengths those of the compressed stream.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    with session.get(url, headers=headers, stream=True, timeout=_TIMEOUT) as response:
        resumed = response.status_code == requests.codes.partial_content
        _check(response, expected=size - have if resumed else size)
        _write(response, part, "ab" if resumed else "wb")


def _check(response: requests.Response, expected: int) -> None:
    status = response.status_code
    if 400 <= status < 500 and status != requests.codes.too_many_requests:
        raise FetchRefused(f"{response.url} answers {status} {response.reason}")
    response.raise_for_status()
    kind = response.headers.get("Content-Type", "")
    if kind.startswith("text/html"):
        raise FetchRefused(f"{response.url} sends a web page ({kind}) in place of the file")
    length = response.headers.get("Content-Length")
    if length is not None and int(length) != expected:
        raise FetchRefused(f"{response.url} offers {length} bytes; expected {expected}")


def _write(response: requests.Response, part: Path, mode: str) -> None:
    try:
        with part.open(mode) as output:
            for block in response.iter_content(_BLOCK):
                output.write(block)
    except requests.RequestException:
        raise  # a cut connection: what has arrived stays, for the next attempt
    except OSError:
        part.unlink(missing_ok=True)  # a full disk: give the room back
        raise


def _refuse_other_scheme(response: requests.Response, **_: object) -> None:
    if response.is_redirect:
        target = urljoin(response.url, response.headers["Location"])
        if urlsplit(target).scheme != urlsplit(response.url).scheme:
            raise FetchRefused(f"{response.url} redirects to another scheme: {target}")
