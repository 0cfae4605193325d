"""What looks like an outlet's own name: "Harbour Post", "Ministry of Ports", "LAMP & ANCHOR".

A name is known by its form: each of its words has a capital, and one of them is what outlets are called. A headline is none,
for it has a verb, or "in", "from"; or, where no word of outlets speaks for it, a nation or goods.
"""

import re
from functools import cache

from waybill.reference.countries import countries
from waybill.reference.goods_words import words_of as goods_words_of
from waybill.reference.munitions import goods_by_head
from waybill.reference.reporting import reporting_verbs, speaking_bodies
from waybill.reference.transfer_verbs import transfer_words

LONGEST_NAME_WORDS = 9
"""Our convention: few outlets have longer names, and most headlines are longer."""

LONGEST_BARE_WORDS = 4
"""Up to so many words a name without an outlet's word is one: our convention, a headline has seldom fewer."""

_BODIES = (
    "agency argus beacon blog broadcasting bulletin centre center digest echo foundation guardian institute"
    " institution monitor network newsletter observatory outlook pool portal sentinel service star today tracker watch"
)
_HEADLINE_VERBS = (
    "abandon arrest back bomb build buy capture close cut destroy find get give hail halt hit hold join kill launch leave lose"
    " make meet near open quit raid reach resign return seek seize sign slam stop strike take use visit vow want win"
)
_GENRES = (
    "analysis background briefing comment excerpt interview memo notes release remarks report statement summary testimony"
    " transcript update"
)
BODIES = frozenset(_BODIES.split())
"""What outlets are called beside the outlets of `speaking_bodies`. Our own list, without what headlines end with ("union")."""

HEADLINE_VERBS = frozenset(_HEADLINE_VERBS.split())
"""Verbs of headlines that report neither speech nor a transfer: "Rebels Seize Border Post". Our own list."""

GENRES = frozenset(_GENRES.split())
"""What heads a text in capitals and says what it is, not whose: "DAILY BRIEFING". Our own list."""

_WORD = r"[A-ZÀ-ÖØ-Þ0-9][\w.'’&-]*"
_SMALL = r"(?:of|for|on|the|and|&|de|du|der|la|le|al|el)"
_NAME = rf"(?:(?:The|THE) )?{_WORD}(?:(?: (?:{_SMALL}|{_SMALL.upper()})){{0,2}} {_WORD})*"
_NO_NAME = re.compile(
    r"\b(?:a|an|at|as|by|from|in|into|is|are|over|to|under|with|off|no|not|after|against|amid)\b", re.IGNORECASE
)
_NAMED = re.compile(_NAME)
_OPENS = re.compile(r"(?:ministry|department|office|embassy|institute|journal|bureau|centre|center) (?:of|for) ", re.IGNORECASE)


BY_FORM = (
    "THE HARBOUR POST",
    "Harbour and Coast Gazette",
    "Example Wire",
    "Example Institute for Harbour Studies",
    "MINISTRY OF PORTS OF THE EXAMPLE REPUBLIC",
)
"""Examples of names that a word of theirs shows to be an outlet's."""

BARE = ("LAMP & ANCHOR", "GULL-INFORM", "Lamp and Anchor")
"""Examples of names without such a word: they count only where more speaks for them."""

HEADLINES = (
    "Rebels Seize Border Post",
    "RUSSIA DENIES ARMS REPORT",
    "Arms Deal in the News",
    "NORTH KOREAN ARMS",
    "MORE SHELLS",
    "DAILY BRIEFING",
    "Press",
)
"""Examples of what is none, though it looks like one."""


def is_outlet(name: str) -> bool:
    """True where words look like an outlet's name by a word of their own: "Harbour Post", "Ministry of Ports"."""
    if not 1 < len(name.split()) <= LONGEST_NAME_WORDS or not _NAMED.fullmatch(name) or _is_headline(name):
        return False
    return _OPENS.match(name) is not None or _has_body(name)


def is_bare_name(name: str) -> bool:
    """True where words could be an outlet's name though none says so: few, no nation, goods or verb; one alone has a hyphen."""
    words = name.lower().removeprefix("the ").split()
    if not 0 < len(words) <= LONGEST_BARE_WORDS or (len(words) == 1 and "-" not in name) or not _NAMED.fullmatch(name):
        return False
    runs = {" ".join(words[n:end]) for n in range(len(words)) for end in range(n + 1, len(words) + 1)}
    return not _is_headline(name) and not runs & _of_headlines()


def _has_body(name: str) -> bool:
    """A word of outlets ends the name, or stands before its "for ...", "of ..."; alone it is none."""
    words = name.lower().split()
    ends = (n for n, word in enumerate(words) if n and word in _bodies())
    return any(n + 1 == len(words) or words[n + 1] in ("of", "for", "on") for n in ends)


def _is_headline(name: str) -> bool:
    """A word of headlines anywhere, or a verb after the first word: a name may open with one ("Seek Point News")."""
    inner = name.lower().split()[1:-1]
    verb = any(word in HEADLINE_VERBS or any(stem in _verbs() for stem in _stems(word)) for word in inner)
    return verb or _NO_NAME.search(name) is not None


def _stems(word: str) -> tuple[str, ...]:
    """What a word could be the third person or the past of."""
    cut = {"ies": "y", "es": "", "s": "", "ied": "y", "ed": "", "d": ""}
    return tuple(word.removesuffix(end) + put for end, put in cut.items() if word.endswith(end))


@cache
def _bodies() -> frozenset[str]:
    return BODIES | {word for word, kind in speaking_bodies().items() if kind == "outlet"}


@cache
def _verbs() -> frozenset[str]:
    """Verbs by lemma, without those that outlets are called by ("review")."""
    shifting = {lemma for lemma, pos in transfer_words() if pos == "verb"}
    return (HEADLINE_VERBS | set(reporting_verbs()) | shifting) - _bodies()


@cache
def _of_headlines() -> frozenset[str]:
    """Nations, capitals, goods and genres, in lower case: what headlines are about, and bare names of outlets are not."""
    known = countries()
    named = (name for c in known for name in (*c.names, *c.adjectives, *c.people, *c.capitals))
    goods = goods_words_of("container") | goods_words_of("goods") | goods_words_of("carrier") | set(goods_by_head())
    return frozenset({*(name.lower() for name in named), *goods, *GENRES, *(f"{word}s" for word in goods)})
