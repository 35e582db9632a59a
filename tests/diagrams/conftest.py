"""A graph like the seed article's, made by hand, a maker of others, and a browser."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import date

import pytest

from kg.graph import build_graph
from kg.model import (
    Argument,
    Article,
    Attribution,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    How,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Predicate,
    Provenance,
    Sentence,
    Span,
    Statement,
    Time,
    statement_id,
)

_TYPES = """
person: John Healey, Volodymyr Zelenskyy, Jens Stoltenberg, Gabrielius Landsbergis
person: Vladimir Putin, Joe Biden, Antony Blinken, world leaders, several officials
country: United Kingdom, United States, Ukraine, Russia, France, Lithuania, Denmark
country: Netherlands
place: Washington D.C., Kharkiv oblast, northern Ukraine, British ambassador’s residence
place: the White House, Baltic region
organization: NATO, Biden administration, British government, Fox News Digital
organization: Ronald Reagan Presidential Foundation and Institute, NATO allies
group: reporters
event: NATO summit, war in Ukraine, 75th anniversary of NATO’s founding
product: US-built F-16 jets, long-range missiles
concept: strike bans, divisions, serious times, united front, weapons support
concept: using U.S.-supplied weapons to strike Russian military targets in Russia
concept: strike stipulations, Russian targets, Zelenskyy’s top requests
concept: being able to strike Russian military targets in Russia, tight-lipped
concept: Russia’s deadly onslaught, a region, Russian missile fire, support for Ukraine
concept: military targets, a show of determination, collective defense
"""

# subject | relation | object | what qualifies it
# ruff: noqa: E501
_STATEMENTS = """
NATO | appears divided on pushing | Joe Biden | possible
Joe Biden | lift | strike bans | hypothetical
world leaders | meet in | Washington D.C. | for=75th anniversary
world leaders | show | united front | planned
NATO | bolster | collective defense | planned
NATO | champion | Volodymyr Zelenskyy | planned
divisions | begin to emerge | |
Volodymyr Zelenskyy | president of | Ukraine |
Vladimir Putin | president of | Russia |
NATO allies | emphasize | support for Ukraine |
support for Ukraine | against | Vladimir Putin |
US-built F-16 jets | are on their way to | Ukraine | by=Antony Blinken
US-built F-16 jets | are on their way from | Denmark | by=Antony Blinken
US-built F-16 jets | are on their way from | Netherlands | by=Antony Blinken
John Healey | defense secretary of | United Kingdom |
John Healey | told | reporters | time=on Wednesday
John Healey | spoke from | British ambassador’s residence | time=on Wednesday
John Healey | support | Ukraine | planned by=John Healey
NATO | do whatever we can to support | Ukraine | planned by=John Healey
Volodymyr Zelenskyy | request from | NATO |
United States | ban | using U.S.-supplied weapons to strike Russian military targets in Russia |
Zelenskyy’s top requests | be granted | | unlikely
Volodymyr Zelenskyy | tries to stanch | Russia’s deadly onslaught |
Volodymyr Zelenskyy | spoke from | Ronald Reagan Presidential Foundation and Institute | time=Tuesday night
Ronald Reagan Presidential Foundation and Institute | is one block from | the White House |
Volodymyr Zelenskyy | emphasized importance of | being able to strike Russian military targets in Russia | time=Tuesday night
Ukraine | strike | Russian targets | hypothetical
Biden administration | has been unwavering in | strike bans |
Biden administration | administration of | United States |
military targets | near the border with | Kharkiv oblast | conditional
Kharkiv oblast | in | northern Ukraine |
Kharkiv oblast | in | Ukraine |
Russian missile fire | pummeled | Kharkiv oblast | time=in recent months
Jens Stoltenberg | secretary general of | NATO |
Jens Stoltenberg | urged | United States |
Gabrielius Landsbergis | urged | United States |
several officials | urged | United States |
several officials | from | Baltic region |
Gabrielius Landsbergis | foreign minister of | Lithuania |
United States | abandon | strike stipulations | requested by=Jens Stoltenberg
United States | abandon | strike stipulations | requested by=Gabrielius Landsbergis
United States | allow to strike | Russian targets | requested by=Jens Stoltenberg
United Kingdom | ally of | United States |
France | ally of | United States |
United Kingdom | implement | strike bans | not planned by=United Kingdom
France | implement | strike bans | not planned by=France
United Kingdom | allow | Ukraine | planned by=United Kingdom
France | allow | Ukraine | planned by=France
United Kingdom | provide | long-range missiles |
France | provide | long-range missiles |
Ukraine | use | long-range missiles | possible by=France
British government | push | Biden administration | question
John Healey | remained | tight-lipped |
John Healey | told | Fox News Digital |
serious times | for | Ukraine | by=John Healey
John Healey | rush at | strike bans | not planned by=John Healey
United Kingdom | advise | Ukraine | planned by=John Healey
Ukraine | ask for | support for Ukraine | by=John Healey
John Healey | visited | Ukraine | time=on Saturday
John Healey | pledged | weapons support |
weapons support | for | Ukraine |
John Healey | promised | a show of determination |
United Kingdom | step up | support for Ukraine | planned by=John Healey
"""


def _time(words):
    """Read "on Saturday" or "on Saturday=2024-07-06"."""
    text, _, value = words.partition("=")
    return Time(text, value or None) if text else None


_PROVENANCE = Provenance(kg="0", model="none", model_version="0", tables="0")


class Maker:
    """Makes graphs of rows "subject | relation | object | qualifiers"."""

    def __init__(self, types):
        self.types = types

    def argument(self, label):
        if not label or label.startswith('"'):
            words = label.strip('"')
            return Argument(None, words, EntityType.CONCEPT, words)
        kind = self.types.get(label, EntityType.CONCEPT)
        return Argument(label.replace(" ", "_"), label, kind, label)

    def statement(self, number, row, article):
        subject, relation, object_, words = (cell.strip() for cell in row.split("|"))
        flags = words.partition("by=")[0].partition("time=")[0].split()
        modality = next((Modality(w) for w in flags if w in set(Modality)), None)
        speaker = words.partition("by=")[2].partition("time=")[0].strip()
        when = words.partition("time=")[2].strip()
        polarity = Polarity.NEGATIVE if "not" in flags else Polarity.POSITIVE
        modality = modality or Modality.ACTUAL
        sure = 0.6 + (number * 7 % 40) / 100
        return Statement(
            id=statement_id(
                subject, relation, object_,
                polarity=polarity, modality=modality, source=speaker,
            ),
            article=article.id,
            sentence=number,
            subject=self.argument(subject),
            predicate=Predicate(relation.replace(" ", "_"), relation),
            object=self.argument(object_),
            evidence=Evidence(Span(number, number + 1), article.text[number]),
            pattern="by-hand",
            confidence=sure,
            polarity=polarity,
            modality=modality,
            attribution=Attribution(
                speaker.replace(" ", "_"), speaker, speaker, "says", quoted=False
            )
            if speaker
            else None,
            time=_time(when),
        )  # fmt: skip

    def graph(self, rows, title="An article", day=None):
        text = "\n".join(rows) + "x" * len(rows)
        article = Article(
            id="by-hand", text=text, blocks=(), title=title, date=day,
            publisher="By Hand News",
        )  # fmt: skip
        statements = tuple(
            self.statement(number, row, article) for number, row in enumerate(rows)
        )
        ends = [a for s in statements for a in (s.subject, s.object) if a.id]
        ends += [
            self.argument(s.attribution.label) for s in statements if s.attribution
        ]
        entities = tuple(
            Entity(a.id, a.label, a.type, mentions=sum(b.id == a.id for b in ends))
            for a in {a.id: a for a in ends}.values()
        )
        return build_graph(
            [
                Extraction(
                    article=article,
                    sentences=tuple(
                        Sentence(n, Span(n, n + 1)) for n in range(len(rows))
                    ),
                    entities=entities,
                    mentions=(),
                    statements=statements,
                    provenance=_PROVENANCE,
                )
            ]
        )


@pytest.fixture(scope="session")
def graph_of():
    """Make a graph of rows, with the types of the seed article's names."""
    types = {}
    for line in _TYPES.strip().splitlines():
        kind, _, names = line.partition(": ")
        types.update({name: EntityType(kind) for name in names.split(", ")})
    return Maker(types).graph


