"""Make statements of the clauses of an article: what is said, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.doubts import Doubts
from kg.extraction.frames import ClauseKind
from kg.extraction.judgement.standing import Standings
from kg.extraction.parse.syntax import Tree
from kg.extraction.referents.issuers import who_speaks
from kg.extraction.sentences import sentence_numbers
from kg.extraction.slugs import article_mark
from kg.extraction.statements.adjectives import AdjectiveReader
from kg.extraction.statements.affiliations import AffiliationReader
from kg.extraction.statements.ages import AgeReader
from kg.extraction.statements.amounts import AmountReader
from kg.extraction.statements.attachments import AttachmentReader
from kg.extraction.statements.certainty import (
    certainty_of,
    signs_of_words,
    signs_of_worth,
)
from kg.extraction.statements.contents import Contents, Told
from kg.extraction.statements.guards import is_empty, is_nobodys
from kg.extraction.statements.moments import Setting
from kg.extraction.statements.mutuals import MutualReader
from kg.extraction.statements.nominal_readings import NominalReader
from kg.extraction.statements.readings import Reader
from kg.extraction.statements.relations import camel
from kg.extraction.statements.sayings import quotations_of, with_quotation
from kg.extraction.statements.sources import Sources
from kg.extraction.statements.testimonies import TestimonyReader
from kg.extraction.statements.things import Arguments
from kg.extraction.statements.trends import TrendReader
from kg.model import Evidence, Modality, Polarity, Span, Statement, statement_id

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from kg.extraction.frames import Clause, Quote, Referents
    from kg.extraction.judgement.worth import Standing
    from kg.extraction.statements.drafts import Draft
    from kg.model import Argument, Article, Attribution, Time

__all__ = ["make_statements"]

_VERBAL = frozenset({ClauseKind.VERB, ClauseKind.COPULA, ClauseKind.EXISTENTIAL})
_TIMELESS = frozenset({ClauseKind.TITLE, ClauseKind.APPOSITION, ClauseKind.POSSESSIVE})
#: Marks at the edges of evidence that are not part of it.
_BEFORE = ".,;:!?—–-”\"'’) \n\t"
_AFTER = ".,;:!?—–-“\"'‘( \n\t"
#: Readers of what stands beside nouns, names and numbers.
_BESIDE = (
    AttachmentReader,
    AdjectiveReader,
    AffiliationReader,
    AgeReader,
    AmountReader,
    MutualReader,
    TestimonyReader,
    TrendReader,
)
#: Relations that say nothing without an object.
_EMPTY = frozenset({"be", "do", "have", "can", "become"})


def make_statements(  # noqa: PLR0913 - the values of all stages before
    doc: Doc,
    article: Article,
    clauses: Sequence[Clause],
    referents: Referents,
    quotes: Sequence[Quote],
    *,
    base_date: date | None,
    tree: Tree | None = None,
) -> tuple[Statement, ...]:
    """Make the statements of an article in text order.

    Without ``base_date`` times such as "on Saturday" are kept as words only. ``tree``
    is that of the clauses, if it is there already.
    """
    if not clauses:
        return ()
    tree = tree or Tree.of(clauses[0].head.doc)
    arguments = Arguments(
        tree,
        article.text,
        referents,
        _speakers(tree, quotes),
        article_mark(article.id),
    )
    reader = Reader(arguments, Standings(tree, quotes))
    setting = Setting(arguments, base_date)
    quoted = quotations_of(quotes)
    numbers, doubts = sentence_numbers(doc), Doubts.of(doc)
    maker = _Maker(article, reader, setting, numbers, quoted, doubts)
    return maker.statements(clauses)


def _speakers(tree: Tree, quotes: Sequence[Quote]) -> dict[int, Token]:
    """Give the speaker of every token inside quoted clauses."""
    found: dict[int, Token] = {}
    for quote in quotes:
        speaker = who_speaks(quote.speaker) if quote.whole and quote.speaker else None
        if speaker is not None:
            words = range(quote.start, quote.end)
            found |= dict.fromkeys(words, tree.tokens[speaker.i])
    return found


@dataclass(frozen=True, slots=True)
class _Maker:
    article: Article
    reader: Reader
    setting: Setting
    sentences: tuple[int, ...]
    quoted: dict[int, Quote]
    doubts: Doubts | None

    def statements(self, clauses: Sequence[Clause]) -> tuple[Statement, ...]:
        """Make, link and order the statements of all clauses."""
        nominal = NominalReader(self.reader)
        read: list[tuple[Draft, tuple[Time | None, Argument | None]]] = []
        for clause in clauses:
            reader = self.reader if clause.kind in _VERBAL else nominal
            found = (
                with_quotation(self.reader.arguments, self.quoted, draft)
                for draft in reader.read(clause)
            )
            drafts = [draft for draft in found if not is_empty(draft)]
            if drafts:
                setting = self._setting(clause)
                read.extend((draft, setting) for draft in drafts)
        for kind in _BESIDE:
            beside = (d for d in kind(self.reader).read() if not is_empty(d))
            read.extend((draft, (None, None)) for draft in beside)
        sources = Sources.of(self.reader.arguments, (draft for draft, _ in read))
        made = [
            told
            for draft, setting in read
            for told in self._told(draft, setting, sources)
        ]
        return self._linked(made)

    def _setting(self, clause: Clause) -> tuple[Time | None, Argument | None]:
        if clause.kind in _TIMELESS:
            return None, None
        standing = self.reader.standings.of(clause.head.i)
        planned = standing.modality is Modality.PLANNED
        time = self.setting.time(clause, planned=planned)
        return time, self.setting.place(clause)

    def _told(
        self,
        draft: Draft,
        setting: tuple[Time | None, Argument | None],
        sources: Sources,
    ) -> Iterator[Told]:
        if not draft.object.label and draft.predicate.id in _EMPTY:
            return
        standing = self._standing(draft)
        # a denied object under a denial says no: "did not bring any or no papers"
        if draft.denied:
            standing = replace(standing, polarity=Polarity.NEGATIVE)
        if is_nobodys(draft) and standing.is_fact:
            return
        report = standing.report
        for source in sources.attributions(draft, report) if report else (None,):
            own = _id(draft, standing, source, setting[0])
            yield Told(own, draft, standing, source, *setting)

    def _statement(self, told: Told, content: tuple[str, ...]) -> Statement:
        draft, standing = told.draft, told.standing
        subject, relation, thing = draft.subject, draft.predicate, draft.object
        first, last = self._bounds(draft)
        evidence = self._evidence(first, last)
        pattern, said = draft.clause.pattern, (subject, relation, thing)
        signs = (
            *signs_of_words(pattern, said, evidence.text),
            *signs_of_worth(
                standing.polarity,
                standing.modality,
                attributed=told.attribution is not None,
            ),
        )
        doubt = self.doubts.between(first, last) if self.doubts else None
        return Statement(
            id=told.id,
            article=self.article.id,
            sentence=self.sentences[draft.head.i],
            subject=subject,
            predicate=relation,
            object=thing,
            evidence=evidence,
            pattern=pattern,
            confidence=certainty_of(signs, doubt),
            polarity=standing.polarity,
            modality=standing.modality,
            attribution=told.attribution,
            time=told.time,
            place=told.place,
            arguments=draft.arguments,
            content=content,
        )

    def _standing(self, draft: Draft) -> Standing:
        """Give what a draft is worth; quoted words are never the article's own."""
        standing = draft.standing
        if standing.report is not None or not standing.is_fact:
            return standing
        report = self.reader.standings.quoted_by(draft.head.i)
        return replace(standing, report=report, outer=report) if report else standing

    def _bounds(self, draft: Draft) -> tuple[int, int]:
        """Give the first and the last token that the statement rests on."""
        words = self.reader.arguments.tree.words
        sentence = self.sentences[draft.head.i]
        first = min(draft.head.i, *draft.used)
        last = max(draft.head.i, *draft.used)
        while self.sentences[first] != sentence:
            first += 1
        while self.sentences[last] != sentence:
            last -= 1
        while first < last and not words[last].strip(_AFTER):
            last -= 1
        while first < last and not words[first].strip(_BEFORE):
            first += 1
        return first, last

    def _evidence(self, first: int, last: int) -> Evidence:
        tokens = self.reader.arguments.tree.tokens
        end = tokens[last]
        span = Span(tokens[first].idx, end.idx + len(end))
        return Evidence(span, span.of(self.article.text))

    def _linked(self, made: Sequence[Told]) -> tuple[Statement, ...]:
        """Link what says something to what it says, and drop what is there already."""
        contents = Contents.of(made)
        found: dict[tuple[int, str], Statement] = {}
        offices = {(told.draft.object.id, told.draft.predicate.id) for told in made}
        for told in made:
            draft = told.draft
            key = (self.sentences[draft.head.i], told.id)
            if key in found or _is_office_told(draft, offices):
                continue  # "Norway's prime minister" tells of an office already
            found[key] = self._statement(told, contents.said(told))
        return tuple(sorted(found.values(), key=_place))


def _id(
    draft: Draft, standing: Standing, source: Attribution | None, time: Time | None
) -> str:
    subject, thing = draft.subject, draft.object
    return statement_id(
        subject.id or f'"{subject.label}"',
        draft.predicate.id,
        thing.id or f'"{thing.label}"',
        polarity=standing.polarity,
        modality=standing.modality,
        source=(source.id or source.label or "?") if source else "",
        time=(time.value or time.text) if time else "",
    )


def _is_office_told(draft: Draft, offices: Container[tuple[str | None, str]]) -> bool:
    """Tell whether one "has" somebody who is told to be its officer beside that."""
    if draft.predicate.id != "have":
        return False
    return (draft.subject.id, camel([draft.object.label, "of"])) in offices


def _place(statement: Statement) -> tuple[int, int, int, str, str]:
    """Give what statements are ordered by: where they stand, then what they say."""
    span = statement.evidence.span
    own, relation = statement.id, statement.predicate.id
    return statement.sentence, span.start, span.end, relation, own
