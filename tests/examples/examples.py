# SPDX-License-Identifier: GPL-3.0-or-later
"""The examples: they load into the schema, hold the real figures of the conventions, and are well written.

Usage: examples.py SCHEMAS EXAMPLES [unittest options]; SCHEMAS is the folder of schema-1.sql, schema-2.sql …
"""
import datetime
import functools
import pathlib
import re
import sqlite3
import sys
import unittest

SCHEMA = EXAMPLES = None

# The facts of each convention; engagements by article, in the order of the text.
FACTS = {
    'uimm': {
        'convention': ('2021-11-23', 36, 'none', 2, 1),
        'sides': [1, 1, 1, 2],
        'parties': ['Éducation nationale', 'Enseignement supérieur', 'Industrie', 'UIMM'],
        'axes': ['2', '3', '4', '5', '6'],
        'engagements': {'2.1': 2, '2.2': 5, '2.3': 5, '2.4': 2, '3': 4, '4.1': 6, '4.1.1': 6, '4.1.2': 2, '4.1.3': 2,
                        '4.1.4': 1, '4.1.5': 1, '4.1.6': 1, '4.2': 5, '4.3': 1, '4.5': 10, '5.1': 5, '5.2': 1, '5.3': 1,
                        '6.1': 5, '6.2': 1},
        'committed': [32, 34, 31, 63],
        'members': [2, 2, 2, 6],
        'targets': [('alternants', 75000, '2023-12-31'), ('binômes', 100000, '2021-12-31'), ('binômes', 200000, '2022-12-31')],
        'baselines': [('alternants', 50000, '2017-12-31')],
        'quantities': [('5.1', 75000, 'alternants'), ('2.1', 34, 'Pôles formation UIMM'), ('5.2', 91, 'heures')],
    },
    'cpme': {
        'convention': ('2018-01-22', 36, 'unstated', 3, 1),
        'sides': [1, 1, 1, 2],
        'parties': ['Académie de Paris', 'Académie de Créteil', 'Académie de Versailles', 'CPME Île-de-France'],
        'axes': ['1', '2'],
        'engagements': {'1': 2, '1.1': 8, '1.2': 2, '2': 2, '2.1': 4, '2.2': 1, '2.3': 1, '2.4': 2, '2.5': 2, '2.6': 2,
                        '2.7': 1, '2.8': 1, '2. 9': 1, '2.10': 1, '2.11': 1},
        'committed': [17, 17, 17, 30],
        'members': [2, 2, 2, 2],
        'targets': [], 'baselines': [], 'quantities': [],
    },
    'ecti': {
        'convention': ('2024-06-27', 60, 'conditional', 6, 1),
        'sides': [1, 2],
        'parties': ['Éducation nationale', 'ECTI'],
        'axes': ['3', '4', '5', '6', '7', '8'],
        'engagements': {'3': 10, '4': 6, '5': 5, '6': 7, '7': 2, '8': 3},
        'committed': [7, 32],
        'members': [1, 1],
        'targets': [],
        'baselines': [('membres', 2000, '2024-06-27')],
        'quantities': [('4', 91, 'heures')],
    },
    'france-industrie': {
        'convention': ('2018-09-10', 12, 'conditional', None, None),
        'sides': [1, 1, 2],
        'parties': ['Éducation nationale', 'Économie et Finances', 'France Industrie'],
        'axes': ['2', '3', '4', '5', '6'],
        'engagements': {'2-1': 1, '2-2': 3, '3-1': 2, '3-2': 0, '3-3': 1, '4-1': 3, '4-2': 0, '5-1': 0, '5-2': 1, '6-1': 0, '6-2': 0},
        'committed': [6, 5, 11],
        'members': [2, 2, 2],
        'targets': [('filières', 3, '2019-07-05')],
        'baselines': [],
        'quantities': [('4-1', 3, 'filières')],
    },
    'ipe': {
        'convention': ('2007-03-01', 48, 'conditional', 3, None),
        'sides': [1, 2],
        'parties': ['MENESR', 'Ingénieurs pour l’école'],
        'axes': [None] * 6 + ['Articles', 'Annexe 1', 'Annexe 3'],
        'engagements': {'1': 2, '2': 1, '4': 2, '5': 4, '6': 2, '8': 1, '9': 2, 'annexe 1, I': 4, 'annexe 1, II': 19 + 19,
                        'annexe 3, 1': 2, 'annexe 3, 2': 2},
        'committed': [25, 43],
        'members': [3, 2],
        'targets': [('€', 1800000, f'{year}-12-31') for year in (2007, 2008, 2009, 2010)] + [('établissements', 800, '2011-06-24')],
        'baselines': [],
        'quantities': [('4', 1800000, '€ par an'), ('1', 48, 'ingénieurs pour l’école'), ('1', 7200000, '€ en quatre ans')],
    },
}

