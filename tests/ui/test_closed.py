# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting whose minutes are validated stays as it is in the list of meetings too; what undo brings back is selected;
the keys of the pages work from their lists.

    test_closed.py COPIL uimm.copil
"""
import os
import re
import subprocess
import sys

from harness import Copil, place

binary, example = sys.argv[1:3]
CLOSED = "Comité de pilotage annuel 2022"
OPEN = "Comité de pilotage de printemps 2024"

with place(example) as path:
    home = os.path.join(os.path.dirname(path), "home")
    with Copil(binary, [path], home=home) as app:
        app.find("frame", re.compile("UIMM"))

        # --- Alt+2: the keyboard is on the list of the axis ---
        app.key("alt+2")
        page = app.page("CopilAxesPage")
        app.wait(lambda: app.focused(app.page("CopilEngagementList")), "the keyboard in the list of the axis")

        # --- a validated meeting: not deleted, but duplicated ---
        app.key("alt+4")
        page = app.page("CopilMeetingsPage")
        row = app.find("label", CLOSED, within=app.page("CopilMeetingList"))
        app.point(row)
        app.find("label", "Compte rendu : Validé")
        n = len(app.find_all("label", CLOSED, within=app.page("CopilMeetingList"), unseen=True))
        app.key("Delete")
        app.find("label", re.compile("est validé|are validated"))
        assert len(app.find_all("label", CLOSED, within=app.page("CopilMeetingList"), unseen=True)) == n, "it is deleted"
        app.key("ctrl+d")
        app.find("label", "Compte rendu : Brouillon")

        # --- deleted, brought back, and selected again ---
        app.point(app.find("label", OPEN, within=app.page("CopilMeetingList")))
        app.find("label", OPEN, within=app.page("CopilMeetingView"))
        app.point(app.find("label", OPEN, within=app.page("CopilMeetingList")))
        app.key("Delete")
        app.wait(lambda: not app.exists("label", OPEN, within=app.page("CopilMeetingList")), "the meeting away")
        app.key("ctrl+z")
        app.find("label", OPEN, within=app.page("CopilMeetingList"))
        app.find("label", OPEN, within=app.page("CopilMeetingView"))

        # --- the next part of the meeting, from the list ---
        app.point(app.find("label", OPEN, within=app.page("CopilMeetingList")))
        shown = {name for name in ("CopilAttendance", "CopilMeetingProposalPart", "CopilMeetingNotes") if app.exists("filler", name)}
        app.key("alt+Page_Down")
        app.wait(lambda: {name for name in ("CopilAttendance", "CopilMeetingProposalPart", "CopilMeetingNotes")
                          if app.exists("filler", name)} != shown, "the next part of the meeting")

        # --- the sitting in the largest letters: its closing keeps within the window ---
        app.point(app.find("label", OPEN, within=app.page("CopilMeetingList")))
        app.key("F5")
        sitting = app.page("CopilSittingMode")
        app.find("filler", "CopilAttendance", within=sitting)
        app.key(*["ctrl+plus"] * 8)
        # The steps: the attendance, the points of the agenda, the reading again, the closing.
        app.wait(lambda: app.exists("filler", "CopilSittingClosing") or app.key("ctrl+Next"), "the closing")
        box, room = app.place_of(app.find("filler", "CopilSittingClosing")), app.place_of(sitting)
        assert box.x + box.width <= room.x + room.width, (box, room)
        app.key(*["ctrl+minus"] * 8)
        app.key("Escape")

        # --- a validated meeting is read from afar as well: its attendance is no paler than what can be typed ---
        app.point(app.find_all("label", CLOSED, within=app.page("CopilMeetingList"))[-1])  # not the copy
        app.find("label", "Compte rendu : Validé")
        app.key("F5")
        attendance = app.find("filler", "CopilAttendance", within=app.page("CopilSittingMode"))
        place_of_name = app.place_of(app.find("label", re.compile("Carpentier"), within=attendance))
        picture = os.path.join(os.path.dirname(path), "closed.png")
        app.screenshot(picture)
        darkest = subprocess.run(
            ["convert", picture, "-crop", "{0.width}x{0.height}+{0.x}+{0.y}".format(place_of_name), "-colorspace", "gray",
             "-format", "%[fx:minima]", "info:"], check=True, capture_output=True, text=True).stdout
        assert float(darkest) < 0.35, f"the names are pale: {darkest}"
        assert not app.criticals(), app.criticals()
print("ok: closed")
