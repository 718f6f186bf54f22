"""Serve the page of a session on this machine, to nobody but this machine."""

import logging
from collections.abc import Callable

from flask import Flask
from werkzeug.serving import make_server

_HOST = "127.0.0.1"


def serve(app: Flask, port: int, announce: Callable[[str], object]) -> None:
    """Serve until Ctrl+C, which ends this function and no more.

    Args:
        app: see ``page.create_app``.
        port: 0 takes any that is free.
        announce: is told the address once the page can be opened.

    Raises:
        ValueError: where the port is out of range.
        SystemExit: where the port is taken; werkzeug says so.
    """
    if not 0 <= port <= 65535:
        raise ValueError(f"port is {port}; expected 0 to 65535")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # a line for each request helps no coder
    # Browsers hold connections open that they do not use yet: one thread alone would wait for them.
    with make_server(_HOST, port, app, threaded=True) as server:
        announce(f"http://{_HOST}:{server.server_port}/")
        server.serve_forever()
