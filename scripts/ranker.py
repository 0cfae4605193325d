"""What a ranker learned from the corpus would add to the rules of attribution: content's figures without it and with it.

usage: ranker.py TRAIN SET [SET ...]

TRAIN and SETs are attribution gold sets. Candidates are what the rules attribute, and besides for every other verb with a
subject each clause, object or phrase it governs. Learned are the weights of a logistic regression over how a candidate is
built (labels, tags, kinds of speaker, senses, no words) and, in a second run, over its verb too. Deterministic. The thresholds
that give the best F are chosen on each SET itself: what is printed is the most that this way could give. Nothing is written.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from waybill.extract.attribution.cues import source_of, verb_at
from waybill.extract.attribution.find import find_attributions
from waybill.model.claim import Attribution
from waybill.model.document import Publication
from waybill.model.parse import Parse
from waybill.model.span import Span, hull
from waybill.parse.english import parse
from waybill.pipeline.stages import read_reports
from waybill.reference.reporting import reporting_places, speaker_roles
from waybill.settings import Settings

Numbers = npt.NDArray[np.float64]

GOVERNED = frozenset({"ccomp", "xcomp", "dobj", "prep"})
"""What a verb may say, by its label."""

RIDGE = 1.0
"""Weight of the squares of the weights."""

STEPS = 30
"""Newton steps; the loss stands still long before."""

THRESHOLDS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1)


class Candidate(Struct, frozen=True):
    """Characters that may be somebody's words, how they are built, and whether the rules attribute them."""

    text: str
    content: frozenset[int]
    built: frozenset[str]
    verb: str
    ruled: bool


class Set(Struct, frozen=True):
    """A gold set: its candidates and, by text, the characters attributed there."""

    name: str
    candidates: list[Candidate]
    gold: dict[str, frozenset[int]]

    def is_right(self, candidate: Candidate) -> bool:
        """True where more than half of the candidate is attributed in gold."""
        return 2 * len(candidate.content & self.gold[candidate.text]) > len(candidate.content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    args = parser.parse_args()
    train = read_set(args.train)
    print(f"learned from {train.name}: {len(train.candidates)} candidates, {sum(map(train.is_right, train.candidates))} right")
    for told in map(read_set, args.sets):
        report(told, "rules alone", figures(told, [c.ruled for c in told.candidates]))
        for words, way in ((False, "with a ranker"), (True, "with a ranker, verbs too")):
            chances = learned(train, words)(told)
            tried = (figures(told, kept(told, chances, a, b)) for a in THRESHOLDS for b in THRESHOLDS)
            report(told, way, max(tried, key=lambda f: f[2]))


def report(told: Set, way: str, found: tuple[float, float, float]) -> None:
    precision, recall, f = found
    print(f"{told.name:12} {way:25} P {precision:.1f} R {recall:.1f} F {f:.1f}")


def read_set(folder: Path) -> Set:
    """The candidates of a gold set's texts, and its gold."""
    reading = read_reports([folder], None, Settings(), lambda _: None)
    parses = parse((p.document.text for p in reading.publications), Settings())
    found = [c for p, parsed in zip(reading.publications, parses, strict=True) for c in candidates(p, parsed)]
    rows = map(json.loads, (folder / "gold.jsonl").read_text("utf8").splitlines())
    gold = {r["path"]: frozenset(c for a in r["attributions"] for s, e in a["content"] for c in range(s, e)) for r in rows}
    return Set(folder.name, found, gold)


def candidates(publication: Publication, parsed: Parse) -> Iterator[Candidate]:
    name, taken = Path(publication.path).name, set[int]()
    for told in find_attributions(parsed, (), publication):
        head = _head_of_cue(parsed, told)
        taken.update(parsed.tokens_in(told.cue) if told.cue else ())
        source = tuple(parsed.tokens_in(told.source)) if told.source else ()
        tokens = tuple(t for s in told.content for t in parsed.tokens_in(s))
        if tokens:
            yield Candidate(
                name, _characters(told.content), _built(parsed, head, source, tokens, "ruled"), _lemma(parsed, head), True
            )
    for verb in range(len(parsed)):
        if parsed.pos[verb] == "VERB" and verb not in taken and (source := source_of(parsed, verb)):
            for child in parsed.children[verb]:
                tokens = tuple(t for t in parsed.subtree(child) if t != child or parsed.dep[child] != "prep")
                if child > verb and parsed.dep[child] in GOVERNED and len(tokens) > 1:
                    spans = (parsed.span(tokens[0], tokens[-1]),)
                    yield Candidate(
                        name,
                        _characters(spans),
                        _built(parsed, verb, source, tokens, parsed.dep[child]),
                        _lemma(parsed, verb),
                        False,
                    )


def learned(train: Set, words: bool) -> Callable[[Set], Numbers]:
    """Chances that a set's candidates are right, by weights learned from another's."""
    rows = [features(c, words) for c in train.candidates]
    often = Counter(f for row in rows for f in row)
    columns = {f: at for at, f in enumerate(sorted(f for f, n in often.items() if n > 2))}
    y = np.array([train.is_right(c) for c in train.candidates], dtype=float)
    a, w = matrix(rows, columns), np.zeros(len(columns) + 1)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-a @ w))
        hessian = (a * (p * (1 - p))[:, None]).T @ a + RIDGE * np.eye(len(w))
        w += np.linalg.solve(hessian, a.T @ (y - p) - RIDGE * w)
    return lambda told: 1 / (1 + np.exp(-matrix([features(c, words) for c in told.candidates], columns) @ w))


