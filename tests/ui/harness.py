# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window over the accessibility bus, under Xvfb and a session bus of its own.

    with Copil(binary, [file]) as app:
        app.click(app.find("list item", "Axes"))

A test is run as `harness.py TEST.py COPIL …`: this starts the X server and the bus, and the test in them. Exits with 77
where a tool is missing.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NEEDED = ("Xvfb", "dbus-run-session", "xdotool")
TIMEOUT = 20.0 * float(os.environ.get("MESON_TEST_TIMEOUT_MULTIPLIER", "1") or 1)


def locale_name():
    """French dates and numbers where the system has the locale; the words are French all the same."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().split()
    return "fr_FR.UTF-8" if "fr_fr.utf8" in known else "C.UTF-8"


def plain(text):
    """Without the no-break spaces of French typography."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class Copil:
    """One running program and the folder it lives in."""

    def __init__(self, binary, arguments=(), home=None, today="2024-03-15", environment=None, wrapper=()):
        self.home = home or tempfile.mkdtemp(prefix="copil-ui-")
        self.owns_home = home is None
        self.binary = os.path.abspath(binary)
        self.arguments = list(arguments)
        self.wrapper = list(wrapper)
        self.environment = dict(
            os.environ,
            HOME=self.home,
            XDG_CONFIG_HOME=os.path.join(self.home, "config"),
            XDG_DATA_HOME=os.path.join(self.home, "data"),
            XDG_STATE_HOME=os.path.join(self.home, "state"),
            XDG_CACHE_HOME=os.path.join(self.home, "cache"),
            GSETTINGS_BACKEND="memory",
            GTK_A11Y="atspi",
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            COPIL_TODAY=today,
            LANG="fr_FR.UTF-8",
            LC_ALL=locale_name(),
            LANGUAGE="fr",
            GTK_USE_PORTAL="0",
            **(environment or {}),
        )
        self.process = None
        self.node = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, failure, *_):
        if failure and os.environ.get("COPIL_TEST_SHOTS"):
            self.screenshot(os.path.join(os.environ["COPIL_TEST_SHOTS"], "failure.png"))
            print(self.output(), file=sys.stderr)
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.owns_home:
            shutil.rmtree(self.home, ignore_errors=True)

    # --- the process ---

    def start(self):
        import pyatspi

        self.pyatspi = pyatspi
        self.log = open(os.path.join(self.home, "log.txt"), "ab")
        self.process = subprocess.Popen(
            self.wrapper + [self.binary] + self.arguments, env=self.environment, stdout=self.log, stderr=self.log)
        self.node = self.wait(self._find_application, "the program on the accessibility bus")
        self.find("frame")
        self.take_focus()

    def take_focus(self):
        """There is no window manager to give the keyboard to the newest window."""
        windows = self.wait(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True,
                                                   text=True).stdout.split(), "the window on the screen")
        subprocess.run(["xdotool", "windowfocus", windows[-1]], check=False)
        time.sleep(0.3)

    def _find_application(self):
        assert self.process.poll() is None, "the program ended: " + self.output()
        desktop = self.pyatspi.Registry.getDesktop(0)
        for child in self._children(desktop):
            try:
                if child.get_process_id() == self.process.pid and child.childCount:
                    return child
            except Exception:
                continue
        return None

    def output(self):
        self.log.flush()
        return open(os.path.join(self.home, "log.txt"), errors="replace").read()

    def criticals(self):
        """What the program complained of; not what GTK 4.8 says of its own affairs, nor other processes of the desktop."""
        return [line for line in self.output().splitlines()
                if re.search(r"CRITICAL|Sanitizer|runtime error|\((?:lt-)?copil:\d+\): \S+-WARNING", line)
                and not re.search(r"Broken accounting of active state|reported positions will be wrong|GVFS|dconf", line)]

    def close(self):
        """Ctrl+W, and waits for the end."""
        self.key("ctrl+w")
        self.process.wait(TIMEOUT)
        return self.process.returncode

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    # --- looking ---

    @staticmethod
    def wait(condition, what, timeout=TIMEOUT):
        end = time.time() + timeout
        while True:
            got = condition()
            if got:
                return got
            assert time.time() < end, f"waited in vain for {what}"
            time.sleep(0.05)

    @staticmethod
    def _children(node):
        for index in range(node.childCount):
            child = node.getChildAtIndex(index)
            if child is not None:
                yield child

    def shows(self, node):
        """GTK 4.8 says "showing" of windows only: a node that has been given a place counts."""
        if not node.getState().contains(self.pyatspi.STATE_VISIBLE):
            return False
        try:
            box = node.queryComponent().getExtents(self.pyatspi.WINDOW_COORDS)
        except NotImplementedError:
            return True
        return box.width > 0 and box.height > 0

    def page(self, name):
        """The page of that type: a page that was left keeps its nodes in the tree, so look within the one that shows."""
        return self.find("filler", name)

    def find_all(self, role=None, name=None, within=None):
        """Every node that shows, with that role, and that name (a string or a compiled pattern)."""
        found, stack = [], [within or self.node]
        while stack:
            node = stack.pop()
            try:
                stack.extend(reversed(list(self._children(node))))
                if role is not None and node.getRoleName() != role:
                    continue
                if name is not None:
                    node.clearCache()
                    said = plain(node.name or "")
                    if isinstance(name, str):
                        good = said == plain(name)
                    else:
                        good = name.search(said)
                    if not good:
                        continue
                if self.shows(node):
                    found.append(node)
            except Exception:  # a node can go away while we look
                continue
        return found

    def find(self, role=None, name=None, within=None, timeout=TIMEOUT):
        got = self.wait(lambda: self.find_all(role, name, within), f"{role} {name!r}", timeout)
        return got[0]

    def exists(self, role=None, name=None, within=None):
        return bool(self.find_all(role, name, within))

    def gone(self, role=None, name=None):
        self.wait(lambda: not self.find_all(role, name), f"no more {role} {name!r}")

    # --- acting ---

    def click(self, node):
        node.queryAction().doAction(0)
        time.sleep(0.15)

    def point(self, node, x=None, y=None, button="1", clicks=1):
        """A click of the mouse in the middle of the node, or so far from its corner."""
        box = node.queryComponent().getExtents(self.pyatspi.WINDOW_COORDS)
        assert box.width > 0 and box.height > 0, f"{node.name!r} has no size"
        x = box.x + (box.width // 2 if x is None else x)
        y = box.y + (box.height // 2 if y is None else y)
        subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)
        time.sleep(0.1)
        for _ in range(clicks):
            subprocess.run(["xdotool", "click", button], check=True)
        time.sleep(0.25)

    def choose(self, drop_down, place):
        """Opens a drop-down and takes the choice at that place by the keyboard."""
        self.point(drop_down)
        self.key("Home", *["Down"] * place, "Return")

    def focus(self, node):
        node.queryComponent().grabFocus()
        time.sleep(0.15)

    def key(self, *combinations):
        for combination in combinations:
            subprocess.run(["xdotool", "key", "--clearmodifiers", combination], check=True)
            time.sleep(0.12)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)
        time.sleep(0.2)

    def set_text(self, node, text):
        node.queryEditableText().setTextContents(text)
        time.sleep(0.15)

    def text_of(self, node):
        text = node.queryText()
        return text.getText(0, -1)

    @staticmethod
    def description_of(node):
        """Asked anew, as the bus library keeps what it heard first; with plain spaces."""
        node.clearCache()
        return plain(node.description or "")

    def screenshot(self, path):
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", path], check=False)

    def dump(self, node=None, depth=0, out=sys.stderr):
        node = node or self.node
        try:
            print("  " * depth + f"{node.getRoleName()} {node.name!r} {node.description or ''}", file=out)
            for child in self._children(node):
                self.dump(child, depth + 1, out)
        except Exception as error:
            print("  " * depth + f"(gone: {error})", file=out)


def main():
    """Starts the X server and the bus, then the test in them."""
    missing = [tool for tool in NEEDED if not shutil.which(tool)]
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        missing.append("pyatspi")
    if missing:
        print("1..0 # SKIP without " + ", ".join(missing))
        sys.exit(77)
    test = os.path.abspath(sys.argv[1])
    environment = dict(os.environ, PYTHONPATH=os.path.dirname(os.path.abspath(__file__)), NO_AT_BRIDGE="0")
    environment.pop("WAYLAND_DISPLAY", None)
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    runtime = tempfile.mkdtemp(prefix="copil-run-")
    environment["XDG_RUNTIME_DIR"] = runtime
    # Xvfb chooses a free display itself: tests that start at the same time do not meet.
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", os.environ.get("COPIL_TEST_SCREEN", "1280x800") + "x24",
         "-dpi", "96", "-noreset", "-nolisten", "tcp"], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as answer:
        environment["DISPLAY"] = ":" + answer.readline().strip()
    try:
        status = subprocess.call(["dbus-run-session", "--", sys.executable, test] + sys.argv[2:], env=environment)
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(runtime, ignore_errors=True)
    sys.exit(status)


if __name__ == "__main__":
    main()
