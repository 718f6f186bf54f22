"""How Sphinx builds the site: ``make docs``. Nothing is fetched, and the pages load nothing from elsewhere.

The source is the whole repository, so that a link between pages, notebooks and data is the same on the site and in a
checkout.
"""

import re
from typing import Any

from sphinx.application import Sphinx
from typer.cli import get_docs_for_click
from typer.main import get_command

from research.cli import app as commands

project = "détente"
author = "The détente developers"
copyright = author
language = "en"

extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode", "myst_nb"]
root_doc = "docs/index"
include_patterns = ["docs/**", "notebooks/*", "CONTRIBUTING.md", "data/codebook.md", "data/model/card.md"]
exclude_patterns = [".*", "docs/_build", "experiments", "tests"]

myst_enable_extensions = ["deflist"]  # no dollarmath: MathJax would come from the network
myst_heading_anchors = 3

nb_execution_timeout = 600
nb_execution_raise_on_error = True
nb_execution_show_tb = True
nb_merge_streams = True

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_mock_imports = ["captum", "torch", "transformers"]  # the extra "encoder", which the site is built without
python_maximum_signature_line_length = 100
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_attr_annotations = False

html_theme = "furo"
html_title = "détente"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
html_additional_pages = {"index": "forward.html"}
templates_path = ["templates"]
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0072B2", "color-brand-content": "#0072B2"},
    "dark_css_variables": {"color-brand-primary": "#56B4E9", "color-brand-content": "#56B4E9"},
}


def describe_commands(_: Sphinx, page: str, source: list[str]) -> None:
    """Let the command line describe itself on its page."""
    if page == "docs/reference/commands":
        command = get_command(commands)
        context = command.make_context("detente", [], resilient_parsing=True)
        source[0] += get_docs_for_click(obj=command, ctx=context, name="detente").partition("\n")[2]


def untyped_returns(*event: Any) -> None:
    """Keep napoleon from taking the words before a colon in "Returns" for a type; the type is annotated."""
    lines: list[str] = event[-1]
    for place, line in enumerate(lines[:-1]):
        if line.strip() == "Returns:":
            lines[place + 1] = re.sub(r"^\s*", r"\g<0>: ", lines[place + 1])


def is_alias(*event: Any) -> bool | None:
    """Leave out the fields of named tuples, which Python itself describes as aliases; their docstrings say more."""
    return True if str(getattr(event[3], "__doc__", "")).startswith("Alias for field number") else None


def setup(app: Sphinx) -> None:
    """Hook into the build."""
    app.connect("source-read", describe_commands)
    app.connect("autodoc-process-docstring", untyped_returns, priority=400)  # before napoleon
    app.connect("autodoc-skip-member", is_alias)