@pytest.fixture(scope="session")
def seed_like(graph_of):
    """63 statements as a careful reader would take them out of the seed article."""
    return graph_of(
        _STATEMENTS.strip("\n").splitlines(),
        title="NATO appears divided on pushing Biden to lift strike bans for "
        "Ukrainian offense",
        day=date(2024, 7, 11),
    )


_SENTENCES = [
    "😀 News from Kyiv.",
    "Healey visited Ukraine on Saturday.",
    "“Ukraine needs <b>help</b> & $5,” Healey said.",
    "France will not implement strike bans, Macron said.",
    '</script><script>alert(1)</script> is a name, "onload=alert(1) a relation.',
]
# sentence | subject | relation | object | modality | speaker
_READ = """
1 | Healey | visited | Ukraine | actual |
2 | Ukraine | needs | "<b>help</b> & $5" | actual | Healey
3 | France | implement | strike bans | not planned | Macron
4 | </script><script>alert(1)</script> | "onload=alert(1) | relation | actual |
"""


@pytest.fixture(scope="session")
def told(graph_of):
    """A graph with its article's sentences and mentions, and words that mean harm."""
    text, sentences = "", []
    for number, words in enumerate(_SENTENCES):
        sentences.append(Sentence(number, Span(len(text), len(text) + len(words))))
        text += words + "\n"
    article = Article(id="told", text=text, blocks=(), title="Told & <told>")
    maker = graph_of.__self__
    statements, mentions = [], []
    for row in _READ.strip().splitlines():
        number, subject, relation, object_, flags, speaker = map(
            str.strip, row.split("|")
        )
        place = sentences[int(number)].span
        read = maker.statement(
            0, f"{subject} | {relation} | {object_} | {flags} by={speaker}", article
        )
        evidence = Evidence(place, place.of(text))
        statements.append(replace(read, sentence=int(number), evidence=evidence))
        for end in (read.subject, read.object):
            start = text.find(end.text, place.start)
            span = Span(start, start + len(end.text))
            if end.id:
                mentions.append(
                    Mention(span, end.text, end.id, MentionKind.NAME, How.EXACT)
                )
    entities = {
        a.id: Entity(a.id, a.label, a.type, ("another name",), ("javascript:alert(1)",))
        for s in statements
        for a in (s.subject, s.object)
        if a.id
    }
    return build_graph(
        [
            Extraction(
                article=article,
                sentences=tuple(sentences),
                entities=tuple(entities.values()),
                mentions=tuple(mentions),
                statements=tuple(statements),
                provenance=_PROVENANCE,
            )
        ]
    )


