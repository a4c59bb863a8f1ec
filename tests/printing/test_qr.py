import pytest

from plplanner.printing.qr import qr_symbol

LENGTHS = [8, 23, 60, 120, 200]


@pytest.mark.parametrize("length", LENGTHS)
def test_a_symbol_is_at_least_two_centimetres_with_its_quiet_zone_outside(length):
    symbol = qr_symbol("https://example.org/".ljust(length, "x"))
    assert symbol is not None
    module = symbol.box / symbol.modules
    assert len(symbol.rows) * module * 0.254 >= 20
    assert symbol.modules - len(symbol.rows) == 8
    assert symbol.box >= 106


@pytest.mark.parametrize("length", LENGTHS)
def test_modules_never_get_too_fine_to_scan(length):
    symbol = qr_symbol("https://example.org/".ljust(length, "x"))
    assert symbol is not None
    assert symbol.box / symbol.modules * 0.254 >= 0.45


@pytest.mark.long
def test_an_address_too_long_for_a_card_has_no_symbol():
    assert qr_symbol("https://example.org/" + "x" * 1000) is None
    assert qr_symbol("https://example.org/" + "x" * 9000) is None


def test_dark_runs_cover_exactly_the_dark_modules():
    symbol = qr_symbol("https://example.org")
    assert symbol is not None
    dark = {(x + n, y) for x, y, length in symbol.dark_runs() for n in range(length)}
    wanted = {
        (x + 4, y + 4) for y, row in enumerate(symbol.rows) for x, cell in enumerate(row) if cell
    }
    assert dark == wanted


def test_no_address_has_no_symbol():
    assert qr_symbol("") is None
