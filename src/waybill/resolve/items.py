"""Parses to item mentions: arms and other goods, by noun and by designation."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Item
from waybill.reference.munitions import Good, designations, goods_by_head, item_modifiers

_CALIBRE = r"\d+(?:\.\d+)?(?:[x×]\d+)?[\s-]?(?:mm|millimet(?:re|er))"
_CALIBRE_MM = re.compile(r"(\d+(?:\.\d+)?)(?:[x×]\d+)?[\s-]?(?:mm|millimet(?:re|er))")
_ELIDED = re.compile(
    rf"(?<![\d.,])(?P<calibre>{_CALIBRE})(?:s?\s*(?:,|and|or)\s*)+(?:[\d.,]+\s+(?:(?:thousand|million)\s+)?)?$"
)
_NICKNAME = re.compile(r"[\s-]*(?:[A-Z][a-z]+\s)?")
"""Between a designation and its noun: 2S1 Gvozdika howitzers."""

_FIRST_LETTERS = re.compile(r"[A-Za-z]+")
_REACH = 90
"""Code points the words of one item may reach back: our convention, longer than any name met."""

_LARGE_FROM_MM = 20
"""Cannon begin at 20 mm (Wassenaar ML1 and ML2 part at 20 mm)."""

_SHELL_OR_ROCKET_MM = 122
"""122 mm rounds are shells of howitzers or rockets of the BM-21: the noun must say."""

_ROUNDS = frozenset({"round", "ammunition", "ammo", "munition", "projectile", "cartridge", "shell"})
_KINDS: dict[str, set[str | None]] = {"missile": {"missile", "sam", "manpads", "atgm"}, "uav": {"uav", "uav_oneway"}}
"""What a general noun leaves to the designation before it: a Kornet missile is an ATGM, a Grad rocket a rocket."""
_NOT_BEFORE = {
    "arm": re.compile(
        r"\b(?:his|her|my|your|in|(?:force|coat|feat|man|men|call|comrades?|passage|companions?)\s+of|supporting|combined|open|both|outstretched|folded|crossed|military|political|armed)\s+$",
        re.I,
    ),
    "round": re.compile(
        r"\b(?:first|second|third|fourth|fifth|next|last|knockout|qualifying|preliminary|playoff|latest|new|final|another|this|each|fresh|previous|opening|further|early|late)\s+$",
        re.I,
    ),
    "chip": re.compile(r"\b(?:chocolate|corn|potato|tortilla|wood|poker|bargaining)\s+$", re.I),
    "gun": re.compile(r"\bjump(?:ed|ing|s)?\s+the\s+$", re.I),
    "tank": re.compile(r"\b(?:think|fuel|water|storage|oil|gas|septic|fish|petrol|ballast|holding)[\s-]+$", re.I),
    "shell": re.compile(r"\b(?:burnt-out|empty|outer|royal)\s+$", re.I),
    "component": re.compile(r"\b(?:key|important|major|core|crucial|essential|central|critical|vital)\s+$", re.I),
}
_NOT_AFTER = {
    "arm": re.compile(
        r"\s+of\b|['’]s? length|\s+(?:folded|crossed|around)|\s+and\s+(?:head|legs?|hands?|torso|shoulders?)", re.I
    ),
    "shell": re.compile(r"[\s-]+(?:compan|firm|corporation|entit|game|shock|bank|of\s+(?:the|an?|its|his|her)\b)", re.I),
    "round": re.compile(
        r"[\s-]+(?:trip|table|of\b(?!\s+(?:[\w.-]+\s+){0,3}(?:ammunition|ammo|munition|shell|rocket|artillery|mm)))", re.I
    ),
    "rocket": re.compile(r"[\s-]+(?:scien)", re.I),
    "bullet": re.compile(r"[\s-]+(?:point|train)", re.I),
    "component": re.compile(r"\s+of\s+(?:the|a|an|his|its|our|any|this)\b", re.I),
    "chip": re.compile(r"\s+(?:away|in)\b", re.I),
    "spare": re.compile(r"\s+(?:time|room|capacity)\b", re.I),
}


class _Found(Struct, frozen=True):
    start: int
    end: int
    good: Good
    head: str | None
    name: str


def find_items(parse: Parse) -> tuple[Mention, ...]:
    """Every munition or other good named, in order and without overlap; of nested readings the longest.

    The half-open span holds the item's own words: calibre, designation, kind and noun, no nation, age or number. The class is
    munitions.csv's; "unspecified" where no kind of arms is said, None where the words need not mean arms ("equipment").
    Of "122 mm and 152 mm shells" the elided item is a mention at its calibre.
    """
    found = _merged(parse.text, sorted((*_by_head(parse), *_by_name(parse)), key=lambda f: (f.start, -f.end)))
    found += [e for f in found for e in _elided(parse.text, f)]
    return tuple(_mention(parse.text, f) for f in sorted(found, key=lambda f: (f.start, f.end)))


def _by_head(parse: Parse) -> Iterator[_Found]:
    heads, text = goods_by_head(), parse.text
    for token, lemma in enumerate(parse.lemma):
        head = lemma if lemma in heads else lemma.lower()
        if head in heads and parse.tag[token].startswith("NN") and not _is_other_sense(parse, token, head):
            start, end = parse.start[token], parse.end[token]
            before = _modifiers().search(text, max(0, start - _REACH, text.rfind("\n\n", 0, start) + 1), start)
            words = _words(before[0]) if before else frozenset()
            good = next((g for g in heads[head] if words.issuperset(g.words[:-1])), None)
            if good and not (head == "round" and good.words == ("round",) and _is_lone_round(parse, token, before)):
                first = before.start() if before else start
                yield _Found(first, end, good, head, _name(text[first:start], parse, token, head))


@cache
def _modifiers() -> re.Pattern[str]:
    words = "|".join(re.escape(m).replace(r"\-", r"[\s-]").replace(r"\ ", r"[\s-]") for m in item_modifiers())
    return re.compile(rf"(?<![\w-])(?:(?:(?i:{words})|{_CALIBRE})(?:[\s-]+))+$")


def _words(before: str) -> frozenset[str]:
    lowered = re.sub(r"\s+", " ", before.lower()).strip(" -")
    hyphened = [m for m in item_modifiers() if "-" in m and m.replace("-", " ") in lowered.replace("-", " ")]
    parts = [part for word in lowered.split() if not word.startswith("anti-") for part in word.split("-")]
    return frozenset([*lowered.split(), *hyphened, *parts])


def _is_other_sense(parse: Parse, token: int, head: str) -> bool:
    """up in arms, think tank, shell company, a round of talks, the military arm."""
    if head == "arm" and parse.word[token].lower() != "arms":
        return True
    before, after = _NOT_BEFORE.get(head), _NOT_AFTER.get(head)
    start, end = parse.start[token], parse.end[token]
    if before and before.search(parse.text[max(0, start - 20) : start]):
        return True
    return bool(after and after.match(parse.text, end))


def _is_lone_round(parse: Parse, token: int, before: re.Match[str] | None) -> bool:
    """ "the round" alone is rarely ammunition."""
    return parse.tag[token] in ("NN", "NNP") and before is None


def _by_name(parse: Parse) -> Iterator[_Found]:
    names, text = designations(), parse.text
    for token, word in enumerate(parse.word):
        if not (word[0].isupper() or word[0].isdigit()):
            continue
        run = _FIRST_LETTERS.search(word)
        entries = names.get(run[0]) or names.get(run[0].removesuffix("s")) if run else None
        matches = [(m, good) for pattern, good in entries or () if (m := pattern.match(text, parse.start[token]))]
        if matches:
            match, good = max(matches, key=lambda found: found[0].end())
            yield _Found(match.start(), match.end(), good, None, re.sub(r"(?<=\d)([A-Z]?)s$", r"\1", match[0]))


def _merged(text: str, found: list[_Found]) -> list[_Found]:
    """Drops what lies in a longer one; a designation right before a noun becomes one with it."""
    kept: list[_Found] = []
    for item in found:
        last = kept[-1] if kept else None
        if last and item.end <= last.end:
            continue
        if last and last.head is None and item.head and _NICKNAME.fullmatch(text, last.end, item.start):
            kept[-1] = _together(text, last, item)
        elif last and item.start < last.end:
            kept[-1] = item if len(item.name) > len(last.name) else last
        else:
            kept.append(item)
    return [f for f in kept if f.good.item_class != "by_head"]


def _together(text: str, name: _Found, noun: _Found) -> _Found:
    kinds = _KINDS.get(noun.good.item_class or "", {noun.good.item_class})
    by_noun = noun.good.item_class != "unspecified" and name.good.item_class not in kinds
    joint = text[name.end : noun.start].replace("\n", " ")
    return _Found(name.start, noun.end, noun.good if by_noun else name.good, noun.head, f"{name.name}{joint}{noun.name}")


def _elided(text: str, item: _Found) -> Iterator[_Found]:
    """The other calibres of "122 mm, 130 mm and 152 mm shells"."""
    start = item.start
    if not _CALIBRE_MM.match(text, start):
        return
    noun = re.sub(rf"^{_CALIBRE_MM.pattern}\s+", "", item.name)
    while found := _ELIDED.search(text, max(0, start - 40), start):
        start = found.start()
        yield _Found(start, found.end("calibre"), item.good, item.head, f"{_plain_calibre(found['calibre'])} {noun}")


def _name(before: str, parse: Parse, token: int, head: str) -> str:
    word = "arms" if head == "arm" else head
    word = word.upper() if parse.word[token].isupper() or parse.word[token][:-1].isupper() else word
    words = " ".join(w if w.isupper() else w.lower() for w in before.split())
    joint = "-" if before.endswith("-") else " "
    return f"{_plain_calibre(words.removesuffix('-'))}{joint}{word}" if words else word


def _plain_calibre(words: str) -> str:
    return re.sub(r"(\d)[\s-]?(?:mm|millimet(?:re|er))\b-?", r"\1 mm", words)


def _mention(text: str, found: _Found) -> Mention:
    calibre = _CALIBRE_MM.search(found.name)
    calibre_mm = float(calibre[1]) if calibre else None
    item_class = _class_by_calibre(found, calibre_mm) if calibre_mm else found.good.item_class
    span = Span(found.start, found.end)
    return Mention("item", span, span.text_of(text), Item(found.name, item_class, calibre_mm))


def _class_by_calibre(found: _Found, calibre_mm: float) -> str | None:
    """152 mm rounds are for guns, 7.62 mm rounds for small arms; 122 mm rounds may be shells or rockets."""
    if found.head not in _ROUNDS or found.good.item_class not in ("unspecified", "ammunition_large", "ammunition_small"):
        return found.good.item_class
    if calibre_mm < _LARGE_FROM_MM:
        return "ammunition_small"
    if calibre_mm == _SHELL_OR_ROCKET_MM and found.good.item_class == "unspecified":
        return "unspecified"
    return "ammunition_large"
