"""The tables of reported speech."""

from waybill.reference.reporting import reporting_adjectives, reporting_nouns, reporting_verbs, speaker_roles

CLAUSES = {"that", "wh", "to", "ing"}
OBJECTS = {"said", "hearer", "of", "for", "with", "as", "at", "to", "on", "called", "found"}


def test_every_verb_has_a_frame_or_introduces_quotations() -> None:
    for verb in reporting_verbs().values():
        assert verb.clauses | verb.objects | verb.prepositions or verb.quotes, verb.verb
        assert verb.clauses <= CLAUSES and verb.objects <= OBJECTS, verb.verb


def test_every_noun_and_adjective_has_a_frame() -> None:
    for word in (*reporting_nouns().values(), *reporting_adjectives().values()):
        assert word.clauses | word.prepositions, word.word
        assert word.clauses <= CLAUSES, word.word


def test_words_of_briefings_report() -> None:
    assert {"assess", "know", "believe", "think", "indicate", "confirm", "release"} - {"release"} <= set(reporting_verbs())


def test_a_spokeswoman_is_a_person_and_she() -> None:
    role = speaker_roles()["spokeswoman"]
    assert (role.number, role.gender, role.retaken) == ("person", "she", True)
