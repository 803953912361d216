# SPDX-License-Identifier: GPL-3.0-or-later
"""Every SQL statement in the sources can be prepared on a new file: its tables, columns and functions are there.

statements.py SOURCE PREPARE COMPILER...: macros are expanded by the compiler; a statement is a run of string literals that begins with its word.
One that is completed at run time is completed here: COMPLETIONS says by what."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SKIP = 77
WORD = re.compile(r"\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE|REPLACE)\b")
FORMAT = re.compile(r"%(?:s|d|u|li)")
TOKEN = re.compile(r"""'(?:\\.|[^'\\])+'|(?:"(?:\\.|[^"\\])*"\s*)+""")
PLACE = re.compile(rf"g_strconcat \(|{TOKEN.pattern}")
PIECE = re.compile(rf"{TOKEN.pattern}|.", re.DOTALL)
# What asks the database, or holds what is asked.
ASKS = re.compile(r"copil-query\.h|sqlite3|_SQL\b|\b(?:SELECT|INSERT|UPDATE|DELETE|REPLACE)\b")
LITERAL = re.compile(r'"((?:\\.|[^"\\])*)"')

# What whole statements go on with.
BEGINNINGS = {
    "SELECT id": " FROM decision",
    "SELECT json_object ('id', r.id": ") FROM decision r",
    "SELECT ": "r.text FROM decision r WHERE r.id = ?1",
    "SELECT 0, id FROM ": "decision",
    "SELECT f.id FROM fiche f WHERE ": "1",
}
# A part that no other statement has -> what stands for each %s in order (where DEFAULTS will not do), and what follows at the end.
COMPLETIONS = {
    "nullif (a.academie, ''), a.start, a.finish": ([], ", a.state, a.theme FROM action a LEFT JOIN theme t ON t.id = a.theme"),
    "WHERE meeting = ?1 AND version IS NULL LIMIT 1": (["validation"], ""),
    "SELECT id, meeting FROM %s ORDER BY id": (["validation"], ""),
    "UPDATE %s SET fingerprint": (["validation", "f", "1"], ""),
    "INSERT INTO %s (%s) VALUES (%s)": (["item", "title", "'t'"], ""),
    'SELECT %s FROM "%s" r%s WHERE (%s) AND NOT %s': (["r.text", "decision", " LEFT JOIN item i ON i.id = r.item", "1", "coalesce (r.confidential, 0)", "r.id"], ""),
    "SELECT id, sha256, size, length (data)": (["attachment"], ""),
    'WHERE "%s" %s AND (%s) ORDER BY id DESC': (["id", "decision", "meeting", "= ?1", "1"], ""),
    'INSERT INTO "%s" (%s) VALUES (%s)': (["decision", "text", "?1"], ""),
    "AND (position, id) %s (SELECT": (["decision", "1", "<", "decision", "DESC", "DESC"], ""),
    "ORDER BY position, id) AS rank FROM": (["decision", "decision", "1"], ""),
    'INSERT%s INTO "%s"': ([" OR IGNORE", "decision", "text"], ")"),
    'INSERT OR IGNORE INTO "%s" ("%s") VALUES (%s)': (["decision", "text", "?1"], ""),
    'FROM "%s" AS r WHERE id = ?1 AND (0': ([], ")"),
    'SELECT id FROM "%s" WHERE measure = ?': (["engagement"], ""),
    "WHERE 1%s%s ORDER BY %s%s, a.position": (["", " AND e.priority", "e.due", " DESC"], ""),
    "FROM axis a WHERE %d%s UNION ALL ": (["1", ""], "SELECT 0, id, 0, 0, 0, 0, 0 FROM engagement"),
    "SELECT sort, id FROM (%sSELECT 1 AS sort": (["", " AND e.priority", "", "", ""], ""),
    "SELECT count (*) FROM engagement e WHERE 1%s": ([" AND e.priority"], ""),
    'SELECT r.id FROM "%s" AS r, "%s" AS o': (["decision", "decision"], ""),
    'SELECT total (size) FROM "%s"': (["attachment", "meeting"], ""),
}
# A statement of any kind is tried on decisions, which belong to a meeting.
DEFAULTS = ((r'\b(FROM|INTO|UPDATE|JOIN) "%s"', r'\1 "decision"'), (r'"%s"', '"meeting"'), (r"%s", "id"), (r"%(?:d|u|li)", "1"), ("%%", "%"))


def unescape(text):
    plain = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
    return re.sub(r"\\(.)", lambda found: plain.get(found[1], found[1]), text)


