"""The bare counterpart of an import: json and executemany, with nothing checked or counted."""

import json
import sqlite3
import sys
import time
from itertools import islice
from pathlib import Path

SCHEMA = """
CREATE TABLE document (id INTEGER PRIMARY KEY, sender_id TEXT, title TEXT, meta TEXT);
CREATE TABLE text (document_id INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE annotation (
    id INTEGER PRIMARY KEY, document_id INTEGER, layer TEXT, label TEXT, start INTEGER,
    "end" INTEGER, quote TEXT, parts TEXT, state TEXT, score REAL, suggester TEXT, sender_id TEXT
);
CREATE INDEX annotation_place ON annotation (document_id, start);
CREATE INDEX annotation_label ON annotation (label, state);
CREATE VIRTUAL TABLE search USING fts5(text, content='text', content_rowid='document_id');
"""


def connect(path):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.executescript(SCHEMA)
    return connection


def annotations(number, record):
    text = record["text"]
    for span in record["spans"]:
        yield (
            number, "entity", span["label"], span["start"], span["end"],
            text[span["start"] : span["end"]], None, "suggested", span["score"],
            span["suggester"], span["id"],
        )  # fmt: skip
    for claim in record["claims"]:
        parts = {role: claim[role] for role in ("source", "cue", "content")}
        spans = [span for part in parts.values() for span in part]
        start, end = claim["cue"][0]
        yield (
            number, "claim", claim["label"], min(s for s, _ in spans), max(e for _, e in spans),
            text[start:end], json.dumps(parts), "suggested", claim["score"],
            claim["suggester"], claim["id"],
        )  # fmt: skip


def main(source, target, batch):
    connection = connect(target)
    begun = time.perf_counter()
    with Path(source).open("rb") as lines:
        number = 0
        while records := [json.loads(line) for line in islice(lines, batch)]:
            numbered = list(enumerate(records, number + 1))
            number += len(records)
            texts = [(n, r["text"]) for n, r in numbered]
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                "INSERT INTO document VALUES (?, ?, ?, ?)",
                [(n, r["id"], r["title"], json.dumps(r["meta"])) for n, r in numbered],
            )
            connection.executemany("INSERT INTO text VALUES (?, ?)", texts)
            connection.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", texts)
            connection.executemany(
                "INSERT INTO annotation VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [row for n, r in numbered for row in annotations(n, r)],
            )
            connection.execute("COMMIT")
    print(time.perf_counter() - begun)
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
