"""Run by every Python that a test starts: it gets no internet socket either."""

import no_sockets

no_sockets.install()