def mirror(source, folder):
    """The sources without what they include of the system, which takes long to read and has no SQL."""
    ours = {path.name for path in (source / "src").rglob("*.h")}
    keep = lambda found: found[0] if found[1] in ours else ""  # noqa: E731
    for path in (source / "src").rglob("*.[ch]"):
        copy = folder / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(re.sub(r'#\s*include\s*[<"]([^>"]*)[>"]', keep, path.read_text(encoding="utf-8")), encoding="utf-8")
    return sorted(path for path in folder.rglob("*.c") if ASKS.search((source / path.relative_to(folder)).read_text(encoding="utf-8"))), sorted({str(path.parent) for path in folder.rglob("*.h")})


def expand(compiler, includes, path):
    got = subprocess.run([*compiler, "-E", "-P", "-w", '-DG_GINT64_FORMAT="li"', *[f"-I{one}" for one in includes], str(path)],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if got.returncode != 0:
        sys.exit(f"{path}: {got.stderr.decode()}")
    return got.stdout.decode()


def join(literals):
    return "".join(unescape(one) for one in LITERAL.findall(literals))


def parts_of(text, start):
    """What a call of g_strconcat puts together, from behind its bracket: of a choice the first, for what is not here what can stand there."""
    parts, depth, part = [], 0, ""
    for found in PIECE.finditer(text, start):
        piece = found[0]
        depth += (piece in "([") - (piece in ")]")
        if depth < 0 or (piece == "," and depth == 0):
            outside = LITERAL.sub("", part)
            chosen = TOKEN.search(part, part.find("?") + 1 if "?" in outside else 0)
            if chosen and ("?" in outside or not outside.strip("() \n")):
                parts.append(join(chosen[0]))
            else:
                before = "".join(parts).rstrip()
                parts.append("SELECT 1" if before.endswith("FROM (") else "1" if before.endswith(("WHERE", "(")) else "engagement" if before.endswith("JOIN") else "")
            part = ""
            if depth < 0:
                break
        else:
            part += piece
    return "".join(parts[:-1]), found.end()


def statements_of(text):
    at = 0
    while found := PLACE.search(text, at):
        if found[0].startswith("g_strconcat"):
            sql, at = parts_of(text, found.end())
        else:
            sql, at = join(found[0]) if found[0][0] == '"' else "", found.end()
        if WORD.match(sql):
            yield sql


def complete(sql, used):
    """The statement as it may be at run time."""
    if sql in BEGINNINGS:
        return sql + BEGINNINGS[sql]
    keys = [key for key in COMPLETIONS if key in sql]
    used.update(keys)
    if len(keys) > 1:
        sys.exit(f"several completions for one statement: {keys}")
    arguments, tail = COMPLETIONS[keys[0]] if keys else ([], "")
    if arguments:
        if len(FORMAT.findall(sql)) != len(arguments):
            sys.exit(f"the completion of “{keys[0]}” is for another statement: {sql}")
        left = iter(arguments)
        sql = FORMAT.sub(lambda _: next(left), sql)
    elif FORMAT.search(sql):
        for pattern, instead in DEFAULTS:
            sql = re.sub(pattern, instead, sql)
    return sql + tail


def main():
    source, prepare, compiler = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    if not compiler or shutil.which(compiler[0]) is None:
        print("skipped: there is no compiler that expands macros")
        sys.exit(SKIP)
    with tempfile.TemporaryDirectory() as folder:
        files, includes = mirror(source, Path(folder))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            texts = list(pool.map(lambda path: expand(compiler, includes, path), files))
        used = set()
        found = [(path.relative_to(folder), sql, complete(sql, used)) for path, text in zip(files, texts) for sql in dict.fromkeys(statements_of(text))]
        got = subprocess.run([prepare, folder], input="".join(done + "\0" for _, _, done in found).encode(), stdout=subprocess.PIPE, check=True)
    answers = got.stdout.decode().split("\n")[:-1]
    if len(answers) != len(found):
        sys.exit(f"{len(found)} statements, {len(answers)} answers")
    faults = [f"{path}: {answer}\n  {done}" for (path, _, done), answer in zip(found, answers) if answer]
    for key in sorted(set(COMPLETIONS) - used):
        print(f"nothing needs the completion of “{key}” any more")
    print(f"{len(found)} statements in {len({path for path, _, _ in found})} files")
    if len(found) < 300:
        faults.append("fewer than 300 statements: the test no longer finds them")
    if faults:
        sys.exit("\n".join(faults))


main()
