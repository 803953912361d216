# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a fiche action: proposed, approved by a decision, begun, abandoned with a reason and taken up again; its means and
what is over; a picture joined; follow-up notes on a fiche and an engagement; a selection exported with its table of contents.

    test_fiche_life.py COPIL uimm.copil
"""
import base64
import os
import re
import sqlite3
import subprocess
import sys
import zipfile

from harness import Copil, place, plain, query, value

binary, example = sys.argv[1:3]
judge = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "odf", "odfcheck.py")
# One red point.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC")


def prepare(path):
    """A fiche of its own, in preparation, a decision about it, and an engagement in it."""
    with sqlite3.connect(path) as store:
        meeting = store.execute("SELECT id FROM meeting WHERE date < '2024-03-15' ORDER BY date DESC LIMIT 1").fetchone()[0]
        # Of the axis that shows first, and not of the fiche's.
        engagement = store.execute("SELECT e.id FROM engagement e JOIN axis a ON a.id = e.axis ORDER BY a.position, a.id, e.id").fetchone()[0]
        axis = store.execute("SELECT axis FROM fiche WHERE label = 'F5'").fetchone()[0]
        store.execute("DELETE FROM followup")
        store.execute("INSERT INTO fiche (id, label, title, axis, status, position) VALUES (77, 'F77', 'Atelier', ?, 'planned', -1)", (axis,))
        store.execute("INSERT INTO fiche_engagement VALUES (77, ?)", (engagement,))
        store.execute("INSERT INTO fiche (id, label, title, status, position) VALUES (78, 'F78', 'Visites', 'planned', -0.5)")
        store.execute("INSERT INTO decision (id, meeting, label, text, fiche, status, position) VALUES (78, ?, 'D78', 'Accord', 78, 'planned', 98)",
                      (meeting,))
        store.execute("INSERT INTO decision (id, meeting, label, text, fiche, status, position) VALUES (77, ?, 'D77', 'Approuver', 77, 'planned', 99)",
                      (meeting,))
        store.execute("INSERT INTO step (id, fiche, title, due, status, position) VALUES (771, 77, 'Seconde', '2024-05-01', 'planned', 1),"
                      " (772, 77, 'Première', '2024-03-01', 'planned', 2)")
    store.close()
    return meeting, engagement


def save_as(app, wanted):
    """Answers the dialog that asks where, and has what is written judged."""
    dialog = app.find("filler", re.compile("^Exporter "))
    app.take_focus()
    app.set_text(app.find("text", re.compile("^Nom"), within=dialog), wanted)
    app.click(app.find("push button", re.compile("xporter"), within=dialog))
    app.wait(lambda: os.path.exists(wanted) and zipfile.is_zipfile(wanted), wanted)
    app.take_focus()
    subprocess.run([sys.executable, judge, wanted], check=True, stdout=subprocess.DEVNULL)


with place(example) as path:
    folder = os.path.dirname(path)
    meeting, engagement = prepare(path)
    picture = os.path.join(folder, "photo.png")
    with open(picture, "wb") as file:
        file.write(PNG)
    with Copil(binary, [path], home=os.path.join(folder, "home")) as app:
        app.key("alt+3")
        page = app.page("CopilFichesPage")
        app.find("label", re.compile("^F77 +Atelier"), within=page)
        app.select(app.find("tree table", within=page), re.compile("^F77 +Atelier"))
        detail = app.find("filler", "CopilFichesDetail", within=page)
        life = app.find("panel", "Vie de la fiche", within=detail)
        app.find("label", "En préparation", within=life)

        # --- what may not be yet is not offered ---
        assert not app.exists("push button", "Commencer…", within=life)
        app.click(app.find("push button", "Proposer…", within=life))
        app.click(app.find("push button", "Proposer", within=life))
        app.find("label", "Proposée", within=life)
        app.find("label", "Proposée le 15 mars 2024", within=life)

        # --- approved before it was proposed: refused with a sentence; the day is corrected ---
        app.click(app.find("push button", "Approuver…", within=life))
        app.click(app.find("push button", "Approuver", within=life))
        app.find("label", re.compile("^Elle a été proposée le 15 mars 2024"), within=life)
        day = next(entry for entry in app.find_all("text", re.compile("Quel jour"), within=life))
        app.set_text(day, "15/03/2024")
        app.click(app.find("push button", "Approuver", within=life))
        app.find("label", "Approuvée", within=life)
        app.saved(path, "SELECT approved || ' ' || approval_decision || ' ' || approval_meeting FROM fiche WHERE id = 77",
                  f"2024-03-15 77 {meeting}")
        app.click(app.find("push button", "Commencer…", within=life))
        app.click(app.find("push button", "Commencer", within=life))
        app.find("label", "En cours", within=life)

        # --- abandoned with a reason, then taken up again ---
        app.click(app.find("push button", "Abandonner…", within=life))
        app.click(app.find("push button", "Abandonner", within=life))
        app.find("label", "Indiquez pourquoi la fiche est abandonnée.", within=life)
        app.set_text(app.find("text", re.compile("^Pourquoi"), within=life), "Plus de local")
        app.click(app.find("push button", "Abandonner", within=life))
        app.find("label", re.compile("Abandonnée le 15 mars 2024 : Plus de local"), within=life)
        app.saved(path, "SELECT status || ' ' || ending FROM fiche WHERE id = 77", "abandoned Plus de local")
        app.click(app.find("push button", "Reprendre", within=life))
        app.saved(path, "SELECT status FROM fiche WHERE id = 77", "planned")

        # --- the steps: the late one said so, put in the order of their dates ---
        app.find("label", "En retard de 14 jours", within=detail)
        app.click(app.find("push button", re.compile("^Ranger par date"), within=detail))
        app.wait(lambda: not app.exists("push button", re.compile("^Ranger par date"), within=detail), "the steps in order")
        app.saved(path, "SELECT id FROM step WHERE fiche = 77 ORDER BY position LIMIT 1", 772)

        # --- means: what is over says so ---
        app.click(app.find("push button", re.compile("^Ajouter un moyen"), within=detail))
        app.saved(path, "SELECT count (*) FROM resource WHERE fiche = 77", 1)
        app.wait(lambda: app.focused() and app.focused().getRoleName() == "text", "the name of the new line")
        app.type("Transport")
        app.key("Tab")
        means = app.find("panel", re.compile("^Moyen"), within=detail)
        app.set_text(app.find("text", "Prévu", within=means), "1000")
        app.set_text(app.find("text", "Dépensé", within=means), "1200")
        app.saved(path, "SELECT name || ' ' || planned || ' ' || spent FROM resource WHERE fiche = 77", "Transport 1000.0 1200.0")
        app.wait(lambda: len(app.find_all("label", re.compile("dépassé de 200"), within=detail)) == 2, "by how much it is over")

        # --- a picture joined, and undone ---
        def join():
            app.click(app.find("push button", re.compile("^Joindre des fichiers|^Joindre des documents"), within=detail))
            app.find("filler", "Joindre des documents")
            app.take_focus()
            app.key("slash", "ctrl+a")
            app.type(picture)
            app.key("Return")
            app.gone("filler", "Joindre des documents")
            app.take_focus()

        join()
        documents = app.find("panel", "Documents joints", within=detail)
        app.find("label", "photo.png", within=documents)
        app.point(app.reveal(app.find("check box", "Dans la fiche exportée", within=documents), detail))
        app.saved(path, "SELECT mime || ' ' || printed FROM fiche_document WHERE fiche = 77", "image/png 1")

        # --- a note on the fiche, by its key ---
        app.key("F8")
        app.wait(lambda: app.focused() and plain(app.focused().name or "") == "Nouvelle note de suivi", "the line for a note")
        app.type("Local trouve")
        app.key("Return")
        app.saved(path, "SELECT date || ' ' || text FROM followup WHERE fiche = 77", "2024-03-15 Local trouve")
        app.find("label", "Local trouve", within=detail)

        # --- several fiches in one document, with a table of contents ---
        app.click(app.find_all("push button", "Exporter", within=page)[0])
        app.click(app.find("menu item", re.compile("^Exporter plusieurs fiches")))
        dialog = app.find(None, "Exporter plusieurs fiches")
        app.take_focus()
        axis = value(path, "SELECT axis FROM fiche WHERE id = 77")
        at = [row[0] for row in query(path, "SELECT id FROM axis ORDER BY position, id")].index(axis)
        # All and none come first.
        app.choose(app.find("combo box", re.compile("Cocher les fiches de"), within=dialog), at + 2)
        wanted = value(path, "SELECT count (*) FROM fiche WHERE axis = ?1", axis)
        state = app.pyatspi.STATE_CHECKED
        app.wait(lambda: sum(box.getState().contains(state) for box in app.find_all("check box", within=dialog, unseen=True)) == wanted,
                 "the fiches of the axis ticked")
        app.click(app.find("push button", re.compile("xporter…"), within=dialog))
        several = os.path.join(folder, "plusieurs.odt")
        save_as(app, several)
        with zipfile.ZipFile(several) as package:
            content = package.read("content.xml").decode()
        assert content.count("<text:bookmark-ref") == wanted, content.count("<text:bookmark-ref")
        assert "F77 – Atelier" in content and "Pictures/picture-001.jpg" in content

        # --- the engagement shows its fiche, takes a note, and counts as reviewed ---
        app.key("alt+2")
        axes = app.page("CopilAxesPage")
        text = value(path, "SELECT text FROM engagement WHERE id = ?1", engagement)
        app.select(app.find("tree table", within=axes), plain(text))
        app.key("F8")
        app.wait(lambda: app.focused() and plain(app.focused().name or "") == "Nouvelle note de suivi", "the line for a note")
        app.type("Vu sur place")
        app.key("Return")
        app.saved(path, "SELECT f.text || ' ' || e.reviewed FROM followup f JOIN engagement e ON e.id = f.engagement",
                  "Vu sur place 2024-03-15")
        app.key("ctrl+z")
        app.saved(path, "SELECT count (*) FROM followup WHERE engagement IS NOT NULL", 0)
        app.click(app.find("list item", re.compile("F77 Atelier"), within=axes))
        page = app.page("CopilFichesPage")

        # --- a fiche leads to the decision about it, which approves it ---
        app.select(app.find("tree table", within=page), re.compile("^F78 +Visites"))
        detail = app.find("filler", "CopilFichesDetail", within=page)
        app.find("label", "En préparation", within=detail)
        section = app.find("panel", "Décisions liées", within=detail)
        app.point(app.reveal(app.find("list item", "Accord", within=section), detail))
        view = app.find("filler", "CopilMeetingView", within=app.page("CopilMeetingsPage"))
        app.click(app.find("push button", "Approuve : Fiche action F78", within=view))
        app.saved(path, "SELECT approval_decision FROM fiche WHERE id = 78", 78)
        app.wait(lambda: not app.exists("push button", "Approuve : Fiche action F78", within=view), "nothing more to approve")
        app.key("alt+3")
        detail = app.find("filler", "CopilFichesDetail", within=app.page("CopilFichesPage"))
        app.find("label", "Approuvée", within=detail)
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: fiche-life")
