from plplanner.ui.screen import Screen, ViewModel


class TomorrowScreen(Screen):
    title = "Tomorrow"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
