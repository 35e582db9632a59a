"""What is told around a clause and inside its noun phrases, as further arguments."""

from __future__ import annotations

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def roles(analyser):
    def found(text, relation):
        statements = extract_article(parse_article(text, "x"), analyser).statements
        return {
            (role.role, role.text)
            for statement in statements
            if statement.predicate.id == relation
            for role in statement.arguments
        }

    return found


@pytest.mark.parametrize(
    ("text", "relation", "role"),
    [
        (
            "The mill closed because the river froze.",
            "close",
            ("because", "the river froze"),
        ),
        (
            "The baker left hours after the oven cracked.",
            "leave",
            ("hours after", "the oven cracked"),
        ),
        (
            "The town sold the barn to pay for a bridge.",
            "sell",
            ("to", "pay for a bridge"),
        ),
        (
            "If the dam breaks, the farm will flood.",
            "flood",
            ("if", "the dam breaks"),
        ),
    ],
)
def test_a_clause_tells_when_why_and_what_for_it_is_so(roles, text, relation, role):
    assert role in roles(text, relation)


def test_a_clause_that_tells_whose_word_it_is_tells_nothing_else(roles):
    found = roles("The mill closed last week, as the baker told the paper.", "close")
    assert not any(name == "as" for name, _ in found)


def test_a_participle_is_a_clause_of_its_own(roles):
    assert roles("The baker left, slamming the door.", "leave") == set()


@pytest.mark.parametrize(
    ("text", "relation", "role"),
    [
        (
            "Taxes on imported butter hurt the bakers.",
            "hurt",
            ("subject on", "imported butter"),
        ),
        (
            "The owner of the mill near the bridge sold bread.",
            "sell",
            ("subject near", "the bridge"),
        ),
        (
            "The baker lost a shoe during a walk in the hills.",
            "lose",
            ("during", "a walk in the hills"),
        ),
    ],
)
def test_what_a_noun_is_about_is_kept(roles, text, relation, role):
    assert role in roles(text, relation)


def test_a_clause_behind_a_noun_is_no_part_of_its_phrase(roles):
    found = roles("The baker lost a shoe during a walk that bored him.", "lose")
    assert ("during", "a walk") in found


def test_an_example_says_nothing_of_the_subject(roles):
    found = roles("Crops including rye failed.", "fail")
    assert not any(name.startswith("subject") for name, _ in found)


@pytest.mark.parametrize(
    ("text", "relation", "role"),
    [
        (
            "Bakers who sold stale rolls paid a fine.",
            "pay",
            ("subject clause", "who sold stale rolls"),
        ),
        (
            "The baker had no right to sell the mill.",
            "have",
            ("clause", "to sell the mill"),
        ),
        ("The price of rye rose sharply.", "rise", ("manner", "sharply")),
        ("The baker moved home.", "move", ("direction", "home")),
        ("The mill sells rolls online.", "sell", ("where", "online")),
        ("The baker stole $90 in cash.", "steal", ("in", "cash")),
    ],
)
def test_which_one_is_meant_and_how_it_is_done_is_kept(roles, text, relation, role):
    assert role in roles(text, relation)


@pytest.mark.parametrize(
    ("text", "relation", "name"),
    [
        ("The baker, who sold stale rolls, paid a fine.", "pay", "subject clause"),
        ("Bakers who sold stale rolls paid a fine.", "sell", "subject clause"),
        ("The baker recently paid a fine.", "pay", "manner"),
        ("The baker probably paid a fine.", "pay", "manner"),
        ("The baker angrily used it.", "use", "manner"),
        ("The baker sold rye as well.", "sell", "manner"),
    ],
)
def test_what_tells_neither_which_nor_how_is_none(roles, text, relation, name):
    assert name not in {role for role, _ in roles(text, relation)}


