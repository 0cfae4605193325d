"""The pictures that the README shows are those that the program draws now."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("make_pictures", ROOT / "scripts" / "make_pictures.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, str] = module.pictures()
    return found


def test_the_pictures_of_the_readme_are_up_to_date(drawn: dict[str, str]) -> None:
    held = {p.name: p.read_text("utf8") for p in (ROOT / "docs" / "pictures").iterdir()}
    assert held == drawn, "run `make pictures`"


def test_the_readme_shows_each_picture(drawn: dict[str, str]) -> None:
    readme = (ROOT / "README.md").read_text("utf8")
    assert all(f"(docs/pictures/{name})" in readme for name in drawn)
