from plplanner.ui.screen import Screen, ViewModel


class ImportScreen(Screen):
    title = "Import"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
