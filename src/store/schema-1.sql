-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1. Released steps are never edited: a later version adds a file of its own.
-- Dates are ISO 8601 text, positions are fractional so that a move touches one record only.

CREATE TABLE convention (
  id INTEGER PRIMARY KEY,
  title TEXT,
  short_title TEXT,
  reference TEXT,
  signed TEXT,
  effective TEXT,
  duration_months INTEGER,
  expires TEXT,
  renewal TEXT,
  notice_months INTEGER,
  meetings_per_year INTEGER,
  object TEXT,
  steering TEXT
) STRICT;

CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  name TEXT,
  short_name TEXT,
  side INTEGER,
  representative TEXT,
  address TEXT,
  position REAL
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  civility TEXT,
  name TEXT,
  function TEXT,
  party INTEGER REFERENCES party (id) ON DELETE SET NULL,
  member INTEGER,
  email TEXT,
  phone TEXT,
  address TEXT,
  position REAL
) STRICT;
CREATE INDEX person_party ON person (party);

CREATE TABLE axis (
  id INTEGER PRIMARY KEY,
  label TEXT,
  title TEXT,
  summary TEXT,
  position REAL
) STRICT;

CREATE TABLE measure (
  id INTEGER PRIMARY KEY,
  axis INTEGER NOT NULL REFERENCES axis (id) ON DELETE CASCADE,
  label TEXT,
  title TEXT,
  summary TEXT,
  position REAL
) STRICT;
CREATE INDEX measure_axis ON measure (axis, position, id);

CREATE TABLE engagement (
  id INTEGER PRIMARY KEY,
  axis INTEGER NOT NULL REFERENCES axis (id) ON DELETE CASCADE,
  measure INTEGER REFERENCES measure (id) ON DELETE CASCADE,
  label TEXT,
  text TEXT,
  strength TEXT,
  status TEXT,
  progress INTEGER,
  due TEXT,
  priority INTEGER,
  lead INTEGER REFERENCES person (id) ON DELETE SET NULL,
  territory TEXT,
  quantity REAL,
  unit TEXT,
  note TEXT,
  reviewed TEXT,
  confidential INTEGER,
  position REAL
) STRICT;
CREATE INDEX engagement_axis ON engagement (axis, measure, position, id, status, due, progress);
CREATE INDEX engagement_status ON engagement (status, due);
CREATE INDEX engagement_due ON engagement (due, id, status);
CREATE INDEX engagement_measure ON engagement (measure);
CREATE INDEX engagement_lead ON engagement (lead);

CREATE TABLE engagement_party (
  engagement INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (engagement, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX engagement_party_party ON engagement_party (party);

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  type TEXT,
  title TEXT,
  date TEXT,
  time TEXT,
  end_time TEXT,
  place TEXT,
  chair INTEGER REFERENCES person (id) ON DELETE SET NULL,
  minutes TEXT,
  introduction TEXT,
  conclusion TEXT,
  next_date TEXT,
  next_place TEXT
) STRICT;
CREATE INDEX meeting_date ON meeting (date);
CREATE INDEX meeting_chair ON meeting (chair);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  state TEXT,
  represented_by TEXT,
  position REAL
) STRICT;
CREATE INDEX attendance_meeting ON attendance (meeting, position, id);
CREATE INDEX attendance_person ON attendance (person);

CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  label TEXT,
  title TEXT,
  presenter TEXT,
  duration INTEGER,
  notes TEXT,
  position REAL
) STRICT;
CREATE INDEX item_meeting ON item (meeting, position, id);

CREATE TABLE fiche (
  id INTEGER PRIMARY KEY,
  label TEXT,
  title TEXT,
  axis INTEGER REFERENCES axis (id) ON DELETE SET NULL,
  status TEXT,
  lead INTEGER REFERENCES person (id) ON DELETE SET NULL,
  summary TEXT,
  quantitative TEXT,
  qualitative TEXT,
  partners TEXT,
  publics TEXT,
  territory TEXT,
  means TEXT,
  start TEXT,
  due TEXT,
  confidential INTEGER,
  position REAL
) STRICT;
CREATE INDEX fiche_axis ON fiche (axis);
CREATE INDEX fiche_lead ON fiche (lead);

CREATE TABLE fiche_measure (
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  measure INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
  PRIMARY KEY (fiche, measure)
) STRICT, WITHOUT ROWID;
CREATE INDEX fiche_measure_measure ON fiche_measure (measure);

CREATE TABLE fiche_party (
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (fiche, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX fiche_party_party ON fiche_party (party);

CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  title TEXT,
  due TEXT,
  status TEXT,
  position REAL
) STRICT;
CREATE INDEX step_fiche ON step (fiche, position, id);

CREATE TABLE contribution (
  id INTEGER PRIMARY KEY,
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  party INTEGER REFERENCES party (id) ON DELETE CASCADE,
  text TEXT,
  position REAL
) STRICT;
CREATE INDEX contribution_fiche ON contribution (fiche, position, id);
CREATE INDEX contribution_party ON contribution (party);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item INTEGER REFERENCES item (id) ON DELETE SET NULL,
  label TEXT,
  text TEXT,
  lead INTEGER REFERENCES person (id) ON DELETE SET NULL,
  due TEXT,
  status TEXT,
  engagement INTEGER REFERENCES engagement (id) ON DELETE SET NULL,
  fiche INTEGER REFERENCES fiche (id) ON DELETE SET NULL,
  position REAL
) STRICT;
CREATE INDEX decision_meeting ON decision (meeting, position, id);
CREATE INDEX decision_item ON decision (item);
CREATE INDEX decision_lead ON decision (lead);
CREATE INDEX decision_engagement ON decision (engagement);
CREATE INDEX decision_fiche ON decision (fiche);

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  name TEXT,
  unit TEXT,
  axis INTEGER REFERENCES axis (id) ON DELETE SET NULL,
  engagement INTEGER REFERENCES engagement (id) ON DELETE SET NULL,
  baseline_value REAL,
  baseline_date TEXT,
  source TEXT,
  position REAL
) STRICT;
CREATE INDEX indicator_axis ON indicator (axis);
CREATE INDEX indicator_engagement ON indicator (engagement);

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  indicator INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
  value REAL,
  date TEXT,
  note TEXT
) STRICT;
CREATE INDEX target_indicator ON target (indicator, date);

CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  indicator INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
  value REAL,
  date TEXT,
  note TEXT
) STRICT;
CREATE INDEX observation_indicator ON observation (indicator, date);

-- What follows is not recorded in the journal.

-- verb: create (the file), do, undo, redo or merge. Undo and redo name the entry they act on. An entry that came with a
-- merge names the merge in "part_of".
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  time TEXT NOT NULL,
  author TEXT,
  name TEXT NOT NULL,
  verb TEXT NOT NULL,
  entry INTEGER,
  part_of INTEGER,
  compressed INTEGER NOT NULL,
  changeset BLOB NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;
