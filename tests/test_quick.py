"""Records with the quicker constructor behave as dataclasses write them."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from pipeline.quick import quick
from pipeline.syntax import Filler


@quick
@dataclass(frozen=True, slots=True)
class Pair:
    """A record for the tests."""

    left: int
    right: str = "none"


def test_construction_equality_and_defaults() -> None:
    assert Pair(1) == Pair(left=1, right="none") != Pair(1, "two")
    assert hash(Pair(1)) == hash(Pair(1))
    assert repr(Pair(1)) == "Pair(left=1, right='none')"
    assert replace(Pair(1), right="two") == Pair(1, "two")
    assert pickle.loads(pickle.dumps(Filler(1, 0, 2))) == Filler(1, 0, 2)


def test_it_stays_frozen_and_checks_its_arguments() -> None:
    with pytest.raises(FrozenInstanceError):
        Pair(1).left = 2  # type: ignore[misc]
    with pytest.raises(TypeError, match="left"):
        Pair()  # type: ignore[call-arg]


def test_what_cannot_be_written_directly_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Listed\.items"):

        @quick
        @dataclass(frozen=True, slots=True)
        class Listed:
            items: list[int] = field(default_factory=list)
