"""Statements, their parts, their names and what they rest on."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waybill.extract.basis import basis_of
from waybill.extract.form import form_of
from waybill.extract.frames.scene import Scene
from waybill.extract.identity import Namer
from waybill.extract.segments import segments
from waybill.model.claim import Basis, Claim, Form
from waybill.model.document import Document, DocumentId, Publication
from waybill.model.span import Span
from waybill.reference.quotation import quoted_in

Telling = Callable[[str], tuple[Claim, ...]]


def publication(name: str) -> Publication:
    return Publication(DocumentId(name), Document("text", "ab", "ab"), "a.txt", published=date(2024, 1, 1))


def test_the_same_words_have_the_same_name_and_a_copy_another() -> None:
    first = Namer(publication("abc")).name((Span(0, 4),), None, None)
    assert first == Namer(publication("abc")).name((Span(0, 4),), None, None)
    assert first != Namer(publication("abc-2")).name((Span(0, 4),), None, None)


def test_two_claims_on_one_span_have_two_names() -> None:
    namer = Namer(publication("abc"))
    assert namer.name((Span(0, 4),), None, None) != namer.name((Span(0, 4),), None, None)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("They sent shells.", "paraphrased"),
        ('They sent "shells and more".', "mixed"),
        ("“They sent shells.”", "quoted"),
        ('"They sent shells.', "quoted"),
    ],
)
def test_quotation_marks_make_the_form(text: str, form: Form) -> None:
    assert form_of(text, (Span(0, len(text)),), quoted_in(text)) == form


@given(st.text(alphabet="ab “”\"'«»\n", max_size=40))
def test_what_is_quoted_lies_apart_and_in_order(text: str) -> None:
    edges = [edge for part in quoted_in(text) for edge in part]
    assert edges == sorted(set(edges))
    assert not any("\n" in text[low:high] for low, high in quoted_in(text))


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("satellite photos showed", "imagery"),
        ("rifles seized at sea", "seizure"),
        ("US intelligence indicates", "intelligence"),
        ("customs data showed", "document"),
        ("markings on the debris", "physical"),
        ("residents saw trucks", "witness"),
        ("he said", "none"),
    ],
)
def test_the_words_say_what_a_statement_rests_on(text: str, basis: Basis) -> None:
    assert basis_of(text) == basis


def test_clauses_of_different_events_are_different_claims(telling: Telling) -> None:
    text = "Iran sent missiles to Russia, which will use the missiles against Ukraine."
    assert [(c.kind, c.stance) for c in telling(text)] == [("transfer", "asserted"), ("use", "planned")]


@pytest.mark.parametrize("first", [0, 1, 3, 8])
@pytest.mark.parametrize("last", [9, 14, 21, 24])
def test_no_token_is_lost_or_told_twice(scene: Callable[[str], Scene], first: int, last: int) -> None:
    told = scene(
        "While the port slept, Iran sent missiles to Russia, which will use the missiles soon. Nobody spoke. Iran sold tanks."
    )
    tokens = range(first, last)
    assert sorted(t for s in segments(told, tokens) for t in s.tokens) == list(tokens)


def test_ordinary_sentences_are_no_claims_of_the_outlet(telling: Telling) -> None:
    assert telling("The museum received 300 visitors. The bank sold its shares to a fund. Rain came to the coast.") == ()


def test_the_outlets_own_voice_has_no_source(telling: Telling) -> None:
    (claim,) = telling("Iran delivered drones to Russia.")
    assert claim.source is None
    assert claim.cue is None


def test_a_visit_to_discuss_arms_is_a_visit(telling: Telling) -> None:
    claims = telling("The Iranian leader visited Russia to discuss weapons.")
    assert [c.kind for c in claims] == ["visit"]


def test_freight_in_a_text_without_arms_is_no_transfer(telling: Telling) -> None:
    claims = telling("A spokesman said the ship had unloaded 300 containers of fruit from Iran in Olya.")
    assert all(c.kind not in ("transfer", "purchase") for c in claims)


def test_what_is_carried_out_or_goes_off_is_no_transfer(telling: Telling) -> None:
    claims = telling("The army carried out drills with tanks. Missiles went off. They gave it up.")
    assert all(c.kind not in ("transfer", "purchase") for c in claims)


def test_claims_stand_in_text_order(telling: Telling) -> None:
    claims = telling("Iran sent missiles to Russia. Officials said that North Korea sent shells to Russia.")
    assert [c.hull.start for c in claims] == sorted(c.hull.start for c in claims)