_SYLLABLES = ["ka", "ro", "mi", "ten", "das", "lu", "ver", "ost", "na", "pel", "qui"]


@pytest.fixture(scope="session")
def generated():
    """Make one of many graphs, by number: long names, parallel edges and loops too."""

    def make(number):
        dice = random.Random(number)  # noqa: S311 - no secrets here

        def words(low, high):
            return " ".join(
                "".join(dice.choices(_SYLLABLES, k=dice.randint(1, 4)))
                for _ in range(dice.randint(low, high))
            )

        names = [words(1, 9).title() for _ in range(dice.randint(4, 45))]
        types = {name: dice.choice(list(EntityType)) for name in names}
        rows = []
        for _ in range(dice.randint(3, 80)):
            left, right = dice.choice(names[: 1 + len(names) // 3]), dice.choice(names)
            if rows and dice.random() < 0.15:
                left, _, right, _ = (c.strip() for c in rows[-1].split("|"))
            flags = dice.choice(["", "", "", "not", "planned", "possible", "unlikely"])
            speaker = f"by={dice.choice(names)}" if dice.random() < 0.2 else ""
            rows.append(f"{left} | {words(1, 6)} | {right} | {flags} {speaker}")
        return Maker(types).graph(rows, title=words(3, 12).capitalize())

    return make


_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--window-size=1500,1000", "--lang=en",
    "--force-prefers-reduced-motion",
)  # fmt: skip


@pytest.fixture(scope="session")
def driver(tmp_path_factory):
    """Drive one browser for all tests, without a network; skip where there is none."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    chromedriver = shutil.which("chromedriver")
    if not chromium or not chromedriver:
        pytest.skip("no chromium and chromedriver: no page was tried out")
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(chromedriver)
    with webdriver.Chrome(options=options, service=service) as driver:
        driver.set_network_conditions(offline=True, latency=0, throughput=0)
        yield driver
