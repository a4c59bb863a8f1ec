"""Standards and tags as a teacher types them: a few words with commas between."""

from collections.abc import Iterable, Sequence

from plplanner.library.codes import is_same_standard, search_code

Tag = tuple[str, str]


def parts(typed: str) -> list[str]:
    """What stands between the commas, without what is empty."""
    return [part.strip() for part in typed.split(",") if part.strip()]


def meant_code(typed: str, known: Sequence[str]) -> str:
    """The one known code that is meant: in any spelling, or by a part no other code has.

    Returns what was typed when nobody knows it, or when several codes have that part.
    """
    same = [code for code in known if is_same_standard(code, typed)]
    near = same or _with_part(typed, known)
    return near[0] if same or len(near) == 1 else typed.strip()


def meant_codes(typed: str, known: Sequence[str]) -> list[str]:
    """Every code typed, each once, in the order typed."""
    return list(dict.fromkeys(meant_code(part, known) for part in parts(typed)))


def wrong_codes(typed: str, known: Sequence[str]) -> str:
    """Why this does not name standards, in words; empty when it does."""
    for part in parts(typed):
        near = _with_part(part, known)
        if len(near) > 1 and not any(is_same_standard(code, part) for code in known):
            return f"{len(near)} standards have “{part}”. Choose one from the list."
        if not any(letter.isalnum() for letter in part):
            return f"“{part}” is no code. Type one such as 3.NF.A.1, or nothing."
    return ""


def new_codes(codes: Iterable[str], known: Sequence[str]) -> list[str]:
    """Those of the codes that no known standard has."""
    return [code for code in codes if not any(is_same_standard(one, code) for one in known)]


def tag_words(tags: Iterable[Tag]) -> str:
    """`Bloom: apply, spring` as they are typed."""
    return ", ".join(one_tag(*tag) for tag in tags)


def one_tag(facet: str, value: str) -> str:
    """`Bloom: apply`; a tag without a facet is its value alone."""
    return f"{facet}: {value}" if facet else value


def typed_tags(typed: str, known: Sequence[Tag] = ()) -> list[Tag]:
    """The tags that were typed, each once. Upper and lower case follow the tags known."""
    spelt = {one_tag(*tag).casefold(): tag for tag in known}
    facets = {facet.casefold(): facet for facet, _ in known}
    found: list[Tag] = []
    for part in parts(typed):
        before, colon, after = (piece.strip() for piece in part.partition(":"))
        facet, value = (before, after) if colon and after else ("", before)
        known_facet = facets.get(facet.casefold(), facet)
        found.append(spelt.get(one_tag(facet, value).casefold(), (known_facet, value)))
    return list(dict.fromkeys(tag for tag in found if tag[1]))


def _with_part(typed: str, known: Sequence[str]) -> list[str]:
    wanted = search_code(typed)
    return [code for code in known if wanted and wanted in search_code(code)]
