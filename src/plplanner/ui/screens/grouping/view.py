from plplanner.ui.screen import Screen, ViewModel


class GroupsScreen(Screen):
    title = "Groups"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