def matrix(rows: Sequence[frozenset[str]], columns: dict[str, int]) -> Numbers:
    found = np.zeros((len(rows), len(columns) + 1))
    found[:, -1] = 1
    for at, row in enumerate(rows):
        found[at, [columns[f] for f in row if f in columns]] = 1
    return found


def features(candidate: Candidate, words: bool) -> frozenset[str]:
    return candidate.built | ({f"verb {candidate.verb}"} if words else set())


def kept(told: Set, chances: Numbers, ruled: float, other: float) -> list[bool]:
    return [chance >= (ruled if c.ruled else other) for c, chance in zip(told.candidates, chances, strict=True)]


def figures(told: Set, keep: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F of the kept candidates' characters, in percent."""
    by: defaultdict[str, set[int]] = defaultdict(set)
    for candidate, keeps in zip(told.candidates, keep, strict=True):
        if keeps:
            by[candidate.text] |= candidate.content
    right = sum(len(told.gold[name] & found) for name, found in by.items())
    precision = right / max(1, sum(map(len, by.values())))
    recall = right / max(1, sum(map(len, told.gold.values())))
    return 100 * precision, 100 * recall, 200 * precision * recall / max(1e-9, precision + recall)


def _built(parsed: Parse, verb: int, source: tuple[int, ...], tokens: tuple[int, ...], label: str) -> frozenset[str]:
    row, speaker = verb_at(parsed, verb), _speaker(parsed, source)
    marks = any(parsed.word[t] in {'"', "“", "''", "``"} for t in tokens)
    found = {
        f"label {label}",
        f"sense {row.sense if row else 'none'}",
        f"speaker {speaker}",
        f"label {label} speaker {speaker}",
        f"label {label} sense {row.sense if row else 'none'}",
        f"verb is {parsed.tag[verb]} {parsed.dep[verb]}",
        f"opens with {parsed.tag[tokens[0]]}",
        f"length {min(len(tokens) // 4, 8)}",
        f"marks {marks}",
    }
    found |= {
        f"beside {parsed.dep[c]} {parsed.word[c].lower()}" for c in parsed.children[verb] if parsed.dep[c] in {"aux", "neg"}
    }
    return frozenset(found)


def _speaker(parsed: Parse, source: tuple[int, ...]) -> str:
    """What kind of phrase a source is."""
    if not source:
        return "nobody"
    held = set(source)
    head = next((t for t in source if parsed.head[t] not in held), source[-1])
    if parsed.pos[head] == "PRON":
        return parsed.word[head].lower()
    lemma = parsed.lemma[head].lower()
    role = "role" if lemma in speaker_roles() else "paper" if lemma in reporting_places("paper") else parsed.pos[head]
    return parsed.entity[head] or role


def _head_of_cue(parsed: Parse, told: Attribution) -> int:
    """The cue's token that the others hang on; for words without a cue their own."""
    held = list(parsed.tokens_in(told.cue or hull(told.content)))
    return next((t for t in held if parsed.head[t] not in held), held[0] if held else 0)


def _characters(spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(c for s in spans for c in range(s.start, s.end))


def _lemma(parsed: Parse, token: int) -> str:
    return parsed.lemma[token].lower()


if __name__ == "__main__":
    main()
