"""XML of a list, element by element: nothing it declares is expanded, fetched or obeyed."""

import io
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

from waybill.errors import ReadError

Element: TypeAlias = _Element


def elements(data: bytes, wanted: frozenset[str]) -> Iterator[tuple[str, Element]]:
    """The root when it opens (its children are still to come), then each wanted element when it is whole, by local name.

    A wanted element is emptied once the next is asked for. Raises ReadError where the XML is damaged, or declares a document
    type: no official list does, and entities that blow up or point elsewhere need one.
    """
    events = etree.iterparse(
        io.BytesIO(data), ("start", "end"), resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    root: Element | None = None
    try:
        for event, element in events:
            if root is None:
                root = element
                _refuse_declarations(element)
                yield local(element), element
            elif event == "end" and (name := local(element)) in wanted:
                yield name, element
                element.clear(keep_tail=False)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"damaged XML ({error.msg}); fetch the list again") from error


def local(element: Element) -> str:
    """The element's name without its namespace; "" for comments and their like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words(element: Element, path: str) -> str:
    """The words of the first element on a path of local names ("NATIONALITY/VALUE"), blanks reduced; "" where there is none."""
    return next(every(element, path), "")


def every(element: Element, path: str) -> Iterator[str]:
    """The words of every element on a path of local names, those without words left out."""
    steps = "/".join(f"{{*}}{step}" for step in path.split("/"))
    for found in element.iterfind(steps):
        if said := " ".join((found.text or "").split()):
            yield said


def _refuse_declarations(root: Element) -> None:
    if root.getroottree().docinfo.doctype:
        raise ReadError("XML with a document type, which no official list has; fetch the list anew from its publisher")
