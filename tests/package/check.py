# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that the desktop, the packagers and the translators see. One check a call: check.py NAME."""
import argparse
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

APP_ID = "fr.copil.Copil"
MIME_TYPE = "application/vnd.copil+sqlite3"
SKIP = 77
source = build = None
# Another one breaks some lines elsewhere.
CLANG_FORMAT = "14"


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIP)


def need(tool):
    if shutil.which(tool) is None:
        skip(f"{tool} is not installed")


def run(*command, **options):
    """The command's output; ends the check with it where the command fails."""
    env = {**os.environ, "LC_ALL": "C.UTF-8", **options.pop("env", {})}
    got = subprocess.run([str(word) for word in command], env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    if got.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit status {got.returncode}\n{got.stdout}")
    return got.stdout


def fail_on(problems):
    problems = list(problems)
    if problems:
        sys.exit("\n".join(str(problem) for problem in problems))


def tracked():
    """The paths of the tree, as git lists them, or else as the folder has them."""
    if shutil.which("git") and (source / ".git").exists():
        got = subprocess.run(["git", "-c", "safe.directory=*", "-C", str(source), "ls-files", "-z"], stdout=subprocess.PIPE, check=True)
        names = [name for name in got.stdout.decode().split("\0") if name]
    else:
        names = [str(path.relative_to(source)) for path in source.rglob("*") if path.is_file()]
        names = [name for name in names if not name.startswith((".git/", "build"))]
    return [name for name in names if (source / name).is_file()]


def text_of(name):
    data = (source / name).read_bytes()
    return None if b"\0" in data else data.decode("utf-8")


def catalogue_is_complete(path):
    need("msgfmt")
    figures = run("msgfmt", "--check", "--statistics", "-o", os.devnull, path)
    print(figures)
    if "fuzzy" in figures or "untranslated" in figures or not re.search(r"[1-9]\d* translated message", figures):
        sys.exit(f"{path} is not complete")


def french_typography(path):
    """Straight apostrophes and ordinary spaces where French wants others, in the translations of a catalogue."""
    need("msgconv")
    plain = run("msgcat", "--no-wrap", "--no-location", path)
    wrong = []
    for line in plain.splitlines():
        if not line.startswith("msgstr") or "msgstr" in line and line.endswith('""'):
            continue
        words = re.sub(r"<key>[^<]*</key>|<[^>]*>|https?://\S+|&\w+;", "", line.split('"', 1)[1].rsplit('"', 1)[0])
        if re.search(r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]| [;:!?»]|« |[A-Za-zÀ-ÿ][!?;»](?!\w)", words) and "=" not in words and not re.search(r"\w;\w", words):
            wrong.append(f"{path}: {line}")
    fail_on(wrong)


def check_desktop_entry():
    need("desktop-file-validate")
    path = build / "data" / f"{APP_ID}.desktop"
    print(run("desktop-file-validate", path))
    text = path.read_text(encoding="utf-8")
    for wanted in (f"MimeType={MIME_TYPE};", f"Icon={APP_ID}", "Exec=copil %f", "Comment[fr]=", "Keywords[fr]="):
        if wanted not in text:
            sys.exit(f"{path} lacks {wanted}")


def check_metainfo():
    need("appstreamcli")
    path = build / "data" / f"{APP_ID}.metainfo.xml"
    print(run("appstreamcli", "validate", "--no-net", "--no-color", path))
    root = ET.parse(path).getroot()
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    untranslated = [
        node.text for node in root.iter() if node.tag in ("p", "li", "caption", "summary") and node.get(lang) is None and node.text and node.text.strip()
    ]
    french = [node for node in root.iter() if node.get(lang) == "fr" and node.tag in ("p", "li", "caption", "summary")]
    if not untranslated or len(french) != len(untranslated):
        sys.exit(f"{path}: {len(untranslated)} sentences, {len(french)} of them in French")
    version = re.search(r"version: '([^']*)'", (source / "meson.build").read_text())[1]
    if root.find("releases/release").get("version") != version:
        sys.exit(f"{path}: the newest release is not {version}")


def check_metainfo_screenshots():
    root = ET.parse(source / "data" / f"{APP_ID}.metainfo.xml.in").getroot()
    readme = (source / "README.md").read_text(encoding="utf-8")
    images = root.findall("screenshots/screenshot/image")
    problems = [] if images else ["the metainfo has no screenshot"]
    for image in images:
        name = "data/screenshots/" + image.text.rsplit("/", 1)[1]
        path = source / name
        if not image.text.endswith(name):
            problems.append(f"{image.text} is not in data/screenshots")
        elif not path.exists():
            problems.append(f"{name} is named in the metainfo and is not there: ./run screenshots makes it")
        else:
            head = path.read_bytes()[:24]
            size = struct.unpack(">II", head[16:24])
            if head[:8] != b"\x89PNG\r\n\x1a\n" or size != (int(image.get("width")), int(image.get("height"))):
                problems.append(f"{name} is no PNG of the size that the metainfo says: {size}")
        if name not in readme:
            problems.append(f"README.md does not show {name}")
    fail_on(problems)


def check_mime_description():
    need("xmllint")
    path = build / "data" / f"{APP_ID}.xml"
    run("xmllint", "--noout", path)
    text = path.read_text(encoding="utf-8")
    for wanted in (f'type="{MIME_TYPE}"', '<comment xml:lang="fr">', 'pattern="*.copil"', "COPL"):
        if wanted not in text:
            sys.exit(f"{path} lacks {wanted}")


def check_mime_recognition():
    """GIO, with our description beside the system's, knows a built convention by its bytes and by its name."""
    need("update-mime-database")
    need("gio")
    examples = sorted((build / "data" / "examples").glob("*.copil"))
    if not examples:
        skip("no example was built")
    system = Path("/usr/share/mime/packages/freedesktop.org.xml")
    if not system.exists():
        skip("the system has no MIME database to put ours beside")
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder, "mime", "packages")
        packages.mkdir(parents=True)
        shutil.copy(system, packages)
        shutil.copy(build / "data" / f"{APP_ID}.xml", packages)
        run("update-mime-database", Path(folder, "mime"))
        other = Path(folder, "other.bin")
        run(sys.executable, "-c", "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('CREATE TABLE t (x)'); db.commit()", other)
        env = {"XDG_DATA_DIRS": folder, "XDG_DATA_HOME": folder}
        cases = [(example, MIME_TYPE) for example in examples]
        bare = Path(folder, "no-ending")
        shutil.copy(examples[0], bare)
        named = Path(folder, "named.copil")
        named.write_bytes(b"not yet a database")
        cases += [(bare, MIME_TYPE), (other, "application/vnd.sqlite3")]
        for path, wanted in cases:
            got = run("gio", "info", "-a", "standard::content-type,standard::fast-content-type", path, env=env)
            if f"standard::content-type: {wanted}\n" not in got:
                sys.exit(f"{path}: not {wanted} but\n{got}")
        got = run("gio", "info", "-a", "standard::fast-content-type", named, env=env)
        if f"standard::fast-content-type: {MIME_TYPE}\n" not in got:
            sys.exit(f"{named}: its name alone is not known\n{got}")


