"""A value for later is made at the first call and never again."""

from desktop_app.domain.later import Later


def test_it_is_made_once_and_only_when_it_is_asked_for() -> None:
    made: list[int] = []
    later = Later(lambda: made.append(1) or len(made))
    assert made == []
    assert [later(), later()] == [1, 1]
    assert made == [1]
