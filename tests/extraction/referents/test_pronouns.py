"""Of whom a subject pronoun speaks, where only the grammar tells."""

from __future__ import annotations

import pytest

from kg.extraction.parse.syntax import Tree
from kg.extraction.referents.pronouns import antecedent_of

MEANT = {
    "counted": (
        (
            "Thousands/NNS/nsubj/3/thousand of/IN/prep/0 miners/NNS/pobj/1/miner"
            " left/VBD/ROOT/3 They/PRP/nsubj/5 sang/VBD/ROOT/5"
        ),
        4,
        0,
    ),
    "same-word": (
        (
            "They/PRP/nsubj/1 said/VBD/ROOT/1/say they/PRP/nsubjpass/4"
            " were/VBD/auxpass/4 hurt/VBN/ccomp/1"
        ),
        2,
        0,
    ),
    "on-and-on": (
        "They/PRP/nsubj/1 left/VBD/ROOT/1 They/PRP/nsubj/3 sang/VBD/ROOT/3",
        2,
        0,
    ),
    "things": (
        (
            "Suits/NNS/nsubj/2/suit were/VBD/auxpass/2 filed/VBN/ROOT/2"
            " They/PRP/nsubj/4 seek/VBP/ROOT/4"
        ),
        3,
        0,
    ),
    "who-says-so": (
        (
            "Shops/NNS/attr/0/shop that/WDT/nsubj/2 said/VBD/relcl/0/say "
            "they/PRP/nsubj/4 closed/VBD/ccomp/2/close"
        ),
        3,
        0,
    ),
    "somebody-and-colleagues": (
        (
            "Lee/NNP/nsubj/4/Lee/ORG and/CC/cc/0 her/PRP$/poss/3 "
            "colleagues/NNS/conj/0/colleague wrote/VBD/ROOT/4/write "
            "books/NNS/dobj/4/book They/PRP/nsubj/7 said/VBD/ROOT/7/say"
        ),
        6,
        0,
    ),
    "plurals-inside": (
        (
            "Suits/NNS/nsubj/3/suit by/IN/prep/0 banks/NNS/pobj/1/bank "
            "failed/VBD/ROOT/3/fail They/PRP/nsubj/5 cost/VBD/ROOT/5/cost"
        ),
        4,
        0,
    ),
    "before-the-clause-in-front": (
        (
            "Miners/NNS/nsubj/1/miner slept/VBD/ROOT/1/sleep As/IN/mark/4 "
            "they/PRP/nsubj/4 woke/VBD/advcl/6/wake they/PRP/nsubj/6 "
            "sang/VBD/ROOT/6/sing"
        ),
        3,
        0,
    ),
    "the-thing-that-works": (
        (
            "The/DT/det/1 law/NN/nsubj/2 worked/VBD/ROOT/2/work It/PRP/nsubj/4 "
            "slowed/VBD/ROOT/4/slow crime/NN/dobj/4"
        ),
        3,
        1,
    ),
    "those-before-who-they-are": (
        (
            "Miners/NNS/nsubj/1/miner left/VBD/ROOT/1/leave towns/NNS/dobj/1/town "
            "They/PRP/nsubj/4 slept/VBD/ROOT/4/sleep They/PRP/nsubj/6 "
            "said/VBD/ROOT/6/say"
        ),
        5,
        3,
    ),
    "before-a-saying-behind": (
        (
            "The/DT/det/1 law/NN/nsubj/2 worked/VBD/ROOT/2/work It/PRP/nsubj/4 "
            "cost/VBD/ccomp/6/cost Lee/NNP/nsubj/6 said/VBD/ROOT/6/say"
        ),
        3,
        1,
    ),
}
OPEN = {
    "a-thing-acted-on": (
        (
            "The/DT/det/1 law/NN/nsubj/2 cut/VBD/ROOT/2/cut crime/NN/dobj/2 "
            "It/PRP/nsubj/5 rose/VBD/ROOT/5/rise"
        ),
        4,
    ),
    "evidence-of-another-thing": (
        (
            "The/DT/det/1 test/NN/nsubj/2 shows/VBZ/ROOT/2/show it/PRP/nsubj/4 "
            "fails/VBZ/ccomp/2/fail"
        ),
        3,
    ),
    "backers-or-tariffs": (
        (
            "Backers/NNS/nsubj/3/backer of/IN/prep/0 tariffs/NNS/pobj/1/tariff "
            "say/VBP/ROOT/3/say they/PRP/nsubj/5 help/VBP/ccomp/3/help"
        ),
        4,
    ),
    "his-doctor-or-he": (
        (
            "His/PRP$/poss/1 doctor/NN/nsubj/2 said/VBD/ROOT/2/say he/PRP/nsubj/4 "
            "slept/VBD/ccomp/2/sleep"
        ),
        3,
    ),
    "only-the-pronoun-quoted": (
        (
            "The/DT/det/1 law/NN/nsubj/2 held/VBD/ROOT/2/hold :/:/punct/2 "
            "“/``/punct/6 it/PRP/nsubj/6 works/VBZ/ccomp/2/work"
        ),
        5,
    ),
    "a-thing-that-cannot-say": (
        (
            "The/DT/det/1 test/NN/nsubj/2 failed/VBD/ROOT/2/fail as/IN/mark/5 "
            "it/PRP/nsubj/5 said/VBD/advcl/2/say"
        ),
        4,
    ),
    "what-befell": (
        (
            "The/DT/det/1 law/NN/nsubj/2 worked/VBD/ROOT/2/work It/PRP/nsubj/4 "
            "came/VBD/ROOT/4/come late/RB/advmod/4"
        ),
        3,
    ),
    "he-is-no-thing": (
        ("Fear/NN/nsubj/1 meant/VBD/ROOT/1/mean he/PRP/nsubj/3 left/VBD/ccomp/1/leave"),
        2,
    ),
    "nothing": (
        (
            "The/DT/det/1 law/NN/nsubj/2 says/VBZ/ROOT/2/say it/PRP/nsubj/4 "
            "is/VBZ/ccomp/2/be clear/JJ/acomp/4 he/PRP/nsubj/7 left/VBD/ccomp/5/leave"
        ),
        3,
    ),
    "one-person": (
        "Ann/NNP/nsubj/1/Ann/PERSON left/VBD/ROOT/1 They/PRP/nsubj/3 sang/VBD/ROOT/3",
        2,
    ),
    "several-things": (
        (
            "Suits/NNS/nsubj/1/suit seek/VBP/ROOT/1 funds/NNS/dobj/1/fund "
            "They/PRP/nsubj/4 grew/VBD/ROOT/4"
        ),
        3,
    ),
    "quoted": (
        (
            "Suits/NNS/nsubj/1/suit rose/VBD/ROOT/1 “/``/punct/3 They/PRP/nsubj/4 "
            "hurt/VBP/ROOT/4"
        ),
        3,
    ),
}


@pytest.mark.parametrize(("cells", "pronoun", "noun"), MEANT.values(), ids=MEANT)
def test_they_are_those_of_whom_the_text_goes_on_to_speak(
    make_doc, cells, pronoun, noun
):
    tree = Tree.of(make_doc(cells))
    found = antecedent_of(tree, tree.tokens[pronoun])
    assert found is not None
    assert found.i == noun


@pytest.mark.parametrize(("cells", "pronoun"), OPEN.values(), ids=OPEN)
def test_they_stay_open_where_others_may_be_meant(make_doc, cells, pronoun):
    tree = Tree.of(make_doc(cells))
    assert antecedent_of(tree, tree.tokens[pronoun]) is None
