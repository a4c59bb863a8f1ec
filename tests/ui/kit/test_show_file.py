from PySide6.QtGui import QDesktopServices

from plplanner.ui.kit.show_file import show_file


def test_a_file_is_handed_to_its_program(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not asked.append(url))
    assert show_file(tmp_path / "Math 3, p 2#1.pdf")
    assert asked[0].toLocalFile() == str(tmp_path / "Math 3, p 2#1.pdf")
