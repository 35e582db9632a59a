"""Nothing is given to the wrong doer, nor a claim told as so: each by its mechanism."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


TOLD = [
    (
        "The mill bought rolls of paper on pallets of wood, which were sold in May.",
        ("pallet of wood", "beSold", ""),
        ("wood", "beSold", ""),
    ),
    (
        "Other winners included Briton Ann Berg; Dane Bo Lind; and Swede Dan Voss.",
        None,
        ("Bo Lind", "be", "winner"),
    ),
    (
        "The crew managed to get six sheep to move and got two goats.",
        ("crew", "get", "goat"),
        ("sheep", "get", "goat"),
    ),
    (
        "Miners warned not to drink water",
        ("miner", "beWarned", "not to drink water"),
        ("miner", "warn", "not to drink water"),
    ),
    (
        "Brewer pleased with harvest",
        ("Brewer", "bePleasedWith", "harvest"),
        ("Brewer", "pleaseWith", "harvest"),
    ),
    (
        "Men who built the pumping system that moves water hundreds of miles left.",
        ("pumping system", "move", "water"),
        ("pumping system", "move", "hundreds of miles"),
    ),
    (
        "She lives in a village in Norway known as the Stair.",
        ("village", "beKnownAs", "Stair"),
        ("Norway", "beKnown", ""),
    ),
    (
        "The driver was declared brain dead on Monday.",
        None,
        ("brain", "be", "dead"),
    ),
    (
        "Up to 10% of the town's budget goes on heating the pool.",
        None,
        ("Up to 10% of the town's budget", "heat", "pool"),
    ),
    (
        "The season, in which he went from guard to captain, was long.",
        None,
        ("season", "goFrom", "guard"),
    ),
    (
        "There are claims today brokers in the market are trying to bend the rules.",
        ("claim", "exist", ""),
        ("broker", "try", "to bend the rules"),
    ),
    (
        "The only prizes were medals, books, and cups - not coins.",
        ("only prize", "be", "cup"),
        ("only prize", "be", "coin"),
    ),
    (
        "Mrs. Hale has kept her readers' trust by never endorsing mayors.",
        None,
        ("trust", "endorse", "mayor"),
    ),
    (
        "Their hope for a win brought fans from all over to watch a team they knew.",
        ("fan", "watch", "team"),
        ("hope", "watch", "team"),
    ),
    (
        (
            "The Ruskin Institution in Leeds has closed three schools. The Ruskin"
            " Institution Press has 80 titles."
        ),
        ("Ruskin Institution", "close", "school"),
        ("Ruskin Institution Press", "close", "school"),
    ),
    (
        "For instance, small parrots come in several colours.",
        ("small parrot", "comeIn", "colour"),
        ("small parrot", "comeFor", "instance"),
    ),
    (
        "They like combinations of long ethnic skirt, plain tunic and old blazer.",
        None,
        ("long ethnic skirt", "be", "plain tunic and old blazer"),
    ),
    (
        (
            "Also on tap: the poet Jay Leno, the film critic Al Ebert, the singer Lou"
            " Rawls, and the former player Dan Payton."
        ),
        None,
        ("Al Ebert", "be", "poet"),
    ),
    (
        "Following Lind's death two months ago at 83, fans turned out at the hall.",
        ("fan", "turnOutAt", "hall"),
        ("fan", "follow", ""),
    ),
    (
        "They were guests, all of them linked in some way to the band.",
        ("guest", "beLinkedTo", "band"),
        ("guest", "linkTo", "band"),
    ),
    (
        "Ada Singer, the secretary-general of the World Bank, left on Friday.",
        ("Ada Singer", "secretaryGeneralOf", "World Bank"),
        ("Ada Singer", "generalOf", "World Bank"),
    ),
    (
        "The tunnel has been viewed as splitting the town.",
        None,
        ("tunnel", "split", "town"),
    ),
    (
        "Hotels filled up ahead of Ada Singer's visit to Bergen.",
        None,
        ("Ada Singer", "visit", "Bergen"),
    ),
    (
        "Hotels emptied after Ada Singer's visit to Bergen.",
        ("Ada Singer", "visit", "Bergen"),
        ("hotel", "visit", "Bergen"),
    ),
]


@pytest.mark.parametrize(
    ("text", "told", "untold"), TOLD, ids=[t[0][:40] for t in TOLD]
)
def test_each_is_told_of_whom_it_is_told(asserted, text, told, untold):
    found = asserted(text)
    assert told is None or told in found
    assert untold not in found
