import pytest

from kg.articles import parse_article
from kg.errors import ReadError
from kg.extraction.referents.entities import resolve_entities
from kg.extraction.referents.hints import (
    Hints,
    KnownName,
    hints_from_line,
    hints_line,
    read_gazetteer,
    read_same,
)
from kg.model import EntityType


def entity_of(analyser, text, wording, hints=None):
    article = parse_article(text, "x")
    referents = resolve_entities(analyser.analyse(article), article, (), hints=hints)
    found = {m.entity for m in referents.mentions if m.text == wording}
    return referents.entities[found.pop()] if len(found) == 1 else None


def test_a_gazetteer_is_read_with_types_aliases_and_links(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text(
        "# mine\nname\ttype\taliases\tlinks\n"
        "Zorg Works\torganization\tZorg|ZW\thttp://example.org/zorg\n"
    )
    assert read_gazetteer(path) == (
        KnownName(
            "Zorg Works",
            EntityType.ORGANIZATION,
            "Zorg_Works",
            ("Zorg", "ZW"),
            ("http://example.org/zorg",),
        ),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("name\tkind\nZorg\torganization\n", "no column 'type'"),
        ("name\ttype\nZorg\tfirm\n", "unknown type 'firm'"),
        ("name\ttype\n\torganization\n", "has no name"),
        ("name\ttype\tlinks\nZorg\tplace\tQ 1\n", "'Q 1', which is no web address"),
    ],
    ids=["empty", "no-type", "unknown-type", "no-name", "no-link"],
)
def test_a_bad_gazetteer_tells_where_and_why(tmp_path, text, reason):
    path = tmp_path / "names.tsv"
    path.write_text(text)
    with pytest.raises(ReadError, match=reason):
        read_gazetteer(path)


def test_merges_and_splits_are_read(tmp_path):
    path = tmp_path / "same.tsv"
    path.write_text(
        "# mine\nthe Fed\tsame\tFederal Reserve\nKyiv\tdifferent\tUkraine\n"
    )
    assert read_same(path) == (
        ("the Fed", "same", "Federal Reserve"),
        ("Kyiv", "different", "Ukraine"),
    )


def test_a_bad_merge_tells_its_line(tmp_path):
    path = tmp_path / "same.tsv"
    path.write_text("the Fed\tis\tFederal Reserve\n")
    with pytest.raises(ReadError, match=r"same\.tsv:1: want three columns"):
        read_same(path)


@pytest.mark.model
def test_a_name_of_the_gazetteer_is_found_and_typed(analyser):
    hints = Hints(
        known=(KnownName("Zorg Works", EntityType.PLACE, "Q1", ("zorg",), ("u:1",)),)
    )
    entity = entity_of(analyser, "They met at zorg on Monday.", "zorg", hints)
    assert (entity.id, entity.label, entity.type) == ("Q1", "Zorg Works", "place")
    assert entity.links == ("u:1",)


@pytest.mark.model
def test_a_merge_of_the_user_joins_two_names(analyser):
    text = "Acme Bank failed. Regulators blamed Globex for it."
    hints = Hints(same=(("Globex", "Acme Bank"),))
    assert entity_of(analyser, text, "Globex", hints).id == "Acme_Bank"
    assert entity_of(analyser, text, "Globex").id == "Globex"


@pytest.mark.model
def test_a_split_of_the_user_keeps_two_names_apart(analyser):
    text = "John Healey met Ann Healey-Smith. Healey said he was glad."
    assert entity_of(analyser, text, "Healey").id == "John_Healey"
    hints = Hints(different=(("Healey", "John Healey"),))
    assert entity_of(analyser, text, "Healey", hints).id == "Healey_2d711642"


@pytest.mark.model
def test_a_merge_gives_the_told_name_where_the_text_has_only_the_other(analyser):
    hints = Hints(same=(("Falun Bank", "Koppar_Bank"), ("Dixie", "United States")))
    text = "Falun Bank opened a branch in Dixie."
    entity = entity_of(analyser, text, "Falun Bank", hints)
    assert (entity.id, entity.label) == ("Koppar_Bank", "Koppar Bank")
    assert entity_of(analyser, text, "Dixie", hints).id == "United_States"


def test_names_of_the_gazetteer_are_found_whole_and_long_ones_first():
    known = (
        KnownName("Zorg", EntityType.PLACE, "Zorg"),
        KnownName("Zorg Works", EntityType.ORGANIZATION, "Zorg_Works"),
        KnownName("'t Zand", EntityType.PLACE, "t_Zand"),
    )
    text = "Zorg Works left 't Zand; Zorgs stay."
    found = [text[start:end] for start, end in Hints(known).find(text)]
    assert found == ["Zorg Works", "Zorg", "'t Zand"]


def test_hints_are_the_same_in_another_process():
    hints = Hints(
        known=(KnownName("Å", EntityType.PLACE, "A", ("Ao",), ("http://a.example/",)),),
        same=(("Ao", "Å"),),
        different=(("Å", "Oslo"),),
    )
    assert hints_from_line(hints_line(hints)) == hints
    assert hints_line(Hints()) is None
    assert hints_from_line(None) == Hints()
