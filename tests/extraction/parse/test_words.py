from kg.extraction.parse.words import tagged_numbers, token_numbers

CELLS = "a/DT/det/1 cat/NN/nsubj/2 sees/VBZ/ROOT/2 a/DT/det/4 dog/NN/dobj/2"


def test_tokens_are_found_by_their_words_in_text_order(make_doc):
    doc = make_doc(CELLS)
    assert token_numbers(doc, lambda word: word in {"dog", "a"}) == [0, 3, 4]


def test_a_word_is_judged_once(make_doc):
    asked = []
    token_numbers(make_doc(CELLS), lambda word: bool(asked.append(word)))
    assert sorted(asked) == ["a", "cat", "dog", "sees"]


def test_tokens_are_found_by_their_tags(make_doc):
    doc = make_doc(CELLS)
    assert tagged_numbers(doc, "TAG", {"NN"}) == [1, 4]
    assert tagged_numbers(doc, "DEP", {"ROOT", "none-such"}) == [2]
