from plplanner.importing.formula_cells import formula_columns


def sheet(*formulas):
    cells = [f'<c r="{place}"><f>{formula}</f><v>1</v></c>' for place, formula in formulas]
    return ["".join(cells).encode()]


def test_a_column_that_adds_up_its_row_is_known():
    assert formula_columns(sheet(("D2", "SUM(B2:C2)"), ("D3", "$B3/20*100"))) == {b"D"}


def test_formulas_shared_down_a_column_count_each():
    shared = (
        b'<c r="D2"><f t="shared" ref="D2:D3" si="0">B2+C2</f><v>1</v></c>'
        b'<c r="D3"><f t="shared" si="0"/><v>2</v></c><c r="E2"><v>2</v></c>'
    )
    assert formula_columns([shared]) == {b"D"}


def test_scores_with_a_formula_of_their_own_are_none():
    for formula in ("8+1", "VLOOKUP(A2,Quiz!A:B,2,0)", "Quiz!B2", "$H$1", "LOG10(2)"):
        assert formula_columns(sheet(("D2", formula), ("D3", formula))) == frozenset()
    assert formula_columns(sheet(("D2", "B2+1"))) == frozenset()


def test_a_few_formulas_among_typed_scores_are_none():
    typed = "".join(f'<c r="D{row}"><v>9</v></c>' for row in range(4, 12)).encode()
    assert formula_columns([*sheet(("D2", "B2+C2"), ("D3", "B3+C3")), typed]) == frozenset()
