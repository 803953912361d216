# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window over the accessibility bus, under Xvfb and a session bus of its own.

    with Copil(binary, [file]) as app:
        app.click(app.find("list item", "Axes"))

A test is run as `harness.py TEST.py COPIL …`: this starts the X server and the bus, and the test in them. Exits with 77
where a tool is missing.

Nothing is waited for by the clock. What is sent to the window is followed by `settle`: until the X server and the program
have nothing left to do; what must show is waited for. A test that fails is tried once more, and says so; not where the
program crashed, complained or ended otherwise than it should: that is no matter of the machine.
"""
import contextlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

NEEDED = ("Xvfb", "dbus-run-session", "xdotool")
# Only what fails waits so long.
TIMEOUT = 45.0 * float(os.environ.get("MESON_TEST_TIMEOUT_MULTIPLIER", "1") or 1)
# A button that is pressed over the bus acts only after that.
PRESSED = 0.27
# Cursors blink, as people have them, and do not stop after ten seconds as they do; but so slowly that they are not drawn at every
# frame: what draws all the time is never settled.
SETTINGS = ("[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=true\ngtk-cursor-blink-timeout=86400\n"
            "gtk-cursor-blink-time=20000\n")
# What GLib writes of the program, with or without a domain, and what the sanitizers and valgrind's like write.
COMPLAINT = re.compile(r"\((?:lt-)?copil:\d+\): (?:\S+-)?(?:CRITICAL|WARNING|ERROR) \*\*|Sanitizer|runtime error")


def locale_name():
    """French dates and numbers where the system has the locale; the words are French all the same."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().split()
    return "fr_FR.UTF-8" if "fr_fr.utf8" in known else "C.UTF-8"


def plain(text):
    """Without the no-break spaces of French typography."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def query(path, sql, *parameters):
    """The rows that the user's file gives, which is never written to by this."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        database.create_function("copil_late", 2, lambda status, due: int(
            bool(due) and due < "2024-03-15" and status not in ("done", "abandoned")))
        return database.execute(sql, parameters).fetchall()


def value(path, sql, *parameters):
    """The first column of the first row, or None."""
    rows = query(path, sql, *parameters)
    return rows[0][0] if rows else None


def show(binary, path):
    """What the file holds, said by the command line."""
    with tempfile.TemporaryDirectory(prefix="copil-cli-") as state:
        environment = dict(os.environ, COPIL_TODAY="2024-03-15", XDG_STATE_HOME=state, LC_ALL="C.UTF-8")
        return json.loads(subprocess.run([binary, "show", path, "--json"], capture_output=True, check=True, text=True,
                                         env=environment).stdout)


@contextlib.contextmanager
def place(example=None, name="convention.copil"):
    """A folder of one's own, with a copy of the example that may be written; gives the path of the copy."""
    folder = tempfile.mkdtemp(prefix="copil-test-")
    path = os.path.join(folder, name)
    try:
        os.mkdir(os.path.join(folder, "home"))
        if example:
            shutil.copyfile(example, path)
        yield path
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def report_crash(what):
    """Tells main() that this test is not to be tried again."""
    print("the program is at fault: " + what, file=sys.stderr)
    if os.environ.get("COPIL_TEST_CRASH"):
        with open(os.environ["COPIL_TEST_CRASH"], "a", encoding="utf-8") as out:
            out.write(what + "\n")


