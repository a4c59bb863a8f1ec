"""The program's own source as syntax trees, each read once however many tests ask."""

import ast
from functools import cache


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))
