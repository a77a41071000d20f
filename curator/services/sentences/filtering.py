"""What cannot be read in the filter box of the queue."""

from __future__ import annotations

from curator.translation import gettext as _

FAULTS: dict[str, tuple[str, str, str]] = {
    "filter.key": (
        _("There is no filter {key}"),
        "",
        _("Take {known}; in quotation marks it is looked for as it stands."),
    ),
    "filter.value": (_("{key}[{value}] cannot be read"), "", _("It takes {known}.")),
    "filter.label": (_("The scheme has no label {label}"), "", _("Take {known}.")),
    "filter.date": (
        _("date:[{value}] cannot be read"),
        "",
        _("Take a day, month or year, as in 2024-03, 2024-03..2024-06, ..2024; or none."),
    ),
}
