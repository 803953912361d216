# SPDX-License-Identifier: GPL-3.0-or-later
"""French leaves no English word on any page; English shows the source's own words.

    test_locale.py COPIL uimm.copil
"""
import ast
import os
import re
import sys

from harness import Copil, place, plain

binary, example = sys.argv[1:3]
catalogue = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "po", "fr.po")
PAGES = ["CopilOverviewPage", "CopilAxesPage", "CopilFichesPage", "CopilMeetingsPage", "CopilDecisionsPage",
         "CopilIndicatorsPage", "CopilSignatoriesPage"]


def read_catalogue():
    """The English strings that French says otherwise."""
    pairs, french, at, texts = set(), set(), None, {}
    for line in open(catalogue, encoding="utf-8"):
        line = line.strip()
        key = re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+(".*")$', line)
        if key:
            if key[1] == "msgid":
                texts = {}
            at = key[1]
            texts[at] = ast.literal_eval(key[2])
        elif line.startswith('"') and at:
            texts[at] += ast.literal_eval(line)
        elif not line and texts:
            translation = texts.get("msgstr", texts.get("msgstr[0]", ""))
            french.add(plain(translation).replace("_", ""))
            if texts.get("msgid") and translation and plain(translation) != texts["msgid"]:
                pairs.add(texts["msgid"].replace("_", ""))
            texts, at = {}, None
    # What is French as well ("Notes") tells nothing.
    return {one for one in pairs - french if re.search("[A-Za-z]{3}", one) and "%" not in one}


def said(app, node):
    """Every name and description below the node."""
    words, stack = set(), [node]
    while stack:
        one = stack.pop()
        try:
            words |= {plain(one.name or "").replace("_", ""), plain(one.description or "")}
            stack.extend(app._children(one))
        except Exception:  # a node can go away while we look
            continue
    return words


def tour(app):
    words = set()
    for number, name in enumerate(PAGES, 1):
        app.key(f"alt+{number}")
        page = app.page(name)
        if name == "CopilAxesPage":
            app.key("ctrl+shift+n")
        words |= said(app, page)
    app.key("ctrl+comma")
    app.find("text", re.compile("."))
    app.take_focus()
    words |= said(app, app.node)
    app.key("Escape")
    app.take_focus()
    app.key("ctrl+question")
    app.take_focus()
    words |= said(app, app.node)
    app.key("Escape")
    app.take_focus()
    return words


english = read_catalogue()
assert len(english) > 300, len(english)
with place(example) as path:
    home = os.path.join(os.path.dirname(path), "home")
    with Copil(binary, [path], home=home) as app:
        app.find("frame", re.compile("UIMM"))
        words = tour(app)
        left = sorted(words & english)
        assert "Tous les statuts" in words and "Synthèse" in words
        assert not left, f"English in French: {left}"
        assert app.close() == 0
    with Copil(binary, [path], home=home, environment={"LANGUAGE": "en", "LC_ALL": "C.UTF-8"}) as app:
        app.find("list item", re.compile("^Overview"))
        words = tour(app)
        assert {"Axes", "All statuses", "Late engagements"} <= words
        assert len(words & english) > 80, sorted(words & english)
        assert app.close() == 0
print("ok: locale")
