"""From texts to mentions and claims: the stages that a text goes through once, as its claims are then held."""

from collections.abc import Iterator, Sequence
from functools import partial

from waybill.extract.claims import extract
from waybill.extract.tables import claims_of_table
from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.parse.english import parse
from waybill.pipeline.progress import Progress
from waybill.reference.gazetteer import Gazetteer, open_gazetteer
from waybill.resolve.mentions import resolve
from waybill.resolve.places.named import place_named
from waybill.settings import Settings


def find_mentions(
    publications: Sequence[Publication], settings: Settings, progress: Progress
) -> Iterator[tuple[Publication, tuple[Mention, ...]]]:
    """The mentions of each publication, in order. A table of claims is no prose and has none."""
    gazetteer = open_gazetteer(settings, progress)
    for publication, parsed in _parsed(publications, settings, progress):
        yield publication, resolve(parsed, publication.published, gazetteer) if parsed else ()


def find_claims(
    publications: Sequence[Publication], settings: Settings, progress: Progress
) -> Iterator[tuple[Publication, tuple[Claim, ...]]]:
    """The claims of each publication, in order."""
    gazetteer = open_gazetteer(settings, progress)
    for publication, parsed in _parsed(publications, settings, progress):
        yield publication, _claims(publication, parsed, gazetteer)


def _parsed(
    publications: Sequence[Publication], settings: Settings, progress: Progress
) -> Iterator[tuple[Publication, Parse | None]]:
    """Each publication with its parse; None for a table of claims. Of a long one it is told how far it is."""
    doing = ""

    def tell(share: float) -> None:
        progress(f"{doing}, {share:.0%} parsed")

    prose = [p for p in publications if not p.rows]
    edges = (tuple(at for span in p.furniture for at in (span.start, span.end)) for p in prose)
    parses = parse((p.document.text for p in prose), settings, tell, edges)
    for number, publication in enumerate(publications, start=1):
        doing = f"reading {number} of {len(publications)}: {publication.path}"
        progress(doing)
        yield publication, None if publication.rows else next(parses)


def _claims(publication: Publication, parsed: Parse | None, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    if parsed is None:
        return claims_of_table(publication, partial(place_named, gazetteer))
    return extract(parsed, resolve(parsed, publication.published, gazetteer), publication)
