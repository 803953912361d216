# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda of a meeting by keyboard: a new meeting from the last one, points ticked and not typed, put in another order,
the agreement of a signatory, a document joined, saved elsewhere and taken away; and what the file holds afterwards.

    test_agenda.py COPIL uimm.copil
"""
import hashlib
import os
import re
import shutil
import sqlite3
import sys
import tempfile

from harness import Copil, plain

binary, example = sys.argv[1:3]
folder = tempfile.mkdtemp(prefix="copil-agenda-")
path = os.path.join(folder, "convention.copil")
shutil.copy(example, path)
os.chmod(path, 0o644)
home = os.path.join(folder, "home")
os.mkdir(home)
shots = os.environ.get("COPIL_TEST_SHOTS")


def shot(app, name):
    if shots:
        app.screenshot(os.path.join(shots, name + ".png"))


def rows(sql, *parameters):
    """What the saved file holds."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return connection.execute(sql, parameters).fetchall()


def down(app, role, name, within):
    """What a person sees from top to bottom: the tree keeps the order in which the points came."""
    nodes = app.find_all(role, name, within=within)
    return sorted(nodes, key=lambda node: node.queryComponent().getExtents(app.pyatspi.WINDOW_COORDS).y)


def slots_of(app, agenda):
    """The planned times, from top to bottom."""
    return down(app, "label", re.compile(r"^\d\d:\d\d–\d\d:\d\d"), agenda)


def ticked(app):
    """The number that the foot of the dialog says."""
    found = app.find("label", re.compile(r"coché"))
    return int(re.match(r"\d+|Aucun", plain(found.name)).group(0).replace("Aucun", "0"))


document = os.path.join(folder, "Note d’étape.txt")
with open(document, "w") as file:
    file.write("Trois lignes\nsur l’alternance\n")
large = os.path.join(folder, "film.bin")
with open(large, "wb") as file:
    file.truncate(26 * 1024 * 1024)

before = rows("SELECT count(*) FROM meeting")[0][0]
with Copil(binary, [path], home=home) as app:
    app.find("frame", re.compile("UIMM"))
    app.key("alt+4")
    page = app.page("CopilMeetingsPage")

    # --- a new meeting from the last one, and its agenda to tick ---
    app.key("ctrl+shift+n")
    app.find("label", re.compile("peuvent être proposés"), within=page)
    shot(app, "offer")
    app.key("ctrl+shift+p")
    app.find("label", "Proposer l’ordre du jour")
    app.take_focus()
    count = ticked(app)
    assert count >= 1, count
    shot(app, "proposals")
    app.key("space")
    first = ticked(app)
    assert abs(first - count) == 1, (first, count)
    app.key("Down", "space")
    app.key("Down", "space")
    wanted = ticked(app)
    app.key("Return")
    app.gone("label", "Proposer l’ordre du jour")
    app.take_focus()
    app.find("label", re.compile("Durée prévue"), within=page)
    agenda = app.find("panel", "Points de l’ordre du jour", within=page)
    titles = app.wait(lambda: down(app, "text", "Titre", agenda), "the agenda")
    shot(app, "agenda")

    # --- the order, and the numbers and times with it ---
    before_move = [plain(node.name) for node in slots_of(app, agenda)]
    assert len(before_move) == len(titles), (before_move, len(titles))
    assert before_move == sorted(before_move), before_move
    first_slot = before_move[0]
    place = next(i for i, n in enumerate(titles) if n.getState().contains(app.pyatspi.STATE_FOCUSED))
    assert place > 0, "the first point that was added has the keyboard"
    app.key("alt+Up")

    def follows():
        """The times are still one after the other from top to bottom, and no longer the same."""
        times = [plain(node.name) for node in slots_of(app, agenda)]
        return times[0] == first_slot and times == sorted(times) and times != before_move

    app.wait(follows, "the times by the new order")

    # --- the agreement of a signatory, undone and done again ---
    app.click(app.find("push button", "Noter l’accord de UIMM", within=page))
    app.find("label", re.compile(r"UIMM : accord donné le 15/03/2024"), within=page)
    shot(app, "agreement")
    app.key("ctrl+z")
    app.find("label", "Retirer ce qui a été convenu ?")
    app.click(app.find("push button", "Retirer", within=app.find("dialog")))
    app.gone("label", "Retirer ce qui a été convenu ?")
    app.take_focus()
    app.find("label", "UIMM : pas encore d’accord", within=page)
    app.key("ctrl+shift+z")
    app.find("label", re.compile(r"UIMM : accord donné le 15/03/2024"), within=page)

    criticals = app.criticals()
    assert not criticals, criticals

    # --- documents ---
    def join(file, refusal=None):
        app.key("alt+f")
        dialog = app.find("filler", "Joindre des documents")
        app.take_focus()
        app.key("slash")
        app.set_text(app.wait(lambda: app.typing(dialog), "a place to type"), file)
        app.key("Return")
        if refusal:
            app.toast(refusal)
        app.gone("filler", "Joindre des documents")
        app.take_focus()

    join(large, re.compile("un document joint a au plus"))
    join(document)
    app.find("label", "Note d’étape.txt", within=page)
    shot(app, "document")
    remove = app.find("push button", re.compile("^Retirer le document"), within=page)
    app.click(remove)
    app.gone("label", "Note d’étape.txt")
    app.key("ctrl+z")
    app.find("label", "Note d’étape.txt", within=page)
    criticals = app.criticals()
    assert not criticals, criticals
    assert app.close() == 0

# --- it is all in the file ---
assert rows("SELECT count(*) FROM meeting")[0][0] == before + 1
meeting, previous, date = rows("SELECT id, previous, date FROM meeting ORDER BY id DESC LIMIT 1")[0]
assert previous is not None and date, (previous, date)
items = rows("SELECT label, title, topic, notes FROM item WHERE meeting = ? ORDER BY position, id", meeting)
assert len(items) == len(titles) >= wanted, items
assert [item[0] for item in items] == [str(i + 1) for i in range(len(items))], items
assert items[place - 1][2] == "late" and items[place][2] == "decisions", items  # moved up, and numbered again
decisions = next(item for item in items if item[2] == "decisions")
assert decisions[3].startswith("- "), decisions
assert rows("SELECT date FROM agreement WHERE meeting = ?", meeting) == [("2024-03-15",)]
name, size, sha256, data = rows("SELECT name, size, sha256, data FROM attachment WHERE meeting = ?", meeting)[0]
with open(document, "rb") as file:
    assert data == file.read()
assert (name, size, sha256) == ("Note d’étape.txt", len(data), hashlib.sha256(data).hexdigest())

shutil.rmtree(folder)
print("ok: the agenda")
