"""Named speakers of transcripts ("MR. SMITH:", "Q") and of headlines ("Oslo: no shells were sold")."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from waybill.extract.attribution.draft import Draft
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.reference.parties import parties
from waybill.reference.reporting import speaker_roles

_CAPITALS = r"[A-Z][A-Z.,'’\-]*(?: (?:[A-Z][A-Z.,'’\-]*|Mc[A-Z]+)){0,6}"
_NAME = r"(?:[A-Z][\w.'’\-]*)(?:,? (?:[A-Z][\w.'’\-]*|of|the|and|for|de|al)){0,5}"
_ASKERS = r"Q|QUESTION|REPORTER|JOURNALIST|(?:Question|Reporter|Journalist)(?=[*_]{0,3}:)"
_QUESTION = rf"(?P<question>{_ASKERS})[*_.:]{{0,4}}(?=[ \t])"
_LABEL = rf"(?P<label>{_CAPITALS}|{_NAME})(?: ?\([^)\n]{{1,60}}\))?[*_]{{0,3}}:[*_]{{0,3}}(?=\s)"
_TURN = re.compile(rf"^[ \t]*[\"“]?[*_]{{0,3}}(?:{_QUESTION}|{_LABEL})", re.MULTILINE)
_OVER = re.compile(
    r"^[ \t]*(?:\[[^\]\n]*\]|\([A-Z .,]+\)|END\b.*|#+|\* ?\* ?\*|\d{1,2}:\d\d [AP]\.?M\.?.*)[ \t]*$", re.MULTILINE
)
_TITLE = re.compile(r"(?:MR|MS|MRS|DR|SECRETARY|PRESIDENT|AMBASSADOR|GENERAL|ADMIRAL|MINISTER|SENATOR|THE)\b")
_NO_SPEAKER = re.compile(
    r"(?:(?:exclusive|update|breaking|opinion|analysis|watch|video|explainer|editorial|live|photos?|source|author|date|note|title|by"
    r"|from|to|subject|contact|read|more|summary|background|published|the|latest|fact|check)\b\W*)+",
    re.IGNORECASE,
)
"""Labels of no speaker."""

_LEADING = frozenset({"Anchor", "Answer", "Host", "Interviewer", "Moderator", "Operator", "Presenter"})
_HEADLINE = re.compile(rf"\s*(?P<label>{_NAME}): (?=\S)")
_LINE = re.compile(r"[^\n]+")

HEADLINES = 400
"""Code points at the head of a text that may hold headlines: our convention."""

SHORTEST = 5
"""A sentence of fewer tokens asserts nothing ("Go ahead."): our convention."""


class Turn(Struct, frozen=True):
    """What one speaker says in a row: the label that names the speaker and the words that follow, as spans."""

    label: Span
    words: Span
    asks: bool


def find_turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript in order; empty for other texts.

    A label in mixed case counts where it comes twice, or is a name among others' turns. What heads the text labels no turn.
    """
    labels = [m for m in _TURN.finditer(text) if not _is_furniture(m)]
    often = Counter(m["label"] for m in labels if m["label"])
    labels = [m for m in labels if not _heads(text, m) or _TITLE.match(m["label"] or "") or often[m["label"]] > 1]
    sure = [m for m in labels if m["question"] or _is_capitals(m["label"]) or often[m["label"]] > 1]
    speaking = [m for m in sure if m["label"] and (_TITLE.match(m["label"]) or often[m["label"]] > 1 or len(sure) > 2)]
    kept = labels if len(sure) > 1 else sure
    return tuple(_turns(text, [m for m in kept if m in sure or _is_somebody(m["label"])])) if speaking else ()


def _heads(text: str, label: re.Match[str]) -> bool:
    return not text[: label.start()].strip()


def _is_somebody(label: str) -> bool:
    """True for a full name and for who leads a talk."""
    return label in _LEADING or (len(label.split()) > 1 and all(word[0].isupper() for word in label.split()))


def turn_drafts(parse: Parse, turns: tuple[Turn, ...], said: frozenset[int]) -> Iterator[Draft]:
    """One draft for each stretch of a sentence in a turn that states something and is not attributed already (`said`)."""
    for turn in turns:
        label = tuple(parse.tokens_in(turn.label))
        tokens = parse.tokens_in(turn.words)
        for first, last in _sentences_in(parse, tokens):
            for run in _runs(range(max(first, tokens.start), min(last, tokens.stop)), said):
                if _states(parse, run):
                    yield Draft(run[0], run, label, (), asks=turn.asks or parse.word[run[-1]] == "?")


def _sentences_in(parse: Parse, tokens: range) -> Sequence[tuple[int, int]]:
    low = bisect_right(parse.sentences, (tokens.start, len(parse) + 1)) - 1
    return parse.sentences[max(low, 0) : bisect_left(parse.sentences, (tokens.stop, 0))]


def _runs(sentence: range, said: frozenset[int]) -> Iterator[tuple[int, ...]]:
    run: list[int] = []
    for token in sentence:
        if token not in said:
            run.append(token)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def headline_drafts(parse: Parse) -> Iterator[Draft]:
    """The drafts of the lines at a text's head that open with their speaker and a colon."""
    for line in _LINE.finditer(parse.text, 0, HEADLINES):
        found = _HEADLINE.match(line.group())
        if found is None or _is_furniture(found) or len(line.group().split()) <= SHORTEST:
            continue
        label = tuple(parse.tokens_in(Span(line.start() + found.start("label"), line.start() + found.end("label"))))
        words = tuple(parse.tokens_in(Span(line.start() + found.end(), line.end())))
        if label and words and _speaks(parse, label):
            yield Draft(words[0], words, label, (label[-1] + 1,))


def _speaks(parse: Parse, label: tuple[int, ...]) -> bool:
    """True for a party we know, a person, or a word for those who speak: "Officials", not "Revealed"."""
    person = all(parse.entity[t] == "PERSON" for t in label)
    role = any(parse.lemma[t].lower() in speaker_roles() for t in label)
    return person or role or parties().named(parse.span(label[0], label[-1]).text_of(parse.text)) is not None


def _is_furniture(label: re.Match[str]) -> bool:
    return _NO_SPEAKER.fullmatch(label["label"] or "") is not None


def _is_capitals(label: str) -> bool:
    return label.upper() == label and len(label) > 2


def _turns(text: str, labels: list[re.Match[str]]) -> Iterator[Turn]:
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        end = following.start() if following else len(text)
        over = _OVER.search(text, label.end(), end)
        words = text[label.end() : over.start() if over else end]
        role = "question" if label["question"] else "label"
        if words.strip():
            start = label.end() + len(words) - len(words.lstrip())
            yield Turn(Span(*label.span(role)), Span(start, label.end() + len(words.rstrip())), role == "question")


def _states(parse: Parse, run: tuple[int, ...]) -> bool:
    """True for a finite clause with its subject, or one the parser took for a noun."""
    finite = any(parse.tag[t] in {"VBD", "VBZ", "VBP", "MD"} for t in run)
    subject = any(parse.dep[t] in {"nsubj", "nsubjpass", "expl"} and parse.head[t] in run for t in run)
    misread = any(parse.dep[t] == "acl" and parse.dep[parse.head[t]] == "ROOT" for t in run)
    return len(run) >= SHORTEST and ((finite and subject) or misread)
