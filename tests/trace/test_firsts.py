from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import say, write
from waybill.trace.firsts import Firsts
from waybill.trace.sameness import LIKE
from waybill.trace.telling import Telling, telling
from waybill.trace.voices import Voice
from waybill.trace.wording import likeness

WORDS = ("pier", "crate", "train", "depot", "shell", "night", "crew", "flag", "hull")


def _telling(number: int, words: list[str]) -> Telling:
    report = write(f"{number}.txt", " ".join(words))
    officials = Voice("government", "US government")
    return telling(say(report, report.document.text), report, officials, Voice("outlet", "Alder"))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, unique=True), min_size=2, max_size=12))
def test_nothing_alike_is_missed(texts: list[list[str]]) -> None:
    *held, asked = (_telling(n, words) for n, words in enumerate(texts))
    firsts = Firsts([*held, asked])
    for one in held:
        firsts.add(one)
    found = {t.claim.id for t in firsts.of_same_voice(asked)}
    assert {t.claim.id for t in held if likeness(t.content, asked.content) >= LIKE} <= found
