"""What a name tells of the state."""

import csv
import math

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from research.paths import data_path
from research.reading.origins import fit_of_name, spelt

ROWS = list(csv.DictReader(data_path("actors", "personal_names.csv").open(encoding="utf-8")))


@pytest.mark.parametrize(
    ("name", "state", "other"),
    [
        ("Hovik Melikbekyan", "AM", "AZ"), ("Овик Меликбекян", "AM", "AZ"), ("Овік Мелікбекян", "AM", "AZ"),
        ("Zygmunt Brzostowski", "PL", "UA"), ("Зигмунт Бжостовський", "PL", "RU"), ("Зыгмунт Бжостовский", "PL", "UA"),
        ("Heikki-Pekka Rautiainen", "FI", "EE"), ("Хейкки Раутиайнен", "FI", "SE"), ("Гейккі Раутіайнен", "FI", "NO"),
        ("Hryhoriy Tymoshchuk", "UA", "RU"), ("Григорій Тимощук", "UA", "PL"), ("Vlădescu Mihnea", "RO", "BG"),
        ("Şükrü Karaoğlu", "TR", "GR"), ("Шюкрю Караоглу", "TR", "GR"), ("Θανάσης Παπαδάκης", "GR", "TR"),
    ],
)  # fmt: skip
def test_a_name_fits_its_state_best(name, state, other):
    fit = fit_of_name(name)
    assert fit[state] > fit[other] + 1


@pytest.mark.parametrize("name", ["", "J. K.", "🇺🇦", "&", "12"])
def test_what_is_no_name_tells_nothing(name):
    assert fit_of_name(name) == {}


def test_several_spellings_are_one():
    assert spelt("Şahin") == spelt("Шахін") == spelt("Шахин")
    assert spelt("O’Brien") == spelt("O'Brien")


@given(st.text(max_size=40))
def test_any_text_has_a_fit_for_all_states_or_none(text):
    fit = fit_of_name(text)
    assert not fit or (len(fit) > 150 and all(map(math.isfinite, fit.values())))


def test_states_are_states():
    states = {state for row in ROWS for state in row["states"].split()}
    assert states <= set(Locale("en").territories)
    assert len({row["culture"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_real_office_holders_are_told_apart(language):
    """Three in four, of nine states: others have names of elsewhere, or such as the model never met."""
    with data_path("actors", "holders.csv").open(encoding="utf-8") as file:
        holders = [row for row in csv.DictReader(file) if len(row["actor"]) == 2 and row["actor"] not in ("EU", "UN")]
    states = {row["actor"] for row in holders}
    fits = [(fit_of_name(row[language].split("|")[0]), row["actor"]) for row in holders]
    right = [fit[actor] >= max(fit[state] for state in states) - 0.3 for fit, actor in fits]
    assert len(states) == 9
    assert sum(right) / len(right) > 0.75
