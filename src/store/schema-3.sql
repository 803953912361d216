-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: figures with their rules, the life of a fiche, actions and beneficiaries, the budget, the bilan. Released steps
-- are never edited: a later version adds a file of its own.

ALTER TABLE indicator ADD COLUMN measure INTEGER REFERENCES measure (id) ON DELETE SET NULL;
ALTER TABLE indicator ADD COLUMN fiche INTEGER REFERENCES fiche (id) ON DELETE SET NULL;
ALTER TABLE indicator ADD COLUMN nature TEXT;
ALTER TABLE indicator ADD COLUMN scale TEXT;
ALTER TABLE indicator ADD COLUMN direction TEXT;
ALTER TABLE indicator ADD COLUMN counting TEXT;
ALTER TABLE indicator ADD COLUMN periodicity TEXT;
ALTER TABLE indicator ADD COLUMN split TEXT;
ALTER TABLE indicator ADD COLUMN split_names TEXT;
ALTER TABLE indicator ADD COLUMN supplier INTEGER REFERENCES party (id) ON DELETE SET NULL;
ALTER TABLE indicator ADD COLUMN baseline_derived INTEGER;
ALTER TABLE indicator ADD COLUMN baseline_note TEXT;
ALTER TABLE indicator ADD COLUMN confidential INTEGER;
CREATE INDEX indicator_measure ON indicator (measure);
CREATE INDEX indicator_fiche ON indicator (fiche);
CREATE INDEX indicator_supplier ON indicator (supplier);

ALTER TABLE observation ADD COLUMN level TEXT;
ALTER TABLE observation ADD COLUMN state TEXT;

CREATE TABLE split (
  id INTEGER PRIMARY KEY,
  observation INTEGER NOT NULL REFERENCES observation (id) ON DELETE CASCADE,
  name TEXT,
  value REAL,
  position REAL
) STRICT;
CREATE INDEX split_observation ON split (observation, position, id);

CREATE TABLE followup (
  id INTEGER PRIMARY KEY,
  engagement INTEGER REFERENCES engagement (id) ON DELETE CASCADE,
  fiche INTEGER REFERENCES fiche (id) ON DELETE CASCADE,
  date TEXT,
  author TEXT,
  text TEXT,
  confidential INTEGER
) STRICT;
CREATE INDEX followup_engagement ON followup (engagement, date);
CREATE INDEX followup_fiche ON followup (fiche, date);

ALTER TABLE decision ADD COLUMN priority INTEGER;

ALTER TABLE fiche ADD COLUMN schools TEXT;
ALTER TABLE fiche ADD COLUMN proposed TEXT;
ALTER TABLE fiche ADD COLUMN approved TEXT;
ALTER TABLE fiche ADD COLUMN approval_meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL;
ALTER TABLE fiche ADD COLUMN approval_decision INTEGER REFERENCES decision (id) ON DELETE SET NULL;
ALTER TABLE fiche ADD COLUMN ended TEXT;
ALTER TABLE fiche ADD COLUMN ending TEXT;
CREATE INDEX fiche_approval_meeting ON fiche (approval_meeting);
CREATE INDEX fiche_approval_decision ON fiche (approval_decision);

CREATE TABLE fiche_engagement (
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  engagement INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
  PRIMARY KEY (fiche, engagement)
) STRICT, WITHOUT ROWID;
CREATE INDEX fiche_engagement_engagement ON fiche_engagement (engagement);

CREATE TABLE resource (
  id INTEGER PRIMARY KEY,
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  nature TEXT,
  name TEXT,
  funder INTEGER REFERENCES party (id) ON DELETE SET NULL,
  funder_name TEXT,
  year INTEGER,
  planned REAL,
  spent REAL,
  note TEXT,
  position REAL
) STRICT;
CREATE INDEX resource_fiche ON resource (fiche, position, id);
CREATE INDEX resource_funder ON resource (funder);

CREATE TABLE fiche_review (
  id INTEGER PRIMARY KEY,
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  year INTEGER,
  done TEXT,
  obstacles TEXT,
  next TEXT
) STRICT;
CREATE INDEX fiche_review_fiche ON fiche_review (fiche, year);

CREATE TABLE fiche_document (
  id INTEGER PRIMARY KEY,
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  name TEXT,
  caption TEXT,
  mime TEXT,
  size INTEGER,
  sha256 TEXT,
  data BLOB,
  printed INTEGER,
  position REAL
) STRICT;
CREATE INDEX fiche_document_fiche ON fiche_document (fiche, position, id);

CREATE TABLE theme (
  id INTEGER PRIMARY KEY,
  label TEXT,
  title TEXT,
  note TEXT,
  position REAL
) STRICT;

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  title TEXT,
  theme INTEGER REFERENCES theme (id) ON DELETE SET NULL,
  academie TEXT,
  start TEXT,
  finish TEXT,
  number INTEGER,
  academies INTEGER,
  schools INTEGER,
  young INTEGER,
  girls INTEGER,
  boys INTEGER,
  staff INTEGER,
  women INTEGER,
  men INTEGER,
  companies INTEGER,
  organisations INTEGER,
  declared INTEGER,
  state TEXT,
  fiche INTEGER REFERENCES fiche (id) ON DELETE SET NULL,
  note TEXT,
  confidential INTEGER,
  position REAL
) STRICT;
CREATE INDEX action_theme ON action (theme);
CREATE INDEX action_start ON action (start);
CREATE INDEX action_fiche ON action (fiche);

CREATE TABLE budget_line (
  id INTEGER PRIMARY KEY,
  side TEXT,
  label TEXT,
  title TEXT,
  funder INTEGER REFERENCES party (id) ON DELETE SET NULL,
  funder_name TEXT,
  quantity REAL,
  unit TEXT,
  unit_price REAL,
  years INTEGER,
  planned REAL,
  note TEXT,
  confidential INTEGER,
  position REAL
) STRICT;
CREATE INDEX budget_line_side ON budget_line (side, position, id);
CREATE INDEX budget_line_funder ON budget_line (funder);

CREATE TABLE budget_amount (
  id INTEGER PRIMARY KEY,
  line INTEGER NOT NULL REFERENCES budget_line (id) ON DELETE CASCADE,
  year INTEGER,
  planned REAL,
  actual REAL,
  note TEXT
) STRICT;
CREATE INDEX budget_amount_line ON budget_amount (line, year);

CREATE TABLE instalment (
  id INTEGER PRIMARY KEY,
  line INTEGER NOT NULL REFERENCES budget_line (id) ON DELETE CASCADE,
  name TEXT,
  due TEXT,
  planned REAL,
  received TEXT,
  actual REAL,
  note TEXT
) STRICT;
CREATE INDEX instalment_line ON instalment (line, due);

CREATE TABLE review_text (
  id INTEGER PRIMARY KEY,
  type TEXT,
  year INTEGER,
  section TEXT,
  axis INTEGER REFERENCES axis (id) ON DELETE CASCADE,
  text TEXT
) STRICT;
CREATE INDEX review_text_year ON review_text (year, type);
CREATE INDEX review_text_axis ON review_text (axis);

CREATE TABLE mapping (
  id INTEGER PRIMARY KEY,
  kind TEXT,
  header TEXT,
  field TEXT
) STRICT;
