"""Parses to item mentions: arms and other goods, by noun and by designation."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Item
from waybill.reference.designators import designators
from waybill.reference.munitions import REACH, Good, designations, goods_by_head, item_modifiers, other_senses
from waybill.resolve.calibres import AT_START, CALIBRE, calibre_mm, classes_of_rounds, elided_before, plain

_NICKNAME = re.compile(r"[\s-]*(?:[A-Z][a-z]+\s)?")
"""Between a designation and its noun: 2S1 Gvozdika howitzers."""

_CALIBRE_BEFORE = re.compile(rf"(?<![\w.,]){CALIBRE}[\s-]+\Z")
_DESIGNATION_BEFORE = re.compile(r"(?<![\w-])(?:[A-Z][A-Za-z]{0,11}-\d{1,4}|[A-Z]{2,4}\d{1,4})[A-Z]{0,2}\s+\Z")
"""A letter and a number before a noun of arms: CM-90 anti-ship missiles."""
_ANNOUNCED = re.compile(rf"\b(?:{'|'.join(sorted(designators()))})\.?\s+\Z", re.IGNORECASE)
_SHORT = 24
"""Code points a calibre or a designation may take: our convention."""

_FIRST_LETTERS = re.compile(r"[A-Za-z]+")
_FIGURES = "0123456789."
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
            before = _modifiers().search(text, max(0, start - REACH, text.rfind("\n\n", 0, start) + 1), start)
            words = _words(plain(before[0])) if before else frozenset()
            good = next((g for g in heads[head] if words.issuperset(g.words[:-1])), None)
            if good and not (head == "round" and good.words == ("round",) and _is_lone_round(parse, token, before)):
                first = _with_designation(text, before.start() if before else start)
                yield _Found(first, end, good, head, _name(text[first:start], parse, token, head))


def _with_designation(text: str, start: int) -> int:
    """Where an item begins: at a designation before its words, unless the table has it and its class.

    What a word of designators.csv announces ("Highway A-1") is none, nor what not_items.csv has: a year, an illness.
    """
    found = _DESIGNATION_BEFORE.search(text, max(0, start - _SHORT), start)
    if found is None or _known(text, found.start()) or other_senses()["designation"][0].search(found[0]):
        return start
    return start if _ANNOUNCED.search(text, max(0, found.start() - _SHORT), found.start()) else found.start()


@cache
def _forms(lemma: str) -> tuple[str, ...]:
    """The parser leaves capitals and plurals of what it takes for names or verbs: "Munitions", "carbines"."""
    return (lemma, lemma.lower(), lemma.lower().removesuffix("s"))


def _is_noun(parse: Parse, token: int, head: str) -> bool:
    """By its tag, or where what is taken for a verb is an object ("one-way attack drones"); words that are never verbs count
    whatever their tag."""
    return parse.tag[token].startswith("NN") or head not in _VERBS_TOO or parse.dep[token] in ("pobj", "dobj")


@cache
def _modifiers() -> re.Pattern[str]:
    words = "|".join(re.escape(m).replace(r"\-", r"[\s-]").replace(r"\ ", r"[\s-]") for m in item_modifiers())
    return re.compile(rf"(?<![\w-])(?:(?:(?i:{words})|{CALIBRE})(?:[\s-]+))+$")


def _words(before: str) -> frozenset[str]:
    lowered = re.sub(r"\s+", " ", before.lower()).strip(" -")
    hyphened = [m for m in item_modifiers() if "-" in m and m.replace("-", " ") in lowered.replace("-", " ")]
    parts = [part for word in lowered.split() if not word.startswith("anti-") for part in word.lstrip(_FIGURES).split("-")]
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
    text = parse.text
    for start, word in zip(parse.start, parse.word, strict=True):
        if (word[0].isupper() or word[0].isdigit()) and (known := _known(text, start)):
            match, good = known
            calibre = _CALIBRE_BEFORE.search(text, max(0, start - _SHORT), start)
            name = match[0].removesuffix(match["plural"] or "")
            first = calibre.start() if calibre else start
            yield _Found(first, match.end(), good, None, f"{plain(text[first:start])}{name}")


def _known(text: str, start: int) -> tuple[re.Match[str], Good] | None:
    """The longest designation of the table that begins at an offset, with what it names."""
    run = _FIRST_LETTERS.search(text, start, start + _SHORT)
    entries = designations().get(run[0]) or designations().get(run[0].removesuffix("s")) if run else None
    matches = [(match, good) for pattern, good in entries or () if (match := pattern.match(text, start))]
    return max(matches, key=lambda found: found[0].end(), default=None)


def _merged(text: str, found: list[_Found]) -> list[_Found]:
    """Drops what lies in a longer one; a designation right before a noun, or before its nickname, becomes one with it."""
    kept: list[_Found] = []
    for item in found:
        last = kept[-1] if kept else None
        if last and item.end <= last.end:
            continue
        if last and last.head is None and item.head and _NICKNAME.fullmatch(text, last.end, item.start):
            kept[-1] = _together(text, last, item)
        elif last and _is_nickname(text, last, item):
            kept[-1] = _Found(last.start, item.end, last.good, None, f"{last.name} {item.name}")
        elif last and item.start < last.end:
            kept[-1] = item if len(item.name) > len(last.name) else last
        else:
            kept.append(item)
    return [f for f in kept if f.good.item_class != "by_head" and not (f.head is None and _names_other(text, f.end))]


def _is_nickname(text: str, name: _Found, item: _Found) -> bool:
    """BM-21 Grad: one system by two names."""
    classes = {name.good.item_class, item.good.item_class}
    return name.head is None and item.head is None and len(classes) == 1 and text[name.end : item.start] == " "


def _names_other(text: str, end: int) -> bool:
    """Zolfaghar speedboats: no missile."""
    return other_senses()["name"][1].match(text, end) is not None


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
