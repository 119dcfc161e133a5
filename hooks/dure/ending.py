"""How a process ends that has read much."""

from __future__ import annotations

import gc


def leave_all_standing() -> None:
    """Spares Python from taking apart, at its end, all that was read: the system frees it at once.

    A ring around every object that Python's collector knows, and the collector told to look for
    nothing: so no object is ever let go. To be called last (`atexit`), as it keeps all for ever.
    """
    everything: list[object] = gc.get_objects()
    everything.append(everything)
    gc.freeze()
