"""A fold of its own over the raw rows of a project file; knows nothing of the program."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

GONE = ("superseded", "withdrawn")
Key = tuple[str, int, str | None]


def differences(path: Path) -> list[str]:
    """Return in words where tables and log do not fit together; nothing when all fits."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        db.row_factory = sqlite3.Row
        state, found = folded(db)
        found += broken_chain(db)
        found += annotations(db, state)
        found += layers(db, state)
        found += flags(db, state)
        found += knowledge(db, state)
        found += waiting(db)
        found += tallies(db)
        found += traits(db)
        scheme = db.execute("SELECT scheme FROM scheme_revision ORDER BY revision DESC").fetchone()
        if state["scheme", 0, None] != json.loads(scheme["scheme"]):
            found.append("the scheme in force is not the one decided last")
        return found


def folded(db: sqlite3.Connection) -> tuple[dict[Key, Any], list[str]]:
    """Return how the log leaves every subject, and decisions that begin elsewhere."""
    state: dict[Key, Any] = {}
    found = []
    for row in db.execute("SELECT * FROM decision ORDER BY id"):
        number = 0 if row["subject"] == "scheme" else row["subject_id"]
        key = (row["subject"], number, row["layer"])
        before, after = (row[name] and json.loads(row[name]) for name in ("before", "after"))
        if key in state and state[key] != before:
            found.append(f"decision {row['id']} begins with {before}, not {state[key]}")
        state[key] = after
    return state, found


