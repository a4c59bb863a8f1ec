from plplanner.importing.sections import sections_of_cells


def test_a_cell_with_several_classes_is_split_when_others_stand_alone():
    named = sections_of_cells(["A and B", "A, B, and C", "A", "B", None])
    assert named["A and B"] == ("A", "B")
    assert named["A, B, and C"] == ("A", "B", "C")
    assert named["A"] == ("A",)


def test_a_class_may_have_and_in_its_name():
    text = "Reading and Writing"
    assert sections_of_cells([text, "Math"]) == {text: (text,), "Math": ("Math",)}


def test_classes_the_file_lists_are_found_even_when_nobody_is_in_one_alone():
    listed = ["Math", "Reading and Writing", "Art"]
    text = "Art, Math, and Reading and Writing"
    named = sections_of_cells([text, "Reading and Writing", "Gym"], listed=listed)
    assert named[text] == ("Art", "Math", "Reading and Writing")
    assert named["Reading and Writing"] == ("Reading and Writing",)
    assert named["Gym"] == ("Gym",)


def test_one_class_in_upper_and_lower_case_is_one():
    named = sections_of_cells(["Math 6", "MATH 6", "Art", "MATH 6 and Art"])
    assert named["MATH 6"] == ("Math 6",)
    assert named["MATH 6 and Art"] == ("Math 6", "Art")
    assert sections_of_cells(["art"], listed=["Art"]) == {"art": ("Art",)}
