from plplanner.ui.screen import Screen, ViewModel


class WelcomeScreen(Screen):
    title = "Welcome"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
