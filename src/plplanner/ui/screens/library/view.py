from plplanner.ui.screen import Screen, ViewModel


class ResourcesScreen(Screen):
    title = "Resources"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
