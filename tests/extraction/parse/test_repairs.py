"""Each repair mends its class of slips, and leaves what is right alone."""

from __future__ import annotations

import pytest

from kg.extraction.parse import repairs
from kg.extraction.parse.mends import Mend, corrected
from kg.extraction.parse.repairs import REPAIRS, mended

#: The repair's name, a misparsed Doc, and the relations that its tokens should have.
SLIPS = [
    (
        "name-beside-noun",
        (
            "The/DT/det/1 band/NN/nsubj/3 Sael/NNP/nsubj/3//ORG sang/VBD/ROOT/3"
            " before/IN/prep/3 hosts/NNS/pobj/4 Peru/NNP/npadvmod/5//GPE"
        ),
        "det/2 compound/2 nsubj/3 ROOT/3 prep/3 compound/6 pobj/4",
    ),
    (
        "person-after-body",
        (
            "Ek/NNP/nsubj/7//PERSON of/IN/prep/0 Ajax/NNP/pobj/1//ORG and/CC/cc/2"
            " Roe/NNP/conj/2//PERSON of/IN/prep/2 Genk/NNP/pobj/5//ORG"
            " met/VBD/ROOT/7"
        ),
        "nsubj/7 prep/0 pobj/1 cc/0 conj/0 prep/4 pobj/5 ROOT/7",
    ),
    (
        "apposition-to-last",
        (
            "Acme/NNP/nsubj/7//ORG and/CC/cc/0 Volt/NNP/conj/0//ORG ,/,/punct/0"
            " a/DT/det/5 firm/NN/appos/0 ,/,/punct/0 sued/VBD/ROOT/7"
        ),
        "nsubj/7 cc/0 conj/0 punct/0 det/5 appos/2 punct/0 ROOT/7",
    ),
    (
        "object-before-clause",
        (
            "Lee/NNP/nsubj/1 made/VBD/ROOT/1/make saves/NNS/nsubj/5 and/CC/cc/2"
            " Ek/NNP/conj/2 won/VBD/ccomp/1/win"
        ),
        "nsubj/1 ROOT/1 dobj/1 cc/1 nsubj/5 conj/1",
    ),
    (
        "plural-possessive",
        (
            "Lee/NNP/nsubj/1 led/VBD/ROOT/1/lead in/IN/prep/1 the/DT/det/4"
            " Reds/NNPS/pobj/2 ’/''/punct/1 last/JJ/amod/7 games/NNS/dobj/1"
        ),
        "nsubj/1 ROOT/1 prep/1 det/4 poss/7 case/4 amod/7 pobj/2",
    ),
    (
        "perfect-around-aside",
        (
            "He/PRP/nsubj/1 had/VBD/ROOT/1/have ,/,/punct/1 according/VBG/prep/1"
            " to/IN/prep/3 Lee/NNP/pobj/4 ,/,/punct/5 sold/VBN/acl/5/sell"
            " it/PRP/dobj/7"
        ),
        "nsubj/7 aux/7 punct/7 prep/7 prep/3 pobj/4 punct/5 ROOT/7 dobj/7",
    ),
    (
        "clause-before-break",
        (
            "It/PRP/nsubj/1 rained/VBD/ccomp/4/rain :/:/punct/4 Ann/NNP/nsubj/4"
            " said/VBD/ROOT/4/say Bob/NNP/nsubj/6 left/VBD/ccomp/4/leave"
        ),
        "nsubj/1 parataxis/4 punct/4 nsubj/4 ROOT/4 nsubj/6 ccomp/4",
    ),
    (
        "doer-of-prospect",
        (
            "At/IN/prep/5 risk/NN/pobj/0/risk of/IN/prep/1 mills/NNS/pobj/2"
            " closing/VBG/acl/1/close fell/VBD/ROOT/5"
        ),
        "prep/5 pobj/0 prep/1 nsubj/4 pcomp/2 ROOT/5",
    ),
    (
        "doer-of-prospect",
        (
            "a/DT/det/1 claim/NN/nsubj/5/claim of/IN/prep/1 Chad/NNP/pobj/2"
            " leaving/VBG/acl/3/leave fell/VBD/ROOT/5"
        ),
        "det/1 nsubj/5 prep/1 nsubj/4 pcomp/2 ROOT/5",
    ),
    (
        "aside-from",
        (
            "Apart/RB/advmod/4 from/IN/prep/4 rain/NN/pobj/1 it/PRP/nsubj/4"
            " snowed/VBD/ROOT/4"
        ),
        "advmod/1 prep/4 pobj/1 nsubj/4 ROOT/4",
    ),
    (
        "time-spent",
        (
            "She/PRP/nsubj/1 spent/VBD/ROOT/1/spend years/NNS/dobj/1/year"
            " fighting/VBG/acl/2/fight them/PRP/dobj/3"
        ),
        "nsubj/1 ROOT/1 dobj/1 advcl/1 dobj/3",
    ),
    (
        "time-spent",
        (
            "She/PRP/nsubj/1 wasted/VBD/ROOT/1/waste it/PRP/dobj/1"
            " fighting/VBG/xcomp/1/fight them/PRP/dobj/3"
        ),
        "nsubj/1 ROOT/1 dobj/1 advcl/1 dobj/3",
    ),
    (
        "that-on-name",
        (
            "Lee/NNP/nsubj/1 fired/VBD/ROOT/1/fire shots/NNS/dobj/1 at/IN/prep/1"
            " Ek/NNP/pobj/3//PERSON that/WDT/nsubj/6 hit/VBD/relcl/4 wood/NN/dobj/6"
        ),
        "nsubj/1 ROOT/1 dobj/1 prep/1 pobj/3 nsubj/6 relcl/2 dobj/6",
    ),
    (
        "split-word",
        "Her/PRP$/poss/1 ex/NN/nsubj/4 -/NN/nsubj/4 wife/NN/nsubj/4 left/VBD/ROOT/4",
        "poss/3 compound/3 punct/3 nsubj/4 ROOT/4",
    ),
    (
        "split-word",
        "The/DT/det/1 ex/NNS/nsubj/4 -/NNS/appos/1 spies/NNS/appos/1 ran/VBD/ROOT/4",
        "det/3 compound/3 punct/3 nsubj/4 ROOT/4",
    ),
    (
        "split-word",
        "The/DT/det/4 co/JJ/nsubj/4 -/JJ/nsubj/4 op/JJ/nsubj/4 sold/VBD/ROOT/4",
        "det/3 compound/3 punct/3 nsubj/4 ROOT/4",
    ),
    (
        "garden-path-below",
        (
            "She/PRP/nsubj/1 thinks/VBZ/ROOT/1 maps/NNS/nsubj/3 found/VBD/ccomp/1"
            " there/RB/advmod/3 may/MD/aux/6 lie/VB/ccomp/1"
        ),
        "nsubj/1 ROOT/1 nsubj/6 acl/2 advmod/3 aux/6 ccomp/1",
    ),
    (
        "list-after-preposition",
        (
            "He/PRP/nsubj/1 spoke/VBD/ROOT/1 to/IN/prep/1 cooks/NNS/pobj/2 ,/,/punct/1"
            " maids/NNS/conj/1 and/CC/cc/5 grooms/NNS/conj/5"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 punct/1 conj/3 cc/5 conj/5",
    ),
    (
        "participle-after-last",
        (
            "bread/NN/ROOT/0 with/IN/prep/0 milk/NN/pobj/1 and/CC/cc/2 beds/NNS/conj/2"
            " made/VBN/acl/0"
        ),
        "ROOT/0 prep/0 pobj/1 cc/2 conj/2 acl/4",
    ),
    (
        "clause-after-list",
        (
            "Tests/NNS/nsubj/1 show/VBP/ROOT/1 grains/NNS/dobj/1 ,/,/punct/2"
            " like/IN/prep/2 rye/NN/pobj/4 ,/,/punct/1 fail/VBP/conj/1"
        ),
        "nsubj/1 ROOT/1 nsubj/7 punct/2 prep/2 pobj/4 punct/1 ccomp/1",
    ),
    (
        "things-that-are",
        "There/EX/expl/1 are/VBP/ROOT/1/be Goya/NNP/nsubj/3 prints/VBZ/attr/1",
        "expl/1 ROOT/1 compound/3 attr/1",
    ),
    (
        "split-range",
        (
            "It/PRP/nsubj/1 fell/VBD/ROOT/1 over/IN/prep/1 2000/CD/pobj/2//DATE"
            " -/SYM/punct/5 2050/CD/npadvmod/1//DATE"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 punct/3 nummod/3",
    ),
    (
        "place-under-time",
        (
            "He/PRP/nsubj/1 slept/VBD/ROOT/1 two/CD/nummod/3 days/NNS/npadvmod/1//DATE"
            " aboard/IN/prep/3 it/PRP/pobj/4"
        ),
        "nsubj/1 ROOT/1 nummod/3 npadvmod/1 prep/1 pobj/4",
    ),
    (
        "few-if-any",
        (
            "It/PRP/nsubj/1 says/VBZ/ROOT/1 that/IN/preconj/1 few/JJ/preconj/2"
            " if/IN/mark/7 any/DT/det/6 inns/NNS/nsubj/7 open/VBP/advcl/1"
        ),
        "nsubj/1 ROOT/1 mark/7 amod/6 dep/3 det/6 nsubj/7 ccomp/1",
    ),
    (
        "few-if-any",
        (
            "It/PRP/nsubj/1 allowed/VBD/ROOT/1/allow for/IN/mark/5 him/PRP/nsubj/5"
            " to/TO/aux/5 go/VB/advcl/1"
        ),
        "nsubj/1 ROOT/1 mark/5 nsubj/5 aux/5 ccomp/1",
    ),
    (
        "subject-after-source",
        (
            "hats/NNS/ROOT/0 which/WDT/nsubj/8 according/VBG/prep/8 to/IN/prep/2"
            " Ann/NNP/pobj/3 ,/,/punct/4 Bo/NNP/conj/4 has/VBZ/aux/8 sold/VBN/relcl/0"
        ),
        "ROOT/0 dobj/8 prep/8 prep/2 pobj/3 punct/4 nsubj/8 aux/8 relcl/0",
    ),
    (
        "finite-after-noun",
        "Most/JJS/ROOT/0 needed/VBN/acl/0 glue/NN/dobj/1 ,/,/punct/0 a/DT/appos/0",
        "nsubj/1 ROOT/1 dobj/1 punct/1 appos/2",
    ),
    (
        "participle-after-noun",
        (
            "He/PRP/nsubj/1 spoke/VBD/ROOT/1 of/IN/prep/1 tea/NN/pobj/2"
            " found/VBD/ccomp/1/find here/RB/advmod/4"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 acl/3 advmod/4",
    ),
    (
        "aged-name",
        (
            "He/PRP/nsubj/1 joined/VBD/ROOT/1 Ajax/NNP/nsubj/3 aged/VBD/ccomp/1"
            " nine/CD/dobj/3"
        ),
        "nsubj/1 ROOT/1 dobj/1 acl/2 dobj/3",
    ),
    (
        "aim-of-choice",
        (
            "He/PRP/nsubj/1 made/VBD/ROOT/1/make plans/NNS/nsubj/4 to/TO/aux/4"
            " go/VB/ccomp/1"
        ),
        "nsubj/1 ROOT/1 dobj/1 aux/4 acl/2",
    ),
    (
        "clause-after-now",
        (
            "Talks/NNS/nsubj/1 ended/VBD/ROOT/1 now/RB/advmod/1 that/IN/mark/5"
            " he/PRP/nsubj/5 left/VBD/ccomp/1"
        ),
        "nsubj/1 ROOT/1 advmod/5 mark/5 nsubj/5 advcl/1",
    ),
    (
        "fronted-noun",
        (
            "Despite/IN/prep/6 rain/NN/nsubj/6 in/IN/prep/1 Oslo/NNP/pobj/2 ,/,/punct/1"
            " crews/NNS/appos/1 won/VBD/ROOT/6"
        ),
        "prep/6 pobj/0 prep/1 pobj/2 punct/1 nsubj/6 ROOT/6",
    ),
    (
        "fronted-participle",
        (
            "In/IN/prep/4 a/DT/det/2 book/NN/pobj/0 ,/,/punct/4 printed/VBN/advcl/7"
            " ,/,/punct/7 Vane/NNP/nsubj/7 errs/VBZ/ROOT/7"
        ),
        "prep/7 det/2 pobj/0 punct/4 acl/2 punct/7 nsubj/7 ROOT/7",
    ),
    (
        "participle-as-past",
        (
            "A/DT/det/1 barn/NN/nsubj/2 built/VBD/csubj/5 in/IN/prep/2 Kent/NNP/pobj/3"
            " is/VBZ/ROOT/5 old/JJ/acomp/5"
        ),
        "det/1 nsubj/5 acl/1 prep/2 pobj/3 ROOT/5 acomp/5",
    ),
    (
        "second-subject",
        "Bluth/NNP/nsubj/4 ,/,/punct/4 head/NN/nsubj/4 ,/,/punct/4 left/VBD/ROOT/4",
        "nsubj/4 punct/4 appos/0 punct/4 ROOT/4",
    ),
    (
        "split-compound",
        "He/PRP/nsubj/1 met/VBD/ROOT/1 President/NNP/dobj/1 Putin/NNP/dobj/1",
        "nsubj/1 ROOT/1 compound/3 dobj/1",
    ),
    (
        "ampersand",
        "He/PRP/nsubj/1 left/VBD/ROOT/1 Fraser/NNP/dobj/1 &/CC/cc/2 Neave/NNP/conj/2",
        "nsubj/1 ROOT/1 compound/4 cc/2 dobj/1",
    ),
    (
        "adjective-in-ing",
        "It/PRP/nsubj/3 has/VBZ/aux/3/have been/VBN/aux/3/be unwavering/VBG/ROOT/3",
        "nsubj/2 aux/2 ROOT/2 acomp/2",
    ),
    (
        "far-agent",
        (
            "It/PRP/nsubjpass/2 was/VBD/auxpass/2 used/VBN/ROOT/2 in/IN/prep/2"
            " war/NN/pobj/3 there/RB/advmod/4 by/IN/prep/4 Rome/NNP/pobj/6"
        ),
        "nsubjpass/2 auxpass/2 ROOT/2 prep/2 pobj/3 advmod/4 agent/2 pobj/6",
    ),
    (
        "lost-subject",
        (
            "Slogans/NNS/ROOT/0 like/IN/prep/0 it/PRP/nsubj/3 takes/VBZ/pcomp/1"
            " were/VBD/auxpass/5 used/VBN/conj/3"
        ),
        "nsubjpass/5 prep/0 nsubj/3 pcomp/1 auxpass/5 ROOT/5",
    ),
    (
        "clause-after-as",
        (
            "They/PRP/nsubj/1 act/VBP/ROOT/1 as/IN/prep/1 Kyiv/NNP/pobj/2"
            " sees/VBZ/ccomp/1 fit/JJ/acomp/4"
        ),
        "nsubj/1 ROOT/1 mark/4 nsubj/4 advcl/1 acomp/4",
    ),
    (
        "lost-name",
        (
            "Barbara/NNP/npadvmod/1//PERSON unable/JJ/advcl/3 ,/,/punct/3"
            " fought/VBD/ROOT/3"
        ),
        "nsubj/3 advcl/3 punct/3 ROOT/3",
    ),
    (
        "relative-on-verb",
        (
            "They/PRP/nsubj/1 serve/VBP/ROOT/1 tea/NN/dobj/1 ,/,/punct/1"
            " which/WDT/nsubj/5 sells/VBZ/advcl/1"
        ),
        "nsubj/1 ROOT/1 dobj/1 punct/1 nsubj/5 relcl/2",
    ),
    (
        "time-on-verb",
        (
            "He/PRP/nsubj/1 spoke/VBD/ROOT/1 from/IN/prep/1 home/NN/pobj/2"
            " on/IN/prep/3 Monday/NNP/pobj/4//DATE"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 prep/1 pobj/4",
    ),
    (
        "joined-subjects",
        (
            "Banks/NNS/nsubj/8 ,/,/punct/0 the/DT/det/3 fund/NN/appos/0 ,/,/punct/0"
            " and/CC/cc/0 some/DT/det/7 firms/NNS/nsubj/8 paid/VBD/ROOT/8"
        ),
        "nsubj/8 punct/0 det/3 conj/0 punct/0 cc/0 det/7 conj/0 ROOT/8",
    ),
    (
        "inverted-copula",
        (
            "Also/RB/advmod/1 shut/VBN/acomp/2 were/VBD/ROOT/2/be shops/NNS/attr/2"
            " ././punct/2"
        ),
        "advmod/1 ROOT/1 auxpass/1 nsubjpass/1 punct/1",
    ),
    (
        "opening-participle",
        (
            "Resting/VBG/csubj/5/rest in/IN/prep/0 Rome/NNP/pobj/1 ,/,/punct/2"
            " Ann/NNP/appos/2//PERSON wrote/VBD/ROOT/5"
        ),
        "advcl/5 prep/0 pobj/1 punct/2 nsubj/5 ROOT/5",
    ),
    (
        "swallowed-subject",
        (
            "After/IN/prep/7 a/DT/det/2 storm/NN/pobj/0 ,/,/punct/2"
            " Lee/NNP/conj/2//PERSON and/CC/cc/4 Poe/NNP/conj/4//PERSON"
            " slept/VBD/ROOT/7/sleep"
        ),
        "prep/7 det/2 pobj/0 punct/2 nsubj/7 cc/4 conj/4 ROOT/7",
    ),
    (
        "swallowed-subject",
        (
            "He/PRP/nsubj/1 knew/VBD/ROOT/1/know others/NNS/dobj/1"
            " slept/VBD/ccomp/1/sleep"
        ),
        "nsubj/1 ROOT/1 nsubj/3 ccomp/1",
    ),
    (
        "swallowed-subject",
        (
            "Lee/NNP/nsubj/1 ran/VBD/ROOT/1/run for/IN/prep/1 Oslo/NNP/pobj/2"
            " and/CC/cc/3 Poe/NNP/conj/3 slept/VBD/advcl/1/sleep"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 cc/1 nsubj/6 conj/1",
    ),
    (
        "finite-modifier",
        (
            "Norway/NNP/nsubj/3//GPE has/VBZ/aux/3/have since/RB/advmod/3"
            " banned/VBN/amod/5/ban trawler/NN/compound/5 fishing/NN/ROOT/5"
            " ././punct/5"
        ),
        "nsubj/3 aux/3 advmod/3 ROOT/3 compound/5 dobj/3 punct/3",
    ),
    (
        "country-list",
        (
            "from/IN/ROOT/0 Denmark/NNP/pobj/0//GPE ,/,/punct/1 the/DT/det/4"
            " Netherlands/NNP/appos/1//GPE"
        ),
        "ROOT/0 pobj/0 punct/1 det/4 conj/1",
    ),
    (
        "apposition-to-name",
        (
            "the/DT/det/1 border/NN/ROOT/1 with/IN/prep/1 Donbas/NNP/pobj/2//LOC"
            " ,/,/punct/1 a/DT/det/6 region/NN/appos/1"
        ),
        "det/1 ROOT/1 prep/1 pobj/2 punct/1 det/6 appos/3",
    ),
    (
        "list-of-three",
        (
            "mayors/NNS/nsubj/5 ,/,/punct/0 bishops/NNS/appos/0 and/CC/cc/2"
            " coaches/NNS/conj/2 left/VBD/ROOT/5"
        ),
        "nsubj/5 punct/0 conj/0 cc/2 conj/2 ROOT/5",
    ),
    (
        "stolen-subject",
        (
            "Finns/NNPS/nsubj/1 joined/VBD/ROOT/1 it/PRP/dobj/1 and/CC/cc/2"
            " Swedes/NNPS/conj/2 followed/VBD/conj/1"
        ),
        "nsubj/1 ROOT/1 dobj/1 cc/2 nsubj/5 conj/1",
    ),
    (
        "cleft-phrase",
        (
            "It/PRP/nsubj/1 was/VBD/ROOT/1/be in/IN/prep/1 Rome/NNP/pobj/2"
            " that/IN/mark/6 they/PRP/nsubj/6 met/VBD/ccomp/1"
        ),
        "nsubj/1 cleft/6 prep/6 pobj/2 cleft/1 nsubj/6 ROOT/6",
    ),
    (
        "inverted-saying",
        (
            "Mills/NNS/nsubj/1 closed/VBD/ccomp/3 ,/,/punct/3"
            " reported/VBD/ROOT/3/report Volt/NNP/dobj/3//ORG"
        ),
        "nsubj/1 ccomp/3 punct/3 ROOT/3 nsubj/3",
    ),
    (
        "inserted-saying",
        (
            "Banks/NNS/nsubj/2 ,/,/punct/0 said/VBD/parataxis/6 he/PRP/nsubj/2"
            " ,/,/punct/2 are/VBP/auxpass/6 asked/VBN/ROOT/6"
        ),
        "nsubjpass/6 punct/0 parataxis/6 nsubj/2 punct/2 auxpass/6 ROOT/6",
    ),
    (
        "split-prefix",
        (
            "He/PRP/nsubjpass/2 was/VBD/auxpass/2/be re/VBN/ROOT/2/re -/HYPH/punct/2"
            " elected/VBN/conj/2/elect in/IN/prep/2 May/NNP/pobj/5"
        ),
        "nsubjpass/4 auxpass/4 prefix/4 prefix/4 ROOT/4 prep/4 pobj/5",
    ),
    (
        "split-quotation",
        (
            "“/``/punct/3 Trains/NNS/nsubj/3 ”/''/punct/3 said/VBD/ROOT/3"
            " he/PRP/nsubj/6 “/``/punct/6 stop/VBP/ccomp/3"
        ),
        "punct/3 nsubj/6 punct/3 ROOT/3 nsubj/3 punct/6 ccomp/3",
    ),
    (
        "clause-after-case",
        (
            "They/PRP/nsubj/1 wait/VBP/ROOT/1 in/IN/prep/1 case/NN/pobj/2"
            " it/PRP/nsubj/5 rains/VBZ/relcl/3"
        ),
        "nsubj/1 ROOT/1 mark/5 mark/5 nsubj/5 advcl/1",
    ),
    (
        "clause-after-provided",
        (
            "They/PRP/nsubj/1 stay/VBP/ROOT/1 provided/VBN/acomp/1"
            " we/PRP/nsubj/4 pay/VBP/conj/1"
        ),
        "nsubj/1 ROOT/1 mark/4 nsubj/4 advcl/1",
    ),
    (
        "measure-after-by",
        (
            "It/PRP/nsubjpass/2 was/VBD/auxpass/2 lost/VBN/ROOT/2 by/IN/agent/2"
            " nine/CD/nummod/5 votes/NNS/pobj/3/vote"
        ),
        "nsubjpass/2 auxpass/2 ROOT/2 prep/2 nummod/5 pobj/3",
    ),
    (
        "absolute-with",
        (
            "It/PRP/nsubj/1 ended/VBD/ROOT/1 with/IN/prep/1 Peru/NNP/pobj/2//GPE"
            " winning/VBG/advcl/1"
        ),
        "nsubj/1 ROOT/1 prep/1 nsubj/4 pcomp/2",
    ),
    (
        "place-after-place",
        (
            "He/PRP/nsubj/1 came/VBD/ROOT/1 to/IN/prep/1 a/DT/det/4 hall/NN/pobj/2"
            " in/IN/prep/1 Lima/NNP/pobj/5//GPE"
        ),
        "nsubj/1 ROOT/1 prep/1 det/4 pobj/2 prep/4 pobj/5",
    ),
    (
        "score-as-object",
        "Peru/NNP/nsubj/1 beat/VBD/ROOT/1 Chile/NNP/dobj/1 2–1/CD/dobj/1",
        "nsubj/1 ROOT/1 dobj/1 score/1",
    ),
    (
        "adverb-as-particle",
        (
            "She/PRP/nsubj/1 cut/VBD/ROOT/1/cut short/RB/advmod/1 and/CC/cc/1"
            " turned/VBD/conj/1/turn it/PRP/dobj/4 away/RB/advmod/4"
        ),
        "nsubj/1 ROOT/1 prt/1 cc/1 conj/1 dobj/4 prt/4",
    ),
    (
        "thanks-as-preposition",
        (
            "Jo/NNP/nsubj/1//PERSON won/VBD/ROOT/1/win thanks/NNS/dobj/1 to/IN/prep/1"
            " her/PRP$/poss/5 aunt/NN/pobj/3"
        ),
        "nsubj/1 ROOT/1 prep/1 prep/2 poss/5 pobj/3",
    ),
    (
        "thanks-as-preposition",
        (
            "It/PRP/nsubj/1 ran/VBD/ROOT/1/run on/IN/prep/1 damp/JJ/amod/5"
            " coal/NN/compound/5 thanks/NNS/pobj/2 to/IN/prep/5 her/PRP/pobj/6"
        ),
        "nsubj/1 ROOT/1 prep/1 amod/4 pobj/2 prep/1 prep/5 pobj/6",
    ),
    (
        "who-on-person",
        (
            "an/DT/det/1 expert/NN/ROOT/1/expert at/IN/prep/1 Shell/NNP/pobj/2//ORG"
            " who/WP/nsubj/5/who left/VBD/relcl/3"
        ),
        "det/1 ROOT/1 prep/1 pobj/2 nsubj/5 relcl/1",
    ),
    (
        "saying-under-thing",
        (
            "He/PRP/nsubj/1 claimed/VBD/ROOT/1 sums/NNS/nsubj/3/sum were/VBD/ccomp/1"
            " small/JJ/acomp/3 and/CC/cc/3 said/VBD/conj/3/say so/RB/advmod/6"
        ),
        "nsubj/1 ROOT/1 nsubj/3 ccomp/1 acomp/3 cc/1 conj/1 advmod/6",
    ),
    (
        "quoted-order",
        ("“/``/punct/4 Go/VB/advcl/4 ”/''/punct/4 he/PRP/nsubj/4 said/VBD/ROOT/4/say"),
        "punct/4 ccomp/4 punct/4 nsubj/4 ROOT/4",
    ),
    (
        "subject-in-quotation",
        (
            "Trains/NNS/nsubj/2 ”/''/punct/2 said/VBD/ROOT/2/say he/PRP/nsubj/2"
            " “/``/punct/2 stop/VBP/ccomp/2"
        ),
        "nsubj/5 punct/2 ROOT/2 nsubj/2 punct/2 ccomp/2",
    ),
    (
        "perfect-as-participle",
        (
            "He/PRP/nsubj/2 would/MD/aux/2 have/VB/ROOT/2/have taxed/VBN/amod/4"
            " fuel/NN/dobj/2"
        ),
        "nsubj/3 aux/3 aux/3 ROOT/3 dobj/3",
    ),
    (
        "noun-before-verb",
        (
            "They/PRP/nsubj/1 wait/VBP/ROOT/1 until/IN/mark/5 a/DT/det/5"
            " crew/NN/compound/5 boards/VBZ/advcl/1"
        ),
        "nsubj/1 ROOT/1 mark/5 det/4 nsubj/5 advcl/1",
    ),
    (
        "clause-in-complement",
        (
            "It/PRP/nsubj/1 is/VBZ/ROOT/1 Dutch/NNP/nsubj/5 and/CC/cc/2"
            " Rome/NNP/conj/2 rates/VBZ/attr/1 it/PRP/dobj/5"
        ),
        "nsubj/1 ROOT/1 attr/1 cc/1 nsubj/5 conj/1 dobj/5",
    ),
    (
        "plain-after-infinitive",
        (
            "She/PRP/nsubj/1 urged/VBD/ROOT/1 us/PRP/dobj/1 to/TO/aux/4 eat/VB/xcomp/1"
            " ,/,/punct/1 drink/VB/conj/1 and/CC/cc/6 stay/VB/conj/6"
        ),
        "nsubj/1 ROOT/1 dobj/1 aux/4 xcomp/1 punct/1 conj/4 cc/6 conj/6",
    ),
    (
        "garden-path",
        (
            "The/DT/det/1 tools/NNS/nsubj/2/tool found/VBD/ROOT/2/find"
            " nearby/RB/advmod/2 belong/VBP/ccomp/2 to/IN/prep/4 us/PRP/pobj/5"
        ),
        "det/1 nsubj/4 acl/1 advmod/2 ROOT/4 prep/4 pobj/5",
    ),
    (
        "participle-as-past",
        (
            "Coins/NNS/nsubj/1/coin found/VBN/csubj/5/find in/IN/prep/1 it/PRP/pobj/2"
            " may/MD/aux/5 be/VB/ROOT/5/be old/JJ/acomp/5"
        ),
        "nsubj/5 acl/0 prep/1 pobj/2 aux/5 ROOT/5 acomp/5",
    ),
    (
        "phrase-after-names",
        (
            "He/PRP/nsubj/1 saw/VBD/ROOT/1/see Genk/NNP/dobj/1 and/CC/cc/2"
            " Lyon/NNP/conj/2 ,/,/punct/2 of/IN/prep/2 France/NNP/pobj/6"
        ),
        "nsubj/1 ROOT/1 dobj/1 cc/2 conj/2 punct/2 prep/4 pobj/6",
    ),
    (
        "measure-after-by",
        (
            "It/PRP/nsubjpass/2 was/VBD/auxpass/2 beaten/VBN/ROOT/2 by/IN/agent/2"
            " two/CD/nummod/5 goals/NNS/pobj/3/goal by/IN/prep/5 Rome/NNP/pobj/6//GPE"
        ),
        "nsubjpass/2 auxpass/2 ROOT/2 prep/2 nummod/5 pobj/3 agent/2 pobj/6",
    ),
    (
        "far-agent",
        (
            "They/PRP/nsubjpass/2 were/VBD/auxpass/2 kept/VBN/ROOT/2 from/IN/prep/2"
            " voting/VBG/pcomp/3 no/DT/dobj/4 by/IN/prep/4 Rome/NNP/pobj/6//GPE"
        ),
        "nsubjpass/2 auxpass/2 ROOT/2 prep/2 pcomp/3 dobj/4 agent/2 pobj/6",
    ),
    (
        "infinitive-under-modal",
        (
            "They/PRP/nsubj/1 did/VBD/ROOT/1/do what/WP/dobj/6 they/PRP/nsubj/4"
            " could/MD/ccomp/1/could to/TO/aux/6 win/VB/xcomp/4/win"
        ),
        "nsubj/1 ROOT/1 dobj/4 nsubj/4 ccomp/1 aux/6 advcl/1",
    ),
    (
        "relative-on-be",
        (
            "That/DT/nsubj/1 is/VBZ/ROOT/1/be not/RB/neg/1 something/NN/attr/1"
            " in/IN/prep/3 May/NNP/pobj/4 I/PRP/nsubj/8 will/MD/aux/8"
            " sign/VB/ccomp/1"
        ),
        "nsubj/1 ROOT/1 neg/1 attr/1 prep/3 pobj/4 nsubj/8 aux/8 relcl/3",
    ),
    (
        "score-in-name",
        (
            "They/PRP/nsubj/1 beat/VBD/ROOT/1 the/DT/det/3 Jets/NNPS/dobj/1"
            " 24/CD/nummod/3 -/SYM/punct/6 17/CD/prep/4"
        ),
        "nsubj/1 ROOT/1 det/3 dobj/1 score/1 score/4 score/4",
    ),
    (
        "clause-after-fronted-saying",
        (
            "If/IN/mark/2 fans/NNS/nsubj/2 say/VBP/advcl/4/say it/PRP/nsubj/4"
            " works/VBZ/ROOT/4 ,/,/punct/4 we/PRP/nsubj/7 agree/VBP/conj/4 ././punct/4"
        ),
        "mark/2 nsubj/2 advcl/7 nsubj/4 ccomp/2 punct/4 nsubj/7 ROOT/7 punct/7",
    ),
    (
        "clause-after-fronted-saying",
        (
            "If/IN/mark/2 fans/NNS/nsubj/2 say/VBP/advcl/4/say it/PRP/nsubj/4"
            " works/VBZ/ccomp/7 ,/,/punct/7 we/PRP/nsubj/7 agree/VBP/ROOT/7"
        ),
        "mark/2 nsubj/2 advcl/7 nsubj/4 ccomp/2 punct/7 nsubj/7 ROOT/7",
    ),
    (
        "clause-after-claim",
        (
            "There/EX/expl/1 are/VBP/ROOT/1 claims/NNS/attr/1/claim now/NN/npadvmod/5"
            "//DATE they/PRP/nsubj/5 cheat/VBP/conj/1"
        ),
        "expl/1 ROOT/1 attr/1 npadvmod/5 nsubj/5 ccomp/2",
    ),
    (
        "list-after-object",
        (
            "They/PRP/nsubj/1 are/VBP/ROOT/1 Ann/NNP/attr/1 ;/:/punct/1 Bo/NNP/appos/0"
            " ;/:/punct/4 Al/NNP/conj/4"
        ),
        "nsubj/1 ROOT/1 attr/1 punct/1 conj/2 punct/4 conj/4",
    ),
    (
        "not-before-second",
        (
            "They/PRP/nsubj/1 are/VBP/ROOT/1 owls/NNS/attr/1 and/CC/cc/2"
            " hares/NNS/conj/2 -/:/punct/4 not/RB/neg/4 eels/NNS/conj/2"
        ),
        "nsubj/1 ROOT/1 attr/1 cc/2 conj/2 punct/4 neg/7 conj/2",
    ),
    (
        "past-after-infinitive",
        (
            "They/PRP/nsubj/1 managed/VBD/ROOT/1 to/TO/aux/3 hide/VB/xcomp/1"
            " and/CC/cc/3 left/VBD/conj/3"
        ),
        "nsubj/1 ROOT/1 aux/3 xcomp/1 cc/1 conj/1",
    ),
    (
        "subject-after-complement",
        (
            "Some/DT/nsubj/1 are/VBP/ROOT/1 old/JJ/acomp/1 and/CC/cc/2 ships/NNS/conj/2"
            " here/RB/advmod/4 leak/VB/conj/1"
        ),
        "nsubj/1 ROOT/1 acomp/1 cc/2 nsubj/6 advmod/4 conj/1",
    ),
    (
        "past-after-infinitive",
        (
            "It/PRP/nsubj/1 began/VBD/ROOT/1 by/IN/prep/1 selling/VBG/pcomp/2"
            " maps/NNS/dobj/3 and/CC/cc/3 ended/VBD/conj/3 up/RP/prt/6"
        ),
        "nsubj/1 ROOT/1 prep/1 pcomp/2 dobj/3 cc/1 conj/1 prt/6",
    ),
    (
        "perfect-with-short-form",
        ("She/PRP/nsubjpass/2 ’s/VBZ/auxpass/2 sold/VBN/ROOT/2/sell mills/NNS/dobj/2"),
        "nsubj/2 aux/2 ROOT/2 dobj/2",
    ),
    (
        "who-on-person",
        (
            "men/NNS/ROOT/0/man leaving/VBG/acl/0 the/DT/det/3 mill/NN/dobj/1/mill"
            " ,/,/punct/3 whom/WP/dobj/7 they/PRP/nsubj/7 paid/VBD/relcl/3"
        ),
        "ROOT/0 acl/0 det/3 dobj/1 punct/3 dobj/7 nsubj/7 relcl/0",
    ),
    (
        "who-on-person",
        (
            "the/DT/det/1 fate/NN/ROOT/1/fate of/IN/prep/1 men/NNS/pobj/2/man"
            " lost/VBN/acl/3 who/WP/nsubj/6 fled/VBD/relcl/1"
        ),
        "det/1 ROOT/1 prep/1 pobj/2 acl/3 nsubj/6 relcl/3",
    ),
    (
        "subject-after-joint",
        (
            "It/PRP/nsubj/1 rose/VBD/ROOT/1/rise in/IN/prep/1 Oslo/NNP/pobj/2"
            " and/CC/cc/3 Volt/NNP/conj/3 has/VBZ/aux/7 sold/VBN/conj/1/sell"
            " it/PRP/dobj/7"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 cc/1 nsubj/7 aux/7 conj/1 dobj/7",
    ),
    (
        "subject-after-joint",
        (
            "It/PRP/nsubj/1 was/VBD/ccomp/6/be in/IN/prep/1 Oslo/NNP/pobj/2 and/CC/cc/3"
            " men/NNS/conj/3/man sold/VBD/ROOT/6/sell it/PRP/dobj/6"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 cc/1 nsubj/6 conj/1 dobj/6",
    ),
    (
        "gerund-after-finite",
        (
            "He/PRP/nsubj/1 confessed/VBD/ROOT/1/confess to/IN/prep/1"
            " selling/VBG/pcomp/2 maps/NNS/dobj/3 and/CC/cc/1 hiding/VBG/conj/1"
            " it/PRP/dobj/6"
        ),
        "nsubj/1 ROOT/1 prep/1 pcomp/2 dobj/3 cc/3 conj/3 dobj/6",
    ),
    (
        "gerund-after-finite",
        (
            "We/PRP/nsubj/2 are/VBP/aux/2/be wearing/VBG/ROOT/2/wear"
            " what/WP/dobj/5 they/PRP/nsubj/5 sold/VBD/ccomp/2/sell and/CC/cc/5"
            " eating/VBG/conj/5 it/PRP/dobj/7"
        ),
        "nsubj/2 aux/2 ROOT/2 dobj/5 nsubj/5 ccomp/2 cc/2 conj/2 dobj/7",
    ),
    (
        "fronted-noun",
        (
            "He/PRP/nsubj/1 paid/VBD/ROOT/1/pay for/IN/prep/1 bread/NN/nsubj/6"
            " and/CC/cc/3 she/PRP/conj/3 sold/VBD/advcl/1/sell"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 cc/1 nsubj/6 conj/1",
    ),
    (
        "fronted-noun",
        (
            "A/DT/det/1 barn/NN/ROOT/1 with/IN/prep/1 beams/NNS/nsubj/4"
            " stood/VBD/relcl/1/stand"
        ),
        "det/1 ROOT/1 prep/1 pobj/2 relcl/1",
    ),
    (
        "apposition-as-object",
        (
            "They/PRP/nsubj/1 cut/VBD/ROOT/1 rates/NNS/dobj/1 in/IN/prep/1"
            " Oslo/NNP/pobj/3 ,/,/punct/1 their/PRP$/poss/7 move/NN/dobj/1"
        ),
        "nsubj/1 ROOT/1 dobj/1 prep/1 pobj/3 punct/1 poss/7 dep/1",
    ),
    (
        "relative-by-number",
        (
            "rows/NNS/ROOT/0/row of/IN/prep/0 wheat/NN/pobj/1/wheat that/WDT/nsubj/4"
            " are/VBP/relcl/2/be old/JJ/acomp/4"
        ),
        "ROOT/0 prep/0 pobj/1 nsubj/4 relcl/0 acomp/4",
    ),
    (
        "relative-by-number",
        (
            "a/DT/det/1 map/NN/ROOT/1/map of/IN/prep/1 roads/NNS/pobj/2/road"
            " which/WDT/nsubj/5 shows/VBZ/relcl/3/show it/PRP/dobj/5"
        ),
        "det/1 ROOT/1 prep/1 pobj/2 nsubj/5 relcl/1 dobj/5",
    ),
    (
        "means-on-thing",
        (
            "They/PRP/nsubj/1 cut/VBD/ROOT/1/cut it/DT/det/3 rope/NN/dobj/1/rope"
            " using/VBG/acl/3/use it/PRP/dobj/4"
        ),
        "nsubj/1 ROOT/1 det/3 dobj/1 advcl/1 dobj/4",
    ),
    (
        "participle-between-commas",
        (
            "The/DT/det/1 law/NN/nsubj/3/law ,/,/punct/3 passed/VBD/parataxis/6/pass"
            " now/RB/advmod/3 ,/,/punct/3 bans/VBZ/ROOT/6/ban it/PRP/dobj/6"
        ),
        "det/1 nsubj/6 punct/3 acl/1 advmod/3 punct/3 ROOT/6 dobj/6",
    ),
    (
        "name-of-thing",
        (
            "a/DT/det/1 hill/NN/ROOT/1/hill in/IN/prep/1 Kent/NNP/pobj/2//GPE"
            " called/VBN/acl/3/call Box/NNP/oprd/4"
        ),
        "det/1 ROOT/1 prep/1 pobj/2 acl/1 oprd/4",
    ),
    (
        "fronted-apposition",
        (
            "In/IN/prep/8 Lima/NNP/pobj/0//GPE ,/,/punct/8 the/DT/det/4"
            " capital/NN/nsubj/8/capital ,/,/punct/4 few/JJ/amod/7 crews/NNS/conj/4"
            " met/VBD/ROOT/8"
        ),
        "prep/8 pobj/0 punct/8 det/4 appos/1 punct/4 amod/7 nsubj/8 ROOT/8",
    ),
    (
        "name-before-office",
        (
            "They/PRP/nsubj/1 named/VBD/ROOT/1/name Ann/NNP/compound/3//PERSON"
            " Lee/NNP/compound/4//PERSON mayor/NN/oprd/1/mayor"
        ),
        "nsubj/1 ROOT/1 compound/3 dobj/1 oprd/1",
    ),
    (
        "fronted-predicate",
        (
            "A/DT/det/1 teacher/NN/advcl/4/teacher ,/,/punct/4 Ann/NNP/nsubj/4//PERSON"
            " left/VBD/ROOT/4"
        ),
        "det/1 nsubj/4 punct/4 appos/1 ROOT/4",
    ),
    (
        "measure-as-object",
        ("It/PRP/nsubj/1 moves/VBZ/ROOT/1 oil/NN/xcomp/1 miles/NNS/dobj/1//QUANTITY"),
        "nsubj/1 ROOT/1 dobj/1 npadvmod/1",
    ),
    (
        "rank-as-object",
        "They/PRP/nsubj/1 put/VBD/ROOT/1 her/PRP/dobj/1 second/NN/dobj/1",
        "nsubj/1 ROOT/1 dobj/1 oprd/1",
    ),
    (
        "reflexive-as-complement",
        "They/PRP/nsubj/1 are/VBP/ROOT/1 themselves/PRP/attr/1 old/JJ/acomp/1",
        "nsubj/1 ROOT/1 advmod/1 acomp/1",
    ),
    (
        "adjective-after-have",
        (
            "They/PRP/nsubj/2 have/VBP/aux/2/have limited/VBN/ROOT/2/limit"
            " space/NN/dobj/2"
        ),
        "nsubj/1 ROOT/1 amod/3 dobj/1",
    ),
    (
        "noun-in-adjective",
        (
            "He/PRP/nsubjpass/2 was/VBD/auxpass/2 found/VBN/ROOT/2 stone/NN/nsubj/4"
            " dead/JJ/oprd/2"
        ),
        "nsubjpass/2 auxpass/2 ROOT/2 npadvmod/4 oprd/2",
    ),
    (
        "passive-without-be",
        ("Miners/NNS/nsubj/1 warned/VBD/ROOT/1/warn to/TO/aux/3 stay/VB/xcomp/1"),
        "nsubjpass/1 ROOT/1 aux/3 xcomp/1",
    ),
    (
        "apposition-as-object",
        (
            "They/PRP/nsubj/1 won/VBD/ROOT/1 it/PRP/dobj/1 in/IN/prep/1"
            " spring/NN/pobj/3 ,/,/punct/1 a/DT/det/7 season/NN/dobj/1"
        ),
        "nsubj/1 ROOT/1 dobj/1 prep/1 pobj/3 punct/1 det/7 appos/4",
    ),
    (
        "clause-after-as-noun",
        (
            "We/PRP/nsubj/1 left/VBD/ROOT/1 as/IN/prep/1 clouds/NNS/pobj/2"
            " came/VBD/acl/3/come"
        ),
        "nsubj/1 ROOT/1 mark/4 nsubj/4 advcl/1",
    ),
    (
        "object-of-lower-verb",
        (
            "songs/NNS/ROOT/0 which/WDT/dobj/3 he/PRP/nsubj/3 spent/VBD/relcl/0"
            " hours/NNS/dobj/3 singing/VBG/xcomp/3"
        ),
        "ROOT/0 dobj/5 nsubj/3 relcl/0 dobj/3 xcomp/3",
    ),
    (
        "time-clause-on-place",
        (
            "They/PRP/nsubj/1 stay/VBP/ROOT/1 in/IN/prep/1 tents/NNS/pobj/2"
            " ,/,/punct/3 when/WRB/advmod/7 it/PRP/nsubj/7 rains/VBZ/relcl/3"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 punct/3 advmod/7 nsubj/7 advcl/1",
    ),
    (
        "relative-on-subject",
        (
            "It/PRP/nsubj/1 lies/VBZ/ROOT/1 in/IN/prep/1 clay/NN/pobj/2"
            " that/WDT/nsubj/5 split/VBD/relcl/0"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 nsubj/5 relcl/3",
    ),
    (
        "participle-after-relative",
        (
            "She/PRP/nsubj/1 took/VBD/ROOT/1 seats/NNS/dobj/1 he/PRP/nsubj/4"
            " liked/VBD/relcl/2 ,/,/punct/4 smiling/VBG/advcl/4"
        ),
        "nsubj/1 ROOT/1 dobj/1 nsubj/4 relcl/2 punct/4 advcl/1",
    ),
    (
        "perfect-after-adverb",
        (
            "They/PRP/nsubj/1 have/VBP/ROOT/1/have only/RB/advmod/3 "
            "added/VBN/amod/4/add fuel/NN/dobj/1"
        ),
        "nsubj/3 aux/3 advmod/3 ROOT/3 dobj/3",
    ),
    (
        "verb-of-fragment",
        (
            "Davis/NNP/ROOT/0 ,/,/punct/0 captain/NN/appos/0 ,/,/punct/0"
            " left/VBN/acl/0/leave it/PRP/dobj/4"
        ),
        "nsubj/4 punct/0 appos/0 punct/0 ROOT/4 dobj/4",
    ),
    (
        "content-on-hearer",
        (
            "It/PRP/nsubj/1 warned/VBD/ROOT/1/warn us/PRP/dobj/1 that/IN/mark/5"
            " ships/NNS/nsubj/5 sink/VBP/relcl/2"
        ),
        "nsubj/1 ROOT/1 dobj/1 mark/5 nsubj/5 ccomp/1",
    ),
    (
        "content-on-document",
        (
            "It/PRP/nsubj/1 said/VBD/ROOT/1/say in/IN/prep/1 reports/NNS/pobj/2/report"
            " that/IN/mark/6 ships/NNS/nsubj/6 sink/VBP/acl/3"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 mark/6 nsubj/6 ccomp/1",
    ),
    (
        "roles-before-name",
        (
            "Owner/NN/nsubj/4/owner and/CC/cc/0 editor/NN/compound/3/editor"
            " Lee/NNP/conj/0//PERSON left/VBD/ROOT/4"
        ),
        "nmod/3 cc/0 compound/3 nsubj/4 ROOT/4",
    ),
    (
        "that-said",
        (
            "That/DT/nsubj/1 said/VBD/ROOT/1/say ,/,/punct/1 they/PRP/nsubj/4"
            " won/VBD/ccomp/1/win"
        ),
        "nsubj/1 intj/4 punct/1 nsubj/4 ROOT/4",
    ),
    (
        "that-on-name",
        (
            "a/DT/det/1 suit/NN/ROOT/1/suit in/IN/prep/1 Ohio/NNP/pobj/2//GPE"
            " that/WDT/nsubj/5 names/VBZ/relcl/3 us/PRP/dobj/5"
        ),
        "det/1 ROOT/1 prep/1 pobj/2 nsubj/5 relcl/1 dobj/5",
    ),
    (
        "participle-after-name",
        (
            "It/PRP/nsubj/1 fell/VBD/ROOT/1 on/IN/prep/1 Ann/NNP/pobj/2//PERSON"
            " ,/,/punct/1 clad/VBN/advcl/1 in/IN/prep/5 red/NN/pobj/6"
        ),
        "nsubj/1 ROOT/1 prep/1 pobj/2 punct/1 acl/3 prep/5 pobj/6",
    ),
    (
        "cut-at-hyphen",
        (
            "She/PRP/nsubj/1 is/VBZ/ROOT/1/be secretary/NN/attr/1 -/HYPH/punct/2"
            " general/NN/amod/2 of/IN/prep/4 Interpol/NNP/pobj/5"
        ),
        "nsubj/1 ROOT/1 compound/4 punct/4 attr/1 prep/4 pobj/5",
    ),
    (
        "cut-at-hyphen",
        (
            "They/PRP/nsubj/1 own/VBP/ROOT/1 yards/NNS/dobj/1 ,/,/punct/2"
            " Co/NNP/appos/2 -/NN/conj/2 operative/JJ/conj/2"
        ),
        "nsubj/1 ROOT/1 dobj/1 punct/2 appos/2 punct/4 compound/4",
    ),
]

RIGHT = [
    (
        "Mills/NNS/nsubj/1 closed/VBD/ccomp/3 ,/,/punct/3"
        " told/VBD/ROOT/3/tell Volt/NNP/dobj/3//ORG"
    ),
    (
        "Mills/NNS/nsubj/1 closed/VBD/ccomp/3 ,/,/punct/3"
        " announced/VBD/ROOT/3/announce plans/NNS/dobj/3/plan"
    ),
    ("They/PRP/nsubj/1 live/VBP/ROOT/1 apart/RB/advmod/1 in/IN/prep/1 rain/NN/pobj/3"),
    (
        "Tests/NNS/nsubj/1 found/VBD/ROOT/1/find eating/VBG/csubj/5 less/JJR/dobj/2"
        " may/MD/aux/5 help/VB/ccomp/1"
    ),
    (
        "a/DT/det/1 photo/NN/nsubj/5/photo of/IN/prep/1 Chad/NNP/pobj/2"
        " leaving/VBG/acl/3/leave fell/VBD/ROOT/5"
    ),
    (
        "Jo/NNP/nsubj/1//PERSON sent/VBD/ROOT/1/send thanks/NNS/dobj/1 to/IN/prep/1"
        " her/PRP$/poss/5 aunt/NN/pobj/3"
    ),
    (
        "the/DT/det/1 line/NN/nsubj/5/line of/IN/prep/1 men/NNS/pobj/2"
        " closing/VBG/acl/1/close slept/VBD/ROOT/5"
    ),
    (
        "She/PRP/nsubj/1 spent/VBD/ROOT/1/spend sums/NNS/dobj/1/sum"
        " belonging/VBG/acl/2/belong to/IN/prep/3 them/PRP/pobj/4"
    ),
    (
        "They/PRP/nsubj/1 cut/VBD/ROOT/1 ,/,/punct/1 in/IN/prep/1 part/NN/pobj/3"
        " ,/,/punct/1 their/PRP$/poss/7 rates/NNS/dobj/1"
    ),
    "We/PRP/nsubj/1 left/VBD/ROOT/1 after/IN/prep/4 rain/NN/nsubj/4 fell/VBD/advcl/1",
    "We/PRP/nsubj/1 left/VBD/ROOT/1 as/IN/prep/4 rain/NN/nsubj/4 fell/VBD/advcl/1",
    (
        "They/PRP/nsubjpass/2 are/VBP/auxpass/2/be booked/VBN/ROOT/2/book and/CC/cc/2"
        " making/VBG/conj/2 it/PRP/dobj/4"
    ),
    (
        "It/PRP/nsubj/1 rose/VBD/ROOT/1/rise in/IN/prep/1 Oslo/NNP/pobj/2 and/CC/cc/3"
        " town/NN/conj/3 and/CC/cc/1 has/VBZ/aux/8 sold/VBN/conj/1/sell"
    ),
    (
        "It/PRP/nsubj/1 told/VBD/ROOT/1/tell a/DT/det/3 mayor/NN/dobj/1 and/CC/cc/3"
        " men/NNS/conj/3/man slept/VBD/ccomp/1/sleep"
    ),
    (
        "men/NNS/ROOT/0/man and/CC/cc/0 beasts/NNS/conj/0/beast who/WP/nsubj/4"
        " fled/VBD/relcl/2"
    ),
    ("She/PRP/nsubjpass/2 's/VBZ/auxpass/2/be given/VBN/ROOT/2/give mills/NNS/dobj/2"),
    (
        "It/PRP/nsubj/1 rained/VBD/ccomp/4/rain :/:/punct/4 miners/NNS/nsubj/4"
        " said/VBD/ROOT/4/say"
    ),
    ("They/PRP/nsubj/1 told/VBD/ROOT/1/tell guards/NNS/dobj/1 slept/VBD/ccomp/1"),
    "After/IN/prep/4 rain/NN/pobj/0 and/CC/cc/1 snow/NN/conj/1 slept/VBD/ROOT/4",
    (
        "It/PRP/nsubj/1 is/VBZ/ROOT/1/be a/DT/det/3 pity/NN/attr/1 they/PRP/nsubj/5"
        " left/VBD/ccomp/1"
    ),
    (
        "Smith/NNP/nsubj/6 ,/,/punct/0 a/DT/det/3 lawyer/NN/appos/0 and/CC/cc/3"
        " mayor/NN/conj/3 ,/,/punct/0 left/VBD/ROOT/7"
    ),
    (
        "He/PRP/nsubj/1 met/VBD/ROOT/1 her/PRP/dobj/1 at/IN/prep/1"
        " talks/NNS/pobj/3/talk on/IN/prep/4 Monday/NNP/pobj/5//DATE"
    ),
    "He/PRP/nsubj/2 is/VBZ/aux/2/be running/VBG/ROOT/2/run",
    "It/PRP/nsubjpass/2 was/VBD/auxpass/2 hit/VBN/ROOT/2 by/IN/agent/2 it/PRP/pobj/3",
    "Crews/NNS/nsubj/1 found/VBD/ROOT/1/find remains/VBZ/ccomp/1",
    "They/PRP/nsubj/1 asked/VBD/ROOT/1/ask and/CC/cc/1 left/VBD/conj/1",
    (
        "They/PRP/nsubj/1 saw/VBD/ROOT/1/see a/DT/det/3 nurse/NN/dobj/1/nurse"
        " using/VBG/acl/3/use it/PRP/dobj/4"
    ),
    (
        "lists/NNS/ROOT/0/list of/IN/prep/0 roads/NNS/pobj/1/road that/WDT/nsubj/4"
        " are/VBP/relcl/2/be old/JJ/acomp/4"
    ),
    (
        "They/PRP/nsubj/2 have/VBP/aux/2/have limited/VBN/ROOT/2/limit the/DT/det/4"
        " space/NN/dobj/2/space"
    ),
    "Miners/NNS/nsubj/1 asked/VBD/ROOT/1/ask to/TO/aux/3 stay/VB/xcomp/1",
    (
        "They/PRP/nsubj/1 want/VBP/ROOT/1 to/TO/aux/3 go/VB/xcomp/1 and/CC/cc/3"
        " stay/VB/conj/3"
    ),
    "It/PRP/nsubj/1 has/VBZ/ROOT/1/have badly/RB/advmod/3 cut/VBN/amod/4 it/PRP/dobj/1",
    "The/DT/det/2 most/RBS/advmod/2 late/JJ/acomp/3 is/VBZ/ROOT/3/be Ann/NNP/attr/3",
]


def relations(doc):
    return " ".join(f"{token.dep_}/{token.head.i}" for token in doc)


@pytest.mark.parametrize(("name", "cells", "wanted"), SLIPS, ids=[s[0] for s in SLIPS])
def test_a_repair_mends_its_class_of_slips(make_doc, name, cells, wanted):
    doc = make_doc(cells)
    assert relations(mended(doc)) == wanted
    assert name in REPAIRS


def test_every_repair_has_a_slip_that_it_mends():
    of_words = {"short-auxiliary", "verb-as-noun", "called-so"}
    assert {slip[0] for slip in SLIPS} == set(REPAIRS) - of_words


@pytest.mark.parametrize(
    ("word", "lemma", "wanted"),
    [
        ("hated", "hat", "hate"),
        ("fined", "fin", "fine"),
        ("rages", "rag", "rage"),
        ("offered", "offer", "offer"),
        ("planned", "plan", "plan"),
        ("passes", "pass", "pass"),
        ("needed", "need", "need"),
    ],
)
def test_a_short_lemma_gets_its_e_back(make_doc, word, lemma, wanted):
    tag = "VBZ" if word.endswith("s") else "VBD"
    doc = make_doc(f"He/PRP/nsubj/1 {word}/{tag}/ROOT/1/{lemma}")
    assert mended(doc)[1].lemma_ == wanted


@pytest.mark.parametrize(
    ("cells", "index", "tag"),
    [
        (
            "Cycles/NNS/ROOT/0 that/WDT/nsubj/2 span/NN/relcl/0 days/NNS/dobj/2",
            2,
            "VBP",
        ),
        ("The/DT/det/1 club/NN/nsubj/2 remains/NNS/ROOT/2", 2, "VBZ"),
        ("The/DT/det/1 clubs/NNS/nsubj/2 works/NNS/ROOT/2", 2, "NNS"),
        ("He/PRP/nsubj/2 no/DT/det/2 rival/NN/ROOT/2", 2, "NN"),
        (
            (
                "The/DT/det/1 bank/NN/nsubj/4 called/VBD/acl/1/call Swan/NNP/oprd/2"
                " closed/VBD/ROOT/4"
            ),
            2,
            "VBN",
        ),
        (
            (
                "The/DT/det/1 bank/NN/nsubj/4 left/VBD/acl/1/leave open/JJ/oprd/2"
                " closed/VBD/ROOT/4"
            ),
            2,
            "VBD",
        ),
    ],
    ids=["relative", "root", "no-agreement", "article", "named", "no-name"],
)
def test_a_verb_gets_its_tag(make_doc, cells, index, tag):
    assert mended(make_doc(cells))[index].tag_ == tag


def test_a_curly_short_form_gets_its_lemma(make_doc):
    doc = make_doc("She/PRP/nsubj/1 ’s/VBZ/ROOT/1/’ here/RB/advmod/1")
    assert mended(doc)[1].lemma_ == "be"


def test_a_prefix_goes_into_the_lemma_of_its_verb(make_doc):
    doc = make_doc({slip[0]: slip[1] for slip in SLIPS}["split-prefix"])
    assert mended(doc)[4].lemma_ == "re-elect"


@pytest.mark.parametrize("cells", RIGHT)
def test_what_is_right_stays_the_same_doc(make_doc, cells):
    doc = make_doc(cells.replace("nsubj/6", "nsubj/7"))
    assert mended(doc) is doc


TWO_SENTENCES = (
    "He/PRP/nsubj/1 saw/VBD/ROOT/1 her/PRP/dobj/1"
    " We/PRP/nsubj/4 saw/VBD/ROOT/4 it/PRP/dobj/4"
)


def test_one_sentence_with_two_slips_keeps_no_other_from_being_mended(
    make_doc, monkeypatch
):
    two = {
        "first": lambda _: iter([Mend(2, 1, "attr")]),
        "second": lambda _: iter([Mend(2, 1, "dative"), Mend(5, 4, "dative")]),
    }
    monkeypatch.setattr(repairs, "REPAIRS", two)
    copy = mended(make_doc(TWO_SENTENCES))
    assert relations(copy) == "nsubj/1 ROOT/1 attr/1 nsubj/4 ROOT/4 dative/4"


def test_a_ring_in_one_sentence_keeps_no_other_from_being_mended(make_doc, monkeypatch):
    ring = {"ring": lambda _: iter([Mend(1, 2, "dep"), Mend(5, 4, "attr")])}
    monkeypatch.setattr(repairs, "REPAIRS", ring)
    copy = mended(make_doc(TWO_SENTENCES))
    assert relations(copy) == "nsubj/1 ROOT/1 dobj/1 nsubj/4 ROOT/4 attr/4"


def test_mending_keeps_the_text_and_the_positions(make_doc):
    doc = make_doc(SLIPS[1][1])
    copy = mended(doc)
    assert copy.text == doc.text
    assert [t.idx for t in copy] == [t.idx for t in doc]
    assert relations(doc) != relations(copy)


def test_mends_that_would_make_a_ring_are_left_out(make_doc):
    doc = make_doc("He/PRP/nsubj/1 saw/VBD/ROOT/1 her/PRP/dobj/1")
    assert corrected(doc, [Mend(1, 2, "dep")]) is doc
