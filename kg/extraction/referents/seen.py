"""Keep the things mentioned so far, while an article is walked through."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extraction.referents.mentions import is_subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

__all__ = ["NEAR", "OWNERS", "Seen"]

#: How many sentences back a thing may stand that only its class tells.
NEAR = 2
#: Relations of what owns a subject, or has it for a part: "Acme's sales", "Acme sales".
OWNERS = frozenset({"poss", "compound", "nmod"})


@dataclass(slots=True)
class Seen:
    """The things mentioned so far: by the nouns they are called, and the near ones.

    ``led`` gives the last sentence that a thing was the subject of, or owned it, and
    ``told`` the last in which it only stood aside; ``open`` the last in which a noun
    such as "the company" stayed open.
    """

    last: dict[str, int] = field(default_factory=dict)
    led: dict[str, int] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)
    open: dict[str, int] = field(default_factory=dict)
    called: dict[str, dict[str, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    near: deque[tuple[int, str]] = field(default_factory=deque)

    def add(
        self, key: str, sentence: int, nouns: Iterable[str], head: Token, *, aside: bool
    ) -> None:
        """Take in one mention, of what is spoken of or only aside."""
        if key not in self.last:
            for noun in nouns:
                self.called[noun][key] = None
        self.last[key] = sentence
        if is_subject(head.head if head.dep_ in OWNERS else head):
            self.led[key] = sentence
        self.near.append((sentence, key))
        if aside:
            self.told[key] = sentence
        while self.near and sentence - self.near[0][0] > NEAR:
            self.near.popleft()

    def is_idle(self, key: str, since: int, *, acts: bool) -> bool:
        """Tell whether a thing only stands by: "entered the Capitol", "told The Sun".

        That is no agency and no company of which one goes on to speak.
        """
        if self.told.get(key, since - 1) >= since:
            return True
        return not acts and self.led.get(key, since - 1) < since
