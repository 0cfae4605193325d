"""Lines of a text that are no report: credits, bylines, dates, share buttons. One row a rule, each with its example.

Rules match a whole line, or a part of it between bars ("By Jane Doe | 14 October 2023"), without marks of Markdown.
"""

import re
from typing import Literal

from msgspec import Struct

from waybill.reference.calendar import SHORT_MONTHS, SHORTENED_DAYS

Makes = Literal["agency", "republished", "author", "via", "publisher", "title", "url", "published", "updated", "nothing"]

AGENCIES = (
    "Associated Press",
    "AP",
    "Agence France-Presse",
    "AFP",
    "Reuters",
    "Thomson Reuters",
    "United Press International",
    "UPI",
    "Bloomberg",
    "Bloomberg News",
    "DPA",
    "EFE",
    "ANSA",
    "APA",
    "PA",
    "PA Media",
    "Press Association",
    "PAP",
    "CTK",
    "BNS",
    "Belga",
    "ANP",
    "Lusa",
    "TASS",
    "ITAR-TASS",
    "Interfax",
    "Interfax-Ukraine",
    "RIA Novosti",
    "RIA",
    "Sputnik",
    "Ukrinform",
    "UNIAN",
    "BelTA",
    "Xinhua",
    "Kyodo",
    "Kyodo News",
    "Jiji",
    "Jiji Press",
    "Yonhap",
    "Yonhap News Agency",
    "Newsis",
    "KCNA",
    "Korean Central News Agency",
    "CNA",
    "PTI",
    "Press Trust of India",
    "ANI",
    "IANS",
    "APP",
    "Anadolu",
    "Anadolu Agency",
    "AA",
    "IRNA",
    "ISNA",
    "Fars",
    "Tasnim",
    "Mehr",
    "SANA",
    "SPA",
    "WAM",
    "MENA",
    "Saba",
    "SUNA",
    "NAN",
    "AAP",
    "Canadian Press",
    "CP",
    "AllAfrica",
    "Inter Press Service",
    "IPS",
)
"""News agencies whose bare name on a line, or after "By", credits their wire. Source: the agencies' own datelines."""


class Rule(Struct, frozen=True):
    """What one kind of line looks like, what its group `said` tells, and an example of it."""

    makes: Makes
    pattern: str
    example: str


_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.'’&-]*"
_PERSON = rf"{_CAPITAL}(?: (?:(?:de|del|della|der|den|di|du|van|von|bin|ibn|al|el|la|le)[ -]){{0,2}}{_CAPITAL}){{1,3}}"
_PERSONS = rf"{_PERSON}(?:(?:, {_PERSON})*,? (?:and|&) {_PERSON})?"
_LISTED = rf"{_PERSON}(?:(?:, and|,|;| and| &) {_PERSON})*"
_CALENDAR = rf"(?:{'|'.join((*SHORTENED_DAYS, *SHORT_MONTHS))})[a-z]*\b"
_NAME = rf"(?:[Tt]he )?{_CAPITAL}(?: (?:(?:of|the|and|for|on(?! {_CALENDAR})|&|de|du|del) ){{0,2}}{_CAPITAL}){{0,6}}"
_FEW_WORDS = r"[^\s:;?!]*\w[^\s:;?!]*(?: [^\s:;?!]+){0,2}"
_AT_LENGTH = r"(?:(?:,| (?:via|on|at|in)| [-–—/]) .{1,60})?"
_AGENCY = rf"(?:[Tt]he )?(?:{'|'.join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))})"
_URL = r"(?:https?://|www\.)\S+"
_TAIL = r"(?:(?:,| (?:for|in|at|of|from)| [-–—/]) .{1,60}| ?,? @\w+)?"
_STAFF = (
    r"(?i:(?:our |special |staff )*(?:correspondents?|reporters?|writers?|staff|agencies|news ?desk|bureau|web ?desk|editors?))"
)
_WORK = r"(?i:article|story|report|piece|post|text|analysis|commentary|essay|item|interview)"
_PUT_OUT = r"(?i:published|appeared|posted|printed)"
_PASSED_ON = r"(?i:republished|reprinted|re-?posted|cross-?posted|syndicated|adapted|reproduced)"
_EARLIER = r"(?i:first|originally|previously)"

