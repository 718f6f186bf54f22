import doctest
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from sphinx.util.inventory import InventoryFile

import research

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
PACKAGES = [f"research.{part.name}" for part in iter_modules(research.__path__) if part.ispkg]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site as ``make docs`` builds it, without running the notebooks, which have their own tests."""
    folder = tmp_path_factory.mktemp("site")
    quick = ["-q", "-W", "--keep-going", "-D", "nb_execution_mode=off"]
    command = [sys.executable, "-m", "sphinx", *quick, "-c", "docs", "-b", "html", ".", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return folder


def test_the_site_opens_at_its_first_page(site):
    target = re.search(r'url=([^"]+)', (site / "index.html").read_text(encoding="utf-8"))[1]
    assert "Who is conciliatory" in (site / target).read_text(encoding="utf-8")


def test_pages_load_nothing_from_elsewhere(site):
    for page in site.rglob("*.html"):
        tags = re.findall(r"<(?:script|img|link|iframe)\b[^>]*>", page.read_text(encoding="utf-8"))
        assert not [tag for tag in tags if re.search(r'(?:src|href)="(?:https?:)?//', tag)], page


@pytest.mark.parametrize("package", PACKAGES)
def test_what_a_package_offers_is_in_the_reference(site, package):
    module = import_module(package)
    offered = [name for name in getattr(module, "__all__", []) if callable(getattr(module, name))]
    described = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="").data
    known = {name for kind in ("py:class", "py:exception", "py:function") for name in described[kind]}
    assert [name for name in offered if f"{package}.{name}" not in known] == []


def test_the_commands_describe_themselves(site):
    page = (site / "docs" / "reference" / "commands.html").read_text(encoding="utf-8")
    assert "detente read" in page
    assert "detente corpora fetch" in page


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_examples_of_a_page_are_true(path, monkeypatch):
    monkeypatch.chdir(ROOT)
    examples = "\n".join(re.findall(r"```python\n(>>> .*?)```", path.read_text(encoding="utf-8"), re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, path.name, str(path), 0)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test)
    assert result.failed == 0
