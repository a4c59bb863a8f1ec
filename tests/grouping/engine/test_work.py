from plplanner.grouping.engine.work import Work, never, seconds


def test_work_ends_when_it_is_spent():
    work = Work(seconds(1))
    work.spend(999_999)
    assert not work.ended()
    work.spend(1)
    assert work.ended()
    assert not work.stopped


def test_a_stop_is_remembered_and_passed_up():
    asked = iter([True, False])
    work = Work(10, stop=lambda: next(asked))
    assert work.part(5).ended()
    assert work.stopped
    assert work.asked_to_stop()


def test_a_part_never_holds_more_than_is_left():
    work = Work(100, spent=90)
    assert work.part(50).limit == 10
    assert never() is False
