# SPDX-License-Identifier: GPL-3.0-or-later
"""The point of a sitting that follows the decisions is the register: ticked and changed while people speak, and undone.

    test_follow.py COPIL uimm.copil
"""
import contextlib
import re
import sqlite3
import sys

from harness import Copil, place, plain

binary, example = sys.argv[1:3]
STATUS = "SELECT status FROM decision WHERE label = ?1"


with place(example) as path:
    with contextlib.closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE item SET topic = 'decisions' WHERE id = 502")
    home = path.replace("convention.copil", "home")
    with Copil(binary, [path], home=home, today="2024-06-11") as app:
        app.find("frame", re.compile("UIMM"))
        app.key("alt+4")
        app.page("CopilMeetingsPage")
        app.key("F5")
        mode = app.find("filler", "CopilSittingMode")
        app.key("ctrl+2")

        def row(label):
            return app.wait(lambda: next((r for r in app.find_all("table row", within=mode) if plain(r.name).startswith(label)),
                                         None), label)

        # --- ticked: done today, and it stays in sight ---
        app.point(app.find("check box", re.compile("exécutée"), within=row("2023-2-02")))
        app.saved(path, STATUS, "done", "2023-2-02")
        app.find("check box", re.compile("Rouvrir"), within=row("2023-2-02"))
        app.key("ctrl+z")
        app.saved(path, STATUS, "planned", "2023-2-02")

        # --- by a key ---
        app.point(app.find("label", re.compile("^2023-2-02"), within=row("2023-2-02")))
        app.key("2")
        app.saved(path, STATUS, "in_progress", "2023-2-02")

        # --- not on another point ---
        app.key("ctrl+3")
        app.wait(lambda: not any(plain(r.name).startswith("2023-2-02") for r in app.find_all("table row", within=mode)),
                 "another point without the register")
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: follow")