# Each convention's own rules: composition, exceptional meetings, a public presentation, who proposes the minutes, who validates
# them; then the seats of each signatory.
RULES = {
    'uimm': ('parity', 'conciliation', 0, 'Éducation nationale', 'all', [2, 2, 2, 6]),
    'cpme': ('free', 'unstated', 1, 'Académie de Paris', 'all', [None] * 4),
    'ecti': ('one_by_party', 'joint_conciliation', 0, 'ECTI', 'all', [1, 1]),
    'france-industrie': ('fixed', 'unstated', 0, 'Éducation nationale', 'committee', [2, 2, 2]),
    'ipe': ('free', 'unstated', 0, 'MENESR', 'all', [None] * 2),
}

MEASURES = {
    'uimm': '2.1 2.2 2.3 2.4|4.1 4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 4.1.6 4.2 4.3 4.5|5.1 5.2 5.3|6.1 6.2',
    'cpme': '1.1 1.2|2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2._9 2.10 2.11',
    'ecti': '',
    'france-industrie': '1 2|1 2 3|1 2|1 2|1 2',
    'ipe': '1 2 4 5 6 8 9|I II - -|1 2',
}

# The review of 2007, dated on the last day of the year.
REVIEW = {'Ingénieurs pour l’école': 53, 'Actions mises en œuvre': 2008, 'Établissements scolaires': 6025, 'Jeunes bénéficiaires': 222471,
          'Enseignants et personnels d’encadrement': 30974, 'Entreprises': 3533, 'Organisations professionnelles': 444,
          'Mois d’activité': 639.8, 'Académies': 24}
THEMES = [175, 245, 200, 76, 63, 214, 228, 188, 144, 88, 89, 44, 61]

OPTIONS = {
    ('convention', 'renewal'): {'none', 'tacit', 'conditional', 'unstated'},
    ('person', 'civility'): {'M.', 'Mme'},
    ('engagement', 'strength'): {'must', 'may'},
    ('engagement', 'status'): {'planned', 'in_progress', 'done', 'abandoned'},
    ('engagement', 'confidential'): {0, 1},
    ('fiche', 'confidential'): {0, 1},
    ('person', 'member'): {0, 1},
    ('fiche', 'status'): {'planned', 'in_progress', 'done', 'abandoned'},
    ('step', 'status'): {'planned', 'in_progress', 'done', 'abandoned'},
    ('decision', 'status'): {'planned', 'in_progress', 'done', 'abandoned', 'adopted'},
    ('meeting', 'type'): {'ordinary', 'exceptional', 'working_group', 'public', 'workshop'},
    ('meeting', 'minutes'): {'draft', 'proposed', 'amended', 'validated'},
    ('attendance', 'state'): {'present', 'excused', 'represented', 'absent', None},
    ('attendance', 'role'): {'member', 'expert', 'guest'},
    ('convention', 'composition'): {'fixed', 'parity', 'one_by_party', 'free'},
    ('convention', 'exceptional'): {'joint', 'joint_conciliation', 'party', 'conciliation', 'unstated'},
    ('convention', 'minutes_validation'): {'all', 'committee', 'chair'},
    ('convention', 'public_meeting'): {0, 1},
    ('item', 'topic'): {'approval', 'decisions', 'late', 'fiche', 'deadlines', 'figures', 'survey', 'review', 'priorities', 'other'},
    ('item', 'adjourned'): {0, 1},
    ('decision', 'type'): {'decision', 'action'},
    ('decision', 'confidential'): {0, 1},
    ('correction', 'state'): {'proposed', 'accepted', 'refused'},
    ('indicator', 'nature'): {'number', 'scale'},
    ('indicator', 'direction'): {'rise', 'fall', 'above', 'below'},
    ('indicator', 'counting'): {'state', 'cumulative', 'period'},
    ('indicator', 'periodicity'): {'year', 'school_year', 'semester', 'quarter', 'month', 'once'},
    ('indicator', 'split'): {'girls_boys', 'women_men', 'academie', 'level', 'free', None},
    ('observation', 'state'): {'final', 'estimated', None},
    ('resource', 'nature'): {'people', 'euros'},
    ('action', 'state'): {'final', 'estimated'},
    ('budget_line', 'side'): {'receipt', 'expense'},
    ('review_text', 'type'): {'review', 'plan', 'final'},
}
PARENTS = {'party': 'NULL', 'person': 'NULL', 'axis': 'NULL', 'measure': 'axis', 'engagement': 'axis, measure', 'attendance': 'meeting',
           'item': 'meeting', 'fiche': 'NULL', 'step': 'fiche', 'contribution': 'fiche', 'decision': 'meeting', 'correction': 'meeting',
           'indicator': 'NULL', 'split': 'observation', 'resource': 'fiche', 'theme': 'NULL', 'action': 'NULL', 'budget_line': 'NULL'}
