from plplanner.ui.screen import Screen, ViewModel


class SettingsScreen(Screen):
    title = "Settings"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