def test_one_of_several_does_what_is_done_by_one(analyser):
    text = "The barn was painted by one of the bakers. The bill was beaten by 61 to 9."
    found = extract_article(parse_article(text, "x"), analyser).statements
    painted = {(s.subject.label, s.predicate.id) for s in found}
    assert ("baker", "paint") in painted
    assert not any(relation == "beat" for _, relation in painted)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kenya's policy on butter angered Chad.", ("on", "butter")),
        ("Chad dislikes Kenya's ability to sell rye.", ("clause", "to sell rye")),
    ],
)
def test_what_somebody_has_is_told_with_what_is_inside_its_phrase(roles, text, role):
    assert role in roles(text, "have")


def test_some_of_which_are_what_the_which_is(analyser):
    text = "The baker bought nine carts, some of which were old."
    found = extract_article(parse_article(text, "x"), analyser).statements
    assert ("cart", "some of which", "old") in {
        (s.subject.label, s.subject.text, s.object.label) for s in found
    }


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "The baker is sure the mill will close.",
            ("content", "the mill will close"),
        ),
        ("The mill is so old that it leaks.", ("that", "it leaks")),
        ("The price was as low as it was in May.", ("as", "it was in May")),
    ],
)
def test_what_somebody_is_sure_of_and_how_much_something_is_so_is_kept(
    roles, text, role
):
    assert role in roles(text, "be")


def test_what_somebody_is_sure_of_is_linked_to_it_and_no_fact(analyser):
    text = "The baker is sure the mill will close."
    found = extract_article(parse_article(text, "x"), analyser).statements
    (being,) = [s for s in found if s.predicate.id == "be"]
    (closing,) = [s for s in found if s.predicate.id == "close"]
    assert being.content == (closing.id,)
    assert (being.asserted, closing.asserted) == (True, False)


def test_what_the_label_has_is_not_told_again(roles):
    text = "The owners of the mill praised the quality of the flour."
    assert roles(text, "praise") == {("subject of", "the mill")}
    assert ("of", "Bonn") in roles("The mill hired the bakers of Bonn.", "hire")


def test_what_one_argument_has_with_more_is_not_told_again(roles):
    text = "The baker left the town after the theft and burning of the cart."
    found = roles(text, "leave")
    assert found == {("after", "the theft and burning of the cart")}


def test_each_complement_has_its_own_arguments(analyser):
    text = (
        "The winners were Ann Dane of the Harbour Party and Bo Lund of the Farm League."
    )
    statements = extract_article(parse_article(text, "x"), analyser).statements
    told = {s.object.label: [r.text for r in s.arguments] for s in statements}
    assert "the Harbour Party" in told["Ann Dane"]
    assert "the Harbour Party" not in told["Bo Lund"]


@pytest.mark.parametrize(
    ("text", "relation", "role"),
    [
        ("The mill helped the town a lot.", "help", ("measure", "a lot")),
        ("Butter rose 3.2 percent.", "rise", ("measure", "3.2 percent")),
        ("The mill team beat the farm 3-1.", "beat", ("score", "3-1")),
        ("Ann Dane beat Bo Lund 6-4, 6-3.", "beat", ("score", "6-4, 6-3")),
    ],
)
def test_a_bare_noun_tells_how_much(roles, text, relation, role):
    assert role in roles(text, relation)


@pytest.mark.parametrize(
    ("text", "relation", "name"),
    [
        ("Although the river froze, the mill sold rolls.", "sell", "although"),
        ("The mill sold rolls, though the river froze.", "sell", "though"),
        ("The mill sold rolls, while the bakery sold cakes.", "sell", "while"),
        ("The mill sold the barn, so the farmer left.", "sell", "so"),
    ],
)
def test_a_clause_set_beside_another_is_only_a_statement_of_its_own(
    roles, text, relation, name
):
    assert name not in {role for role, _ in roles(text, relation)}


@pytest.mark.parametrize(
    ("text", "relation", "role"),
    [
        ("The baker waited while Ann slept.", "wait", ("while", "Ann slept")),
        (
            "The baker sold the barn so his son could study.",
            "sell",
            ("so", "his son could study"),
        ),
    ],
)
def test_a_clause_that_tells_when_or_what_for_is_kept(roles, text, relation, role):
    assert role in roles(text, relation)


