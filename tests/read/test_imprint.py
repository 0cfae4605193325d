from datetime import date

import pytest

from waybill.read.imprint import Imprint, imprint_of

STORY = "A ship left the port on Monday. It carried crates, a minister said.\n"


def furniture(text: str, imprint: Imprint) -> list[str]:
    return [span.text_of(text) for span in imprint.furniture]


def test_a_repost_credits_its_source_and_the_author() -> None:
    text = STORY * 3 + "Source: Harbour Post\nAuthor: Jane Doe\nNo comments:\nPost a Comment"
    found = imprint_of(text)
    assert [(c.kind, c.name) for c in found.credits] == [("republished", "Harbour Post"), ("author", "Jane Doe")]
    assert found.author == "Jane Doe"
    assert found.publisher is None
    assert furniture(text, found) == ["Source: Harbour Post", "Author: Jane Doe", "No comments:", "Post a Comment"]


def test_a_masthead_gives_title_author_and_date() -> None:
    text = "Crates seen off Najin\nBy Jane Doe | Published 14 October 2023, 10:32 BST | 5 min read\n\n" + STORY
    found = imprint_of(text)
    assert (found.title, found.author, found.published) == ("Crates seen off Najin", "Jane Doe", date(2023, 10, 14))
    assert furniture(text, found) == text.splitlines()[:2]


def test_front_matter_is_read() -> None:
    found = imprint_of("---\ntitle: Crates seen\nauthor: Jane Doe\ndate: 2023-10-14\n---\n\n" + STORY)
    assert (found.title, found.author, found.published) == ("Crates seen", "Jane Doe", date(2023, 10, 14))


def test_a_dateline_credits_its_agency_and_is_furniture_without_its_sentence() -> None:
    text = "NAJIN, North Korea (AP) — " + STORY
    found = imprint_of(text)
    assert [(c.kind, c.name) for c in found.credits] == [("agency", "AP")]
    assert furniture(text, found) == ["NAJIN, North Korea (AP) —"]


def test_an_agency_signs_after_the_last_sentence() -> None:
    text = STORY.strip() + " (AFP)\n"
    assert [(c.kind, c.name) for c in imprint_of(text).credits] == [("agency", "AFP")]


def test_a_url_as_source_is_named_by_its_host() -> None:
    text = STORY + "Source: https://news.example.org/a/b"
    (credit,) = imprint_of(text).credits
    assert credit.name == credit.span.text_of(text) == "news.example.org"


def test_a_source_below_a_picture_in_the_middle_credits_nothing_for_the_whole() -> None:
    text = STORY * 20 + "Source: Example Images\n" + STORY * 20
    found = imprint_of(text)
    assert found.credits == ()
    assert furniture(text, found) == ["Source: Example Images"]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("Updated 16 October 2023\nPublished 14 October 2023", date(2023, 10, 14)),
        ("Updated 16 October 2023", date(2023, 10, 16)),
        ("Saturday, October 14th, 2023", date(2023, 10, 14)),
        ("Oct. 14, 2023 at 5:03 p.m. EDT", date(2023, 10, 14)),
        ("Vol. 12, No. 3, 14 October 2023", date(2023, 10, 14)),
        ("Posted on Saturday, 14 October 2023 at 10:14", date(2023, 10, 14)),
        ("OSLO, 14 October 2023 - The ship left.", date(2023, 10, 14)),
        ("2023-10-14T08:00:00Z", date(2023, 10, 14)),
        ("Washington, D.C., October 14, 2023", date(2023, 10, 14)),
        ("SEOUL, Oct. 14, 2023 (Yonhap) -- The ship left.", date(2023, 10, 14)),
        ("By Jane Doe, 14 October 2023", date(2023, 10, 14)),
        ("03/04/2023", None),
        ("14 October 2023 was a Saturday.", None),
        ("The ship left on 14 October 2023", None),
        ("14 October 2023\nThe ship left.\n15 October 2023", None),
    ],
)
def test_only_plain_date_lines_tell_when_a_text_was_put_out(lines: str, day: date | None) -> None:
    assert imprint_of(f"{lines}\n\n{STORY}").published == day


def test_a_date_in_the_middle_is_no_publishing_date() -> None:
    assert imprint_of(STORY * 20 + "14 October 2023\n" + STORY * 20).published is None


@pytest.mark.parametrize("first", ["Crates seen off Najin", "US condemns 'escalation'"])
def test_a_short_first_line_set_off_is_the_title(first: str) -> None:
    assert imprint_of(f"{first}\n\n{STORY}").title == first


@pytest.mark.parametrize(
    "text", [f"They left Najin.\n\n{STORY}", f"Crates seen\n{STORY}", "Crates seen", f"(Undated)\n\n{STORY}"]
)
def test_a_sentence_or_a_line_that_runs_on_is_no_title(text: str) -> None:
    assert imprint_of(text).title is None


def test_marks_of_markdown_hide_no_credit() -> None:
    found = imprint_of(f"# Crates seen.\n\n{STORY}\n**Source:** Harbour Post\n")
    assert found.title == "Crates seen."
    assert [c.name for c in found.credits] == ["Harbour Post"]


@pytest.mark.parametrize(
    "last", ["by Kim Jong Un.", "via Vladivostok.", "14 October 2023.", "Support our allies, they said", "Reuters"]
)
def test_a_wrapped_sentence_that_goes_on_is_no_credit(last: str) -> None:
    found = imprint_of(STORY + "The papers on the delivery of the crates were brought or signed\n" + last)
    assert (found.credits, found.author, found.published, found.furniture) == ((), None, None, ())


def test_a_byline_below_a_long_title_is_one() -> None:
    found = imprint_of("Crates seen off Najin as ministers meet for talks on the war\nBy Jane Doe\n\n" + STORY)
    assert found.author == "Jane Doe"
    assert found.title == "Crates seen off Najin as ministers meet for talks on the war"
