from plplanner.ui.screen import Screen, ViewModel


class ScoresScreen(Screen):
    title = "Scores"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
