from plplanner.ui.screen import Screen, ViewModel


class StudentsScreen(Screen):
    title = "Students"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