def check_schema():
    need("glib-compile-schemas")
    print(run("glib-compile-schemas", "--strict", "--dry-run", source / "data"))
    schema = ET.parse(source / "data" / f"{APP_ID}.gschema.xml").getroot()
    fail_on(f"key {key.get('name')} has no summary" for key in schema.iter("key") if not (key.findtext("summary") or "").strip())
    used = set()
    for path in [*(source / "src").rglob("*.c"), *(source / "src").rglob("*.ui")]:
        if "setting" in (text := path.read_text(encoding="utf-8")):
            used |= set(re.findall(r'g_settings_(?:get|set|bind|create_action|reset)\w* \([^",]*, *"([a-z-]+)"', text))
    fail_on(f"the sources use the key {name}, which the schema lacks" for name in sorted(used - {key.get("name") for key in schema.iter("key")}))


def check_icons():
    need("rsvg-convert")
    icons = sorted((source / "data" / "icons").glob("*.svg"))
    if {icon.name for icon in icons} < {f"{APP_ID}.svg", f"{APP_ID}-symbolic.svg"}:
        sys.exit("an icon is missing")
    for icon in icons:
        size = "16" if icon.stem.endswith("-symbolic") else "128"
        root = ET.parse(icon).getroot()
        if (root.get("width"), root.get("height")) != (size, size):
            sys.exit(f"{icon} is not {size} pixels wide and high")
        with tempfile.NamedTemporaryFile(suffix=".png") as out:
            run("rsvg-convert", "-w", "32", "-h", "32", icon, "-o", out.name)
            if os.path.getsize(out.name) < 150:
                sys.exit(f"{icon} draws nothing")


