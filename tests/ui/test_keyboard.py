# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page without the mouse; every control of every page has a name that a screen reader can say; preferences last.

    test_keyboard.py COPIL uimm.copil
"""
import os
import re
import shutil
import sys

from harness import Copil, place

binary, example = sys.argv[1:3]
PAGES = ["CopilOverviewPage", "CopilAxesPage", "CopilFichesPage", "CopilMeetingsPage", "CopilDecisionsPage",
         "CopilIndicatorsPage", "CopilSignatoriesPage"]
CONTROLS = ("push button", "toggle button", "radio button", "check box", "combo box", "entry", "text", "slider", "link",
            "list item", "page tab", "image button", "menu item")


def nameless(app, node):
    """The controls below the node that say nothing, or the name of a class: a path for each."""
    found, stack = set(), [(node, "")]
    while stack:
        one, way = stack.pop()
        try:
            role, name = one.getRoleName(), one.name or ""
            if role in ("scroll bar",) or name == "GtkInfoBar":
                continue
            here = way + "/" + (name if name.startswith("Copil") else role)
            if role in CONTROLS and app.shows(one) and (not name.strip() or re.match("^(Gtk|Adw|Copil)[A-Z]", name)):
                found.add(f"{here} {name!r} ({one.description})")
            if name == "AdwToastWidget":
                continue
            stack.extend((child, here) for child in app._children(one))
        except Exception:  # a node can go away while we look
            continue
    return found


with place(example) as path:
    home = os.path.join(os.path.dirname(path), "home")
    keep = {"GSETTINGS_BACKEND": "keyfile"}
    with Copil(binary, [path], home=home, environment=keep) as app:
        app.find("frame", re.compile("UIMM"))
        offenders = set()
        for place_of, name in enumerate(PAGES, 1):
            page = app.act(lambda: app.key(f"alt+{place_of}"), lambda: app.shown(name), name)
            app.act(lambda: app.key(f"alt+{place_of}"), lambda: app.focused(page), f"the keyboard in {name}")
            if name == "CopilMeetingsPage":
                for part in ("Détails", "Présence", "Ordre du jour", "Notes", "Décisions", "Clôture"):
                    app.click(app.find("push button", part, within=page))
                    offenders |= nameless(app, page)
            offenders |= nameless(app, page)
        offenders |= {one for one in nameless(app, app.node) if not re.search("Copil[A-Za-z]+Page", one)}
        for one in sorted(offenders):
            print("nameless:", one)

        # --- F9, the shortcuts, the preferences ---
        app.key("F9")
        app.key("F9", "ctrl+question")
        app.find("label", re.compile("^Raccourcis|^Ajouter"))
        app.take_focus()
        app.key("Escape")
        app.take_focus()
        app.key("F1")
        if not shutil.which("yelp"):
            app.find("label", "L’aide ne peut pas être affichée")
            app.take_focus()
            app.key("Escape")
            app.take_focus()
        app.key("ctrl+comma")
        app.find("label", "Votre nom")
        app.take_focus()
        app.key("Tab")
        app.type("Sandrine Lacaze")
        app.key("Escape")
        app.take_focus()
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
    with Copil(binary, [path], home=home, environment=keep) as app:
        app.key("ctrl+comma")
        app.find("label", "Votre nom")
        app.wait(lambda: "Sandrine Lacaze" in [app.text_of(node) for node in app.find_all("text")], "the name that was kept")
        app.take_focus()
        app.key("Escape")
        app.take_focus()
        assert app.close() == 0
assert not offenders, f"{len(offenders)} controls without a name"
print("ok: keyboard")
