"""Small groups solved exactly where they can be: frozen problems in, proven or honest answers out.

Nothing here loads numpy or HiGHS until a module that thinks is imported; `rows`, `problem_file`
and `check` never do. Screens and verbs import `solve` and its neighbours inside the worker.
"""