def check_help():
    need("yelp-check")
    need("xsltproc")
    pages = sorted((source / "help" / "C").glob("*.page"))
    listed = re.findall(r"'([\w-]+\.page)'", (source / "help" / "meson.build").read_text())
    if [page.name for page in pages] != sorted(listed):
        sys.exit("help/meson.build does not list the pages of help/C")
    for word in ("validate", "links", "orphans"):
        output = run("yelp-check", word, *([source / "help" / "C"] if word != "validate" else pages)).strip()
        if output:
            sys.exit(f"yelp-check {word}:\n{output}")


def check_help_translation():
    """help/fr is complete, says what the English pages say today, and makes valid pages."""
    catalogue = source / "help" / "fr" / "fr.po"
    catalogue_is_complete(catalogue)
    french_typography(catalogue)
    need("itstool")
    need("xmllint")
    pages = sorted((source / "help" / "C").glob("*.page"))
    with tempfile.TemporaryDirectory() as folder:
        template, merged, compiled = (Path(folder, name) for name in ("help.pot", "fr.po", "fr.mo"))
        run("itstool", "-o", template, *pages)
        run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, catalogue, template)
        catalogue_is_complete(merged)
        run("msgfmt", "-o", compiled, merged)
        out = Path(folder, "fr")
        out.mkdir()
        run("itstool", "-m", compiled, "-l", "fr", "-o", out, *pages)
        for page in pages:
            run("xmllint", "--noout", out / page.name)
        if "Réunions" not in (out / "meetings.page").read_text(encoding="utf-8"):
            sys.exit("the French pages are not in French")


def check_translation():
    """po/fr.po is complete, and says what the sources say today."""
    catalogue = source / "po" / "fr.po"
    catalogue_is_complete(catalogue)
    french_typography(catalogue)
    need("xgettext")
    with tempfile.TemporaryDirectory() as folder:
        template, merged = Path(folder, "copil.pot"), Path(folder, "fr.po")
        glib = ["--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dngettext:2,3", "--keyword=ngettext:1,2", "--add-comments"]
        run("xgettext", "--from-code=UTF-8", *glib, "-f", source / "po" / "POTFILES.in", "-D", source, "-o", template)
        run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, catalogue, template)
        catalogue_is_complete(merged)


def check_translated_sources():
    """POTFILES.in names every file with a sentence to translate, and no other."""
    listed = {line for line in (source / "po" / "POTFILES.in").read_text().splitlines() if line and not line.startswith("#")}
    marked = re.compile(r"\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?) ?\(")
    wanted = {name for name in listed if name.startswith("data/")}
    for name in tracked():
        if name.startswith("src/"):
            text = text_of(name) or ""
            if name.endswith((".c", ".h")) and marked.search(text) or name.endswith(".ui") and re.search('translatable="(?:yes|true)"', text):
                wanted.add(name)
    tracked_now = set(tracked())
    fail_on([f"{name} has sentences to translate and is not in POTFILES.in: ./run pot" for name in sorted(wanted - listed)]
            + [f"POTFILES.in names {name}, which has none" for name in sorted(listed - wanted) if name in tracked_now or not (source / name).exists()])


