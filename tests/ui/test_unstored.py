# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk is full while one types: no text is dropped, by no editor; it shows again, is stored by itself once there is
room, and the window does not close without a question.

    test_unstored.py COPIL uimm.copil
"""
import os
import re
import resource
import sys

from harness import Copil, place, query, value

binary, example = sys.argv[1:3]
TODAY = "2024-06-11"
NOTES = "SELECT notes FROM item WHERE meeting = 5 AND label = ?1"
TOLD = re.compile("gardé dans cette fenêtre")


def fill_disk(full):
    """No file of the program may be written at all: what a full disk or a quota is, for this process alone."""
    hard = resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE, (0 if full else hard, hard))


def told():
    app.find("label", TOLD)


def room():
    """There is room again: what was kept is stored without a key being pressed."""
    fill_disk(False)
    app.gone("label", TOLD)


def typing(name):
    def there():
        node = app.typing()
        return node if node and re.search(name, node.name or "") else None
    return app.wait(there, f"the keyboard in {name!r}")


def shows(name, text):
    app.wait(lambda: any(app.text_of(node) == text for node in app.find_all("text", re.compile(name))),
             f"{name} with {text!r}")


with place(example) as path:
    home = os.path.join(os.path.dirname(path), "home")
    with Copil(binary, [path], home=home, today=TODAY) as app:
        # --- the sitting: leaving the point, and the sitting itself ---
        app.key("alt+4")
        app.page("CopilMeetingsPage")
        app.key("F5")
        mode = app.find("filler", "CopilSittingMode")
        app.key("ctrl+2")
        typing("^Notes$")
        app.type("Avant. ")
        app.saved(path, NOTES, "Avant. ", "2")
        fill_disk(True)
        app.type("Pendant.")
        told()
        app.key("ctrl+3")
        app.wait(lambda: app.typing() and app.text_of(app.typing()) != "Avant. Pendant.", "the next point")
        app.type("Le point trois.")
        app.key("ctrl+2")
        typing("^Notes$")
        shows("^Notes$", "Avant. Pendant.")
        app.key("F5")
        app.gone("filler", "CopilSittingMode")
        told()
        app.key("F5")
        app.find("filler", "CopilSittingMode")
        app.key("ctrl+3")
        shows("^Notes$", "Le point trois.")

        # --- a decision that cannot be recorded is not left behind ---
        app.key("ctrl+End", "Return", "ctrl+Return")
        typing("décidé")
        app.type("Ecrire aux lycees.")
        app.key("Return")
        app.find("label", re.compile("^Le disque est plein|disk I/O error"))
        app.key("ctrl+2")
        shows("décidé", "Ecrire aux lycees.")

        # --- closing asks, whatever there is to lose ---
        app.key("ctrl+w")
        app.find("label", "Ce que vous avez saisi n’est pas enregistré")
        app.take_focus()
        app.key("Escape")
        app.gone("label", "Ce que vous avez saisi n’est pas enregistré")
        app.take_focus()
        shows("décidé", "Ecrire aux lycees.")

        room()
        app.saved(path, NOTES, "Avant. Pendant.", "2")
        assert value(path, NOTES, "3").startswith("Le point trois."), value(path, NOTES, "3")
        app.gone("text", re.compile("décidé"))
        app.saved(path, "SELECT count (*) FROM decision WHERE text = 'Ecrire aux lycees.'", 1)
        app.key("F5")
        app.gone("filler", "CopilSittingMode")

        # --- the notes of a meeting, from one item to the next ---
        app.click(app.find("push button", "Notes", within=app.page("CopilMeetingView")))
        notes = app.find("text", "Notes", within=app.page("CopilMeetingEditor"))
        app.focus(notes)
        before = app.text_of(notes)
        app.key("ctrl+End")
        fill_disk(True)
        app.type("Dit sans place.")
        told()
        app.key("ctrl+alt+Next")
        app.wait(lambda: app.text_of(notes) != before + "Dit sans place.", "the next item")
        app.key("ctrl+alt+Prior")
        app.wait(lambda: app.text_of(notes) == before + "Dit sans place.", "the notes that were kept")
        room()

        # --- the fields of a form, from one row to the next; and what is added by Enter ---
        app.key("alt+2")
        page = app.page("CopilAxesPage")
        rows = query(path, "SELECT e.id, e.text FROM engagement e JOIN axis a ON a.id = e.axis JOIN measure m ON "
                           "m.id = e.measure ORDER BY a.position, m.position, e.position LIMIT 2")
        table = app.find("tree table", within=page)
        app.select(table, rows[1][1])
        note = app.find("text", re.compile("^Suivi"), within=page)
        fill_disk(True)
        app.focus(note)
        app.key("ctrl+a")
        app.type("Suivi sans place.")
        told()
        entry = app.find("text", "Nouvelle note de suivi", within=page)
        app.key("F8")
        app.wait(lambda: app.typing() == entry, "the keyboard in the new note")
        app.type("Vu sans place.")
        app.select(table, rows[0][1])
        app.wait(lambda: app.text_of(note) != "Suivi sans place." and not app.text_of(entry), "another engagement")
        app.select(table, rows[1][1])
        app.wait(lambda: app.text_of(note) == "Suivi sans place." and app.text_of(entry) == "Vu sans place.",
                 "what was kept")
        room()
        app.wait(lambda: not app.text_of(entry), "the note is added")
        app.saved(path, "SELECT note FROM engagement WHERE id = ?1", "Suivi sans place.", rows[1][0])
        assert value(path, "SELECT count (*) FROM followup WHERE text = 'Vu sans place.'") == 1

        # --- and to the end of the window, once the person says so ---
        fill_disk(True)
        app.focus(note)
        app.type(" Perdu.")
        told()
        app.key("ctrl+w")
        app.find("label", "Ce que vous avez saisi n’est pas enregistré")
        fill_disk(False)
        app.take_focus()
        app.key("Escape")
        app.gone("label", "Ce que vous avez saisi n’est pas enregistré")
        app.gone("label", TOLD)
        app.close()
    assert value(path, "SELECT note FROM engagement WHERE id = ?1", rows[1][0]) == "Suivi sans place. Perdu."

print("ok: unstored")
