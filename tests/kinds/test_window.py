# SPDX-License-Identifier: GPL-3.0-or-later
"""A kind and a field that only the descriptions know, in the window: what pages are made of (test-widgets), then the form of an
engagement, what is typed into it, and undo.

    test_window.py COPIL TEST-WIDGETS
"""
import re
import subprocess
import sys

from harness import Copil, place, value

binary, widgets = sys.argv[1:3]
done = subprocess.run([widgets, "--tap"], capture_output=True, text=True)
assert done.returncode == 0, done.stdout + done.stderr
assert "WARNING" not in done.stderr and "CRITICAL" not in done.stderr, done.stderr

with place() as path:
    home = path.replace("convention.copil", "home")
    table = path.replace("convention.copil", "table.csv")
    subprocess.run([binary, "new", path, "--title", "A"], check=True)
    for kind, text in (("axes", "label,title\n1,Former\n"), ("engagements", "axis,text\n1,Ouvrir des plateaux\n")):
        with open(table, "w", encoding="utf-8") as out:
            out.write(text)
        subprocess.run([binary, "import", kind, path, table], check=True, stdout=subprocess.DEVNULL)
    with Copil(binary, [path], home=home) as app:
        app.key("alt+2")
        page = app.page("CopilAxesPage")
        app.select(app.find("tree table", within=page), "Ouvrir des plateaux")
        form = app.find("filler", "CopilForm", within=page)
        motto = app.find_all("text", "Motto", within=form, unseen=True)
        assert len(motto) == 1, motto
        app.set_text(motto[0], "Faire")
        app.find("push button", re.compile("^Annuler : .*Motto"))
        app.saved(path, "SELECT motto FROM engagement", "Faire")
        app.take_focus()
        app.click(app.find("push button", re.compile("^Annuler : .*Motto")))
        app.saved(path, "SELECT motto FROM engagement", None)
        assert app.close() == 0
        assert not app.criticals(), app.criticals()
    assert value(path, "SELECT count (*) FROM engagement") == 1
print("ok")