def check_flatpak():
    try:
        import yaml
    except ImportError:
        skip("Python has no yaml module")
    manifest = yaml.safe_load((source / "flatpak" / f"{APP_ID}.yml").read_text(encoding="utf-8"))
    problems = []
    if manifest["id"] != APP_ID or manifest["command"] != "copil" or manifest["runtime"] != "org.gnome.Platform":
        problems.append("the manifest is not Copil's")
    for argument in manifest["finish-args"]:
        if "network" in argument or "filesystem" in argument or "talk-name" in argument:
            problems.append(f"the sandbox is opened: {argument}")
    for module in manifest["modules"]:
        for part in module["sources"]:
            if part["type"] == "archive" and not (part["url"].startswith("https://") and re.fullmatch("[0-9a-f]{64}", part["sha256"])):
                problems.append(f"{module['name']}: an archive without its checksum")
    if manifest["modules"][-1]["name"] != "copil":
        problems.append("the last module is not Copil itself")
    fail_on(problems)


def check_tree():
    """No registry's host, no path of a machine, no left mark, a licence line in every source file."""
    host = re.compile(r"\b(?:deb|security|snapshot)\.debian\.org|\barchive\.ubuntu\.com|\bpypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|\bcrates\.io|proxy\.golang\.org")
    machine = re.compile(r"(?<![\w.])/(?:home|root|Users|work|workspace|mnt)/[A-Za-z]")
    mark = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
    problems = []
    for name in tracked():
        # Inputs of the readers may be in any letters.
        if name in ("COPYING", "tests/package/check.py") or name.startswith(("tests/fuzz/corpus/", "tests/fixtures/conventions/")):
            continue
        text = text_of(name)
        if text is None:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if host.search(line):
                problems.append(f"{name}:{number}: names a package registry's host")
            if machine.search(line):
                problems.append(f"{name}:{number}: a path of one machine: {line.strip()}")
            if mark.search(line) and not name.endswith((".po", ".sql")):
                problems.append(f"{name}:{number}: a left mark")
        if name.endswith((".c", ".h", ".def", ".py", ".ui", ".sql", "meson.build")) and "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(text.splitlines()[:3]):
            problems.append(f"{name}: no licence line")
        if name.endswith((".c", ".h", ".def", ".py")) and len(text.splitlines()) > 800:
            problems.append(f"{name}: over 800 lines")
    fail_on(problems)


def check_shortcuts():
    """The shortcuts window and the help name the same keys, and every accelerator of the program is in both."""
    def keys_of(accelerator):
        """"<Control><Shift>n" as the set of its keys; what GTK calls "question" is on the key as "?"."""
        names = {"control": "ctrl", "primary": "ctrl", "return": "enter", "question": "?", "comma": ",", "kp_enter": "enter", "isopen": ""}
        words = re.findall(r"<(\w+)>|([^<>]+)", accelerator)
        parts = [(modifier or key).strip().lower() for modifier, key in words]
        return frozenset(names.get(part, part).replace("_", " ") for part in parts)

    def spread(accelerator):
        """"<Alt>1...6" names each of them; several with a blank between stand side by side."""
        keys = []
        for one in accelerator.split():
            several = re.match(r"(.*)(\d)\.\.\.(\d)$", one)
            keys += [several[1] + str(n) for n in range(int(several[2]), int(several[3]) + 1)] if several else [one]
        return keys

    window = {keys_of(one)
              for node in ET.parse(source / "src/ui/app/copil-shortcuts.ui").iter("property") if node.get("name") == "accelerator"
              for one in spread(node.text)}
    mallard = "{http://projectmallard.org/1.0/}"
    help_keys = set()
    for cell in ET.parse(source / "help/C/shortcuts.page").iter(f"{mallard}td"):
        sequences = [frozenset(key.text.lower() for key in one.iter(f"{mallard}key")) for one in cell.iter(f"{mallard}keyseq")]
        within = {key for one in cell.iter(f"{mallard}keyseq") for key in one.iter(f"{mallard}key")}
        sequences += [frozenset([key.text.lower()]) for key in cell.iter(f"{mallard}key") if key not in within]
        if len(sequences) > 1 and "…" in "".join(cell.itertext()):
            first, last = [next(int(key) for key in one if key.isdigit()) for one in sequences[:2]]
            others = {key for key in sequences[0] if not key.isdigit()}
            sequences[:2] = [frozenset(others | {str(n)}) for n in range(first, last + 1)]
        help_keys |= set(sequences)
        if "arrow keys" in "".join(cell.itertext()):
            help_keys |= {frozenset([key]) for key in ("left", "right", "up", "down")}
    # The keys of the states are the initials of their words, in the language of the window.
    letters = {one for one in help_keys if len(one) == 1 and len(next(iter(one))) == 1 and next(iter(one)).isalpha()}
    accelerators = re.findall(r'\{ "(?:win|app)\.[\w-]+(?:\([^)]*\)|::\w+)?", \{ "([^"]+)"', text_of("src/ui/app/copil-application.c"))
    if len(window) < 20 or len(help_keys) < 20 or len(accelerators) < 8:
        sys.exit(f"only {len(window)}, {len(help_keys)} and {len(accelerators)} shortcuts found: the check no longer reads them")
    show = lambda keys: "+".join(sorted(keys))  # noqa: E731
    fail_on([f"{show(keys)} is in the help, not in the shortcuts window" for keys in sorted(help_keys - letters - window, key=show)]
            + [f"{show(keys)} is in the shortcuts window, not in the help" for keys in sorted(window - help_keys, key=show)]
            + [f"{one} works, and is not in the shortcuts window" for one in accelerators if keys_of(one) not in window])