EDGE_RULES = (
    Rule("title", r"(?i:headline|title) ?: ?(?P<said>.*\w.*)", "Headline: Ship with arms seen off Najin"),
    Rule(
        "republished",
        rf"(?i:source|original(?: article| source| report| post)?) ?: ?(?P<said>{_URL})",
        "Source: https://example.org/arms",
    ),
    Rule("republished", rf"(?i:(?:original )?source) ?: ?(?P<said>{_NAME}|{_FEW_WORDS}){_AT_LENGTH}", "Source: Harbour Post"),
    Rule(
        "republished",
        rf"(?:(?i:this) {_WORK} (?:(?i:was|has been|is) )?(?:(?i:also) )?(?:{_EARLIER} )?(?:{_PUT_OUT}|{_PASSED_ON})"
        rf"|(?:(?:(?i:the) )?{_WORK} )?(?:(?i:was) )?{_EARLIER} {_PUT_OUT}|{_PASSED_ON})(?: (?i:here))?"
        r"(?: (?i:with|by) (?:(?i:the|kind) )*(?i:permission))?"
        rf"(?: (?i:by|in|on|at|from|of):?|:) (?P<said>{_NAME})(?:(?:,| (?i:on|in|and|under|with|as|at) ).{{0,120}})?",
        "This article first appeared in Harbour Post.",
    ),
    Rule(
        "republished",
        rf"(?i:the post) .{{1,150}} (?i:first appeared|appeared first) (?i:on|in) (?P<said>{_NAME})",
        "The post Crates seen off Najin appeared first on Harbour Post.",
    ),
    Rule(
        "republished",
        rf"(?i:(?:read|see|view) (?:the )?(?:full|original)(?: article| story| report| post)?(?: here)?(?: at| on| in)?)"
        rf" ?:? ?(?P<said>{_URL}|{_NAME})",
        "Read the original article at https://example.org/arms",
    ),
    Rule("via", rf"(?i:via|h/t|hat[ -]tip(?: to)?)(?: ?: ?| )(?P<said>{_NAME})", "Via Harbour Post"),
    Rule("agency", rf"(?i:(?:news )?agency|wire) ?: ?(?P<said>{_NAME})", "Agency: Example Wire"),
    Rule("agency", rf"(?i:by) (?P<said>{_AGENCY})(?:,? .{{1,30}})?", "By Reuters"),
    Rule("agency", rf"[-–—(]? ?(?P<said>{_AGENCY})\)?", "— AFP"),
    Rule(
        "agency",
        r"\(?(?i:with (?:inputs?|reporting|files|material|additional reporting) (?:from|by))"
        rf" (?P<said>{_AGENCY}|{_NAME})\)?\.?",
        "(With inputs from AFP)",
    ),
    Rule(
        "agency",
        rf"(?P<said>{_AGENCY})(?: .{{1,80}})? (?i:contributed to this (?:report|article|story))\.?",
        "Reuters contributed to this report.",
    ),
    Rule(
        "author",
        rf"(?i:authors?|byline)(?:\(s\))? ?: ?(?:(?i:by) )?(?P<said>{_LISTED}|{_FEW_WORDS}){_TAIL}",
        "Author: Jane Doe",
    ),
    Rule(
        "author",
        rf"(?i:(?:(?:pool|staff|special) )?(?:writer|reporter|correspondent)s?) ?: ?(?P<said>{_LISTED}){_TAIL}",
        "Reporter: Jane Doe",
    ),
    Rule(
        "author",
        rf"(?i:(?:(?:story|text|report|analysis|words|opinion|commentary|interview|column|written|reported) )?by)(?: ?: ?| )"
        rf"(?P<said>{_PERSONS}){_TAIL}",
        "By Jane Doe and John Roe, Harbour Post",
    ),
    Rule("nothing", rf"(?i:by) (?:{_NAME} )?{_STAFF}{_TAIL}", "By our special correspondent"),
    Rule(
        "publisher",
        rf"(?i:publisher|(?:media )?outlet|publication|newspaper|site ?name) ?: ?(?P<said>{_NAME}|\S+\.\w+)",
        "Publisher: Harbour Post",
    ),
    Rule(
        "publisher",
        rf"(?i:published by) ?:? (?P<said>{_NAME})(?:,? (?:(?i:on|at) )?\W?\d.{{0,40}})?",
        "Published by Harbour Post",
    ),
    Rule("url", rf"(?i:url|link|permalink|web ?page) ?: ?(?P<said>{_URL})", "URL: https://example.org/arms"),
)
"""Rules for lines near the head or the foot of a text, where they speak of the whole of it. The first that matches counts."""