@pytest.fixture
def said(analyser):
    def found(text):
        statements = extract_article(parse_article(text, "x"), analyser).statements
        return {
            (s.predicate.id, s.object.text): {(r.role, r.text) for r in s.arguments}
            for s in statements
        }

    return found


@pytest.mark.parametrize(
    ("text", "key", "roles"),
    [
        (
            "The baker asked the miller to grind rye.",
            ("ask", "the miller"),
            {("to", "grind rye")},
        ),
        (
            "The judge made Ann pay a fine.",
            ("make", "Ann"),
            {("content", "pay a fine")},
        ),
        (
            "The mayor barred millers from grinding rye.",
            ("bar", "millers from grinding rye"),
            set(),
        ),
        (
            "The baker named the mill a bakery.",
            ("name", "the mill"),
            {("as", "a bakery")},
        ),
    ],
)
def test_what_an_object_is_asked_or_helped_to_do_has_no_object_in_it(
    said, text, key, roles
):
    assert said(text)[key] == roles


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The mill lets you taste the flour.", ("let", "you taste the flour")),
        ("Rain kept them waiting.", ("keep", "them waiting")),
        (
            "The baker suggested his son sell the mill.",
            ("suggest", "his son sell the mill"),
        ),
    ],
)
def test_what_one_is_made_to_do_is_told_once_with_who_does_it(said, text, key):
    assert key in said(text)
    assert not any(role == "object" for role, _ in said(text)[key])


def test_what_a_list_begins_with_is_no_further_argument_of_its_members(said):
    found = said("The mill hosts firms, including Acme and Borax.")
    assert not any(
        role == "including"
        for (_, thing), roles in found.items()
        if thing != "firms"
        for role, _ in roles
    )


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("The patient arrived at a clinic with a cough.", {"arriveAt"}),
        ("During a quarrel, the miller shouted at a guest.", {"shoutAt"}),
        ("Ann Dane flew to Oslo from Bonn.", {"flyTo", "flyFrom"}),
        ("Ann Dane wrote in Oslo about a mill.", {"writeIn", "writeAbout"}),
    ],
)
def test_only_the_nearest_and_the_named_make_relations(analyser, text, relations):
    found = extract_article(parse_article(text, "x"), analyser).statements
    assert {s.predicate.id for s in found} == relations


def test_whose_the_subject_is_stays_with_it(roles):
    found = roles("The profit of Acme Corp fell.", "fall")
    assert ("subject of", "Acme Corp") in found
    assert roles("Dozens of bakers left.", "leave") == {("subject quantity", "Dozens")}
    assert roles("The owners of mills left.", "leave") == set()


@pytest.mark.parametrize(
    ("text", "key", "roles"),
    [
        (
            "The mill lost jobs between 2010 and 2013.",
            ("lose", "jobs"),
            {("between", "2010 and 2013")},
        ),
        (
            "The rivalry between bakers and millers hurt the town.",
            ("hurt", "the town"),
            {("subject between", "bakers and millers")},
        ),
        (
            "The shares closed 0.6 percent higher.",
            ("close", ""),
            {("measure", "0.6 percent higher")},
        ),
        ("Oslo is home to a mill.", ("be", "home"), {("to", "a mill")}),
        (
            "The mill is one of the sights of Bonn.",
            ("be", "one of the sights of Bonn"),
            set(),
        ),
    ],
)
def test_each_further_argument_is_told_whole_and_once(said, text, key, roles):
    assert said(text)[key] == roles


def test_all_names_of_a_list_inside_a_noun_phrase_are_told(roles):
    found = roles("The hall shows works by Ann Dane and Bo Lund.", "show")
    assert {("by", "Ann Dane"), ("by", "Bo Lund")} <= found
    found = roles("The mayor met an owner of the Acme mill and his son.", "meet")
    assert ("of", "his son") not in found
