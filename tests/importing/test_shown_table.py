from dataclasses import replace

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.rows import ScoreRead
from plplanner.importing.shown_table import table_of
from plplanner.terms import ScoreStatus
from tests.importing.files import ANN, BO, read_rows


def test_names_ids_sections_and_scores_stand_in_rows():
    source = table_of(read_rows((*ANN, "4"), (*BO, "EX")))
    assert source.table.rows[1:] == (
        ("Li, Ann", "1", "Math 6 - P2", "4"),
        ("Ek, Bo", "2", "Math 6 - P4", "excused"),
    )
    assert [column.role for column in source.columns][-1] is ColumnRole.SCORE
    assert (source.students, source.as_written) == ((1, 2), False)


def test_levels_percents_and_scale_scores_are_shown_too():
    read = read_rows((*ANN, "4"))
    for score, text in (
        (ScoreRead(level="B+", status=ScoreStatus.SCORED), "B+"),
        (ScoreRead(percent=85, status=ScoreStatus.SCORED), "85 %"),
        (ScoreRead(scale_score=211, status=ScoreStatus.SCORED), "211"),
        (ScoreRead(), ""),
    ):
        assert table_of(replace(read, scores=((score,),))).table.cell(1, 3) == text