def check_layers():
    """Nothing below ui includes GTK; what text is read by stands in the table of rules."""
    regex = re.compile(r"\bg_regex_(?:new|match_simple|split_simple)\b|\bGRegex\b")
    toolkit = re.compile(r"#\s*include\s*<(?:gtk|gdk(?!-pixbuf/)|adwaita|libadwaita)")
    fail_on([
        f"{name}: includes GTK below ui"
        for name in tracked()
        if name.startswith("src/") and name.endswith((".c", ".h")) and not name.startswith("src/ui/") and name != "src/main.c" and toolkit.search(text_of(name) or "")
    ] + [
        f"{name}: an expression outside src/text/rules"
        for name in tracked()
        if name.startswith("src/text/") and not name.startswith("src/text/rules/") and name.endswith((".c", ".h")) and regex.search(text_of(name) or "")
    ])


def check_sql():
    """The window reads by the rooms below it, and has no statement of its own; what is changed is changed by copil_store_do()."""
    statement = re.compile(r'"(?:[^"\\\n]|\\.)*\b(?:SELECT|INSERT (?:OR \w+ )?INTO|DELETE FROM|UPDATE .*\bSET)\b')
    query = re.compile(r'#\s*include\s*[<"]copil-query\.h[>"]')
    by_hand = re.compile(r"\bcopil_store_(?:begin|begin_aside|commit|rollback|end) \(")
    problems = []
    for name in tracked():
        if not name.startswith("src/") or name.startswith("src/store/") or not name.endswith((".c", ".h")):
            continue
        text = text_of(name) or ""
        window = name.startswith("src/ui/")
        found = [what for pattern, what, here in ((statement, "has an SQL statement", window), (query, "includes copil-query.h", window),
                                                  (by_hand, "begins or ends a transaction by hand", True)) if here and pattern.search(text)]
        if found:
            problems.append(f"{name}: {' and '.join(found)}")
    fail_on(problems)


def check_format():
    """The sources are as clang-format leaves them: ./run format."""
    need("clang-format")
    major = re.search(r"version (\d+)", run("clang-format", "--version"))[1]
    if major != CLANG_FORMAT:
        skip(f"clang-format {major} formats otherwise than {CLANG_FORMAT}")
    names = [source / name for name in tracked() if name.startswith(("src/", "tests/")) and name.endswith((".c", ".h"))]
    got = subprocess.run(["clang-format", "--dry-run", "-Werror", *names], text=True, stderr=subprocess.PIPE)
    wrong = sorted({str(Path(found).relative_to(source)) for found in re.findall(r"^(\S+?):\d+:\d+: error", got.stderr, re.MULTILINE)})
    fail_on(f"{name} is not as ./run format leaves it" for name in wrong)
    if got.returncode != 0:
        sys.exit(got.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("name")
    arguments = parser.parse_args()
    source, build = arguments.source.resolve(), arguments.build.resolve()
    globals()["check_" + arguments.name.replace("-", "_")]()
