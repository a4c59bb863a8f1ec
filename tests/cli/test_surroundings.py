from tests.cli.command_line import surroundings


def test_the_answer_and_remarks_go_their_own_ways():
    around = surroundings()
    around.say("Saved.")
    around.say()
    around.remark("Careful.")
    assert (around.out.getvalue(), around.err.getvalue()) == ("Saved.\n\n", "Careful.\n")
