"""How one claim reads in a few words: what, by whom, in which form, where."""

from collections.abc import Mapping

from waybill.model.claim import Claim, Frame
from waybill.model.delivery import ReadAs
from waybill.model.document import Publication
from waybill.publish.differences import INLINE, NONE, Difference, beside, differences, slot_words, who
from waybill.reference.nearness import leg

MOST_WORDS = 90
"""Code points of a content shown where no slot is filled: our convention, about one line."""

_IMPRINT = ("date_published", "outlet", "url", "asserter")
_FORMS = {"quoted": "quoted", "mixed": "part quoted", "paraphrased": "paraphrase"}

SIDES = {"ceiling": "stated ceiling", "floor": "stated floor", "largest": "largest estimate"}
"""How the extremes of a line are called."""

IF: dict[ReadAs, str] = {
    "floors": "",
    "totals": " if an amount is all that moved",
    "unsaid": " if what names no goods, stage or way counts those that others name",
    "starts": " if counts that name no start begin alike",
    "hedged": " if what is called possible is so",
    "bridged-floors": " if a factor holds",
    "bridged-totals": " if a factor holds and an amount is all that moved",
}
"""What a reading assumes, from the least to the most."""

_LEGS = {"origin": "from", "via": "via", "destination": "to"}


def what(claim: Claim, publication: Publication, machine: Claim | None = None) -> str:
    """The filled slots in the text's own words; the content itself where none is filled.

    `machine` is the claim as the machine read it, where it was corrected: what it read then stands beside what is said now.
    """
    differing = {d.name: d for d in differences(claim, machine or claim)}
    told = {name: _told(claim.frame, name, differing.get(name)) for name in Frame.__struct_fields__}
    route = " ".join(told[name] for name in ("origin", "via", "destination") if told[name])
    parts = [words for words in (_of(told), told["window"], route, told["mode"]) if words]
    parts = parts or [shortened(content(claim, publication))]
    parts += [beside(f"{d.name} {d.now}", d) for d in differing.values() if d.name not in INLINE]
    return ", ".join(parts) + _stance(claim, differing.get("stance"))


def content(claim: Claim, publication: Publication) -> str:
    """The words of the content on one line, parts joined by an ellipsis; of a table's row, the telling cells."""
    row = publication.row_at(claim.hull.start)
    if row is not None:
        return "; ".join(c.text for c in row.cells if c.column not in _IMPRINT)
    return " … ".join(" ".join(part.text_of(publication.document.text).split()) for part in claim.content)


def shortened(words: str) -> str:
    """The words, cut at a word's end after about a line."""
    if len(words) <= MOST_WORDS:
        return words
    return words[: words.rfind(" ", 0, MOST_WORDS)] + " …"


def by(claim: Claim) -> str:
    """Who says it, as named in the text or as it resolves."""
    return who(claim.source, claim.cue is not None)


def form(claim: Claim) -> str:
    """Quoted or not, and the basis where one is stated."""
    return _FORMS[claim.form] if claim.basis == "none" else f"{_FORMS[claim.form]}, {claim.basis}"


def where(claim: Claim, publication: Publication, document_label: str) -> str:
    """Document and line, or page where the document has pages."""
    page = publication.document.page_of(claim.hull.start)
    return f"{document_label} p.{page}" if page else f"{document_label}:{publication.document.line_of(claim.hull.start)}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 echo", "2 echoes"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def standing(named: int, unnamed: int, outlets: int, echoes: int = 0) -> str:
    """How many stand behind a delivery: "1 originator, 2 unnamed, 1 outlet in own words, 3 echoes"."""
    parts = (
        counted(named, "originator"),
        f"{unnamed} unnamed" if unnamed else "",
        f"{counted(outlets, 'outlet')} in own words" if outlets else "",
        counted(echoes, "echo", "echoes") if echoes else "",
    )
    return ", ".join(filter(None, parts))


def _told(frame: Frame, name: str, corrected: Difference | None) -> str:
    """The words of a slot, a place's with the preposition of its leg."""
    words = corrected.now if corrected else slot_words(name, getattr(frame, name))
    if name in _LEGS and words not in ("", NONE):
        words = leg(_LEGS[name], words)
    return beside(words, corrected)


def _of(told: Mapping[str, str]) -> str:
    """ "300 containers of shells"; what is counted is not named twice ("50 ballistic missiles")."""
    much, goods = told["quantity"], told["item"]
    if not much or not goods or goods in much:
        return much or goods
    number, _, counted = much.rpartition(" ")
    return f"{number} {goods}" if number and counted == goods.rpartition(" ")[2] else f"{much} of {goods}"


def _stance(claim: Claim, corrected: Difference | None) -> str:
    """The stance where it is no plain assertion."""
    if corrected:
        return f" [{beside(corrected.now, corrected)}]"
    return "" if claim.stance == "asserted" else f" [{claim.stance}]"
