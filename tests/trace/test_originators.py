from newsroom import credit, say, speaker, write
from waybill.model.claim import Source
from waybill.model.document import Cell, Publication, Row
from waybill.model.span import Span
from waybill.trace.genealogy import trace
from waybill.trace.shelf import shelf
from waybill.trace.voices import Voice, voice

NEWS = write("news.txt", "Crates left the port, it was said.", publisher="The Alder Gazette")


def who(source: Source | None, publication: Publication = NEWS, outlet: str | None = "The Alder Gazette") -> Voice:
    return voice(say(publication, "Crates left the port", by=source), publication, outlet, shelf([publication]))


def person(name: str | None, institution: str | None, country: str | None, kind: str = "person") -> Source:
    return Source(Span(0, 1), name or "an official", name, institution, country, kind)  # type: ignore[arg-type]


def test_a_government_is_one_originator_whoever_of_it_speaks() -> None:
    speakers = (
        speaker("US officials"),
        person("John Kirby", "White House", "United States"),
        person(None, "Pentagon", "United States", "unnamed"),
        person(None, "US intelligence community", None, "organisation"),
        person(None, None, "United States", "unnamed"),
    )
    assert {who(s) for s in speakers} == {Voice("government", "US government")}


def test_a_body_unknown_to_us_is_of_a_state_where_its_words_and_country_say_so() -> None:
    ministry = person("Ann Lee", "Ministry of Inland Waterways", "South Korea")
    institute = person("Ann Lee", "Institute of Inland Waterways", "South Korea")
    assert (who(ministry).kind, who(institute).kind) == ("government", "organisation")


def test_two_governments_are_two_originators() -> None:
    assert who(speaker("US officials")).id != who(speaker("South Korean officials")).id


def test_an_institution_stands_for_those_who_speak_for_it() -> None:
    assert who(person("Jo Byrne", "Quayside Institute", None)) == who(person("Al Ray", "Quayside Institute", None))


def test_an_unnamed_official_of_nobody_is_kept_apart_for_every_document() -> None:
    other = write("other.txt", "Crates left the port.")
    here, there = who(speaker("a Western official")), who(speaker("a Western official"), other)
    assert (here.kind, there.kind) == ("unnamed", "unnamed") and here.id != there.id


def test_images_speak_with_the_voice_of_the_text_that_shows_them() -> None:
    assert who(speaker("satellite images of the pier")) == Voice("outlet", "The Alder Gazette")


def test_images_that_somebody_released_are_not_the_outlets_own() -> None:
    assert who(speaker("images released on Friday")).kind == "unnamed"


def test_analysts_are_a_crowd() -> None:
    assert who(speaker("analysts")).kind == "crowd"


def test_the_outlets_own_voice_is_the_outlet() -> None:
    assert who(None) == Voice("outlet", "The Alder Gazette")


def test_an_outlet_has_one_id_under_its_names() -> None:
    assert Voice("outlet", "The Gazette News").id == Voice("outlet", "gazette").id


def test_a_reposts_own_voice_is_that_of_whom_it_credits_though_the_original_is_not_held() -> None:
    repost = write("repost.txt", "Crates left the port.", publisher="A blog", credits=(credit("The Alder Gazette"),))
    tracing = trace([repost], [say(repost, "Crates left the port", by=None)])
    assert [o.name for o in tracing.originators] == ["The Alder Gazette"]


def test_an_outlet_nobody_names_is_said_to_be_unnamed() -> None:
    assert who(None, outlet=None) == Voice("unnamed", "unnamed outlet", NEWS.document.text_sha256)


def test_belief_that_nobody_holds_is_unnamed() -> None:
    claim = say(NEWS, "Crates left the port", by=None, cue=Span(0, 5))
    assert voice(claim, NEWS, "The Alder Gazette", shelf([NEWS])) == Voice("unnamed", "nobody named", NEWS.document.text_sha256)


def test_a_row_of_a_table_without_an_asserter_speaks_for_its_outlet() -> None:
    text = "2024-01-02,The Quay,forty crates"
    row = Row(Span(0, len(text)), (Cell("outlet", "The Quay", Span(11, 19)),))
    table = write("table.csv", text, rows=(row,))
    assert voice(say(table, "forty crates", by=None), table, None, shelf([table])) == Voice("outlet", "The Quay")


def test_an_official_of_an_alliance_without_a_name_is_not_the_alliance() -> None:
    official = person("a senior NATO official", "NATO", None, "organisation")
    assert who(official) == Voice("unnamed", "a senior NATO official", NEWS.document.text_sha256)
    assert who(person("Jens Stoltenberg", "NATO", None)) == Voice("organisation", "NATO")


def test_state_media_speak_for_their_government() -> None:
    names = ("North Korean state media", "KCNA")
    assert {who(person(name, None, None)) for name in names} == {Voice("government", "North Korean government")}


def test_a_state_that_publishes_speaks_as_its_government() -> None:
    assert who(None, outlet="White House") == Voice("government", "US government")


def test_copies_of_a_text_name_the_same_unnamed_official() -> None:
    copy = write("copy.txt", NEWS.document.text)
    assert who(speaker("a Western official")) == who(speaker("a Western official"), copy)
