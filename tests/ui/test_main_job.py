# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the real window: open the UIMM example, change an engagement in the axis 4, see the chart say so, undo,
redo, record a meeting with two decisions, export its compte rendu and a fiche, close, open again and find it all.

    test_main_job.py COPIL uimm.copil
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from harness import Copil

binary, example = sys.argv[1:3]
folder = tempfile.mkdtemp(prefix="copil-job-")
path = os.path.join(folder, "convention.copil")
shutil.copy(example, path)
os.chmod(path, 0o644)
home = os.path.join(folder, "home")
os.mkdir(home)


def show():
    """What the file holds, said by the command line."""
    environment = dict(os.environ, COPIL_TODAY="2024-03-15", XDG_STATE_HOME=os.path.join(folder, "cli-state"))
    return json.loads(subprocess.run([binary, "show", path, "--json"], capture_output=True, check=True, text=True,
                                     env=environment).stdout)


def engagement(data, identity):
    for axis in data["axes"]:
        for measure in axis["measures"]:
            for one in measure["engagements"]:
                if one["id"] == identity:
                    return one
    return None


def chart_text(app):
    return app.description_of(app.find("image", "Engagements par mesure", within=app.page("CopilAxesPage")))


def count(text, status):
    found = re.search(rf"{status} (\d+)", text)
    return int(found.group(1)) if found else 0


def export(app, wanted):
    """Answers the dialog that asks where."""
    dialog = app.find("filler", re.compile("^Exporter "))
    app.take_focus()
    app.set_text(app.find("text", re.compile("^Nom"), within=dialog), wanted)
    app.click(app.find("push button", re.compile("xporter"), within=dialog))
    app.wait(lambda: os.path.exists(wanted) and zipfile.is_zipfile(wanted), wanted)
    app.take_focus()


def content(document):
    with zipfile.ZipFile(document) as package:
        return re.sub(r"<[^>]+>", " ", package.read("content.xml").decode())


before = show()
axis4 = next(axis for axis in before["axes"] if axis["label"] == "4")
target = next(e for m in axis4["measures"] for e in m["engagements"] if e["status"] == "in_progress" and e["due"] is None)

with Copil(binary, [path], home=home) as app:
    app.find("frame", re.compile("UIMM"))

    # --- the axis 4, an engagement, its status ---
    app.key("alt+2")
    app.point(app.find("page tab", re.compile("^4 · ")))
    app.wait(lambda: count(chart_text(app), "En cours") > 0, "the chart of the axis 4")
    said = chart_text(app)
    app.point(app.find("label", target["text"], within=app.page("CopilEngagementList")))
    form = app.find("filler", "CopilForm")
    app.wait(lambda: app.find_all("text", "Engagement", within=app.page("CopilAxesPage")), "the form")
    app.choose(app.find_all("combo box", "Statut", within=app.page("CopilAxesPage"))[-1], 2)  # done
    app.wait(lambda: count(chart_text(app), "Réalisé") == count(said, "Réalisé") + 1, "one more done in the chart's text")
    assert count(chart_text(app), "En cours") == count(said, "En cours") - 1
    app.find("push button", re.compile("^Annuler : "))

    # --- undo, redo ---
    app.key("ctrl+z")
    app.wait(lambda: chart_text(app) == said, "the chart as it was, after undo")
    app.key("ctrl+shift+z")
    app.wait(lambda: count(chart_text(app), "Réalisé") == count(said, "Réalisé") + 1, "the chart changed, after redo")

    # --- a meeting with two decisions ---
    app.key("alt+4")
    app.wait(lambda: app.find_all("filler", "CopilMeetingsPage"), "the meetings")
    page = app.page("CopilMeetingsPage")
    first = app.text_of(app.find("text", "Titre", within=page))
    app.key("ctrl+shift+n")
    title = app.find("text", "Titre", within=page)
    app.wait(lambda: app.text_of(title) != first, "the new meeting")
    app.set_text(title, "Comité de pilotage extraordinaire")
    app.key("Tab")
    for text in ("Ouvrir les ateliers à toutes les classes de quatrième", "Réunir les pilotes avant l’été"):
        app.point(app.find("push button", "Décisions", within=page))
        before_adding = len(app.find_all("text", "Décision", within=page))
        app.click(app.find("push button", "Ajouter une décision", within=app.find("panel", "Décisions", within=page)))
        texts = app.wait(lambda: [n for n in app.find_all("text", "Décision", within=page)]
                         if len(app.find_all("text", "Décision", within=page)) > before_adding else None, "a new decision")
        app.set_text(texts[-1], text)
        app.key("ctrl+s")

    # --- the compte rendu and a fiche ---
    minutes = os.path.join(folder, "compte rendu.odt")
    app.key("ctrl+e")
    export(app, minutes)
    app.key("alt+3")
    app.wait(lambda: app.find_all("filler", "CopilFichesPage"), "the fiches")
    fiche = os.path.join(folder, "fiche.odt")
    app.key("ctrl+e")
    export(app, fiche)
    criticals = app.criticals()
    assert not criticals, criticals
    assert app.close() == 0

words = content(minutes)
for expected in ("Comité de pilotage extraordinaire", "Ouvrir les ateliers", "Réunir les pilotes"):
    assert expected in words, f"{expected!r} is not in the compte rendu"
first = before["fiches"][0]
assert first["title"] in content(fiche).replace("\u202f", " ") or first["title"] in content(fiche), "the fiche is another one"

# --- it is all in the file, and in the window when it is opened again ---
after = show()
assert engagement(after, target["id"])["status"] == "done"
meeting = next(m for m in after["meetings"] if m["id"] not in {m["id"] for m in before["meetings"]})
assert len(meeting["decisions"]) == 2, meeting
assert len(after["meetings"]) == len(before["meetings"]) + 1
with Copil(binary, [path], home=home) as app:
    app.find("frame", re.compile("UIMM"))
    app.key("alt+2")
    app.point(app.find("page tab", re.compile("^4 · ")))
    app.wait(lambda: count(chart_text(app), "Réalisé") == count(said, "Réalisé") + 1, "what was done, after opening again")
    app.find("push button", re.compile("^Annuler : "))
    app.key("alt+4")
    app.find("label", re.compile("Comité de pilotage extraordinaire"))
    assert app.close() == 0

shutil.rmtree(folder)
print("ok: the main job")
