"""Parses to item mentions: arms and other goods, by noun and by designation."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Item
from waybill.reference.munitions import Good, designations, goods_by_head, item_modifiers, other_senses
from waybill.resolve.calibres import AT_START, CALIBRE, calibre_mm, classes_of_rounds, elided_before, plain

_NICKNAME = re.compile(r"[\s-]*(?:[A-Z][a-z]+\s)?")
"""Between a designation and its noun: 2S1 Gvozdika howitzers."""

_FIRST_LETTERS = re.compile(r"[A-Za-z]+")
_REACH = 90
"""Code points the words of one item may reach back: our convention, longer than any name met."""

_VERBS_TOO = frozenset({"arm", "bomb", "chip", "drone", "explosive", "fuse", "gun", "mine", "mortar", "part", "projectile"})
_VERBS_TOO |= {"radar", "rocket", "round", "shell", "spare", "supply", "tank", "torpedo"}
"""Heads of munitions.csv that are other words, too."""

_ROUNDS = frozenset({"round", "ammunition", "ammo", "munition", "projectile", "cartridge", "shell"})
_BY_CALIBRE = frozenset({"unspecified", "ammunition_large", "ammunition_small"})
_KINDS: dict[str, set[str | None]] = {"missile": {"missile", "sam", "manpads", "atgm"}, "uav": {"uav", "uav_oneway"}}
"""What a general noun leaves to the designation before it: a Kornet missile is an ATGM, a Grad rocket a rocket."""


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
        head = next((form for form in _forms(lemma) if form in heads), None)
        if head and _is_noun(parse, token, head) and not _is_other_sense(parse, token, head):
            start, end = parse.start[token], parse.end[token]
            before = _modifiers().search(text, max(0, start - _REACH, text.rfind("\n\n", 0, start) + 1), start)
            words = _words(before[0]) if before else frozenset()
            good = next((g for g in heads[head] if words.issuperset(g.words[:-1])), None)
            if good and not (head == "round" and good.words == ("round",) and _is_lone_round(parse, token, before)):
                first = before.start() if before else start
                yield _Found(first, end, good, head, _name(text[first:start], parse, token, head))


@cache
def _forms(lemma: str) -> tuple[str, ...]:
    """The parser leaves capitals and plurals of what it takes for names or verbs: "Munitions", "carbines"."""
    return (lemma, lemma.lower(), lemma.lower().removesuffix("s"))


def _is_noun(parse: Parse, token: int, head: str) -> bool:
    """By its tag; words that are never verbs count whatever their tag."""
    return parse.tag[token].startswith("NN") or head not in _VERBS_TOO


@cache
def _modifiers() -> re.Pattern[str]:
    words = "|".join(re.escape(m).replace(r"\-", r"[\s-]").replace(r"\ ", r"[\s-]") for m in item_modifiers())
    return re.compile(rf"(?<![\w-])(?:(?:(?i:{words})|{CALIBRE})(?:[\s-]+))+$")


def _words(before: str) -> frozenset[str]:
    lowered = re.sub(r"\s+", " ", before.lower()).strip(" -")
    hyphened = [m for m in item_modifiers() if "-" in m and m.replace("-", " ") in lowered.replace("-", " ")]
    parts = [part for word in lowered.split() if not word.startswith("anti-") for part in word.split("-")]
    return frozenset([*lowered.split(), *hyphened, *parts])


def _is_other_sense(parse: Parse, token: int, head: str) -> bool:
    """up in arms, think tank, shell company, a round of talks, the military arm, Shell the firm."""
    word = parse.word[token]
    if (head == "arm" and word.lower() != "arms") or (word == "Shell" and token > parse.sentence_at(token)[0]):
        return True
    start, end = parse.start[token], parse.end[token]
    before = parse.text[max(0, start - 24) : start]
    senses = (other_senses().get(key) for key in (head, "*"))
    return any(s[0].search(before) or s[1].match(parse.text, end) for s in senses if s)


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
    own, start = AT_START.match(text, item.start), item.start
    noun = item.name[len(plain(own[0])) :].strip(" -") if own else ""
    while own and (found := elided_before(text, start)):
        start = found.start()
        yield _Found(start, found.end("calibre"), item.good, item.head, f"{plain(found['calibre'])} {noun}")


def _name(before: str, parse: Parse, token: int, head: str) -> str:
    word = "arms" if head == "arm" else head
    word = word.upper() if parse.word[token].isupper() or parse.word[token][:-1].isupper() else word
    words = " ".join(w if w.isupper() else w.lower() for w in before.split())
    joint = "-" if before.endswith("-") else " "
    return f"{plain(words.removesuffix('-'))}{joint}{word}" if words else word


def _mention(text: str, found: _Found) -> Mention:
    bore, item_class = calibre_mm(found.name), found.good.item_class
    by_calibre = bore is not None and found.head in _ROUNDS and item_class in _BY_CALIBRE
    classes = classes_of_rounds(bore, item_class) if bore is not None and by_calibre else (item_class,)
    first, *others = (Item(found.name, named, bore) for named in classes)
    span = Span(found.start, found.end)
    reason = f"{found.name}: {' or '.join(f'{o.item_class}' for o in others)}" if others else None
    return Mention("item", span, span.text_of(text), first, reason, tuple(others))