def broken_chain(db: sqlite3.Connection) -> list[str]:
    previous, found = "", []
    for place, row in enumerate(db.execute("SELECT * FROM change_set ORDER BY id"), start=1):
        record = dict(row)
        digest, before = record.pop("digest"), record.pop("previous")
        of_set = "SELECT * FROM decision WHERE change_set_id = ? ORDER BY id"
        rows = db.execute(of_set, (row["id"],))
        decisions = [list(one)[2:] for one in rows]
        said = json.dumps(
            [previous, record, decisions], sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        if (row["id"], before) != (place, previous) or record["decisions"] != len(decisions):
            found.append(f"change set {place} does not follow the one before it")
        if hashlib.sha256(said.encode()).hexdigest() != digest:
            found.append(f"change set {place} has another digest")
        previous = digest
    return found


def annotations(db: sqlite3.Connection, state: dict[Key, Any]) -> list[str]:
    found, seen = [], set()
    for row in db.execute("SELECT * FROM annotation ORDER BY id"):
        key = ("annotation", row["id"], None)
        seen.add(key)
        now = plain(db, row)
        if key not in state:
            if row["state"] != "suggested" or row["proposed"]:
                found.append(f"nothing is logged of annotation {row['id']}: {now}")
        elif state[key] is None:
            if row["state"] != "withdrawn":
                found.append(f"annotation {row['id']} should be withdrawn: {now}")
        elif now != state[key]:
            found.append(f"annotation {row['id']} is {now}, logged {state[key]}")
    lost = [key for key in state if key[0] == "annotation" and key not in seen]
    return found + [f"lost: {key}" for key in lost]


def plain(db: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any]:
    """Return a row as the log would say it."""
    parts = [["mention", row["start"], row["end"]]]
    if row["layer"] == "claim":
        parts = [part[:3] for part in json.loads(row["parts"])]
    links = db.execute(
        "SELECT role, target_id FROM link WHERE annotation_id = ? ORDER BY 1, 2", (row["id"],)
    )
    references = db.execute(
        "SELECT role, identity_id FROM reference WHERE annotation_id = ? ORDER BY 1, 2",
        (row["id"],),
    )
    said = {
        "document": row["document_id"],
        "layer": row["layer"],
        "label": row["label"],
        "parts": parts,
        "state": row["state"],
        "attributes": json.loads(row["attributes"] or "null"),
        "reason": row["reason"],
        "comment": row["comment"],
        "links": [list(link) for link in links],
        "references": [list(link) for link in references],
        "proposed": json.loads(row["proposed"] or "null"),
    }
    return {name: value for name, value in said.items() if value}


def layers(db: sqlite3.Connection, state: dict[Key, Any]) -> list[str]:
    found = []
    done: dict[int, bool] = {}
    for row in db.execute("SELECT * FROM document_layer"):
        logged = state.get(("document-layer", row["document_id"], row["layer"]))
        reviewed = bool(logged and logged["reviewed"])
        done[row["document_id"]] = done.get(row["document_id"], True) and reviewed
        if reviewed != bool(row["reviewed"]):
            found.append(f"{row['layer']} of {row['document_id']}: reviewed is {row['reviewed']}")
    rows = db.execute("SELECT id, done FROM document").fetchall()
    wrong = [row["id"] for row in rows if bool(row["done"]) != done[row["id"]]]
    return found + [f"document {number}: done is not what its layers say" for number in wrong]


def flags(db: sqlite3.Connection, state: dict[Key, Any]) -> list[str]:
    found = []
    for row in db.execute("SELECT id, flagged, withdrawn, comment FROM document"):
        logged = state.get(("document", row["id"], None)) or {}
        said = (logged.get("flagged", False), logged.get("withdrawn", False))
        if said != (bool(row["flagged"]), bool(row["withdrawn"])):
            found.append(f"document {row['id']} should be flagged, withdrawn: {said}")
        if logged.get("comment") != row["comment"]:
            found.append(f"document {row['id']} has the comment {row['comment']}: {logged}")
    for row in db.execute("SELECT id, withdrawn FROM batch"):
        logged = state["batch", row["id"], None]
        if bool(row["withdrawn"]) != (logged is None or logged["withdrawn"]):
            found.append(f"batch {row['id']}: withdrawn is {row['withdrawn']}")
    return found


def knowledge(db: sqlite3.Connection, state: dict[Key, Any]) -> list[str]:
    found = []
    for subject, table in (("identity", "identity"), ("word-list", "word_list")):
        rows = {
            (subject, row["id"], None): dict(row) for row in db.execute(f"SELECT * FROM {table}")
        }
        for row in rows.values():
            row.pop("id")
            row.pop("origin", None)
            row["withdrawn"] = bool(row["withdrawn"])
            for name in row.keys() & {"aliases", "entries"}:
                row[name] = json.loads(row[name])
        logged = {key: value for key, value in state.items() if key[0] == subject}
        if rows.keys() != logged.keys():
            found.append(f"{table} has {sorted(rows)}, logged are {sorted(logged)}")
        found += [
            f"{key} is {row}, logged {logged.get(key)}"
            for key, row in rows.items()
            if (not row["withdrawn"] if logged.get(key) is None else row != logged[key])
        ]
    return found


def waiting(db: sqlite3.Connection) -> list[str]:
    """Weigh what waits by its own arithmetic."""
    sure: dict[int, list[float]] = {}
    for row in db.execute("SELECT * FROM annotation WHERE state = 'suggested'"):
        known = [row[name] for name in ("confidence", "score") if row[name] is not None]
        sure.setdefault(row["document_id"], []).append(known[0] if known else 1.0)
    found = []
    for row in db.execute("SELECT id, saving, uncertainty, waiting FROM document"):
        ours = sure.get(row["id"], [])
        doubt = sum(2 * min(one, 1 - one) for one in ours) / max(len(ours), 1)
        kept = (row["saving"], row["uncertainty"], row["waiting"])
        added = (sum(ours), doubt, len(ours))
        if any(abs(x - y) > 1e-9 for x, y in zip(kept, added, strict=True)):
            found.append(f"document {row['id']} has {kept}, waiting are {ours}")
    return found


def traits(db: sqlite3.Connection) -> list[str]:
    """Note by its own reading what each document is filtered by."""
    known: dict[int, set[str]] = {row["id"]: set() for row in db.execute("SELECT id FROM document")}
    blind = set()
    for row in db.execute("SELECT * FROM document_layer"):
        stands = "done" if row["reviewed"] else "open"
        own = known[row["document_id"]]
        own.add(f"{row['layer']}={stands}")
        if not row["reviewed"] and row["suggester_id"] is None:
            own.add(f"{row['layer']}=unseen")
        if row["blind"] and not row["reviewed"]:
            blind.add((row["document_id"], row["layer"]))
    for row in db.execute("SELECT document_id, layer, label, state FROM annotation"):
        waits = row["state"] == "suggested"
        own = known[row["document_id"]]
        hidden = waits and (row["document_id"], row["layer"]) in blind
        if not hidden and row["state"] not in {*GONE, "rejected"}:
            own.add(f"label={row['label'].lower()}")
        if waits:
            own.add(f"{row['layer']}=left")
    return [
        f"document {row['id']} has {row['traits']}, and is {known[row['id']]}"
        for row in db.execute("SELECT id, traits FROM document")
        if row["traits"] != "".join(f"|{one}|" for one in sorted(known[row["id"]]))
    ]


def tallies(db: sqlite3.Connection) -> list[str]:
    columns = "document_id, layer, label, state"
    counted = Counter(
        tuple(row)
        for row in db.execute(f"SELECT {columns} FROM annotation")
        if row["state"] not in GONE
    )
    kept = {tuple(row)[:4]: row["n"] for row in db.execute(f"SELECT {columns}, n FROM tally")}
    return [] if kept == counted else [f"tallies are {kept}, counted {dict(counted)}"]
