"""Where the data that ships with the package lies."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_path(*parts: str) -> Path:
    """Give the path of a file or folder that ships.

    A wheel carries the data inside the package; a checkout has it beside the package.

    Args:
        parts: the path below the data folder, for example ``"authored", "uk.csv"``.
    """
    installed = _PACKAGE / "data"
    root = installed if installed.is_dir() else _PACKAGE.parent / "data"
    return root.joinpath(*parts)
