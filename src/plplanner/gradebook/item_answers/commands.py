"""What can be done with the single items of a test: keep what a file says of them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, or_, select
from sqlalchemy.orm import Session

from plplanner.models.gradebook import ItemAnswers, Score
from plplanner.store.step import step
from plplanner.terms import ItemResult


@step("Save items")
def save_item_answers(
    session: Session,
    *,
    answers: Mapping[tuple[int, int], Sequence[ItemResult | None]],
    import_id: int,
) -> None:
    """Keep how the items of tests went, by (student id, assessment id), as an import says it.

    None is an item without a result. Removing the import removes them, and what an earlier one said
    counts again.
    """
    assessment_ids = {assessment_id for _, assessment_id in answers}
    of_score = _newest_of_import(session, assessment_ids, import_id)
    theirs = select(Score.id).where(Score.assessment_id.in_(assessment_ids))
    said_before = delete(ItemAnswers).where(
        ItemAnswers.gradebook_import_id == import_id, ItemAnswers.score_id.in_(theirs)
    )
    session.execute(said_before, execution_options={"synchronize_session": False})
    rows = [
        {"score_id": of_score[pair], "gradebook_import_id": import_id, "results": tuple(results)}
        for pair, results in answers.items()
        if pair in of_score
    ]
    if rows:
        session.execute(insert(ItemAnswers), rows)


def _newest_of_import(
    session: Session, assessment_ids: set[int], import_id: int
) -> dict[tuple[int, int], int]:
    """The newest try that the import brought or spoke of, by (student id, assessment id)."""
    own = or_(Score.gradebook_import_id == import_id, Score.last_import_id == import_id)
    found = session.execute(
        select(Score.student_id, Score.assessment_id, Score.id)
        .where(Score.assessment_id.in_(assessment_ids), own)
        .order_by(Score.attempt)
    )
    return {(who, what): score_id for who, what, score_id in found}
