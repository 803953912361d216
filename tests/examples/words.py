# SPDX-License-Identifier: GPL-3.0-or-later
"""The examples against the texts and the structures of the real conventions, where these are at hand.

Usage: words.py SCHEMAS EXAMPLES SHARED. The texts are SHARED/seeds/*.txt, their structures SHARED/gold/*.json.
Without SHARED the test is skipped (exit status 77). Titles and names may be those that were signed; every
other wording is ours, and no run of nine words of it stands in the texts.
"""
import json
import pathlib
import re
import sqlite3
import sys
import unicodedata

RUN = 9
SIGNED = {('convention', 'title'), ('axis', 'title'), ('measure', 'title'),
          ('party', 'name'), ('party', 'address'), ('party', 'representative'),
          ('person', 'name'), ('person', 'address')}
STRUCTURES = {'uimm': '001_*.json', 'cpme': '002_*.json', 'ipe': '003_*.json', 'ecti': '004_*.json',
              'france-industrie': '000_*.json'}


def words(text):
    """The words of a text, without case, accents and punctuation, ordinals as "3e"."""
    text = re.sub(r'(?<=\d)(?:\^\{)?(?:[èe]me|er)\}?', 'e', text.replace('œ', 'oe'))
    text = unicodedata.normalize('NFD', text.lower())
    text = ''.join(c for c in text if not unicodedata.combining(c))
    return re.findall(r'[a-z0-9]+', text)


def load(schema, example):
    db = sqlite3.connect(':memory:')
    for step in sorted(schema.glob('schema-*.sql')):
        db.executescript(step.read_text(encoding='utf-8'))
    db.execute('PRAGMA foreign_keys = ON')
    db.executescript(example.read_text(encoding='utf-8'))
    return db


def texts(db):
    """(table, column, id, text) for each text of the file that is not signed."""
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        columns = [row[1] for row in db.execute(f'PRAGMA table_info ({table})') if row[2] == 'TEXT']
        for column in columns:
            if (table, column) in SIGNED or table in ('journal', 'setting'):
                continue
            for key, text in db.execute(f'SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL'):
                yield table, column, key, text


def compare_words(name, db, known):
    wrong = []
    for table, column, key, text in texts(db):
        found = words(text)
        for i in range(len(found) - RUN + 1):
            if tuple(found[i:i + RUN]) in known:
                wrong.append(f'{name}: {table} {key}, {column}: copied: {" ".join(found[i:i + RUN])}')
                break
    return wrong



def compare_parties(name, db, gold):
    wrong = []
    found = db.execute('SELECT short_name, side FROM party ORDER BY position').fetchall()
    if [side for _, side in found] != [party['side'] for party in gold['parties']]:
        wrong.append(f'{name}: sides of the parties: {found}')
    return wrong


def engagements(db, where, parents):
    """The parties of each engagement below the parents, in order, as positions in the list of parties."""
    order = [key for (key,) in db.execute('SELECT id FROM party ORDER BY position')]
    result = []
    for (key,) in db.execute(f'SELECT id FROM engagement WHERE {where} ORDER BY position', parents):
        rows = db.execute('SELECT party FROM engagement_party WHERE engagement = ?', (key,))
        result.append(sorted(order.index(party) for (party,) in rows))
    return result


def expected(gold, measure):
    shorts = [party['short'] for party in gold['parties']]
    everyone = list(range(len(shorts)))
    return [everyone if 'tous' in one['parties'] else sorted(shorts.index(p) for p in one['parties'])
            for one in measure['engagements']]


def compare_axes(name, db, gold):
    wrong = []
    axes = db.execute('SELECT id, label, title FROM axis ORDER BY position').fetchall()
    if len(axes) < len(gold['axes']):
        return [f'{name}: {len(axes)} axes, not {len(gold["axes"])}']
    for (axis, label, title), real in zip(axes, gold['axes']):
        if words(title) != words(real['heading']):
            wrong.append(f'{name}: axis {label}: title {title!r}, not {real["heading"]!r}')
        if real['number'] is not None and label != real['number']:
            wrong.append(f'{name}: axis {label}: label is {real["number"]}')
        measures = iter(db.execute('SELECT id, label, title FROM measure WHERE axis = ? ORDER BY position', (axis,)).fetchall())
        for part in real['measures']:
            if part['heading'] is None:
                found = engagements(db, 'axis = ? AND measure IS NULL', (axis,))
                where = f'axis {label}'
            else:
                key, number, heading = next(measures, (None, None, ''))
                where = f'measure {label}/{number}'
                if (number, words(heading)) != (part['number'], words(part['heading'])):
                    wrong.append(f'{name}: {where}: {heading!r}, not {part["number"]} {part["heading"]!r}')
                found = engagements(db, 'measure = ?', (key,))
            if found != expected(gold, part):
                wrong.append(f'{name}: {where}: parties of the engagements {found}, not {expected(gold, part)}')
        if next(measures, None) is not None:
            wrong.append(f'{name}: axis {label}: a measure too many')
    return wrong


def compare_outside(name, db, gold):
    """Engagements that stand outside the axes: all of them, with their parties, in the axes that we added."""
    outside = gold.get('engagements_outside_axes', [])
    added = db.execute('SELECT id FROM axis ORDER BY position').fetchall()[len(gold['axes']):]
    found = [one for (axis,) in added for one in engagements(db, 'axis = ?', (axis,))]
    wanted = [one for part in outside for one in expected(gold, part)]
    if sorted(found) != sorted(wanted):
        return [f'{name}: outside the axes: {len(found)} engagements {found}, not {len(wanted)} {wanted}']
    return []


def compare_dates(name, db, gold):
    wrong = []
    for field in ('signed', 'duration_months', 'renewal', 'notice_months'):
        (value,) = db.execute(f'SELECT {field} FROM convention').fetchone()
        if value != gold[field]:
            wrong.append(f'{name}: {field} is {value!r}, not {gold[field]!r}')
    return wrong


def main(schema, examples, shared):
    if not (shared / 'seeds').is_dir() or not (shared / 'gold').is_dir():
        print('skipped: the texts of the conventions are not here')
        return 77
    known = set()
    for seed in sorted((shared / 'seeds').glob('*.txt')):
        found = words(seed.read_text(encoding='utf-8'))
        known.update(tuple(found[i:i + RUN]) for i in range(len(found) - RUN + 1))
    wrong = [] if known else ['no text to compare with']
    for name, pattern in STRUCTURES.items():
        db = load(schema, examples / f'{name}.sql')
        gold = json.loads(next((shared / 'gold').glob(pattern)).read_text(encoding='utf-8'))
        wrong += compare_words(name, db, known)
        for compare in (compare_dates, compare_parties, compare_axes, compare_outside):
            wrong += compare(name, db, gold)
    print('\n'.join(wrong) or f'{len(STRUCTURES)} examples compared with {len(known)} runs of words')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(*(pathlib.Path(argument) for argument in sys.argv[1:4])))
