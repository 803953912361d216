# SPDX-License-Identifier: GPL-3.0-or-later
"""The axes: add, type, duplicate, order, move, delete, undo; dates; signatories by the keyboard; filters and sorting. What
is seen is compared with what the file holds.

    test_axes.py COPIL uimm.copil
"""
import re
import sys

from harness import Copil, place, plain, query, show, value

binary, example = sys.argv[1:3]
STATUS = re.compile("^(Prévu|En cours.*|Réalisé|En retard|Abandonné)$")


def rows(app):
    """The engagements that the list shows, each as its cells' words."""
    found = []
    lists = app.find_all("list", within=app.find_all("tree table", within=page, unseen=True)[0], unseen=True)[0]
    for row in app.find_all("table row", within=lists, unseen=True):
        cells = [plain(label.name) for label in app.find_all("label", within=row, unseen=True)]
        if cells and STATUS.match(cells[-1]):
            found.append(cells)
    return found


def expect_rows(app, sql, what):
    wanted = value(path, f"SELECT count (*) FROM engagement e WHERE axis = ?1 AND {sql}", axis4)
    app.wait(lambda: len(rows(app)) == wanted, f"{wanted} rows: {what}")
    assert 0 < wanted < len(everything), f"{what}: {wanted} of {len(everything)} tests nothing"


def field(app, name, role="text"):
    return app.find(role, name, within=app.find("filler", "CopilForm", within=page))


def press(app, name):
    app.click(app.find("push button", re.compile(f"^{name}"), within=page))


def select(app, text):
    """Puts the form on the engagement."""
    app.select(app.find("tree table", within=page), text)
    app.wait(lambda: app.text_of(field(app, "Engagement")) == text, f"the form of {text!r}")


def in_order():
    return [row[0] for row in query(path, "SELECT text FROM engagement WHERE measure = ?1 ORDER BY position, id", m21)]


# --- what is typed is stored when the window is closed at once ---
with place(example) as path:
    home = path.replace("convention.copil", "home")
    axis4 = value(path, "SELECT id FROM axis WHERE label = '4'")
    axis2 = value(path, "SELECT id FROM axis WHERE label = '2'")
    m21 = value(path, "SELECT id FROM measure WHERE label = '2.1'")
    m22 = value(path, "SELECT id FROM measure WHERE label = '2.2'")
    first, second = in_order()
    before = value(path, "SELECT count (*) FROM engagement")
    with Copil(binary, [path], home=home) as app:
        app.key("alt+2")
        page = app.page("CopilAxesPage")
        select(app, first)
        app.key("ctrl+shift+n")
        app.wait(app.typing, "the text of the new engagement")
        app.type("Ouvrir trois plateaux techniques")
        assert app.close() == 0
        assert not app.criticals(), app.criticals()
    assert query(path, "SELECT text, measure, label FROM engagement WHERE text LIKE 'Ouvrir trois%'") == [
        ("Ouvrir trois plateaux techniques", m21, "2.1")]
    assert value(path, "SELECT count (*) FROM engagement") == before + 1
    print("ok: typed and closed at once")

    with Copil(binary, [path], home=home) as app:
        app.key("alt+2")
        page = app.page("CopilAxesPage")

        # --- a pause stores too ---
        select(app, "Ouvrir trois plateaux techniques")
        app.wait(lambda: app.text_of(field(app, "Engagement")) == "Ouvrir trois plateaux techniques", "the form")
        app.set_text(field(app, "Engagement"), "Ouvrir trois plateaux")
        app.find("push button", re.compile("^Annuler : Engagement"))
        app.find("label", "Ouvrir trois plateaux", within=page)

        # --- duplicate, order ---
        press(app, "Dupliquer")
        app.wait(lambda: len(app.find_all("label", "Ouvrir trois plateaux", within=page)) == 2, "the copy")
        app.saved(path, "SELECT count (*) FROM engagement WHERE text = 'Ouvrir trois plateaux'", 2)
        assert in_order() == [first, second] + ["Ouvrir trois plateaux"] * 2, in_order()
        select(app, second)
        app.key("alt+Up")
        app.wait(lambda: [r[0] for r in rows(app)][:2] == [plain(second), plain(first)], "the second before the first")
        app.key("alt+Down", "alt+Down")
        app.saved(path, "SELECT text FROM engagement WHERE measure = ?1 ORDER BY position, id LIMIT 1 OFFSET 2",
                  second, m21)
        assert in_order() == [first, "Ouvrir trois plateaux", second, "Ouvrir trois plateaux"], in_order()

        # --- to another measure ---
        select(app, first)
        press(app, "Déplacer vers une autre mesure")
        app.find("label", re.compile("^L’engagement va à la fin"))
        app.take_focus()
        app.key("Return")  # the picker has the keyboard
        app.type("2.2")
        app.key("Return")
        app.wait(lambda: app.exists("label", re.compile("^2.2 Mise en place")), "the choice")
        app.click(app.find("push button", re.compile("Déplacer$")))
        app.take_focus()
        app.saved(path, "SELECT measure FROM engagement WHERE text = ?1", m22, first)
        assert query(path, "SELECT text FROM engagement WHERE measure = ?1 ORDER BY position DESC, id DESC LIMIT 1",
                     m22) == [(first,)]

        # --- delete, the toast, Ctrl+Z ---
        select(app, second)
        app.key("Delete")
        toast = app.toast(re.compile("^Supprimé : "))
        app.click(app.find("push button", re.compile("Annuler"), within=toast))
        app.find("label", second, within=page)
        app.find("push button", re.compile("^Rétablir : Supprimer"))
        app.saved(path, "SELECT count (*) FROM engagement WHERE text = ?1", 1, second)
        select(app, second)
        app.key("Delete")
        app.wait(lambda: not app.exists("label", second, within=page), "the engagement gone")
        app.saved(path, "SELECT count (*) FROM engagement WHERE text = ?1", 0, second)
        app.key("ctrl+z")
        app.find("label", second, within=page)

        # --- a measure, an axis ---
        press(app, "Ajouter une mesure")
        app.wait(app.typing, "the title of the new measure")
        app.type("Mesure d essai")
        app.key("Tab")
        app.saved(path, "SELECT axis FROM measure WHERE title = 'Mesure d essai'", axis2)
        app.click(app.find("push button", re.compile("^Axes : ajouter"), within=page))
        app.click(app.find("menu item", "Ajouter un axe"))
        app.find("page tab", re.compile("Nouvel axe|Nouveau : Axe"), within=page)
        app.saved(path, "SELECT count (*) FROM axis", 6)
        app.key("ctrl+z")
        app.gone("page tab", re.compile("Nouveau : Axe"), within=page)
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
    print("ok: duplicate, order, move, delete, undo, measure, axis")