class Copil:
    """One running program and the folder it lives in."""

    def __init__(self, binary, arguments=(), home=None, today="2024-03-15", environment=None, wrapper=(), animations=False):
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
        )
        self.environment.update(environment or {})
        self.animations = animations  # as people have them: what slides moves for a while
        self.process = None
        self.killed = False
        self.presses = 0  # of keys, so far
        self.server = os.environ.get("COPIL_TEST_SERVER")
        self.node = None

    def __enter__(self):
        if os.environ.get("COPIL_TEST_STARTED"):
            open(os.environ["COPIL_TEST_STARTED"], "w", encoding="utf-8").close()
        try:
            self.start()
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def __exit__(self, failure, *_):
        if failure and os.environ.get("COPIL_TEST_SHOTS"):
            self.screenshot(os.path.join(os.environ["COPIL_TEST_SHOTS"], "failure.png"))
            with open(os.path.join(os.environ["COPIL_TEST_SHOTS"], "failure.txt"), "w") as out:
                self.dump(out=out)
            print(self.output(), file=sys.stderr)
        fault = self.find_fault()
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.owns_home:
            shutil.rmtree(self.home, ignore_errors=True)
        if fault:
            report_crash(fault)
            assert failure, fault

    def find_fault(self):
        """What the program did that it must never do, whatever the machine; or None."""
        if not self.process:
            return None
        if self.process.poll() and not self.killed:
            return f"it ended with {self.process.returncode}: {self.output()[-2000:]}"
        return "; ".join(self.criticals()) or None

    # --- the process ---

    def start(self):
        import pyatspi

        self.pyatspi = pyatspi
        self.killed = False
        settings = os.path.join(self.environment["XDG_CONFIG_HOME"], "gtk-4.0", "settings.ini")
        os.makedirs(os.path.dirname(settings), exist_ok=True)
        with open(settings, "w", encoding="utf-8") as out:
            out.write(SETTINGS.replace("animations=false", "animations=true") if self.animations else SETTINGS)
        self.log = open(os.path.join(self.home, "log.txt"), "ab")
        self.process = subprocess.Popen(
            self.wrapper + [self.binary] + self.arguments, env=self.environment, stdout=self.log, stderr=self.log)
        self.node = self.wait(self._find_application, "the program on the accessibility bus")
        self.find("frame")
        self.take_focus()

    def take_focus(self):
        """There is no window manager to give the keyboard to the newest window."""
        def given():
            self.settle()
            windows = self._windows()
            if not windows:
                return False
            subprocess.run(["xdotool", "windowfocus", windows[-1]], check=False, stderr=subprocess.DEVNULL)
            self.settle()
            return (self._say("xdotool", "getwindowfocus", "-f").strip() == windows[-1] and
                    self._windows()[-1:] == windows[-1:])
        self.wait(given, "the keyboard in the newest window")

    def _windows(self):
        """The windows that show, the newest last; not that of one pixel which the toolkit drags with."""
        windows = self._say("xdotool", "search", "--onlyvisible", "--name", ".").split()
        return [window for window in windows if "Geometry: 1x1\n" not in self._say("xdotool", "getwindowgeometry", window)]

    @staticmethod
    def _say(*command):
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout

    def _find_application(self):
        assert self.process.poll() is None, "the program ended: " + self.output()
        desktop = self.pyatspi.Registry.getDesktop(0)
        for child in self._children(desktop):
            try:
                if child.get_process_id() == self.process.pid and child.childCount:
                    # Nothing that changes is kept by the bus library: what it heard first would be told for ever.
                    child.set_cache_mask(self.pyatspi.Atspi.Cache.ROLE | self.pyatspi.Atspi.Cache.INTERFACES)
                    return child
            except Exception:
                continue
        return None

    def output(self):
        self.log.flush()
        return open(os.path.join(self.home, "log.txt"), errors="replace").read()

    def criticals(self):
        """What the program complained of: every critical and warning of its process, whoever's library says it, but for two that
        GTK 4.8 makes of its own: a button that its own click hides, and a scroll bar that is drawn before it has its place."""
        return [line for line in self.output().splitlines() if COMPLAINT.search(line)
                and not re.search(r"Broken accounting of active state|snapshot GtkGizmo .* without a current allocation", line)]

    def close(self):
        """Ctrl+W, and waits for the end; after a dialog the window may have to be given the keyboard again."""
        self.take_focus()
        self.key("ctrl+w")
        self.process.wait(TIMEOUT)
        return self.process.returncode

    def kill(self):
        self.killed = True
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    # --- waiting ---

    @staticmethod
    def _work(pid):
        """What the process has done so far, in nanoseconds; how often it went to sleep; and whether it is at work now or waits
        for a processor."""
        task = f"/proc/{pid}/task/{pid}/"
        try:
            with open(task + "status", encoding="ascii", errors="replace") as status:
                said = dict(line.split(":", 1) for line in status)
            with open(task + "schedstat", encoding="ascii") as work:
                return int(work.read().split()[0]), int(said["voluntary_ctxt_switches"]), said["State"].split()[0] == "R"
        except (OSError, KeyError):
            return 0, 0, False

    def settle(self, patience=10.0):
        """Waits until the X server and the program have taken in all that was sent, and drawn it: until neither does any
        work to speak of (a cursor that blinks and a file dialog tick all the time, a little). On a busy machine that is later
        than any delay one would think of. What always moves is not waited for."""
        processes = [pid for pid in (self.server, self.process.pid) if pid]
        end, calm, before, then = time.time() + patience, 0, [], 0
        while calm < 2 and time.time() < end and self.process.poll() is None:
            time.sleep(0.02)
            work, now = [self._work(pid) for pid in processes], time.time()
            # Of twenty milliseconds one and a half; who waits for a processor may only want to tick, having slept meanwhile.
            most = 75_000_000 * (now - then)
            calm = calm + 1 if len(work) == len(before) and all(
                done - did < most and (not running or slept > had_slept)
                for (done, slept, running), (did, had_slept, _) in zip(work, before)) else 0
            before, then = work, now

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
        return self.wait(lambda: self.shown(name), name)

    def shown(self, name):
        return next(self._walk("filler", name, pages=not name.endswith("Page")), None)

    def toast(self, text):
        """The toast that says so: it does not last, so nothing of the pages is looked at."""
        return self.wait(lambda: self._toast(text), f"a toast {text!r}")

    def no_toast(self, text):
        self.wait(lambda: not self._toast(text), f"no more toast {text!r}")

    def _toast(self, text):
        return next((toast for toast in self._walk("filler", "AdwToastWidget", pages=False)
                     if self.exists("label", text, within=toast)), None)

    def find_all(self, role=None, name=None, within=None, unseen=False):
        """Every node that shows, with that role, and that name (a string or a compiled pattern); with unseen, also the rows
        of a list that are out of sight."""
        return list(self._walk(role, name, within, unseen=unseen))

    def _walk(self, role=None, name=None, within=None, pages=True, unseen=False):
        """The nodes from the top down; without pages, not what is in a page other than the one that is looked for."""
        stack = [within or self.node]
        while stack:
            node = stack.pop()
            try:
                page = re.fullmatch(r"Copil\w+Page", node.name or "")
                if pages or not page:
                    stack.extend(reversed(list(self._children(node))))
                if role is not None and node.getRoleName() != role:
                    continue
                if name is not None:
                    said = plain(node.name or "")
                    if isinstance(name, str):
                        good = said == plain(name)
                    else:
                        good = name.search(said)
                    if not good:
                        continue
                if unseen or self.shows(node):
                    yield node
            except Exception:  # a node can go away while we look
                continue

    def find(self, role=None, name=None, within=None, timeout=TIMEOUT):
        """The first such node, once it stays."""
        def stays():
            node = next(self._walk(role, name, within), None)
            if node is None:
                return None
            self.settle()
            return node if self.is_there(node, role, name) else None
        return self.wait(stays, f"{role} {name!r}", timeout)

    def is_there(self, node, role=None, name=None):
        """Whether the node still is what was looked for."""
        return next(self._walk(role, name, node), None) == node

    def exists(self, role=None, name=None, within=None):
        return next(self._walk(role, name, within), None) is not None

    def gone(self, role=None, name=None, within=None):
        self.wait(lambda: not self.exists(role, name, within), f"no more {role} {name!r}")

    def focused(self, within=None):
        """The node that has the keyboard, or None; a window that is not the active one keeps its own."""
        return next((node for node in self._walk(within=within) if node.getState().contains(self.pyatspi.STATE_FOCUSED)), None)

    def typing(self, within=None):
        """The text that has the keyboard, or None."""
        node = self.focused(within)
        return node if node and node.getRoleName() == "text" else None

    def saved(self, path, sql, expected, *parameters):
        """Saves by Ctrl+S until the user's file answers the question so."""
        last = [0.0]

        def answer():
            if time.time() > last[0] + 2:
                self.key("ctrl+s")
                last[0] = time.time()
            try:
                return value(path, sql, *parameters) == expected
            except sqlite3.Error:
                return False
        self.wait(answer, f"{expected!r} in the file for: {sql} {parameters}")

    # --- acting ---

    def click(self, node):
        """Does what the node does; by the mouse where it tells of nothing, as menu buttons."""
        try:
            action = node.queryAction()
            assert action.nActions > 0
        except Exception:
            self.point(node)
            return
        self.settle()
        self.wait(lambda: action.doAction(0), f"{node.name!r} that can be pressed")
        time.sleep(PRESSED)
        self.settle()

    def act(self, do, happened, what, patience=6.0):
        """Does it until what it is for has happened: only for what may be done twice. Gives what `happened` gave."""
        for _ in range(3):
            do()
            with contextlib.suppress(AssertionError):
                return self.wait(happened, what, patience)
        return self.wait(happened, what)

    def place_of(self, node):
        """Where the node is, once it keeps to it."""
        def kept():
            boxes = []
            for _ in range(2):
                self.settle()
                boxes.append(node.queryComponent().getExtents(self.pyatspi.WINDOW_COORDS))
            one, other = ((box.x, box.y, box.width, box.height) for box in boxes)
            return boxes[0] if one == other and boxes[0].width > 0 and boxes[0].height > 0 else None
        return self.wait(kept, f"the place of {node.name!r}")

    def point(self, node, x=None, y=None, button="1", clicks=1):
        """A click of the mouse in the middle of the node, or so far from its corner."""
        box = self.place_of(node)
        x = box.x + (box.width // 2 if x is None else x)
        y = box.y + (box.height // 2 if y is None else y)
        subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)
        self.settle()
        for _ in range(clicks):
            subprocess.run(["xdotool", "click", button], check=True)
        self.settle()

    def select(self, within, text):
        """Selects the row of a list that holds that text (or matches that pattern): a click into the list, then the arrows, as GTK tells no place
        of the rows that are out of sight."""
        lists = within if within.getRoleName() == "list" else self.find("list", within=within)

        def place_of():
            rows = (self.find_all("table row", within=lists, unseen=True) or
                    self.find_all("list item", within=lists, unseen=True))
            return next(([i] for i, row in enumerate(rows) if self.find_all("label", text, within=row, unseen=True)), None)

        at = self.wait(place_of, f"the row {text!r}")[0]
        self.point(lists, 30, 20)
        self.key("Home")
        if at:
            subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "30", "--repeat", str(at), "Down"], check=True)
        self.settle()

    def reveal(self, node, within):
        """Brings a node of a form into sight by the wheel; gives the node."""
        for _ in range(60):
            at = self.place_of(node)
            pane = within.queryComponent().getExtents(self.pyatspi.WINDOW_COORDS)
            if 80 < at.y and at.y + at.height < 780:
                break
            subprocess.run(["xdotool", "mousemove", str(pane.x + 3), "400", "click", "4" if at.y <= 80 else "5"], check=True)
            self.settle()
        return node

    def choose(self, drop_down, place):
        """Opens a drop-down and takes the choice at that place by the keyboard, until the drop-down says so."""
        button = self.find("push button", within=drop_down)

        def words(node):
            return [plain(label.name) for label in self.find_all("label", within=node, unseen=True)][-1:]

        def choices():
            return self.find_all("list item", within=drop_down, unseen=True)

        def open_list():
            if not choices():
                self.focus(button)
                self.key("space")

        def choose():
            items = self.act(open_list, choices, "the choices")
            wanted.append(words(items[place]))
            self.key("Home", *["Down"] * place)
            self.wait(lambda: choices()[place].getState().contains(self.pyatspi.STATE_FOCUSED), "the choice", 6.0)
            self.key("Return")

        wanted = []
        self.act(choose, lambda: not choices() and (words(drop_down) == wanted[-1] or not self.shows(button)), "the choice")

    def focus(self, node):
        """Gives the node the keyboard; by the mouse where it does not take it from the bus, as entries."""
        self.settle()
        try:
            node.queryComponent().grabFocus()
        except Exception:
            self.point(node)
        self.settle()

    def key(self, *combinations):
        for combination in combinations:
            self.settle()
            subprocess.run(["xdotool", "key", "--clearmodifiers", combination], check=True)
            self.presses += 1
        self.settle()

    def tap(self, *combinations, pause=0.1):
        """Keys in the midst of what moves: nothing is waited for but that pause before each."""
        for combination in combinations:
            time.sleep(pause)
            subprocess.run(["xdotool", "key", "--clearmodifiers", combination], check=True)
            self.presses += 1

    def type(self, text):
        """Only what the keyboard of the X server has: for the rest it would have to change, which the program may see late."""
        assert text.isascii(), f"{text!r}: not to be typed, but set_text"
        self.settle()
        subprocess.run(["xdotool", "type", "--delay", "8", "--", text], check=True)
        self.presses += len(text)
        self.settle()

    def set_text(self, node, text):
        self.settle()
        node.queryEditableText().setTextContents(text)
        self.settle()

    def text_of(self, node):
        """GTK gives nothing of an entry for the end -1."""
        text = node.queryText()
        return text.getText(0, text.characterCount)

    @staticmethod
    def description_of(node):
        """With plain spaces."""
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


