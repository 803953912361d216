# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the README's and the metainfo's screenshots: the real window, on a copy of the UIMM example, in French and in
the light style. Run by `./run screenshots` through the window tests' harness: harness.py make.py BUILD OUT."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from harness import Copil

WIDTH, HEIGHT = 1280, 800
FRAME = 5  # what GTK draws around a window where there is no compositor; the X screen is larger by as much


def shot(app, out, name):
    """The window within its frame, without the clock and the comments that would differ each time."""
    path = Path(out, name + ".png")
    subprocess.run(["xdotool", "mousemove", str(WIDTH + FRAME), str(HEIGHT + FRAME)], check=True)  # no hover, no tooltip
    time.sleep(1.5)
    subprocess.run(["import", "-window", "root", "-crop", f"{WIDTH}x{HEIGHT}+{FRAME}+{FRAME}", "+repage", "-strip",
                    "-define", "png:exclude-chunks=date,time,tEXt", "-define", "png:compression-level=9", str(path)], check=True)
    colours = int(subprocess.run(["identify", "-format", "%k", str(path)], text=True, stdout=subprocess.PIPE, check=True).stdout)
    if colours < 50:
        sys.exit(f"{path} is empty: {colours} colours")
    if shutil.which("optipng"):
        subprocess.run(["optipng", "-quiet", "-o4", "-strip", "all", str(path)], check=True)
    print(path, path.stat().st_size, "bytes")


def settings(home):
    """The size of the window as it was left, for there is no window manager to maximise it."""
    path = Path(home, "config", "glib-2.0", "settings", "keyfile")
    path.parent.mkdir(parents=True)
    path.write_text(f"[fr/copil/Copil]\nwindow-width={WIDTH + 2 * FRAME}\nwindow-height={HEIGHT + 2 * FRAME}\n")


def pages(app, out):
    """With the mouse alone: the keyboard would leave a ring around what has the focus."""
    shot(app, out, "overview")
    app.point(app.find("label", "Axes"))
    app.point(app.find("page tab", re.compile("^4 · ")))
    engagements = app.find("filler", "CopilEngagementList")
    app.point(app.find("label", re.compile("^Associer familles"), within=engagements))
    shot(app, out, "axis")
    app.point(app.find("label", "Fiches action"))
    app.point(app.find("label", re.compile("Mentorat et industrie"), within=app.page("CopilFichesPage")))
    shot(app, out, "fiches")
    app.point(app.find("label", "Réunions"))
    meetings = app.page("CopilMeetingsPage")
    app.point(app.find("label", re.compile("^12 décembre 2023"), within=meetings))
    app.point(app.find("push button", "Décisions", within=meetings))
    shot(app, out, "meetings")


def main(build, out):
    folder = tempfile.mkdtemp(prefix="copil-shots-")
    file = Path(folder, "uimm.copil")
    shutil.copy(Path(build, "data", "examples", "uimm.copil"), file)
    file.chmod(0o644)
    settings(Path(folder, "home"))
    app = Copil(f"{build}/prefix/bin/copil", [str(file)], home=f"{folder}/home")
    app.environment.update({"GSETTINGS_BACKEND": "keyfile", "ADW_DEBUG_COLOR_SCHEME": "prefer-light",
                            "XDG_DATA_DIRS": f"{build}/prefix/share:/usr/local/share:/usr/share"})
    try:
        with app:
            pages(app, out)
            complaints = app.criticals()
            if complaints:
                sys.exit("\n".join(complaints))
            app.close()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(*(str(Path(argument).resolve()) for argument in sys.argv[1:3]))
