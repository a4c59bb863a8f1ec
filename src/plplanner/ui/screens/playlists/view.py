from plplanner.ui.screen import Screen, ViewModel


class PlaylistsScreen(Screen):
    title = "Playlists"

    def __init__(self, stage):
        super().__init__(stage, ViewModel(stage))
