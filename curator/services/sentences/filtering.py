"""What cannot be read in the filter box of the queue."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {
    "filter.key": (
        "There is no filter {key}",
        "",
        "Take {known}; in quotation marks it is looked for as it stands.",
    ),
    "filter.value": ("{key}[{value}] cannot be read", "", "It takes {known}."),
    "filter.label": ("The scheme has no label {label}", "", "Take {known}."),
    "filter.date": (
        "date:[{value}] cannot be read",
        "",
        "Take a day, month or year, as in 2024-03, 2024-03..2024-06, ..2024; or none.",
    ),
}
