from plplanner.ui.timeline import Sketched, Timeline


def sketch(label, owner=None):
    return Sketched(label, back=lambda: None, again=lambda: None, owner=owner)


def test_steps_of_both_kinds_are_met_in_their_order():
    move, lock = sketch("move"), sketch("lock")
    line = Timeline()
    line.saved()
    line.sketched(move)
    line.saved()
    line.sketched(lock)
    met = []
    for _ in range(4):
        met.append(line.newest)
        line.went_back()
    assert met == [lock, None, move, None]
    met = []
    for _ in range(4):
        met.append(line.newest_undone)
        line.went_on()
    assert met == [None, move, None, lock]


def test_a_new_step_ends_what_could_be_done_again():
    line = Timeline()
    line.sketched(sketch("move"))
    line.went_back()
    assert not line.ends_here
    line.saved()
    assert line.newest_undone is None
    line.sketched(sketch("lock"))
    assert line.ends_here


def test_without_a_draft_there_is_nothing_to_remember():
    line = Timeline()
    line.saved()
    line.went_back()
    line.went_on()
    assert (line.newest, line.newest_undone, line.ends_here) == (None, None, False)


def test_a_draft_that_is_gone_leaves_nothing_behind():
    line = Timeline()
    line.sketched(sketch("move", owner="groups"))
    line.sketched(sketch("answer", owner="import"))
    line.saved()
    line.sketched(sketch("lock", owner="groups"))
    line.went_back()
    line.forget("groups")
    assert line.newest_undone is None
    line.went_back()
    assert line.newest.label == "answer"
    line.forget_all()
    assert (line.newest, line.newest_undone) == (None, None)
