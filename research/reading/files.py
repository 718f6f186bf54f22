"""Files as text: plain text and saved web pages, from a path or from standard input."""

import codecs
import re
import sys
from pathlib import Path

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
#: What no text holds, and no file of text can: NUL, halves of characters (which some encodings let through).
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_file(source: str | Path) -> str:
    """Read an article from a file.

    Args:
        source: the path of a text file or a saved web page, or ``"-"`` for standard input.

    Returns:
        The text; of a web page, its HTML (``read`` extracts the article).

    Raises:
        FileNotFoundError: where there is no such file.
        ValueError: where the file is no text in an accepted encoding: UTF-8, UTF-16 with a byte order mark, or, of a
            web page, the one that its ``<meta charset>`` names.
    """
    name = "standard input" if str(source) == "-" else str(source)
    data = sys.stdin.buffer.read() if str(source) == "-" else Path(source).read_bytes()
    return decode(data, name)


def decode(data: bytes, name: str) -> str:
    """Decode the bytes of a text file or web page.

    Args:
        data: the bytes.
        name: what to call them in an error.

    Raises:
        ValueError: as ``read_file``.
    """
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise ValueError(_refusal(name, encoding)) from error
    if _NO_TEXT.search(text):
        raise ValueError(_refusal(name, encoding))
    return text


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    declared = _CHARSET.search(data[:4096])
    return declared.group(1).decode("ascii") if declared else "utf-8"


def _refusal(name: str, encoding: str) -> str:
    return (
        f"{name} is not text in {encoding}; accepted are plain text and HTML in UTF-8, UTF-16 with a byte order mark, "
        "or (HTML) in the encoding that its <meta charset> names"
    )
