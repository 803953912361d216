# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the README's and the metainfo's screenshots: the real window, on a copy of the UIMM example, in French and in
the light style. Called by `./run screenshots`: make.py BUILD OUT."""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZE = "1280x800"
WAIT = 15


def outer(build, out):
    """Starts itself again inside a display and a session bus of its own, with a home that is empty."""
    with tempfile.TemporaryDirectory() as home:
        env = {
            **os.environ,
            "HOME": home,
            "XDG_CONFIG_HOME": f"{home}/config",
            "XDG_CACHE_HOME": f"{home}/cache",
            "XDG_STATE_HOME": f"{home}/state",
            "XDG_DATA_HOME": f"{home}/data",
            "XDG_RUNTIME_DIR": f"{home}/run",
            "XDG_DATA_DIRS": f"{build}/prefix/share:/usr/local/share:/usr/share",
            "LANG": "fr_FR.UTF-8",
            "LC_ALL": "fr_FR.UTF-8",
            "LANGUAGE": "fr",
            "GSETTINGS_BACKEND": "memory",
            "GTK_A11Y": "atspi",
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "COPIL_SCREENSHOTS_INNER": "1",
        }
        env.pop("WAYLAND_DISPLAY", None)
        os.mkdir(f"{home}/run", 0o700)
        (Path(home) / "Documents").mkdir()
        command = ["xvfb-run", "-a", "-s", f"-screen 0 {SIZE}x24 -dpi 96", "dbus-run-session", "--"]
        return subprocess.run([*command, sys.executable, __file__, build, out], env=env, check=False).returncode


def find(node, role, name=None):
    """The first node showing with that role name whose name `name` accepts."""
    import pyatspi

    stack = [node]
    while stack:
        at = stack.pop()
        try:
            if at.getRoleName() == role and at.getState().contains(pyatspi.STATE_SHOWING) and (name is None or name(at.name)):
                return at
            stack.extend(at.getChildAtIndex(index) for index in reversed(range(at.childCount)))
        except Exception:  # a node can go away while we look
            continue
    return None


def window_of(process):
    import pyatspi

    end = time.time() + WAIT
    while time.time() < end:
        if process.poll() is not None:
            sys.exit("copil ended before it showed a window")
        desktop = pyatspi.Registry.getDesktop(0)
        for index in range(desktop.childCount):
            application = desktop.getChildAtIndex(index)
            if application is not None and application.childCount and find(application, "frame"):
                return application
        time.sleep(0.2)
    sys.exit(f"no window within {WAIT} s")


def key(combination):
    subprocess.run(["xdotool", "key", "--clearmodifiers", combination], check=True)
    time.sleep(1)


def shot(out, name):
    """The whole screen, which the window fills, without the clock and the comments that would differ each time."""
    path = Path(out, name + ".png")
    subprocess.run(["import", "-window", "root", "-strip", "-define", "png:exclude-chunks=date,time,tEXt", str(path)], check=True)
    colours = int(subprocess.run(["identify", "-format", "%k", str(path)], text=True, stdout=subprocess.PIPE, check=True).stdout)
    if colours < 50:
        sys.exit(f"{path} is empty: {colours} colours")
    print(path)


def inner(build, out):
    file = Path(os.environ["HOME"], "Documents", "uimm.copil")
    shutil.copy(Path(build, "data", "examples", "uimm.copil"), file)
    process = subprocess.Popen([f"{build}/prefix/bin/copil", str(file)])
    try:
        window_of(process)
        time.sleep(2)
        key("alt+1")
        shot(out, "overview")
        key("alt+2")
        key("ctrl+Page_Down")
        shot(out, "axis")
        key("alt+4")
        shot(out, "meetings")
        key("alt+3")
        shot(out, "fiches")
    finally:
        process.terminate()
        process.wait(10)


if __name__ == "__main__":
    arguments = [str(Path(argument).resolve()) for argument in sys.argv[1:3]]
    sys.exit(inner(*arguments) if os.environ.get("COPIL_SCREENSHOTS_INNER") else outer(*arguments))
