"""Pages from the templates of the package: self-contained, every value escaped."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

_TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, **content: Any) -> str:
    """Fill a template of the package.

    Args:
        template: the name of a file in ``research/templates``.
        content: its variables; every value is escaped that is not ``Markup``.
    """
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True)
    return environment.get_template(template).render(**content)