# --- the fields of one engagement ---
with place(example) as path:
    home = path.replace("convention.copil", "home")
    axis4 = value(path, "SELECT id FROM axis WHERE label = '4'")
    target, text = query(path, "SELECT e.id, e.text FROM engagement e JOIN measure m ON m.id = e.measure WHERE e.axis = ?1"
                         " AND e.due IS NULL AND e.text NOT LIKE '%\u00a0%' ORDER BY m.position, e.position", axis4)[0]
    with Copil(binary, [path], home=home) as app:
        app.key("alt+2")
        page = app.page("CopilAxesPage")
        select(app, query(path, "SELECT text FROM engagement e JOIN measure m ON m.id = e.measure WHERE m.label = '2.1'")[0][0])
        app.key("ctrl+Page_Down", "ctrl+Page_Down")
        app.find("label", text, within=page)
        app.key("ctrl+Page_Up")
        app.gone("label", text, within=page)
        app.key("ctrl+Page_Down")
        select(app, text)
        app.wait(lambda: app.text_of(field(app, "Engagement")) == text, "the form")

        due = field(app, "Échéance")
        app.focus(due)
        app.type("31/02/2023")
        app.key("Tab")
        form = app.find("filler", "CopilForm", within=page)
        fault = app.find("label", re.compile("date|mois|jour"), within=form)
        print("   ", plain(fault.name))
        assert fault.name.count(".") <= 1 and "\n" not in fault.name
        assert app.text_of(due) == "31/02/2023", repr(app.text_of(due))
        app.key("ctrl+s")
        app.find("label", re.compile("enregistré$"))
        assert value(path, "SELECT due FROM engagement WHERE id = ?1", target) is None
        app.set_text(due, "")
        app.focus(due)
        app.type("12/2023")
        app.key("Tab")
        app.wait(lambda: app.text_of(due) == "31/12/2023", "the date in its usual form")
        assert not app.exists("label", plain(fault.name), within=form) or not fault.name
        app.saved(path, "SELECT due FROM engagement WHERE id = ?1", "2023-12-31", target)

        # --- the signatories, by the keyboard ---
        parties = value(path, "SELECT group_concat (party, ' ') FROM (SELECT party FROM engagement_party WHERE engagement"
                        " = ?1 ORDER BY party)", target)
        uimm = value(path, "SELECT id FROM party WHERE short_name = 'UIMM'")
        industry = value(path, "SELECT id FROM party WHERE short_name = 'Industrie'")
        picker = app.find("filler", "Signataires", within=form)
        app.focus(app.find_all("push button", "Signataires", within=picker)[-1])
        app.key("space")
        app.find("push button", "Effacer")
        app.click(app.find("push button", "Effacer"))
        app.focus(app.find("entry", re.compile("^Rechercher : ")))
        app.type("indus")
        app.key("Return")
        app.key("ctrl+a")
        app.type("uimm")
        app.key("Return", "Escape")
        app.gone("push button", "Effacer")
        app.saved(path, "SELECT group_concat (party, ' ') FROM (SELECT party FROM engagement_party WHERE engagement"
                  " = ?1 ORDER BY party)", " ".join(str(i) for i in sorted((uimm, industry))), target)
        assert parties

        # --- filters ---
        everything = rows(app)
        count = value(path, "SELECT count (*) FROM engagement WHERE axis = ?1", axis4)
        assert len(everything) == count, (len(everything), count, everything)
        bar = app.find("filler", "CopilFilterBar", within=page)
        status = app.find("combo box", "Statut", within=bar)
        app.choose(status, 1)
        expect_rows(app, "copil_late (status, due)", "late")
        app.choose(status, 4)
        expect_rows(app, "status = 'done'", "done")
        app.choose(status, 0)
        app.wait(lambda: len(rows(app)) == len(everything), "everything again")

        def open_filters():
            """The popover is gone from the tree as long as it is closed."""
            app.wait(lambda: not app.exists("combo box", "Ce qui manque") or app.key("Escape"), "the filters closed")
            app.click(app.find("push button", re.compile("^Filtres"), within=bar))
            app.find("combo box", "Ce qui manque")

        def choose(tabs, place):
            """In the popover, where the keyboard is on the signatory first."""
            open_filters()
            app.key(*["Tab"] * tabs, "space", "Home", *["Down"] * place, "Return", "Escape")

        for step, (sql, what) in enumerate((("due IS NULL", "no date"), ("lead IS NULL", "no pilote"),
                                            ("coalesce (status, '') NOT IN ('done', 'abandoned') AND coalesce (reviewed, '')"
                                             " < '2023-03-15'", "no news")), 1):
            choose(2, step)
            expect_rows(app, sql, what)
        choose(2, 0)
        choose(1, 1)
        year = value(path, "SELECT min (priority) FROM engagement")
        expect_rows(app, f"priority = {year}", "priority of the year")
        choose(1, 0)
        open_filters()
        app.key("space")
        app.find("entry", "Rechercher : Signataires")
        app.type("industrie")
        app.key("Return", "Escape")
        expect_rows(app, f"id IN (SELECT engagement FROM engagement_party WHERE party = {industry})", "by party")
        app.click(app.find("push button", "Tout réafficher", within=bar))
        app.wait(lambda: len(rows(app)) == len(everything), "everything again")

        # --- words, without accents ---
        app.key("ctrl+f")
        app.type("METIERS")
        wanted = sum("métiers" in " ".join(str(v) for v in row).lower() for row in query(
            path, "SELECT coalesce (label, ''), text, coalesce (note, ''), coalesce (territory, '') FROM engagement"
            " WHERE axis = ?1", axis4))
        assert 0 < wanted < len(everything), wanted
        app.wait(lambda: len(rows(app)) == wanted, f"{wanted} rows with the word")
        app.key("ctrl+a", "BackSpace")
        app.wait(lambda: len(rows(app)) == len(everything), "everything again")

        # --- a click on the header sorts by date, another the other way round ---
        def dates():
            return [re.sub(r".*?(\d\d)/(\d\d)/(\d{4}).*", r"\3-\2-\1", " ".join(r)) for r in rows(app)
                    if re.search(r"\d\d/\d\d/\d{4}", " ".join(r))]
        header = app.find("label", "Échéance", within=app.find("tree table", within=page))
        app.point(header)
        app.wait(lambda: dates() == sorted(dates()) and len(set(dates())) > 3, "the list in the order of the dates")
        app.point(header)
        app.wait(lambda: dates() == sorted(dates(), reverse=True), "the list in the other order")
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
    data = show(binary, path)
    one = next(e for a in data["axes"] for m in a["measures"] for e in m["engagements"] if e["id"] == target)
    assert one["due"] == "2023-12-31", one
print("ok: axes")
