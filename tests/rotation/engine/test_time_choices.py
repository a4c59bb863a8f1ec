from plplanner.rotation.engine.time_choices import LessonMinutes, TimeChoiceKind, time_question


def asked(minutes, rounds, **more):
    return time_question(LessonMinutes(minutes, **more), rounds=rounds)


def test_rounds_that_are_long_enough_ask_nothing():
    assert asked(60, 3) is None
    assert asked(75, 4) is None
    assert asked(20, 1) is None


def test_four_rounds_in_an_hour_are_a_question_with_three_answers():
    question = asked(60, 4)
    assert question.words == "4 rounds leave 9 minutes each: 3 rounds, two days, or must-see?"
    kinds = [(one.kind, one.rounds, one.minutes, one.days) for one in question.choices]
    assert kinds == [
        (TimeChoiceKind.FEWER_ROUNDS, 3, 13, 1),
        (TimeChoiceKind.MORE_DAYS, 2, 20, 2),
        (TimeChoiceKind.MUST_SEE, 3, 13, 1),
    ]
    assert question.choices[1].words == "All 4 over two days: 2 rounds a day of 20 minutes."


def test_in_a_short_period_more_days_are_needed():
    question = asked(45, 5)
    assert question.words == "5 rounds leave 4 minutes each: 2 rounds, three days, or must-see?"
    assert question.choices[2].words.startswith("2 rounds of 13 minutes: you name the must-sees")


def test_rounds_that_do_not_fit_at_all_are_told():
    assert asked(30, 9).words == "9 rounds do not fit: 1 round or must-see?"


def test_a_period_without_room_for_one_round_says_so():
    question = asked(20, 3)
    assert question.words == "No round of 10 minutes fits in 20."
    assert question.choices == ()


def test_a_single_bearable_round_is_offered_where_none_is_comfortable():
    question = asked(28, 2)
    assert question.choices[0].minutes == 11
    assert question.words == "2 rounds leave 4 minutes each: 1 round or must-see?"
