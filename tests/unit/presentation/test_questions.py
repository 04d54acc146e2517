"""What is left undecided is asked once, and each answer leads to a decision."""

from dataclasses import replace

from desktop_app.domain.how_read import ColumnReading, FileReading, SheetKind, SheetReading, TableReading
from desktop_app.domain.reading_choices import DateOrder, ReadingChoices, TableId
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.units import Shape
from desktop_app.presentation.reading.changes import with_meaning
from desktop_app.presentation.reading.how_read import HowRead
from desktop_app.presentation.reading.questions import question_of

ID = TableId("a.xlsx", "2021")
DATE = ColumnReading(
    "B", "Notified", "date_notified", "Date notified", ColumnKind.DATE, ("03/04/2021",),
    DateOrder.DAY_FIRST, False, "no date shows which number is the month",
)  # fmt: skip
TABLE = TableReading(
    ID, True, (1,), 2, 9, ("Ref", "Notified"), Shape.NOTIFICATIONS, "", 8, 8, (DATE,)
)  # fmt: skip


def how_read(*tables: TableReading) -> HowRead:
    sheets = tuple(SheetReading(table.id.sheet, SheetKind.TABLE, False, 9, 2, (table,)) for table in tables)
    return HowRead((FileReading("a.xlsx", sheets),), ())


def offered(name: str) -> TableReading:
    return TableReading(TableId("a.xlsx", name), False, (1,), 2, 9, ("Name", "Plays"))


def test_an_undecided_order_is_asked_and_each_answer_decides_it() -> None:
    question = question_of(how_read(TABLE), ReadingChoices())
    assert question is not None
    assert "“Notified”" in question.text
    orders = [
        change(ReadingChoices()).correction(ID, TABLE.headings).column("Notified").date_order
        for _, change in question.answers
    ]
    assert orders == [DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST]


def test_where_all_is_certain_nothing_is_asked() -> None:
    certain = replace(TABLE, columns=(replace(DATE, certain=True),))
    assert question_of(how_read(certain, offered("2020")), ReadingChoices()) is None


def test_what_a_column_means_holds_for_all_tables_with_the_same_headings() -> None:
    wished = with_meaning(ReadingChoices(), TABLE, "Notified", "date_aware")
    for table in (ID, TableId("b.xlsx", "2022")):
        assert wished.correction(table, TABLE.headings).column("Notified").meaning == "date_aware"
    assert wished.correction(TableId("b.xlsx", "2022"), ("Other",)).columns == ()


def test_of_several_tables_of_which_nothing_is_known_one_is_asked_for_until_one_was_wished() -> None:
    plain = replace(TABLE, shape=Shape.PLAIN, columns=())
    several = how_read(plain, *(offered(name) for name in ("a", "b", "c", "d", "e")))
    question = question_of(several, ReadingChoices())
    assert question is not None
    assert [words for words, _ in question.answers] == ["a", "b", "c"]
    assert "2 more stand under How it was read" in question.text
    wished = question.answers[1][1](ReadingChoices())
    assert wished.tables == (TableId("a.xlsx", "b"),)
    assert question_of(several, wished) is None


def test_a_reading_by_earlier_corrections_is_said_with_the_way_back() -> None:
    certain = replace(TABLE, columns=())
    remembered = with_meaning(ReadingChoices(), certain, "Ref", "reference")
    question = question_of(how_read(certain), remembered, recalled=True)
    assert question is not None
    ((_, change),) = question.answers
    assert change(remembered) == ReadingChoices()
    assert question_of(how_read(certain), remembered) is None
