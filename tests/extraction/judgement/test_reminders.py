"""What a text itself calls to mind, and what it only asks somebody to say."""

import pytest

from kg.extraction.judgement.standing import Standings
from kg.extraction.parse.syntax import Tree

TOLD = " that/IN/mark/{sold} Ann/NNP/nsubj/{sold} sold/VBD/ccomp/{verb}/sell"


def modality(make_doc, words, verb, end=""):
    sold = words.count(" ") + 3
    doc = make_doc(words + TOLD.format(sold=sold, verb=verb) + end)
    found = Standings(Tree.of(doc)).of(sold)
    return found.modality.value, found.report is None


SO = ("actual", True)


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Note/VB/ROOT/0/note", 0),
        ("Keep/VB/ROOT/0/keep in/IN/prep/0 mind/NN/pobj/1", 0),
        ("it/PRP/nsubj/1 is/VBZ/ROOT/1/be worth/JJ/acomp/1 noting/VBG/xcomp/2/note", 3),
        (("it/PRP/nsubj/1 is/VBZ/ROOT/1/be vital/JJ/acomp/1 to/TO/aux/4"
         " note/VB/xcomp/1/note"), 4),
        (("it/PRP/nsubj/1 is/VBZ/ROOT/1/be worth/JJ/acomp/1"
         " noting/VBG/npadvmod/2/note"), 1),
        ("We/PRP/nsubj/2 should/MD/aux/2 note/VB/ROOT/2/note", 2),
    ],
    ids=["order", "mind", "worth", "adjective", "on-be", "we"],
)  # fmt: skip
def test_what_the_reader_is_to_note_is_so(make_doc, words, verb):
    assert modality(make_doc, words, verb) == SO


@pytest.mark.parametrize(
    ("words", "verb", "end"),
    [
        ("Say/VB/ROOT/0/say", 0, ""),
        ("Bob/NNP/nsubj/2 should/MD/aux/2 note/VB/ROOT/2/note", 2, ""),
        ("We/PRP/nsubj/2 may/MD/aux/2 note/VB/ROOT/2/note", 2, ""),
        ("Note/VB/ROOT/0/note", 0, " ?/./punct/0"),
        ("She/PRP/nsubj/1 wants/VBZ/ROOT/1/want to/TO/aux/3 note/VB/xcomp/1/note", 3,
         ""),
    ],
    ids=["say", "somebody", "may", "question", "wish"],
)  # fmt: skip
def test_what_somebody_is_to_say_need_not_be_so(make_doc, words, verb, end):
    assert modality(make_doc, words, verb, end) != SO
