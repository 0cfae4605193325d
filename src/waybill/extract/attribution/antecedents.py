"""Whom "he", "they", "the official" or "who" stand for: the nearest fitting phrase before, a speaker before others."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from waybill.extract.attribution.subjects import noun_phrase
from waybill.model.parse import Parse
from waybill.reference.reporting import speaker_roles

Number = Literal["person", "group", "body"]

REACH = 6
"""How many sentences back an antecedent may stand: our convention, about two paragraphs of a report."""

CANDIDATES = 50
"""How many phrases of the same role are looked at, nearest first: our convention, to bound the work in long texts."""

_FITS: dict[str, frozenset[Number]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "they": frozenset({"group", "body"}),
    "it": frozenset({"body"}),
    "one": frozenset({"group"}),
    "neither": frozenset({"group"}),
    "both": frozenset({"group"}),
    "another": frozenset({"group"}),
}
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "same", "two", "three", "both", "one", "of"}) | {
    *("first", "second", "third", "other", "another", "latter", "former"),
}
_NO_WORDS = frozenset({"POS", ",", "-LRB-", "-RRB-"})
_KINDS = frozenset({"foreign", "defence", "defense", "interior", "security", "intelligence"})
"""Kinds of office: "the foreign ministry" takes up the foreign ministry of a state named before."""

_SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})


class Antecedents(Struct, frozen=True):
    """The phrases of a text that may be taken up again, by head token; `speakers` are those that are sources.

    `by_word` gives the heads of the phrases that hold a word, by the word and by its lemma in lower case, in text order.
    """

    parse: Parse
    heads: tuple[int, ...]
    speakers: frozenset[int]
    by_word: Mapping[str, Sequence[int]]

    def of(self, tokens: Sequence[int]) -> int | None:
        """The head token of the phrase that stands for the source: its own head where it names by itself.

        None where a pronoun has nothing before it that fits.
        """
        head = head_of(self.parse, tokens)
        word = self.parse.word[head].lower()
        if word in _RELATIVES and self.parse.tag[head] in {"WP", "WDT", "IN"}:
            return self._relative(head)
        if word in _FITS and (len(tokens) == 1 or self.parse.pos[head] == "PRON"):
            return self._nearest(head, _FITS[word], word)
        if self._takes_up(tokens, head):
            return self._same_role(tokens, head) or head
        return head

    def body_before(self, owner: int) -> int | None:
        """The head token of the body that "its" or "their" at a token stands for, None where none was named before."""
        return self._nearest(owner, frozenset({"body"}), "it")

    def _relative(self, head: int) -> int | None:
        for above in self.parse.ancestors(head):
            if self.parse.dep[above] == "relcl":
                return self._beyond_pronoun(self.parse.head[above])
        return None

    def _beyond_pronoun(self, head: int) -> int | None:
        fits = _FITS.get(self.parse.word[head].lower())
        return self._nearest(head, fits, self.parse.word[head].lower()) if fits else head

    def _nearest(self, pronoun: int, fits: frozenset[Number], word: str) -> int | None:
        found = [c for c in self._before(pronoun) if number_of(self.parse, c) in fits and self._gender_fits(c, word)]
        return max(found, key=lambda c: self._merit(c, pronoun), default=None)

    def _merit(self, candidate: int, pronoun: int) -> tuple[int, int]:
        """A nearer sentence is better; a speaker of the sentence before is better than another subject of this one's past."""
        distance = self._sentence(pronoun) - self._sentence(candidate)
        return (4 if candidate in self.speakers else 0) - 3 * distance, candidate

    def _sentence(self, token: int) -> int:
        return bisect_right(self.parse.sentences, (token, len(self.parse) + 1)) - 1

    def _before(self, token: int) -> Iterator[int]:
        at = self._sentence(token)
        low = self.parse.sentences[max(0, at - REACH)][0]
        own = {c for a in (token, *self.parse.ancestors(token)) for c in self.parse.children[a] if self.parse.dep[c] == "nsubj"}
        near = self.heads[bisect_left(self.heads, low) : bisect_left(self.heads, token)]
        return (h for h in near if h not in own or self._governs(h, token))

    def _governs(self, candidate: int, token: int) -> bool:
        """True where the candidate is the subject of a clause above the pronoun's own."""
        return self.parse.head[candidate] != self.parse.head[token]

    def _gender_fits(self, candidate: int, word: str) -> bool:
        if word not in {"he", "she"}:
            return True
        words = {self.parse.word[t].lower().rstrip(".") for t in noun_phrase(self.parse, candidate)}
        told = {speaker_roles()[w].gender for w in words if w in speaker_roles()} - {""}
        return not told or told == {word}

    def _takes_up(self, tokens: Sequence[int], head: int) -> bool:
        """True for a bare role that was named before: "the official", "officials", "one of the officials"."""
        return self._bare_role(tokens, head) is not None

    def _bare_role(self, tokens: Sequence[int], head: int) -> int | None:
        """The token of the role in a phrase that holds no more than a role, pointing words and kinds of office."""
        found = [t for t in tokens if self._is_role(t)]
        others = {self.parse.word[t].lower() for t in tokens if t not in found[-1:] and self.parse.tag[t] not in _NO_WORDS}
        return found[-1] if found and others <= _POINTING | _KINDS and (head == found[-1] or "of" in others) else None

    def _is_role(self, token: int) -> bool:
        role = speaker_roles().get(self.parse.lemma[token].lower())
        return role is not None and role.retaken

    def _same_role(self, tokens: Sequence[int], head: int) -> int | None:
        bare = self._bare_role(tokens, head)
        role = self.parse.lemma[head if bare is None else bare].lower()
        same = _SPOKEN if role in _SPOKEN else {role}
        kinds = {self.parse.word[t].lower() for t in tokens} & _KINDS
        before = sorted({c for r in same for c in self.by_word.get(r, ()) if c < tokens[0]}, reverse=True)
        for candidate in before[:CANDIDATES]:
            named = next((t for t in noun_phrase(self.parse, candidate) if self.parse.lemma[t].lower() in same), candidate)
            phrase = noun_phrase(self.parse, named)
            words = {self.parse.word[t].lower() for t in phrase}
            if len(phrase) > 1 and kinds <= words and not self._takes_up(phrase, named):
                return named
        return None


