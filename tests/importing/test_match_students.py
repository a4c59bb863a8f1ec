from plplanner.importing.match_students import match_students, written_name
from plplanner.importing.rows import KnownStudent, MatchBy, StudentMatch, StudentRead


def _known(number, last, first, **more):
    return KnownStudent(number, last, first, **more)


def _match(read, *known):
    return match_students([read], known)[0]


def test_an_id_decides_before_the_name():
    read = StudentRead("Li", "Wei", ids={"canvas_id": "7"})
    known = (_known(1, "Li", "Wei"), _known(2, "Lee", "Way", ids={"canvas_id": "7"}))
    assert _match(read, *known) == StudentMatch(2, MatchBy.ID)


def test_the_school_number_is_one_under_its_different_names():
    read = StudentRead("Li", "Wei", ids={"sis_user_id": "0104"})
    assert _match(read, _known(1, "L", "W", ids={"student_id": "0104"})).known_id == 1


def test_ids_are_text_so_leading_zeros_matter():
    read = StudentRead("Li", "Wei", ids={"student_id": "104"})
    assert _match(read, _known(1, "L", "W", ids={"student_id": "0104"})).known_id is None


def test_e_mail_is_compared_without_case():
    read = StudentRead(None, None, ids={"email": "Wei@X.org"})
    known = _known(1, "Li", "Wei", ids={"email": "wei@x.ORG"})
    assert _match(read, known) == StudentMatch(1, MatchBy.EMAIL)


def test_an_exact_name_is_taken():
    known = _known(1, "o'brien", "SIOBHÁN")
    assert _match(StudentRead("O’Brien", "Siobhán"), known) == StudentMatch(1, MatchBy.NAME)


def test_a_name_that_two_known_students_bear_is_only_offered():
    known = (_known(1, "Garcia", "Maria"), _known(2, "Garcia", "Maria"))
    assert _match(StudentRead("Garcia", "Maria"), *known) == StudentMatch(offered=(1, 2))


def test_two_people_of_one_name_in_the_file_are_never_taken_by_name():
    reads = [
        StudentRead("Garcia", "Maria", ids={"canvas_id": "1"}),
        StudentRead("Garcia", "Maria", ids={"canvas_id": "2"}),
    ]
    matches = match_students(reads, [_known(9, "Garcia", "Maria")])
    assert [match.known_id for match in matches] == [None, None]
    assert [match.offered for match in matches] == [(9,), (9,)]


def test_one_person_in_two_rows_is_still_one_person():
    reads = [StudentRead("Li", "Wei", ids={"canvas_id": "1"})] * 2
    matches = match_students(reads, [_known(9, "Li", "Wei")])
    assert [match.known_id for match in matches] == [9, 9]


def test_one_name_with_another_id_is_another_person():
    read = StudentRead("Garcia", "Maria", ids={"student_id": "2"})
    assert _match(read, _known(1, "Garcia", "Maria", ids={"student_id": "1"})) == StudentMatch()


def test_near_misses_are_offered_and_not_taken():
    known = (
        _known(1, "Nunez", "Jose Luis"),
        _known(2, "Washington", "Darnell", suffix="Jr."),
        _known(3, "Nguyễn", "Thị Mai", nickname="Maya"),
    )
    reads = [
        StudentRead("Núñez", "José"),
        StudentRead("Washington", "Darnell"),
        StudentRead("Nguyen", "Maya"),
    ]
    assert match_students(reads, known) == tuple(StudentMatch(offered=(i,)) for i in (1, 2, 3))


def test_an_id_that_points_at_two_people_is_offered():
    read = StudentRead("Li", "Wei", ids={"login": "w"})
    known = (_known(1, "A", "B", ids={"login": "w"}), _known(2, "C", "D", ids={"login": "w"}))
    assert _match(read, *known) == StudentMatch(offered=(1, 2))


def test_an_e_mail_with_another_number_is_only_offered():
    read = StudentRead("Li", "Wei", ids={"email": "family@x.org", "student_id": "2"})
    known = _known(1, "Li", "Mei", ids={"email": "family@x.org", "student_id": "1"})
    assert _match(read, known) == StudentMatch(offered=(1,))


def test_one_whole_name_is_one_name_wherever_the_surname_is_thought_to_begin():
    read = StudentRead("Cruz", "Ana Sofía de la")
    assert _match(read, _known(1, "de la Cruz", "Ana Sofía")) == StudentMatch(1, MatchBy.NAME)


def test_whom_the_file_names_elsewhere_is_not_offered_as_a_near_miss():
    reads = [StudentRead("Garcia", "Maria"), StudentRead("Garcia", "Mario")]
    matches = match_students(reads, [_known(1, "Garcia", "Maria")])
    assert matches == (StudentMatch(1, MatchBy.NAME), StudentMatch())


def test_a_name_the_teacher_chose_somebody_for_is_hers_from_then_on():
    known = _known(1, "Garcia", "Maria", aliases=("maria g",))
    for read in (StudentRead("G", "Maria"), StudentRead(None, None, display="Maria G")):
        assert _match(read, known) == StudentMatch(1, MatchBy.CHOICE)


def test_a_chosen_name_does_not_outweigh_somebody_who_bears_it():
    known = (_known(1, "Garcia", "Maria", aliases=("maria lopez",)), _known(2, "Lopez", "Maria"))
    assert _match(StudentRead("Lopez", "Maria"), *known) == StudentMatch(2, MatchBy.NAME)


def test_a_written_name_is_one_line():
    assert written_name(StudentRead("Garcia", "María", "Jr.")) == "maría garcia jr."
    assert written_name(StudentRead(None, None, display="Maria  G")) == "maria g"