DATES = {'convention': ['signed', 'effective', 'expires'], 'engagement': ['due', 'reviewed'], 'meeting': ['date', 'next_date', 'proposed'],
         'fiche': ['start', 'due', 'proposed', 'approved', 'ended'], 'followup': ['date'], 'action': ['start', 'finish'],
         'instalment': ['due', 'received'], 'step': ['due'], 'decision': ['due', 'closed'], 'indicator': ['baseline_date'], 'target': ['date'],
         'observation': ['date'], 'person': ['term_start', 'term_end'], 'agreement': ['date'], 'validation': ['date'],
         'correction': ['date']}
# Columns that hold no French sentence.
CODED = {'email', 'phone', 'date', 'time', 'end_time', 'label', 'signed', 'effective', 'due', 'reviewed', 'start', 'baseline_date', 'arrived',
         'closed', 'proposed', 'term_start', 'term_end'}

NARROW, NO_BREAK = '\u202f', '\u00a0'
TYPOGRAPHY = [
    (r"['\"]", 'straight quotation mark'),
    (r'\.\.\.', 'three dots instead of an ellipsis'),
    (r'  |^\s|\s$| \n|\n ', 'space too many'),
    (f'«(?!{NARROW})|(?<!{NARROW})»', 'no narrow space inside the quotation marks'),
    (f'(?<!{NARROW})[;!?]', 'no narrow space before a mark'),
    (f'(?<!{NO_BREAK}):', 'no no-break space before a colon'),
    (f'(?<=.)(?<!{NARROW})[%€]', 'no narrow space before a unit'),
    (r'\d \d{3}(?!\d)', 'plain space within a number'),
    (r'\b(?:M\.|Mme) (?=[A-ZÉ])', 'plain space after a civility'),
    (r'\b(?:Etat|Ecole|Economie|Education|Elaborer|Elève|Etablissement|Etude|Evalu|Ecri|Edit|Emettre|Equip|Ile|A )', 'capital without its accent'),
    (r'[Oo]e(?:uvre|il)|coeur', 'oe not tied'),
]


def load(name):
    db = sqlite3.connect(':memory:')
    for step in sorted(SCHEMA.glob('schema-*.sql')):
        db.executescript(step.read_text(encoding='utf-8'))
    db.execute('PRAGMA foreign_keys = ON')
    db.executescript((EXAMPLES / f'{name}.sql').read_text(encoding='utf-8'))
    return db


def typography(text):
    """What is wrong in a text, with the place."""
    for pattern, what in TYPOGRAPHY:
        found = re.search(pattern, text)
        if found:
            yield f'{what}: {text[max(0, found.start() - 20):found.end() + 20]!r}'


def for_each(test):
    """The test, run on each example."""
    @functools.wraps(test)
    def run(self):
        for name in FACTS:
            with self.subTest(name):
                test(self, name, load(name))
    return run


