from plplanner.ui.screen import Screen, ViewModel


class WeekScreen(Screen):
    title = "Week"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
