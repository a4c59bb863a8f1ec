from plplanner.terms import Paper


def test_a_screen_is_handed_all_it_needs(stage_on, empty_planner):
    stage = stage_on(empty_planner)
    assert stage.desk.planner is empty_planner
    assert stage.preferences.paper is Paper.LETTER
    assert stage.clock().tzinfo is not None
    heard = []
    stage.wishes.go_to.connect(heard.append)
    stage.wishes.go_to.emit("groups")
    assert heard == ["groups"]
