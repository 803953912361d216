# SPDX-License-Identifier: GPL-3.0-or-later
"""What is no good file: one clear French sentence in the window, nothing changed, no crash.

    test_bad_input.py COPIL uimm.copil
"""
import hashlib
import os
import re
import shutil
import sqlite3
import sys
import tempfile

from harness import Copil

binary, example = sys.argv[1:3]
folder = tempfile.mkdtemp(prefix="copil-bad-")


def made(name, data):
    path = os.path.join(folder, name)
    with open(path, "wb") as out:
        out.write(data)
    return path


whole = open(example, "rb").read()
newer = bytearray(whole)
newer[60:64] = (99).to_bytes(4, "big")
foreign = os.path.join(folder, "autre.copil")
sqlite3.connect(foreign).execute("CREATE TABLE bookmark (id INTEGER PRIMARY KEY)").connection.close()
fifo = os.path.join(folder, "tube.copil")
os.mkfifo(fifo)
directory = os.path.join(folder, "dossier.copil")
os.mkdir(directory)
CASES = [
    (made("texte.copil", "Convention de coopération\n".encode() * 40), "n’est pas un fichier Copil"),
    (made("vide.copil", b""), "est vide"),
    (foreign, "appartient à un autre"),
    (made("tronqué.copil", whole[: len(whole) // 2]), "endommagé"),
    (fifo, "fichier ordinaire"),
    (directory, "est un dossier"),
    (os.path.join(folder, "absent.copil"), "n’existe pas"),
]


def digest():
    sums = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        sums[name] = hashlib.sha256(open(path, "rb").read()).hexdigest() if os.path.isfile(path) else "?"
    return sums


before = digest()
for path, expected in CASES:
    with Copil(binary, [path]) as app:
        sentence = app.find("label", re.compile(expected)).name
        assert "\n" not in sentence and sentence.endswith("."), sentence
        assert app.exists("label", re.compile("ne peut pas être ouvert")), "no heading that names the file"
        criticals = app.criticals()
        assert not criticals, criticals
    print("ok:", os.path.basename(path), "–", sentence)

# A file from a newer version opens, read-only, and the window says why.
path = made("plus-récent.copil", bytes(newer))
before["plus-récent.copil"] = hashlib.sha256(newer).hexdigest()
with Copil(binary, [path]) as app:
    app.find("label", re.compile("version plus récente"))
    app.find("label", re.compile("lecture seule"))
    assert app.close() == 0
after = digest()
assert after == before, {name: (before.get(name), after.get(name)) for name in set(before) | set(after)
                         if before.get(name) != after.get(name)}

# Values that no person typed: every page shows what can be shown.
path = made("étranger.copil", whole)
database = sqlite3.connect(path)
for kind, fields in {
    "convention": ["title", "object"], "engagement": ["text", "note", "due", "label"], "meeting": ["title", "date", "opening"], "person": ["name"],
    "fiche": ["title", "objectives"], "indicator": ["name", "unit"], "item": ["title", "notes"], "party": ["name", "short_name"],
    "observation": ["date", "level"], "target": ["date"], "decision": ["text", "due"], "axis": ["label", "title"],
}.items():
    known = {row[1] for row in database.execute(f"PRAGMA table_info ({kind})")}
    for field in known & set(fields):
        wrong = "'9999-12-31'" if field in ("due", "date") else "CAST (x'61ff80c31b0162' AS TEXT)"
        database.execute(f"UPDATE {kind} SET {field} = {wrong}")
database.execute("UPDATE convention SET duration_months = ?, notice_months = ?", (2**63 - 1, -(2**63)))
database.execute("UPDATE item SET duration = ?", (2**62,))
database.commit()
database.close()
with Copil(binary, [path]) as app:
    for page in range(1, 10):
        app.key(f"alt+{page}")
        app.settle()
    criticals = app.criticals()
    assert not criticals, criticals
    assert app.close() == 0
print("ok: values that no person typed")

shutil.rmtree(folder)
print("ok: bad input")
