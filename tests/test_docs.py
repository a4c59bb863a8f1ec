"""The documents cannot lie: what they list, show and point to is what there is."""

import ast
import re
from pathlib import Path

import pytest

from docs.make_commands import COMMANDS, commands_page
from docs.make_transcript import README, renewed
from plplanner.cli.verbs import VERBS
from tests.source_trees import tree_of

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "plplanner"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("packaging/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
DECISION_FILE = re.compile(r"\d{4}-[a-z0-9-]+\.md")
SENTENCE_ENDS = (".", "?", ":", "…", "”.")
LARGEST_PICTURE = 150_000


def test_every_verb_is_in_the_readme_or_the_list_of_commands():
    pages = README.read_text(encoding="utf-8") + COMMANDS.read_text(encoding="utf-8")
    assert [verb.name for verb in VERBS if f"`{verb.name}`" not in pages] == []


def test_the_list_of_verbs_and_commands_is_current():
    assert COMMANDS.read_text(encoding="utf-8") == commands_page(), (
        "run: python -m docs.make_commands"
    )


@pytest.mark.long
def test_what_the_readme_shows_is_what_plplanner_prints():
    text = README.read_text(encoding="utf-8")
    assert renewed(text) == text, "run: python -m docs.make_transcript"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_link_is_dead(page):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    inside = (link.partition("#")[0] for link in links if "://" not in link)
    assert [link for link in inside if link and not (page.parent / link).exists()] == []


def test_the_changelog_has_a_place_for_what_comes_next():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "\n## [Unreleased]\n" in changes


def test_decisions_are_numbered_without_gaps_and_say_why():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert DECISION_FILE.fullmatch(page.name), page.name
        assert re.match(rf"# {page.name[:4]} .+\n\n\d{{4}}-\d\d-\d\d\n", text), page.name
        for heading in ("## Context", "## Decision", "## Consequence"):
            assert heading in text, page.name


def test_the_glossary_names_only_what_exists():
    source = "\n".join(p.read_text(encoding="utf-8") for p in sorted(SOURCE.rglob("*.py")))
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    cells = [line.split("|")[2] for line in glossary.splitlines() if line.startswith("|")]
    names = {name for cell in cells for name in re.findall(r"`@?(\w+)`", cell)}
    known = set(re.findall(r"\b(?:class|def) (\w+)", source)) | set(re.findall(r"(\w+):", source))
    assert len(names) > 30
    assert names - known == set()


def test_pictures_are_there_and_small():
    sizes = {p.name: p.stat().st_size for p in (ROOT / "docs" / "pictures").glob("*.png")}
    assert set(sizes) >= {"board.png", "slips.png", "cards.png"}
    assert {name: size for name, size in sizes.items() if size > LARGEST_PICTURE} == {}


PROBLEM = {"what": 0, "next_step": 1}


def parts_of(kind, words):
    """Every part of this kind in source files that hold one of the words, with where it stands."""
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(tree_of(path)) if any(word in text for word in words) else ():
            if isinstance(node, kind):
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node


def sentences_of(call, places):
    """The arguments of a call that are sentences, by parameter; `places` are theirs from 0."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    by_place = {name: call.args[at] for name, at in places.items() if at < len(call.args)}
    return {name: (by_place | named).get(name) for name in places}


def hands_on(function):
    """The parameters that a function hands on as they are as the sentences of a Problem."""
    parameters = [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]
    handed = {
        sentence.id
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem"
        for sentence in sentences_of(node, PROBLEM).values()
        if isinstance(sentence, ast.Name)
    }
    return {name: at for at, name in enumerate(parameters) if name in handed}


def problems_raised():
    """Every call that makes a Problem, itself or through a function that hands its words on."""
    functions = [one for _, one in parts_of(ast.FunctionDef, ["Problem("])]
    makers = {one.name: places for one in functions if (places := hands_on(one))}
    makers["Problem"] = PROBLEM
    for place, call in parts_of(ast.Call, makers):
        name = getattr(call.func, "id", "")
        if name in makers:
            yield place, name, list(sentences_of(call, makers[name]).values())


def last_words(node):
    """How a literal sentence ends; None when the code works it out."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return last_words(node.values[-1]) if node.values else ""
    return None


def test_every_problem_says_in_sentences_what_happened_and_what_to_do_next():
    raised = list(problems_raised())
    assert len(raised) > 50
    assert sum(maker == "refuse_nobody" for _, maker, _ in raised) >= 10
    assert [place for place, _, sentences in raised if None in sentences] == []
    unfinished = [
        (place, end)
        for place, _, sentences in raised
        for end in map(last_words, sentences)
        if end is not None and not end.strip().endswith(SENTENCE_ENDS)
    ]
    assert unfinished == []


BRITISH = re.compile(
    r"\b(?:colour|grey|practis|centre|programme|licence|behaviour|favourit|organis|recognis|summaris"
    r"|labelled|cancelled|catalogue|maths\b|whilst|learnt|tick (?:a|two|those)\b)",
    re.IGNORECASE,
)


def said_in(line):
    """The words between quotation marks in a line of code: no docstring, pattern or name."""
    quoted = [] if '"""' in line else line.split('"')[1::2]
    said = [words for words in quoted if (" " in words or words[:1].isupper()) and "|" not in words]
    return [re.sub(r"\{[^}]*\}", "", words) for words in said]


def test_what_is_said_has_one_spelling():
    said = [
        (path.relative_to(SOURCE), words)
        for path in sorted(SOURCE.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if '"' in line
        for words in said_in(line)
    ]
    assert len(said) > 1000
    assert [one for one in said if BRITISH.search(one[1])] == []
    assert BRITISH.findall(README.read_text(encoding="utf-8")) == []