def run(test, arguments, environment):
    """One try, on a display and a bus of its own: the exit status, and what the program did that no machine excuses."""
    runtime = tempfile.mkdtemp(prefix="copil-run-")
    crash = os.path.join(runtime, "crash")
    started = os.path.join(runtime, "started")
    # Xvfb chooses a free display itself: tests that start at the same time do not meet.
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", os.environ.get("COPIL_TEST_SCREEN", "1280x800") + "x24",
         "-dpi", "96", "-noreset", "-nolisten", "tcp"], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as answer:
        display = ":" + answer.readline().strip()
    try:
        status = subprocess.call(["dbus-run-session", "--", sys.executable, test] + arguments, env=dict(
            environment, XDG_RUNTIME_DIR=runtime, DISPLAY=display, COPIL_TEST_SERVER=str(server.pid), COPIL_TEST_CRASH=crash,
            COPIL_TEST_STARTED=started))
        if status == 0 and not os.path.exists(started):
            print(f"{os.path.basename(test)}: it never started the program, and so tests nothing", file=sys.stderr)
            status = 1
        return status, os.path.exists(crash)
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(runtime, ignore_errors=True)


def main():
    """Starts the X server and the bus, then the test in them; a test that failed is tried once more."""
    missing = [tool for tool in NEEDED if not shutil.which(tool)]
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        missing.append("pyatspi")
    if missing:
        print("1..0 # SKIP without " + ", ".join(missing))
        sys.exit(77)
    test = os.path.abspath(sys.argv[1])
    name = os.path.basename(test)
    environment = dict(os.environ, PYTHONPATH=os.path.dirname(os.path.abspath(__file__)), NO_AT_BRIDGE="0")
    environment.pop("WAYLAND_DISPLAY", None)
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    status, crashed = run(test, sys.argv[2:], environment)
    # What is no test, as a benchmark, is told as it is.
    if status not in (0, 77) and name.startswith("test_") and not crashed:
        print(f"{name}: failed once, is tried again", file=sys.stderr, flush=True)
        status, crashed = run(test, sys.argv[2:], environment)
        if status == 0:
            said = f"{name}: failed once, passed when tried again"
            print(f"{'*' * 72}\n{said}\n{'*' * 72}", file=sys.stderr)
            print(said, flush=True)
        else:
            print(f"{name}: failed twice", file=sys.stderr)
    sys.exit(status)


if __name__ == "__main__":
    main()
