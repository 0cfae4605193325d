"""Texts to claims without the resolve room: mentions come from a short list of words."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256

import pytest

from waybill.extract.claims import extract
from waybill.extract.frames.scene import Scene, scene_of
from waybill.model.claim import Claim
from waybill.model.document import Document, DocumentId, Publication
from waybill.model.mention import Mention, MentionKind, MentionValue
from waybill.model.parse import Parse
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.settings import Settings

PUBLISHED = date(2024, 5, 10)

STATES = {
    "North Korean": "North Korea",
    "North Korea": "North Korea",
    "Pyongyang": "North Korea",
    "Russian": "Russia",
    "Russia": "Russia",
    "Moscow": "Russia",
    "Iranian": "Iran",
    "Iran": "Iran",
    "Tehran": "Iran",
    "Ukraine": "Ukraine",
    "Belarus": "Belarus",
    "Libya": "Libya",
}
TOWNS = {"Rajin": "North Korea", "Tikhoretsk": "Russia", "Vostochny": "Russia", "Astrakhan": "Russia", "Olya": "Russia"}
ITEMS = r"(?:artillery |ballistic |military )?(?:shells|drones|rockets|missiles|munitions|weapons|tanks|equipment|arms)\b"