def antecedents(parse: Parse, sources: Sequence[Sequence[int]]) -> Antecedents:
    """The phrases that may be taken up: every source, and every subject that names somebody or something."""
    speakers = {head_of(parse, s) for s in sources if s}
    subjects = {t for t in range(len(parse)) if parse.dep[t] in {"nsubj", "nsubjpass"} and parse.pos[t] in {"NOUN", "PROPN"}}
    named = {t for t in speakers if parse.pos[t] in {"NOUN", "PROPN", "ADJ", "NUM"}}
    heads = tuple(sorted(subjects | named))
    return Antecedents(parse, heads, frozenset(named), _by_word(parse, heads))


def _by_word(parse: Parse, heads: Sequence[int]) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for head in heads:
        for key in sorted({k for t in noun_phrase(parse, head) for k in (parse.word[t], parse.lemma[t].lower())}):
            found[key].append(head)
    return found


def head_of(parse: Parse, tokens: Sequence[int]) -> int:
    """The token of a phrase that the others hang on."""
    held = set(tokens)
    return next((t for t in tokens if parse.head[t] not in held or parse.head[t] == t), tokens[0])


def number_of(parse: Parse, head: int) -> Number:
    """Whether the phrase is a person, several, or a body."""
    if parse.tag[head] in {"NNS", "NNPS"}:
        return "group"
    phrase = noun_phrase(parse, head)
    if any(parse.dep[t] == "conj" and parse.head[t] == head for t in phrase):
        return "group"
    lemma = parse.lemma[head].lower()
    named = parse.entity[head] == "PERSON" or lemma.endswith(("man", "woman", "ist")) or lemma == "one"
    person = named or any(parse.entity[t] == "PERSON" and parse.dep[t] in {"appos"} for t in phrase)
    role = speaker_roles().get(lemma)
    return "person" if person or (role is not None and role.number == "person") else "body"