class Example(unittest.TestCase):
    def test_all_are_known(self):
        self.assertEqual(sorted(FACTS), sorted(path.stem for path in EXAMPLES.glob('*.sql')))

    def test_form(self):
        for name in FACTS:
            with self.subTest(name):
                text = (EXAMPLES / f'{name}.sql').read_text(encoding='utf-8')
                self.assertTrue(text.startswith('-- SPDX-License-Identifier: GPL-3.0-or-later\n'))
                self.assertNotRegex(text, r'[\t\r]| \n')
                statements = re.sub(r"'[^']*'|--[^\n]*", '', text).split(';')
                self.assertEqual(statements.pop().strip(), '')
                for statement in statements:
                    self.assertRegex(statement.strip(), r'^INSERT INTO (?!journal|setting)[a-z_]+ \(')

    @for_each
    def test_references(self, name, db):
        self.assertEqual(db.execute('PRAGMA foreign_key_check').fetchall(), [])
        for sql in (
                'SELECT e.id FROM engagement e JOIN measure m ON m.id = e.measure WHERE m.axis <> e.axis',
                'SELECT d.id FROM decision d JOIN item i ON i.id = d.item WHERE i.meeting <> d.meeting',
                'SELECT id FROM engagement WHERE id NOT IN (SELECT engagement FROM engagement_party)',
                'SELECT id FROM fiche WHERE id NOT IN (SELECT fiche FROM fiche_party)',
                'SELECT min(id) FROM attendance GROUP BY meeting, person HAVING count(*) > 1',
                "SELECT id FROM attendance WHERE (state IS 'represented') <> (represented_by IS NOT NULL)",
                "SELECT id FROM engagement WHERE status = 'done' AND progress IS NOT 100",
                'SELECT id FROM engagement WHERE progress NOT BETWEEN 0 AND 100',
                'SELECT c.id FROM contribution c WHERE NOT EXISTS '
                '(SELECT 1 FROM fiche_party f WHERE f.fiche = c.fiche AND f.party = c.party)'):
            self.assertEqual(db.execute(sql).fetchall(), [], sql)
        for table in set(PARENTS) | set(DATES):
            self.assertEqual(db.execute(f'SELECT id FROM {table} WHERE id <= 0').fetchall(), [], table)

    @for_each
    def test_positions(self, name, db):
        for table, parent in PARENTS.items():
            rows = db.execute(f'SELECT {parent}, position, count(*) FROM {table} GROUP BY {parent}, position '
                              'HAVING count(*) > 1 OR position IS NULL').fetchall()
            self.assertEqual(rows, [], table)

    @for_each
    def test_values(self, name, db):
        for (table, column), allowed in OPTIONS.items():
            found = {value for (value,) in db.execute(f'SELECT DISTINCT {column} FROM {table}')}
            self.assertLessEqual(found, allowed, f'{table}.{column}')
        for table, columns in DATES.items():
            for column in columns:
                for (value,) in db.execute(f'SELECT {column} FROM {table} WHERE {column} IS NOT NULL'):
                    self.assertEqual(datetime.date.fromisoformat(value).isoformat(), value)
        for times in db.execute('SELECT time, end_time FROM meeting'):
            self.assertRegex(' '.join(times), r'^[012]\d:[0-5]\d [012]\d:[0-5]\d$')
            self.assertLess(*times)
        for (email,) in db.execute('SELECT email FROM person'):
            self.assertRegex(email, r'^[a-z-]+\.[a-z-]+@[a-z-]+\.example\.org$')

    @for_each
    def test_facts(self, name, db):
        facts = FACTS[name]
        rows = db.execute('SELECT id, signed, duration_months, renewal, notice_months, meetings_per_year, expires FROM convention').fetchall()
        self.assertEqual(rows, [(1, *facts['convention'], None)])
        rows = db.execute('SELECT short_name, side FROM party ORDER BY position').fetchall()
        self.assertEqual(rows, list(zip(facts['parties'], facts['sides'])))
        rows = db.execute('SELECT label FROM axis ORDER BY position').fetchall()
        self.assertEqual([label for (label,) in rows], facts['axes'])
        committed = db.execute('SELECT (SELECT count(*) FROM engagement_party WHERE party = party.id) FROM party ORDER BY position')
        self.assertEqual([count for (count,) in committed], facts['committed'])
        seats = db.execute('SELECT (SELECT count(*) FROM person WHERE party = party.id AND member) FROM party ORDER BY position')
        self.assertEqual([count for (count,) in seats], facts['members'])

    @for_each
    def test_rules(self, name, db):
        *rules, seats = RULES[name]
        found = db.execute('SELECT composition, exceptional, public_meeting, p.short_name, minutes_validation FROM convention '
                           'JOIN party p ON p.id = minutes_proposer').fetchall()
        self.assertEqual(found, [tuple(rules)])
        self.assertEqual([count for (count,) in db.execute('SELECT seats FROM party ORDER BY position')], seats)
        for sql in (
                # Who sits has an entity and a term; who does not sit on the committee has come as something else.
                'SELECT id FROM person WHERE member AND (entity IS NULL OR term_start IS NULL)',
                'SELECT id FROM person WHERE alternate = id',
                "SELECT a.id FROM attendance a JOIN person p ON p.id = a.person JOIN meeting m ON m.id = a.meeting "
                "WHERE m.type = 'ordinary' AND (a.role = 'member') <> p.member",
                "SELECT id FROM attendance WHERE role = 'member' AND reason IS NOT NULL",
                'SELECT id FROM attendance WHERE arrived IS NOT NULL AND state IS NOT \'present\'',
                # An amendment is answered, and a refusal says why; what was accepted stands in the notes.
                "SELECT id FROM correction WHERE state = 'refused' AND reason IS NULL",
                "SELECT c.id FROM correction c JOIN item i ON i.id = c.item WHERE i.meeting <> c.meeting OR "
                "instr (i.notes, CASE c.state WHEN 'accepted' THEN c.new_text ELSE c.old_text END) = 0",
                "SELECT id FROM decision WHERE (status = 'done') <> (closed IS NOT NULL)",
                "SELECT id FROM meeting WHERE minutes <> 'draft' AND proposed IS NULL",
                'SELECT id FROM meeting WHERE previous >= id',
                'SELECT min (id) FROM agreement GROUP BY meeting, party HAVING count (*) > 1',
                'SELECT min (id) FROM validation GROUP BY meeting, party HAVING count (*) > 1'):
            self.assertEqual(db.execute(sql).fetchall(), [], sql)
        # Validated minutes were validated by those whom the rule names.
        wanted = "SELECT count (*) FROM party" if rules[4] == 'all' else 'SELECT 1'
        rows = db.execute(f"SELECT id FROM meeting WHERE minutes = 'validated' AND (SELECT count (*) FROM validation v "
                          f'WHERE v.meeting = meeting.id) <> ({wanted})').fetchall()
        self.assertEqual(rows, [])

    @for_each
    def test_measures(self, name, db):
        axes = [db.execute('SELECT label FROM measure WHERE axis = ? ORDER BY position', axis).fetchall()
                for axis in db.execute('SELECT id FROM axis ORDER BY position').fetchall()]
        wanted = [part.split() for part in MEASURES[name].split('|') if part]
        self.assertEqual([[(label or '-').replace(' ', '_') for (label,) in axis] for axis in axes if axis], wanted)

    @for_each
    def test_engagements(self, name, db):
        wanted = {label: count for label, count in FACTS[name]['engagements'].items() if count}
        self.assertEqual(dict(db.execute('SELECT label, count(*) FROM engagement GROUP BY label')), wanted)
        if name != 'ipe':
            separator = "a.label || '-' || m.label" if name == 'france-industrie' else 'm.label'
            rows = db.execute('SELECT e.id, e.label FROM engagement e JOIN axis a ON a.id = e.axis LEFT JOIN measure m ON m.id = e.measure '
                              f'WHERE e.label <> coalesce ({separator}, a.label)').fetchall()
            self.assertEqual(rows, [])
        for (text,) in db.execute('SELECT text FROM engagement'):
            self.assertRegex(text, r'^[A-ZÀÉÊÎŒ].*[^.;,]$')
            self.assertLessEqual(len(text.split()), 26, text)

    @for_each
    def test_figures(self, name, db):
        targets = db.execute('SELECT i.unit, t.value, t.date FROM target t JOIN indicator i ON i.id = t.indicator').fetchall()
        baselines = db.execute('SELECT unit, baseline_value, baseline_date FROM indicator').fetchall()
        quantities = db.execute('SELECT label, quantity, unit FROM engagement').fetchall()
        for found, key in ((targets, 'targets'), (baselines, 'baselines'), (quantities, 'quantities')):
            for one in FACTS[name][key]:
                self.assertIn(one, found)

    def test_review_of_2007(self):
        db = load('ipe')
        rows = db.execute('SELECT i.name, o.value FROM observation o JOIN indicator i ON i.id = o.indicator '
                          "WHERE o.date = '2007-12-31' ORDER BY i.position").fetchall()
        self.assertLessEqual(REVIEW.items(), dict(rows).items())
        self.assertEqual([value for name, value in rows if name.startswith('Actions\u00a0: ')], THEMES)
        (total,) = db.execute("SELECT sum (value) FROM target WHERE indicator = (SELECT id FROM indicator WHERE unit = '€')").fetchone()
        self.assertEqual(total, 7200000)

    # The bilan of 2007, to the unit: what was printed, what is left over, what was said of 2006.
    def test_actions_of_2007(self):
        db = load('ipe')
        rows = db.execute('SELECT number FROM action WHERE declared = 0 ORDER BY position').fetchall()
        self.assertEqual([number for (number,) in rows], THEMES + [2008 - sum(THEMES)])
        self.assertEqual((sum(THEMES), rows[-1]), (1815, (193,)))
        self.assertEqual(db.execute('SELECT academies, schools, young, girls, boys, staff, women, men, companies, organisations, number, state '
                                    "FROM action WHERE declared AND start = '2007-01-01'").fetchall(),
                         [(24, 6025, 222471, 105607, 116864, 30974, 11091, 19883, 3533, 444, 2008, 'final')])
        self.assertEqual(db.execute("SELECT number, state FROM action WHERE declared AND start = '2006-01-01'").fetchall(), [(1731, 'estimated')])
        self.assertEqual(round(2008 / 1.16), 1731)
        self.assertEqual(db.execute("SELECT state FROM action WHERE theme = 14").fetchall(), [('estimated',)])
        self.assertEqual(db.execute('SELECT theme, academies, schools, young, staff, companies, organisations FROM action '
                                    'WHERE declared = 0 AND coalesce (schools, young) ORDER BY theme').fetchall(),
                         [(2, 19, None, 62255, 9370, None, None), (9, 11, 227, None, None, 968, 180)])
        splits = db.execute('SELECT o.value, group_concat (s.value) FROM split s JOIN observation o ON o.id = s.observation GROUP BY o.id').fetchall()
        self.assertEqual(splits, [(222471, '105607.0,116864.0'), (30974, '11091.0,19883.0')])

    def test_budget_of_ipe(self):
        db = load('ipe')
        lines = db.execute('SELECT side, planned, quantity, years, unit_price FROM budget_line ORDER BY position').fetchall()
        self.assertEqual(lines, [('receipt', 7200000, 1, 4, 1800000), ('receipt', 160000, None, None, None), ('receipt', 400000, None, None, None),
                                 ('expense', 6336000, 48, 4, 33000), ('expense', 924000, 55, 4, 4200), ('expense', 500000, None, None, None)])
        for side in ('receipt', 'expense'):
            self.assertEqual(sum(line[1] for line in lines if line[0] == side), 7760000)
        self.assertEqual(db.execute('SELECT planned FROM instalment ORDER BY due').fetchall(), [(1800000,)] * 4)
        for line, planned in db.execute('SELECT id, planned FROM budget_line WHERE id > 1').fetchall():
            self.assertEqual(db.execute('SELECT sum (planned) FROM budget_amount WHERE line = ?', (line,)).fetchone(), (planned,))

    # What a convention leaves open, or says by a variation only.
    def test_indicators(self):
        db = load('uimm')
        rows = db.execute("SELECT baseline_value, baseline_derived, counting FROM indicator WHERE unit IN ('alternants', 'binômes') ORDER BY position")
        self.assertEqual(rows.fetchall(), [(50000, 1, 'state'), (None, 0, 'cumulative')])
        self.assertEqual(db.execute('SELECT o.value - sum (s.value) FROM split s JOIN observation o ON o.id = s.observation GROUP BY o.id').fetchall(),
                         [(0,), (50,)])
        for direction in ('rise', 'fall', 'above'):
            self.assertGreater(db.execute('SELECT count (*) FROM indicator WHERE direction = ?', (direction,)).fetchone()[0], 0)
        self.assertEqual(load('france-industrie').execute('SELECT i.baseline_value, t.note FROM target t JOIN indicator i ON i.id = t.indicator '
                                                          'WHERE t.value IS NULL').fetchall(),
                         [(None, 'Cible commune à fixer à partir du taux d’accueil actuel')])

    @for_each
    def test_labels(self, name, db):
        for (meeting,) in db.execute('SELECT id FROM meeting').fetchall():
            labels = [label for (label,) in db.execute('SELECT label FROM item WHERE meeting = ? ORDER BY position', (meeting,))]
            self.assertEqual(labels, [str(i + 1) for i in range(len(labels))])
        labels = [label for (label,) in db.execute('SELECT label FROM fiche ORDER BY position')]
        self.assertEqual(labels, [f'F{i + 1}' for i in range(len(labels))])
        rank = {}
        for meeting, date in db.execute('SELECT id, date FROM meeting ORDER BY date, time').fetchall():
            rank[date[:4]] = rank.get(date[:4], 0) + 1
            labels = [label for (label,) in db.execute('SELECT label FROM decision WHERE meeting = ? ORDER BY position', (meeting,))]
            self.assertEqual(labels, [f'{date[:4]}-{rank[date[:4]]}-{i + 1:02}' for i in range(len(labels))])

    @for_each
    def test_typography(self, name, db):
        count = 0
        for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            columns = [row[1] for row in db.execute(f'PRAGMA table_info ({table})') if row[2] == 'TEXT' and row[1] not in CODED]
            for column in columns:
                for (text,) in db.execute(f'SELECT {column} FROM {table} WHERE {column} IS NOT NULL').fetchall():
                    count += 1
                    self.assertEqual(list(typography(text)), [], f'{name}: {table}.{column}: {text}')
        self.assertGreater(count, 100)

    def test_typography_finds_mistakes(self):
        for text in ("l'industrie", 'ainsi...', 'deux  espaces', '« ici »', 'quoi ?', 'voici :', '75 000 jeunes', 'Mme Lacaze', '30 %', 'l’Etat', 'mise en oeuvre'):
            self.assertEqual(len(list(typography(text))), 1, text)
        self.assertEqual(list(typography('L’État\u00a0: «\u202f75\u202f000\u202f» à 50\u202f%, œuvre de Mme\u00a0Lacaze…')), [])

    def test_life_of_uimm(self):
        db = load('uimm')
        dates = [date for (date,) in db.execute('SELECT date FROM meeting ORDER BY date')]
        self.assertEqual(dates, ['2022-02-10', '2022-12-08', '2023-06-15', '2023-12-12', '2024-06-11'])
        axes = [axis for (axis,) in db.execute('SELECT id FROM axis')]
        for axis in axes:
            statuses = {status for (status,) in db.execute('SELECT status FROM engagement WHERE axis = ?', (axis,))}
            self.assertGreater(len(statuses), 1, axis)
        for where in ("due < '2024-02-01' AND status IN ('planned', 'in_progress')", 'due IS NULL', 'lead IS NULL', "status = 'abandoned'",
                      "status IN ('planned', 'in_progress') AND coalesce (reviewed, '') < '2023-02-01'",
                      'priority = 2022', 'priority = 2023', 'priority = 2024', 'confidential', 'quantity IS NOT NULL', 'progress IS NULL'):
            (count,) = db.execute(f'SELECT count(*) FROM engagement WHERE {where}').fetchone()
            self.assertGreater(count, 0, where)
        (fiches,) = db.execute('SELECT count(*) FROM fiche').fetchone()
        self.assertIn(fiches, range(6, 9))
        minutes = [state for (state,) in db.execute('SELECT minutes FROM meeting ORDER BY date')]
        self.assertEqual(minutes, ['validated', 'validated', 'validated', 'proposed', 'draft'])
        self.assertEqual(db.execute('SELECT count(notes) FROM item WHERE meeting = 5').fetchone(), (0,))


if __name__ == '__main__':
    SCHEMA, EXAMPLES = (pathlib.Path(argument) for argument in sys.argv[1:3])
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
