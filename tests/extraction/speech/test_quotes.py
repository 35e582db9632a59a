import pytest

from kg.articles import parse_article
from kg.extraction.speech.quotes import find_quotes


def read(analyser, text):
    """Give each quotation as (words, speaker, cue, whole)."""
    doc = analyser.analyse(parse_article(text, "x"))
    return [
        (
            doc[quote.start : quote.end].text.strip(),
            quote.speaker.text if quote.speaker else None,
            quote.cue.text if quote.cue else None,
            quote.whole,
        )
        for quote in find_quotes(doc)
    ]


def test_the_subject_of_the_verb_of_saying_is_the_speaker(make_doc):
    doc = make_doc(
        "“/``/punct/2 It/PRP/nsubj/2 works/VBZ/ccomp/5/work ,/,/punct/2 ”/''/punct/5 "
        "said/VBD/ROOT/5/say Ann/NNP/nsubj/5 ././punct/5"
    )
    (quote,) = find_quotes(doc)
    assert (quote.start, quote.end) == (1, 4)
    assert quote.speaker.i == 6
    assert quote.cue.i == 5
    assert quote.whole


def test_a_verb_that_shares_its_subject_has_its_speaker(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 sat/VBD/ROOT/1/sit and/CC/cc/1 said/VBD/conj/1/say "
        ",/,/punct/3 "
        "“/``/punct/7 It/PRP/nsubj/7 works/VBZ/ccomp/3/work ././punct/7 ”/''/punct/3"
    )
    (quote,) = find_quotes(doc)
    assert quote.speaker.text == "Ann"


def test_words_without_a_verb_of_saying_have_no_speaker(make_doc):
    doc = make_doc(
        "The/DT/det/2 “/``/punct/2 deal/NN/nsubj/4 ”/''/punct/2 died/VBD/ROOT/4/die"
    )
    (quote,) = find_quotes(doc)
    assert quote.speaker is None
    assert not quote.whole


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We will stay,” Mary Poe said, “and we will fight.”",
            [
                ("We will stay,", "Poe", "said", True),
                ("and we will fight.", "Poe", "said", True),
            ],
            id="split",
        ),
        pytest.param(
            '"I go," said the minister. "We stay."',
            [
                ("I go,", "minister", "said", True),
                ("We stay.", "minister", "said", True),
            ],
            id="straight-marks-and-inherited-speaker",
        ),
        pytest.param(
            "The minister promised “swift action.”",
            [("swift action.", "minister", "promised", False)],
            id="mixed",
        ),
        pytest.param(
            "According to Ms. Kay, “nothing” changed.",
            [("nothing", "Kay", "According", False)],
            id="according-to",
        ),
        pytest.param(
            "Jane Roe, who told reporters that “the plan is dead,” left.",
            [("the plan is dead,", "Roe", "told", True)],
            id="relative-clause",
        ),
        pytest.param(
            "'It isn't so bad,' he said. 'The boys' room is ours.'",
            [
                ("It isn't so bad,", "he", "said", True),
                ("The boys' room is ours.", "he", "said", True),
            ],
            id="single-marks-beside-apostrophes",
        ),
        pytest.param(
            "“First paragraph of many. It goes on.\n\n"
            "“The second ends,” Mary Poe said.",
            [
                ("First paragraph of many. It goes on.", "Poe", "said", True),
                ("The second ends,", "Poe", "said", True),
            ],
            id="several-paragraphs",
        ),
        pytest.param(
            "“Stray mark here, said Tom.\n\n“A second is right,” Ann Lee said.\n\n"
            "“I know,” Bob Jones said.",
            [
                ("Stray mark here, said Tom.", "Lee", "said", True),
                ("A second is right,", "Lee", "said", True),
                ("I know,", "Jones", "said", True),
            ],
            id="a-stray-mark-loses-nothing",
        ),
        pytest.param(
            "The allies’ ships left; it’s late.", [], id="apostrophes-are-no-marks"
        ),
    ],
)
def test_quotations_are_found_with_speaker_and_cue(analyser, text, expected):
    assert read(analyser, text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            '"We froze," Ito said. "The wind was cruel." Local guides declined to '
            "comment.",
            ["Ito", "Ito"],
            id="declined-to-comment-says-nothing",
        ),
        pytest.param(
            'He said, "On the first day it went well.\nWe nearly fell at dusk." After '
            'the climb, guide Ana Ruiz said, "We were lucky."',
            ["He", "He", "Ruiz"],
            id="a-speaker-behind-a-full-stop-has-not-said-what-stands-before-it",
        ),
        pytest.param(
            '"We could do no more," said Maria Lind.\n\n"The people have spoken and '
            'they want change."\n\nThe count ended at noon.',
            ["Lind", "Lind"],
            id="a-paragraph-of-nothing-but-words-goes-on",
        ),
        pytest.param(
            '"The well is dry," Omar Diaz said.\n\n"We dig and dig.\n\n"We find dust."'
            "\n\nRain is not expected.",
            ["Diaz", "Diaz", "Diaz"],
            id="paragraphs-that-open-with-a-mark-go-on",
        ),
        pytest.param(
            'Lena Holm said the ferry had no boats. "They put paint on the holes."',
            ["Holm"],
            id="the-sentence-before-tells-who-speaks",
        ),
        pytest.param(
            'Lena Holm asked the captain about the boats. "They were sold."',
            [None],
            id="who-asks-does-not-answer",
        ),
        pytest.param(
            "As Lena Holm told the Ferry Gazette, the boats were sold. "
            '"They got a good price."',
            ["Holm"],
            id="as-she-told",
        ),
        pytest.param(
            'The ferry sank at noon. "They put paint on the holes."',
            [None],
            id="a-ferry-does-not-speak",
        ),
        pytest.param(
            'Lena Holm was furious. "They put paint on the holes."',
            ["Holm"],
            id="who-the-paragraph-is-about-speaks",
        ),
        pytest.param(
            'Holm has called the sale "shameful" [sic]:\n\n"They sold the boats and '
            'kept the money" [sic].',
            ["Holm", "Holm"],
            id="after-a-colon",
        ),
        pytest.param(
            '"It\'s a kind of edible paper," says Okoro, who will help run a workshop '
            "on edible paper in Lima next year called ReadEat.",
            ["Okoro"],
            id="the-name-behind-the-verb",
        ),
        pytest.param(
            '"We made a mistake," he was quoted as saying by the weekly.',
            ["he"],
            id="quoted-as-saying",
        ),
        pytest.param(
            'The firm says on "The Last Fax Machine" that nobody needs one.',
            [None],
            id="a-title-is-nobodys-words",
        ),
        pytest.param(
            'They met a painter going by the name "the owl" in the park.',
            [None],
            id="going-by-a-name-is-no-saying",
        ),
    ],
)
def test_words_without_a_cue_of_their_own_go_on(analyser, text, speakers):
    assert [row[1] for row in read(analyser, text)] == speakers


