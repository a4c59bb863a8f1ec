"""Records: frozen dataclasses that cost a third of the time when the program starts.

For every frozen dataclass Python writes and compiles six methods; for the hundred and seventy that
tomorrow's plan needs, that was a tenth of the time until one saw it. Of a record only `__init__`
is compiled: by what records are equal, hashed and shown is written here, once. That nobody assigns
to a field is left to mypy, for which a record is a frozen dataclass. `replace`, `fields` and
`asdict` take records as they take dataclasses.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["record"]

T = TypeVar("T")


def _record(*, frozen: bool) -> Callable[[type[T]], type[T]]:
    """Make a class a record: `@record(frozen=True)`, spelled so that type checkers know it."""
    if not frozen:
        raise TypeError("A record is frozen; what changes is a dataclass.")
    return _made


if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    record = _record


def _made(cls: type[T]) -> type[T]:
    own = {name for name, what in vars(cls).items() if what is not None}
    made = dataclass(repr=False, eq=False)(cls)
    for name, method in _methods_of(made).items():
        if name not in own:
            setattr(made, name, method)
    return made


def _methods_of(cls: type[Any]) -> dict[str, Callable[..., Any]]:
    values = _values_of([field.name for field in fields(cls) if field.compare])
    shown = [field.name for field in fields(cls) if field.repr]

    def is_equal(one: object, other: object) -> object:
        if type(other) is not type(one):
            return NotImplemented
        return one is other or bool(values(one) == values(other))

    def hashed(one: object) -> int:
        return hash(values(one))

    def said(one: object) -> str:
        told = ", ".join(f"{name}={getattr(one, name)!r}" for name in shown)
        return f"{type(one).__qualname__}({told})"

    return {"__eq__": is_equal, "__hash__": hashed, "__repr__": said}


def _values_of(names: Sequence[str]) -> Callable[[object], Any]:
    """The values of these fields of a record, as one thing to compare."""
    return attrgetter(*names) if names else lambda _record: ()
