import pytest

from kg.extraction.referents.issuers import who_speaks

READ = "The/DT/det/{0} statement/NN/nsubj/{1} read/VBD/ROOT/{1}/read"
BEFORE = {
    "issued": (
        (
            "Acme/NNP/nsubj/1 issued/VBD/ROOT/1/issue a/DT/det/3 statement/NN/dobj/1 "
            "././punct/1"
        ),
        "Acme",
    ),
    "denied-in": (
        (
            "Acme/NNP/nsubj/1 denied/VBD/ROOT/1/deny it/PRP/dobj/1 in/IN/prep/1 "
            "a/DT/det/5 statement/NN/pobj/3 ././punct/1"
        ),
        "Acme",
    ),
    "of-nobody": (
        (
            "Acme/NNP/nsubj/1 read/VBD/ROOT/1/read about/IN/prep/1 a/DT/det/4 "
            "statement/NN/pobj/2 ././punct/1"
        ),
        None,
    ),
    "another-text": (
        (
            "Acme/NNP/nsubj/1 issued/VBD/ROOT/1/issue a/DT/det/3 report/NN/dobj/1 "
            "././punct/1"
        ),
        None,
    ),
}


@pytest.mark.parametrize(("before", "issuer"), BEFORE.values(), ids=BEFORE)
def test_a_text_speaks_for_who_issued_it(make_doc, before, issuer):
    start = len(before.split())
    doc = make_doc(f"{before} {READ.format(start + 1, start + 2)}")
    found = who_speaks(doc[start + 1])
    assert (found.text if found is not None else None) == issuer


def test_a_text_speaks_for_who_has_it(make_doc):
    doc = make_doc(
        "Acme/NNP/poss/2 's/POS/case/0 statement/NN/nsubj/3 read/VBD/ROOT/3/read"
    )
    assert who_speaks(doc[2]) == doc[0]


def test_who_is_no_text_speaks_for_himself(make_doc):
    doc = make_doc("The/DT/det/1 mayor/NN/nsubj/2 spoke/VBD/ROOT/2/speak")
    assert who_speaks(doc[1]) == doc[1]


@pytest.mark.model
def test_we_in_a_statement_is_who_issued_it(analyser):
    from kg.articles import parse_article
    from kg.pipeline import extract_article

    text = (
        "Siemens denied the claim in a statement. "
        "“We have closed the mill,” the statement said."
    )
    told = {
        (s.subject.label, s.predicate.id)
        for s in extract_article(parse_article(text, "x"), analyser).statements
    }
    assert ("Siemens", "close") in told


def test_a_text_that_is_just_issued_speaks_for_who_issues_it(make_doc):
    doc = make_doc(
        "Acme/NNP/nsubj/1 issued/VBD/ROOT/1/issue a/DT/det/3 statement/NN/dobj/1 "
        "saying/VBG/acl/3/say"
    )
    assert who_speaks(doc[3]) == doc[0]
