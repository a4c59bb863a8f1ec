from plplanner.importing.sections import sections_of_cells


def test_a_cell_with_several_classes_is_split_when_others_stand_alone():
    named = sections_of_cells(["A and B", "A, B, and C", "A", "B", None])
    assert named["A and B"] == ("A", "B")
    assert named["A, B, and C"] == ("A", "B", "C")
    assert named["A"] == ("A",)


def test_a_class_may_have_and_in_its_name():
    text = "Reading and Writing"
    assert sections_of_cells([text, "Math"]) == {text: (text,), "Math": ("Math",)}
