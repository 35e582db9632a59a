"""Of whom a subject pronoun speaks, where only the grammar tells."""

from __future__ import annotations

import pytest

from kg.extraction.parse.syntax import Tree
from kg.extraction.referents.pronouns import antecedent_of

MEANT = {
    "sold-what-was-bought": (
        (
            "Lee/NNP/nsubj/1/Lee/PERSON bought/VBD/ROOT/1/buy a/DT/det/3 "
            "mill/NN/dobj/1/mill and/CC/cc/1 sold/VBD/conj/1/sell it/PRP/dobj/5"
        ),
        6,
        3,
    ),
    "if-one-has-them": (
        (
            "If/IN/mark/2 firms/NNS/nsubj/2/firm find/VBP/advcl/6/find "
            "mills/NNS/dobj/2/mill people/NNS/nsubj/6/people will/MD/aux/6 "
            "buy/VB/ROOT/6/buy them/PRP/dobj/6"
        ),
        7,
        3,
    ),
    "officers-say-it-of-themselves": (
        (
            "Nurses/NNS/nsubj/1/nurse told/VBD/ROOT/1/tell pilots/NNS/dobj/1/pilot "
            "they/PRP/nsubj/4 fell/VBD/ccomp/1/fall"
        ),
        3,
        0,
    ),
    "things-may-be-reported": (
        (
            "Fires/NNS/nsubj/1/fire grew/VBD/ROOT/1/grow before/IN/mark/5 "
            "they/PRP/nsubj/5 got/VBD/auxpass/5/get said/VBN/advcl/1/say"
        ),
        3,
        0,
    ),
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
MEANT |= {
    "whose-claim-it-is": (
        (
            "Acme/NNP/poss/2/Acme/ORG ’s/POS/case/0 claim/NN/nsubj/6 that/IN/mark/5 "
            "it/PRP/nsubj/5 won/VBD/acl/2/win cost/VBD/ROOT/6/cost much/JJ/dobj/6"
        ),
        4,
        0,
    ),
    "behind-one-thing-in-front": (
        (
            "Miners/NNS/nsubj/1/miner slept/VBD/ROOT/1/sleep When/WRB/advmod/5 "
            "the/DT/det/4 shift/NN/nsubj/5 ended/VBD/advcl/7/end they/PRP/nsubj/7 "
            "sang/VBD/ROOT/7/sing"
        ),
        6,
        0,
    ),
    "a-team": (
        (
            "The/DT/det/1 team/NN/nsubj/2 won/VBD/ROOT/2/win They/PRP/nsubj/4 "
            "sang/VBD/ROOT/4/sing"
        ),
        3,
        1,
    ),
    "who-said-so-at-the-end": (
        (
            "The/DT/det/1 mill/NN/nsubj/2 shut/VBD/ROOT/2/shut"
            " Acme/NNP/nsubj/4/Acme/ORG said/VBD/parataxis/2/say"
            " It/PRP/nsubj/6 said/VBD/ROOT/6/say so/RB/advmod/6"
        ),
        5,
        3,
    ),
    "the-only-body": (
        (
            "The/DT/det/1 bank/NN/nsubj/2 cut/VBD/ROOT/2/cut rates/NNS/dobj/2/rate "
            "It/PRP/nsubj/5 sees/VBZ/ROOT/5/see growth/NN/dobj/5"
        ),
        4,
        1,
    ),
}
MEANT |= {
    "the-only-people-of-the-sentence": (
        (
            "Tax/NN/nsubj/1/tax gives/VBZ/ROOT/1/give miners/NNS/dative/1/miner "
            "what/WP/dobj/5 they/PRP/nsubj/5 need/VBP/ccomp/1/need"
        ),
        4,
        2,
    ),
    "the-only-things-that-undergo-it": (
        (
            "Lee/NNP/nsubj/1 wrote/VBD/ROOT/1/write songs/NNS/dobj/1/song "
            "and/CC/cc/1 they/PRP/nsubjpass/6 were/VBD/auxpass/6 sung/VBN/conj/1/sing"
        ),
        4,
        2,
    ),
    "them-of-another-verb": (
        (
            "Lee/NNP/nsubj/1 wrote/VBD/ROOT/1/write songs/NNS/dobj/1/song "
            "and/CC/cc/1 sang/VBD/conj/1/sing them/PRP/dobj/4"
        ),
        5,
        2,
    ),
    "what-is-added": (
        (
            "The/DT/det/1 law/NN/nsubj/2 cut/VBD/ROOT/2/cut crime/NN/dobj/2 "
            "It/PRP/nsubj/6 also/RB/advmod/6 banned/VBD/ROOT/6/ban guns/NNS/dobj/6/gun"
        ),
        4,
        1,
    ),
}
OPEN = {
    "things-that-fear-nothing": (
        (
            "Suits/NNS/nsubj/1/suit are/VBP/ROOT/1/be sure/JJ/acomp/1 and/CC/cc/1 "
            "they/PRP/nsubj/5 fear/VBP/conj/1/fear"
        ),
        4,
    ),
    "other-people-between": (
        (
            "Nurses/NNS/nsubj/1/nurse called/VBD/ROOT/1/call pilots/NNS/dobj/1/pilot "
            "when/WRB/advmod/5 they/PRP/nsubj/5 fell/VBD/advcl/1/fall"
        ),
        4,
    ),
    "those-that-are-not-there": (
        (
            "Acme/NNP/nsubj/1/Acme/ORG saw/VBD/ROOT/1/see no/DT/det/3 "
            "nurses/NNS/dobj/1/nurse and/CC/cc/1 they/PRP/nsubj/6 fled/VBD/conj/1/flee"
        ),
        5,
    ),
    "told-of-in-a-clause-in-front": (
        (
            "Nurses/NNS/nsubj/1/nurse left/VBD/ROOT/1/leave ././punct/1 "
            "Mills/NNS/nsubj/4/mill shut/VBD/ccomp/7/shut ;/:/punct/7 "
            "they/PRP/nsubj/7 said/VBD/ROOT/7/say"
        ),
        6,
    ),
    "after-a-semicolon": (
        (
            "Nurses/NNS/nsubj/1/nurse left/VBD/ROOT/1/leave ././punct/1 "
            "Acme/NNP/nsubj/4/Acme/ORG shut/VBD/ccomp/7/shut ;/:/punct/7 "
            "they/PRP/nsubj/7 grew/VBD/ROOT/7/grow"
        ),
        6,
    ),
    "a-look-is-not-sold": (
        (
            "Lee/NNP/nsubj/1/Lee/PERSON took/VBD/ROOT/1/take a/DT/det/3 "
            "look/NN/dobj/1/look and/CC/cc/1 sold/VBD/conj/1/sell it/PRP/dobj/5"
        ),
        6,
    ),
    "to-keep-it": (
        (
            "Lee/NNP/nsubj/1/Lee/PERSON bought/VBD/ROOT/1/buy coal/NN/dobj/1/coal "
            "to/TO/aux/4 keep/VB/advcl/1/keep it/PRP/dobj/4 warm/JJ/oprd/4"
        ),
        5,
    ),
    "another-object-between": (
        (
            "Lee/NNP/nsubj/1/Lee/PERSON bought/VBD/ROOT/1/buy a/DT/det/3 "
            "mill/NN/dobj/1/mill and/CC/cc/3 farm/NN/conj/3/farm and/CC/cc/1 "
            "sold/VBD/conj/1/sell it/PRP/dobj/7"
        ),
        8,
    ),
    "the-way-is-to-leave": (
        (
            "The/DT/det/1 way/NN/nsubj/2/way is/VBZ/ROOT/2/be to/TO/aux/4 "
            "leave/VB/xcomp/2/leave It/PRP/nsubj/6 worked/VBD/ROOT/6/work"
        ),
        5,
    ),
    "only-body-before-words": (
        (
            "Acme/NNP/nsubj/1/Acme/ORG cut/VBD/ROOT/1/cut rates/NNS/dobj/1/rate "
            "“/``/punct/5 It/PRP/nsubj/5 hurts/VBZ/ROOT/5/hurt"
        ),
        4,
    ),
    "as-the-board-said": (
        (
            "As/IN/mark/3 the/DT/det/2 board/NN/nsubj/3 said/VBD/advcl/6/say "
            "it/PRP/nsubjpass/6 was/VBD/auxpass/6 used/VBN/ROOT/6/use"
        ),
        4,
    ),
    "only-things-that-do-nothing": (
        (
            "Lee/NNP/nsubj/1 feared/VBD/ROOT/1/fear fires/NNS/dobj/1/fire "
            "and/CC/cc/1 they/PRP/nsubj/5 fled/VBD/conj/1/flee"
        ),
        4,
    ),
    "two-several-in-the-sentence": (
        (
            "Tax/NN/nsubj/1/tax gives/VBZ/ROOT/1/give miners/NNS/dative/1/miner "
            "goods/NNS/dobj/1/good they/PRP/nsubj/5 need/VBP/relcl/3/need"
        ),
        4,
    ),
    "them-beside-who-acts": (
        (
            "Miners/NNS/nsubj/1/miner want/VBP/ROOT/1/want to/TO/aux/3 "
            "sing/VB/xcomp/1/sing them/PRP/dobj/3"
        ),
        4,
    ),
    "a-woman-and-a-girl": (
        (
            "Guards/NNS/nsubj/1/guard took/VBD/ROOT/1/take a/DT/det/3 woman/NN/dobj/1 "
            "and/CC/cc/3 a/DT/det/6 girl/NN/conj/3 They/PRP/nsubjpass/9 "
            "were/VBD/auxpass/9 locked/VBN/ROOT/9/lock in/RB/advmod/9"
        ),
        7,
    ),
    "a-spokeswoman-of-him": (
        (
            "A/DT/det/1 spokesman/NN/nsubj/2 denied/VBD/ROOT/2/deny he/PRP/nsubj/4 "
            "left/VBD/ccomp/2/leave"
        ),
        3,
    ),
    "a-woman-and-he": (
        (
            "A/DT/det/1 woman/NN/nsubj/2 denied/VBD/ROOT/2/deny he/PRP/nsubj/4 "
            "left/VBD/ccomp/2/leave"
        ),
        3,
    ),
    "him-and-he": (
        (
            "A/DT/det/1 banker/NN/nsubj/2 told/VBD/ROOT/2/tell him/PRP/dobj/2 "
            "he/PRP/nsubj/5 left/VBD/ccomp/2/leave"
        ),
        4,
    ),
    "a-deal-that-wills-nothing": (
        (
            "The/DT/det/1 deal/NN/nsubj/2 failed/VBD/ROOT/2/fail as/IN/mark/5 "
            "it/PRP/nsubj/5 sought/VBD/advcl/2/seek to/TO/aux/7 grow/VB/xcomp/5"
        ),
        4,
    ),
    "most-of-the-people": (
        (
            "A/DT/det/1 majority/NN/nsubj/4 of/IN/prep/1 voters/NNS/pobj/2/voter "
            "say/VBP/ROOT/4/say it/PRP/nsubj/6 failed/VBD/ccomp/4/fail"
        ),
        5,
    ),
    "two-banks": (
        (
            "The/DT/det/1 bank/NN/nsubj/2 sued/VBD/ROOT/2/sue a/DT/det/4 firm/NN/dobj/2"
            " It/PRP/nsubj/6 sees/VBZ/ROOT/6/see growth/NN/dobj/6"
        ),
        5,
    ),
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
