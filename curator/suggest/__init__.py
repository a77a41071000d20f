"""Suggesters, the tokeniser and their child process: the only room where spaCy is imported."""

import socket

# spaCy brings a downloader, whose library opens a socket at its import to see whether there is
# IPv6. Curator opens none, so the question is answered before it is asked.
socket.has_ipv6 = False
