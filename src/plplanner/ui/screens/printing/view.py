from plplanner.ui.screen import Screen, ViewModel


class PrintScreen(Screen):
    title = "Print"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
