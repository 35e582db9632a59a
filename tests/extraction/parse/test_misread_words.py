"""What a wrong reading says is not told: each by its mechanism, with a near miss."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.extraction.grammar.clauses import clauses_of
from kg.extraction.grammar.misreadings import is_misread
from kg.extraction.grammar.predicates import is_passive
from kg.extraction.parse.agreement import agreeing
from kg.extraction.parse.noun_slips import list_of_three
from kg.extraction.parse.syntax import Tree
from kg.extraction.statements.appositions import is_juxtaposed, is_list, roles_of
from kg.extraction.statements.extents import Extents

pytestmark = pytest.mark.model


#: A text, what it says, and what only a wrong reading of it says.
READ = [
    (
        "In fact, the bakery believes in rye.",
        ("bakery", "believeIn", "rye"),
        ("bakery", "believeIn", "fact"),
    ),
    (
        "In addition, the second tunnel is for trams.",
        ("second tunnel", "beFor", "tram"),
        ("second tunnel", "beIn", "addition"),
    ),
    (
        "With the end of the strike, the shortage is over.",
        ("shortage", "be", "over"),
        ("shortage", "beWith", "end of strike"),
    ),
    ("The team is far from finished.", None, ("team", "be", "far")),
    (
        "The agency sold the old depot, a move that angered its drivers.",
        ("agency", "sell", "old depot"),
        ("old depot", "be", "move"),
    ),
    (
        "Funds went to the World Bank and Voltix, a start-up that Ann Lee founded.",
        ("Voltix", "be", "start-up"),
        ("World Bank", "be", "start-up"),
    ),
    (
        (
            "American Kevin Hall and Australian Tim Weeks, both professors at Yale,"
            " were handed over to the army."
        ),
        ("Tim Weeks", "professorAt", "Yale"),
        ("Tim Weeks", "be", "Kevin Hall"),
    ),
    (
        "The firm has used chalk rather than actual marble.",
        ("firm", "use", "chalk"),
        ("firm", "use", "marble"),
    ),
    (
        "The council rather than the mayor signed the deal.",
        ("council", "sign", "deal"),
        ("mayor", "sign", "deal"),
    ),
    (
        "Ann Lee made 30 saves and Oslo beat Bergen.",
        ("Oslo", "beat", "Bergen"),
        ("Ann Lee", "make", "30 saves and Oslo beat Bergen"),
    ),
    (
        "Jets 2, Flyers 1: Ann Lee scored, Bo Lind made 38 saves and Oslo beat Rome.",
        ("Bo Lind", "make", "save"),
        ("Bo Lind", "make", "38 saves and Oslo beat Rome"),
    ),
    (
        "It lists some players, including captain Bo Lind, who have praised the coach.",
        ("player", "praise", "coach"),
        ("coach", "praise", "player"),
    ),
    (
        "She met Bo Lind, a consultant for shoe sellers who has a shop in Oslo.",
        ("Bo Lind", "have", "shop"),
        ("shoe seller", "have", "shop"),
    ),
    (
        "Visitors still know how many people liked them.",
        None,
        ("people", "like", ""),
    ),
    (
        "The editor disagreed and wrote a long letter.",
        ("editor", "write", "long letter"),
        ("editor", "disagree", "long letter"),
    ),
    (
        "When Ann Lee looked more closely, she found a letter.",
        ("Ann Lee", "find", "letter"),
        ("Ann Lee", "look", ""),
    ),
    (
        "The lamps are made of parts designed to be easily replaced.",
        None,
        ("part", "design", "to be easily replaced"),
    ),
    (
        "Norway’s October oil production fell.",
        None,
        ("Norway", "produce", "October"),
    ),
    (
        "The footage shows security forces using water cannons.",
        ("security force", "use", "water cannon"),
        ("footage", "use", "water cannon"),
    ),
]


@pytest.mark.parametrize(("text", "said", "unsaid"), READ)
def test_a_wrong_reading_is_not_told(asserted, text, said, unsaid):
    found = asserted(text)
    assert unsaid not in found
    assert said is None or said in found


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ("Berg/NNP/ROOT/0 4/CD/nummod/2 goals/NNS/appos/0/goal", True),
        ("74/CD/nummod/1 %/NN/ROOT/1 7/CD/nummod/3 saves/NNS/appos/1/save", True),
        ("Berg/NNP/ROOT/0 the/DT/det/2 keeper/NN/appos/0", False),
        ("mayors/NNS/ROOT/0 two/CD/nummod/2 men/NNS/appos/0/man", False),
    ],
)
def test_a_count_beside_a_thing_is_not_what_it_is(make_doc, cells, wanted):
    tree = Tree.of(make_doc(cells))
    assert is_juxtaposed(tree, tree.tokens[-1], tree.head(tree.tokens[-1])) is wanted


@pytest.mark.parametrize(
    ("cells", "noun", "name", "wanted"),
    [
        (
            (
                "Lee/NNP/ROOT/0//PERSON ,/,/punct/0 owners/NNS/appos/0/owner"
                " and/CC/cc/2 guests/NNS/conj/2/guest"
            ),
            2,
            0,
            True,
        ),
        (
            (
                "Lee/NNP/ROOT/0//PERSON ,/,/punct/0 owner/NN/appos/0/owner and/CC/cc/2"
                " guest/NN/conj/2/guest"
            ),
            2,
            0,
            False,
        ),
        (
            (
                "her/PRP$/poss/1 wit/NN/ROOT/1/wit ,/,/punct/1 charm/NN/appos/1/charm"
                " and/CC/cc/3 courage/NN/conj/3/courage"
            ),
            3,
            1,
            True,
        ),
        (
            (
                "her/PRP$/poss/1 boss/NN/ROOT/1/boss ,/,/punct/1 owner/NN/appos/1/owner"
                " and/CC/cc/3 editor/NN/conj/3/editor"
            ),
            3,
            1,
            False,
        ),
        (
            (
                "mill/NN/ROOT/0/mill ,/,/punct/0 the/DT/det/3 Inn/NNP/appos/0"
                " and/CC/cc/3 barn/NN/conj/3/barn"
            ),
            0,
            3,
            True,
        ),
        (
            (
                "mill/NN/ROOT/0/mill ,/,/punct/0 the/DT/det/3 Inn/NNP/appos/0"
                " and/CC/cc/0 barn/NN/conj/0/barn"
            ),
            0,
            3,
            False,
        ),
        (
            (
                "Oslo/NNP/ROOT/0//GPE and/CC/cc/0 Rome/NNP/conj/0//GPE -/:/punct/0"
                " a/DT/det/5 guard/NN/appos/0/guard"
            ),
            5,
            0,
            True,
        ),
        (
            (
                "Oslo/NNP/ROOT/0//GPE and/CC/cc/0 Rome/NNP/conj/0//GPE -/:/punct/0"
                " a/DT/det/5 pair/NN/appos/0/pair"
            ),
            5,
            0,
            False,
        ),
    ],
)
def test_a_list_is_no_apposition(make_doc, cells, noun, name, wanted):
    tree = Tree.of(make_doc(cells))
    assert is_list(tree, tree.tokens[noun], tree.tokens[name]) is wanted


@pytest.mark.parametrize(("kind", "wanted"), [("ORG", [2]), ("", [2, 4])])
def test_whom_somebody_works_for_is_no_role(make_doc, kind, wanted):
    cells = (
        "Lee/NNP/ROOT/0//PERSON ,/,/punct/0 head/NN/appos/0/head ,/,/punct/2"
        f" Volt/NNP/conj/2//{kind}"
    )
    tree = Tree.of(make_doc(cells))
    roles = roles_of(tree, tree.tokens[2], tree.tokens[0])
    assert [role.i for role in roles] == wanted


@pytest.mark.parametrize(("kind", "wanted"), [("PERSON", []), ("", [(3, "conj")])])
def test_what_somebody_is_is_no_fellow_of_theirs(make_doc, kind, wanted):
    cells = (
        f"said/VBD/ROOT/0/say Lind/NNP/nsubj/0//{kind} ,/,/punct/1 trader/NN/appos/1"
        " and/CC/cc/3 chemist/NN/conj/3 at/IN/prep/5 Volt/NNP/pobj/6 ran/VBD/conj/0"
    )
    tree = Tree.of(make_doc(cells))
    assert [(m.index, m.dep) for m in list_of_three(tree)] == wanted


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ("Volt/NNP/nsubj/1//PERSON head/VBP/ROOT/1 Lee/NNP/dobj/1", []),
        ("Volt/NNP/nsubj/1//PERSON heads/VBZ/ROOT/1 Lee/NNP/dobj/1", ["Volt"]),
        ("boats/NNS/nsubj/1 helps/VBZ/ROOT/1/help us/PRP/dobj/1", []),
        ("boats/NNS/nsubj/1 help/VBP/ROOT/1 us/PRP/dobj/1", ["boats"]),
        ("data/NNS/nsubj/1 helps/VBZ/ROOT/1/help us/PRP/dobj/1", ["data"]),
    ],
)
def test_a_main_verb_has_no_subject_of_another_number(make_doc, cells, wanted):
    tree = Tree.of(make_doc(cells))
    clause = next(c for c in clauses_of(tree) if c.subjects)
    kept = agreeing(tree, clause, clause.subjects)
    assert [token.text for token in kept] == wanted


@pytest.mark.parametrize(
    ("cells", "text", "wanted"),
    [
        ("a/DT/det/2 ``/``/punct/2 hub/NN/ROOT/2 ''/''/punct/2", 'a "hub"', 'a "hub"'),
        ("(/-LRB-/punct/1 hub/NN/ROOT/1 )/-RRB-/punct/1", "(hub)", "hub"),
        ("two/CD/ROOT/0 -/HYPH/punct/0 on/IN/prep/0", "two-on", "two-on"),
        ("Lund/NNP/npadvmod/2 -/HYPH/punct/2 based/VBN/ROOT/2", "Lund-based", "Lund"),
    ],
)
def test_a_phrase_has_the_marks_and_words_that_belong_to_it(
    analyser, cells, text, wanted
):
    rows = [cell.split("/") for cell in cells.split()]
    doc = analyser.nlp.make_doc(text)
    heads = [int(row[3]) for row in rows]
    doc = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=heads,
    )
    tree = Tree.of(doc)
    extents = Extents(tree, text)
    last = next(i for i, head in enumerate(heads) if head == i)
    last = last if rows[last][1] != "VBN" else 0
    assert extents.words(0, last) == wanted


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (
            "hobby/NN/nsubj/2/hobby is/VBZ/aux/2/be sorting/VBG/ROOT/2 it/PRP/dobj/2",
            True,
        ),
        (
            "boy/NN/nsubj/2/boy is/VBZ/aux/2/be sorting/VBG/ROOT/2 it/PRP/dobj/2",
            False,
        ),
        (
            "work/NN/nsubj/1 was/VBD/ROOT/1/be like/IN/prep/1 slaying/VBG/pcomp/2",
            True,
        ),
        (
            "by/IN/prep/2 use/VBG/pcomp/0 is/VBZ/ROOT/2/be he/PRP/nsubj/2 so/JJ/attr/2",
            False,
        ),
    ],
)
def test_what_is_done_does_nothing_itself(make_doc, cells, wanted):
    tree = Tree.of(make_doc(cells))
    clauses = [c for c in clauses_of(tree) if tree.tags[c.head.i] == "VBG"]
    assert [is_misread(tree, clause) for clause in clauses] == [wanted]


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ("meaning/VBG/advcl/1/mean that/DT/dobj/3", True),
        ("resulting/VBG/advcl/1/result in/IN/prep/3 it/PRP/pobj/4", True),
        ("leading/VBG/advcl/1/lead them/PRP/dobj/3", True),
        ("leading/VBG/advcl/1/lead us/PRP/dobj/3", False),
        ("eating/VBG/advcl/1/eat them/PRP/dobj/3", False),
    ],
)
def test_what_a_whole_clause_leads_to_is_told_of_nobody(make_doc, cells, wanted):
    doc = make_doc(f"They/PRP/nsubj/1 fled/VBD/ROOT/1/flee ,/,/punct/1 {cells}")
    tree = Tree.of(doc)
    clauses = [c for c in clauses_of(tree) if tree.tags[c.head.i] == "VBG"]
    assert [is_misread(tree, clause) for clause in clauses] == [wanted]


@pytest.mark.parametrize(("lemma", "wanted"), [("have", True), ("say", False)])
def test_what_one_has_done_is_done_to_it(make_doc, lemma, wanted):
    cells = (
        f"We/PRP/nsubj/1 {lemma}/VBP/ROOT/1/{lemma} locks/NNS/nsubj/3"
        " changed/VBN/ccomp/1/change"
    )
    tree = Tree.of(make_doc(cells))
    assert is_passive(tree, tree.tokens[3]) is wanted


@pytest.mark.parametrize(("verb", "wanted"), [("came", False), ("made", True)])
def test_a_past_form_before_by_is_no_passive(make_doc, verb, wanted):
    cells = f"goals/NNS/nsubj/1 {verb}/VBD/ROOT/1 by/IN/agent/1 Lee/NNP/pobj/2"
    tree = Tree.of(make_doc(cells))
    assert is_passive(tree, tree.tokens[1]) is wanted


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ("Pos/NNP/compound/1 Player/NNP/nsubj/2 Plays/VBZ/ROOT/2 Stats/NNS/dobj/2", []),
        ("Some/DT/det/1 player/NN/nsubj/2 plays/VBZ/ROOT/2 chess/NN/dobj/2", ["plays"]),
        ("All/DT/nsubj/1 fled/VBD/ROOT/1 save/VB/advcl/1 for/IN/prep/2", ["fled"]),
    ],
)
def test_a_heading_and_a_bare_plain_form_are_no_clauses(make_doc, cells, wanted):
    tree = Tree.of(make_doc(cells))
    clauses = [c for c in clauses_of(tree) if c.subjects]
    assert [c.head.text for c in clauses if not is_misread(tree, c)] == wanted
