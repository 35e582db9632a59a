from spacy.tokens import Doc

from kg.extraction.referents.entities import resolve_entities
from kg.model import Article, How


def told(doc):
    """Give what each nominal mention of a Doc means, by its words."""
    referents = resolve_entities(doc, Article("x", doc.text, ()), ())
    return {
        m.text: (m.entity, m.how) for m in referents.mentions if m.kind == "nominal"
    }


def test_a_noun_right_before_a_person_tells_a_trade(make_doc):
    doc = make_doc(
        "Welsh/JJ/amod/1 beekeeper/NN/compound/4 Dr/NNP/compound/4/dr "
        "Ann/NNP/compound/4 Lee/NNP/nsubj/5 left/VBD/ROOT/5"
    )
    assert told(doc) == {"Welsh beekeeper": ("Ann_Lee", How.TITLE)}


def test_a_noun_before_a_person_that_tells_no_trade_is_left(make_doc):
    doc = make_doc(
        "cyclone/NN/compound/2 Ann/NNP/compound/2 Lee/NNP/nsubj/3 left/VBD/ROOT/3"
    )
    assert told(doc) == {}


def test_a_plural_before_the_first_of_several_names_is_left(make_doc):
    doc = make_doc(
        "rivals/NNS/compound/1/rival Acme/NNP/nsubj/4 and/CC/cc/1 Zorg/NNP/conj/1 "
        "left/VBD/ROOT/4"
    )
    assert told(doc) == {}


def test_a_plural_before_a_team_is_the_team_though_the_name_hangs_on_it(make_doc):
    doc = make_doc(
        "Oslo/NNP/nsubj/1/oslo/GPE beat/VBD/ROOT/1 hosts/NNS/dobj/1/host "
        "Brazil/NNP/appos/2/brazil/GPE"
    )
    assert told(doc) == {"hosts": ("Brazil", How.TITLE)}


def test_a_trade_that_a_hyphen_cut_is_whole_though_tagged_as_a_name(make_doc, vocab):
    doc = make_doc(
        "ex/NNP/compound/4 -/NNP/compound/4 soldier/NNP/compound/4 "
        "Ann/NNP/compound/4 Lee/NNP/nsubj/5 left/VBD/ROOT/5"
    )
    glued = Doc(
        vocab,
        words=[t.text for t in doc],
        spaces=[t.i > 1 for t in doc],
        tags=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc],
        deps=[t.dep_ for t in doc],
        heads=[t.head.i for t in doc],
        lemmas=[t.lemma_ for t in doc],
    )
    assert told(glued) == {"ex-soldier": ("Ann_Lee", How.TITLE)}
