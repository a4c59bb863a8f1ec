"""Station rotation solved exactly: frozen problems in, proven or honest answers out.

Importing any module here loads neither numpy nor HiGHS; thinking does. `check` shares nothing with
what it checks, so screens may ask it about every drag.
"""