@pytest.mark.model
def test_a_paragraph_in_the_first_person_above_a_name_is_a_pull_quote(analyser):
    words = "I never saw the plans until the bridge had fallen."
    text = f"The engineer was heard.\n\n{words} Ana Prat\n\n{words} She wept."
    assert read(analyser, text) == [(words, "Prat", None, True)] * 2


@pytest.mark.model
def test_a_name_below_what_nobody_says_signs_nothing(analyser):
    text = "The engineer was heard.\n\nThe bridge had fallen at noon. Ana Prat\n\nEnd."
    assert read(analyser, text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Lund also said the mill was old. "The roof leaks every year."', "Lund"),
        ('As Lund told the paper, prices fell. "They may rise again."', "Lund"),
        ('Lund said," It leaked when it rained". She left.', "Lund"),
        ('"It is old," Lund said. Berg argued it was safe. "It stands."', "Berg"),
        ('Lund painted the mill. "It is a fine day."', None),
        ('"We are on track, but some of it will take long," Lund continued.', "Lund"),
    ],
)
def test_a_sentence_that_stands_alone_is_whose_the_sentence_before_is(
    analyser, text, speaker
):
    doc = analyser.analyse(parse_article(text, "x"))
    last = find_quotes(doc)[-1]
    assert (None if last.speaker is None else last.speaker.text) == speaker


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "'Quiet rooms' are being built by the library for tired readers.",
            ["Quiet rooms"],
            id="no-genitive-where-nothing-else-closes",
        ),
        pytest.param(
            "The teachers' rooms are warm. The readers' rooms are cold.",
            [],
            id="genitives",
        ),
        pytest.param(
            'Holm said boats would come," They can carry two hundred cars each". '
            "People cheered.",
            ["They can carry two hundred cars each"],
            id="a-mark-on-the-wrong-side-of-the-space",
        ),
        pytest.param(
            "“The lake was drained in a week,’’ Ann Holm told us. Fish died.",
            ["The lake was drained in a week,"],
            id="two-single-marks-for-a-double-one",
        ),
    ],
)
def test_marks_that_are_set_wrongly_are_paired(analyser, text, words):
    assert [row[0] for row in read(analyser, text)] == words
