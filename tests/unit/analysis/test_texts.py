"""Texts are found whatever their case, and stand in the order of English readers on any machine."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.records import collation
from desktop_app.analysis.records.collation import collation_key, in_order
from desktop_app.analysis.records.text_bank import TextBank

TEXTS = st.lists(st.text(st.sampled_from("aAbBéEßS 1\x00\ud800ﬁ"), max_size=6), max_size=12)


def test_case_and_accents_do_not_part_what_belongs_together() -> None:
    words = ["Zebra", "école", "Eclair", "eclair", "Élan", "apple", "Éclair"]
    assert in_order(words) == ["apple", "Eclair", "eclair", "Éclair", "école", "Élan", "Zebra"]


@given(st.lists(st.text(st.sampled_from("aAé b\n\x00"), max_size=90), unique=True, max_size=30))
def test_very_many_texts_stand_in_the_same_order_as_few(texts: list[str]) -> None:
    plain = sorted(texts, key=lambda text: (collation_key(text), text))
    few, collation._FEW = collation._FEW, 1
    try:
        assert in_order(texts) == plain
    finally:
        collation._FEW = few


@given(TEXTS, st.text(st.sampled_from("aAbéßSs 1"), min_size=1, max_size=3))
def test_a_bank_finds_what_looking_through_each_text_finds(texts: list[str], sought: str) -> None:
    bank, wanted = TextBank(texts), sought.casefold()
    folded = [text.casefold() for text in texts]
    assert bank.size == len(texts)
    assert bank.holding(wanted).tolist() == [wanted in text.replace("\x00", " ") for text in folded]
    assert bank.beginning(wanted).tolist() == [
        text.replace("\x00", " ").startswith(wanted) for text in folded
    ]
    assert bank.equal_to(wanted).tolist() == [text.replace("\x00", " ") == wanted for text in folded]
