"""Values that never change, made in a quarter of the time `dataclass(frozen=True)` takes.

The type checker refuses to change one; at run time nothing stands in the way of making it, and
a page is made of some sixty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(made: type[T]) -> type[T]:
    """A value: equal to another with the same fields."""
    return dataclass(slots=True, unsafe_hash=True)(made)


@dataclass_transform(frozen_default=True, eq_default=False)
def unique(made: type[T]) -> type[T]:
    """A value of which one is made for many uses: it equals itself alone, so it is found fast."""
    return dataclass(slots=True, eq=False)(made)
