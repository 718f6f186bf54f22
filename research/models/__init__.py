"""Models: the ladder (``registry``), the linear one that ships, the encoder, and what each knows of its limits."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from research.models.registry import BUILDERS, build

__all__ = ["BUILDERS", "build"]


def __getattr__(name: str) -> Any:
    """Import the ladder when it is asked for: whoever only predicts does not pay for scikit-learn."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from research.models import registry

    return getattr(registry, name)


def __dir__() -> list[str]:
    return __all__
