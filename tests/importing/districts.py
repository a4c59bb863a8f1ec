"""A file of sixty students that is too large to be read whole, the limits being lowered."""


def a_district(folder, monkeypatch, classes=3):
    """A list of students in as many classes, called “Math P0” and so on."""
    for module in ("read_file", "crowd"):
        monkeypatch.setattr(f"plplanner.importing.{module}.TALL_ROWS", 20)
    monkeypatch.setattr("plplanner.importing.crowd.MAX_STUDENTS", 30)
    rows = "".join(
        f"Li{chr(97 + n % 26)}{chr(97 + n // 26)},Math P{n % classes},{n % 6}\n" for n in range(60)
    )
    path = folder / "district.csv"
    path.write_text(f"Name,Section,Quiz 3.NF.1 /5\n{rows}", encoding="utf-8")
    return path
