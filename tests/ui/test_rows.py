# SPDX-License-Identifier: GPL-3.0-or-later
"""In every list the row that has the keyboard is the row that is meant: going from row to row with Ctrl takes the selection and the form
along, and Delete, duplicate and Alt+Up/Down act on that row; the keyboard comes back to the row that was left.

    test_rows.py COPIL uimm.copil
"""
import re
import sys

from harness import Copil, place, plain, query

binary, example = sys.argv[1:3]


def ids(kind):
    return {row[0] for row in query(path, f"SELECT id FROM {kind}")}


def expect(what, left, kind):
    """The file's records of that kind, once it was saved."""
    def answer():
        app.key("ctrl+s")
        return ids(kind) == left
    app.wait(answer, what)


def focused_words():
    """What the row says that has the keyboard."""
    row = app.focused()
    return " ".join(plain(one.name or "") for one in app._walk(within=row, unseen=True)) if row else ""


def tab_to(words, key="Tab", most=12):
    """Tab until the row with those words has the keyboard."""
    for _ in range(most):
        if plain(words) in focused_words():
            return
        app.key(key)
    assert plain(words) in focused_words(), f"no Tab came to {words!r}"


def remove(kind, record, key="Delete"):
    """Delete takes that one record of the kind and no other thing; undone."""
    before = ids(kind)
    app.key(key)
    expect(f"only {kind} {record} gone", before - {record}, kind)
    app.key("ctrl+z")
    expect(f"{kind} {record} back", before, kind)


with place(example) as path:
    with Copil(binary, [path], home=path.replace("convention.copil", "home")) as app:
        app.find("frame", re.compile("UIMM"))

        # --- Axes: a measure with five engagements is selected, the keyboard goes on to one of its engagements ---
        app.key("alt+2")
        page = app.page("CopilAxesPage")
        axis, measure, title = query(path, "SELECT axis, id, title FROM measure WHERE label = '2.2'")[0]
        engagements = query(path, "SELECT id, text FROM engagement WHERE measure = ?1 ORDER BY position, id", measure)
        assert len(engagements) == 5
        app.select(app.find("tree table", within=page), f"2.2  {title}")
        for _ in range(2):
            app.key("ctrl+Down")
        assert engagements[1][1] in focused_words(), focused_words()
        form = app.find("filler", "CopilForm", within=page)
        app.wait(lambda: app.text_of(app.find("text", "Engagement", within=form)) == engagements[1][1], "the form of the row")
        measures = ids("measure")
        remove("engagement", engagements[1][0])
        assert ids("measure") == measures

        # --- in order: what is moved is what the ring is on ---
        app.select(app.find("tree table", within=page), f"2.2  {title}")
        app.key("ctrl+Down", "alt+Down")

        def order():
            app.key("ctrl+s")
            return [row[0] for row in query(path, "SELECT id FROM engagement WHERE measure = ?1 ORDER BY position, id", measure)]
        app.wait(lambda: order()[:2] == [engagements[1][0], engagements[0][0]], "the first engagement moved down")
        app.key("ctrl+z")
        app.wait(lambda: order() == [one[0] for one in engagements], "the order as before")

        # --- a row is left by F6 or Tab and come back to: the keyboard is in the row that is selected ---
        app.select(app.find("tree table", within=page), engagements[3][1])
        app.focus(app.find("text", "Engagement", within=form))
        app.wait(app.typing, "the keyboard in the form")
        tab_to(engagements[3][1], "shift+Tab", 40)
        app.wait(lambda: app.text_of(app.find("text", "Engagement", within=form)) == engagements[3][1], "the same form")
        remove("engagement", engagements[3][0])

        # --- Réunions: from the newest to the one before ---
        app.key("alt+4")
        page = app.page("CopilMeetingsPage")
        meetings = query(path, "SELECT id, title FROM meeting ORDER BY date DESC")
        app.select(app.find("list", "Réunions", within=page), meetings[0][1])
        app.key("ctrl+Down")
        assert meetings[1][1] in focused_words(), focused_words()
        remove("meeting", meetings[1][0])
        app.select(app.find("list", "Réunions", within=page), meetings[0][1])
        app.key("ctrl+Down", "ctrl+Down", "ctrl+d")
        app.wait(lambda: app.key("ctrl+s") or query(path, "SELECT count (*) FROM meeting WHERE title = ?1", meetings[2][1]) == [(2,)],
                 "the third meeting twice")
        app.key("ctrl+z")

        # --- Fiches ---
        app.key("alt+3")
        page = app.page("CopilFichesPage")
        fiches = query(path, "SELECT id, title FROM fiche ORDER BY position, id")
        app.select(app.find("tree table", within=page), re.compile(re.escape(fiches[0][1])))
        app.key("ctrl+Down", "ctrl+Down")
        assert fiches[2][1] in focused_words(), focused_words()
        app.wait(lambda: any(app.text_of(one) == fiches[2][1] for one in app.find_all("text", within=page)), "the form of the third")
        remove("fiche", fiches[2][0])
        assert app.close() == 0
print("ok: the row with the keyboard")