CLUTTER_RULES = (
    Rule("nothing", r"(?i:(?:no|\d+) comments?(?: yet)?) ?:?", "No comments:"),
    Rule(
        "nothing",
        r"(?i:(?:post|leave|add|write) a (?:comment|reply)).{0,20}|(?i:post comments?|view all comments?|comments?) ?:?",
        "Post a Comment",
    ),
    Rule(
        "nothing",
        r"(?i:e-?mail this|blog ?this!?|share this|tweet|print|pinterest|whatsapp|facebook|twitter"
        r"|telegram|linkedin|copy link|save)(?i: (?:article|post|story|page|this))?",
        "Email This",
    ),
    Rule("nothing", r"(?i:share (?:this|to|on|via|with)) .{1,60}[^.]", "Share to Facebook"),
    Rule(
        "nothing",
        r"(?i:(?:follow|join|like) (?:(?:us|me|our .{1,40}) on .{1,60}"
        r"|.{1,60} on (?:x|twitter|facebook|telegram|instagram|youtube|linkedin|whatsapp|bluesky|mastodon)\b.{0,60}))",
        "Follow us on Telegram",
    ),
    Rule(
        "nothing",
        r"(?i:subscribe|sign up|log ?in|sign in|register (?:now|here|today|free)"
        r"|click here|tap here|download (?:the|our) app|support our (?:work|journalism))\b.{0,80}",
        "Sign up for our newsletter",
    ),
    Rule(
        "nothing",
        r"(?i:read (?:more|also|next|the (?:full|original).{1,20})|also read|see also"
        r"|related(?: (?:stories|articles|posts|news|topics))?"
        r"|more (?:on|from) this(?: story)?|recommended|most read|watch|listen)(?: ?: ?.{1,120})?",
        "Read more: Arms ship seen",
    ),
    Rule(
        "nothing",
        r"(?i:newer|older|previous|next) (?i:post|article|story)|(?i:home|menu|search"
        r"|advertisements?|sponsored|continue reading)",
        "Older Post",
    ),
    Rule(
        "nothing",
        r"(?i:labels?|tags?|keywords?|topics?|categor(?:y|ies)|filed under|section|posted in) ?: ?.{1,120}",
        "Labels: arms, shipping",
    ),
    Rule(
        "nothing",
        r"(?i:(?:photo(?:graph)?|image|picture|video|graphic|map|credit|courtesy|source|file)s?)"
        rf"(?i: (?:credit|source|by|courtesy of|via))? ?[:/,] ?(?:© ?)?{_NAME}(?:(?: ?[/,|]| via| for) {_NAME}){{0,3}}",
        "Photo: Harbour Post via Example Images",
    ),
    Rule(
        "nothing",
        r"\((?i:photo|image|picture|graphic|file)s? (?i:by|via|courtesy|credit|photo).{1,80}\)",
        "(Photo by Jane Doe)",
    ),
    Rule(
        "nothing",
        r"(?:©|\(c\)|(?i:copyright)) ?.{0,120}|(?i:all rights reserved)\.?(?: .{0,100})?",
        "© 2023 Harbour Post. All rights reserved.",
    ),
    Rule(
        "nothing",
        r"\(?(?i:(?:additional |further )?(?:reporting|writing|editing|graphics|translation"
        r"|compiled|edited|translated) by) .{2,160}",
        "(Reporting by Jane Doe; Editing by John Roe)",
    ),
    Rule("nothing", r"(?i:posted|uploaded|submitted|modified) (?i:by) .{1,60}(?<!\.)", "Posted by Jane Doe at 10:32"),
    Rule(
        "nothing",
        rf"(?i:e-?mail|contact|tel(?:ephone)?|phone|fax|website|web|press contact) ?: ?[^ ]+(?: [^ ]+){{0,6}}"
        rf"|(?i:mailto:)?[\w.+-]+@[\w-]+\.[\w.]+|{_URL}",
        "Contact: desk@example.org",
    ),
    Rule("nothing", r"(?i:\d+[ -]min(?:ute)?s?(?: read)?|(?:reading|read) time ?: .{1,20})", "5 min read"),
    Rule("nothing", r"(?i:page) \d+(?: (?i:of) \d+)?|[-–—]? ?\d{1,4} ?[-–—]", "Page 3 of 10"),
    Rule("nothing", r"-30-|(?i:ends|\(ends\)|\[ends\]|for immediate release|embargoed until .{1,60})", "-30-"),
    Rule("nothing", r"\([a-z]{2,4}(?:/[a-z]{2,4})+\)", "(ab/cd/ef)"),
    Rule("nothing", r"(?:<[^<>]{1,600}> ?)+", '<iframe src="clip"></iframe>'),
    Rule("nothing", r"[^\w\"'“”‘’]+", "* * *"),
)
"""Rules for lines that are no report wherever they stand, and tell nothing about where a text comes from."""


def _compiled(rules: tuple[Rule, ...]) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern)) for rule in rules)


_EDGES = _compiled(EDGE_RULES)
_CLUTTER = re.compile("|".join(rule.pattern for rule in CLUTTER_RULES))


def edge_match(words: str) -> tuple[Rule, re.Match[str]] | None:
    """The first edge rule that a line as a whole fits, with its match; None where none does."""
    return next(((rule, match) for rule, pattern in _EDGES if (match := pattern.fullmatch(words))), None)


def is_clutter(words: str) -> bool:
    """True where a line as a whole is no report wherever it stands; one of nothing but marks has no words."""
    return not words or _CLUTTER.fullmatch(words) is not None
