-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: the committee's rules, and the life of a meeting and of its minutes. Released steps are never edited: a later
-- version adds a file of its own.

ALTER TABLE convention ADD COLUMN composition TEXT;
ALTER TABLE convention ADD COLUMN exceptional TEXT;
ALTER TABLE convention ADD COLUMN minutes_proposer INTEGER REFERENCES party (id) ON DELETE SET NULL;
ALTER TABLE convention ADD COLUMN minutes_validation TEXT;
ALTER TABLE convention ADD COLUMN public_meeting INTEGER;
ALTER TABLE convention ADD COLUMN sender TEXT;
ALTER TABLE convention ADD COLUMN place TEXT;
ALTER TABLE convention ADD COLUMN recipients TEXT;

ALTER TABLE party ADD COLUMN seats INTEGER;

ALTER TABLE person ADD COLUMN entity TEXT;
ALTER TABLE person ADD COLUMN alternate INTEGER REFERENCES person (id) ON DELETE SET NULL;
ALTER TABLE person ADD COLUMN term_start TEXT;
ALTER TABLE person ADD COLUMN term_end TEXT;

ALTER TABLE meeting ADD COLUMN requested TEXT;
ALTER TABLE meeting ADD COLUMN requester INTEGER REFERENCES party (id) ON DELETE SET NULL;
ALTER TABLE meeting ADD COLUMN reason TEXT;
ALTER TABLE meeting ADD COLUMN host INTEGER REFERENCES person (id) ON DELETE SET NULL;
ALTER TABLE meeting ADD COLUMN cohost INTEGER REFERENCES person (id) ON DELETE SET NULL;
ALTER TABLE meeting ADD COLUMN rapporteur INTEGER REFERENCES person (id) ON DELETE SET NULL;
ALTER TABLE meeting ADD COLUMN previous INTEGER REFERENCES meeting (id) ON DELETE SET NULL;
ALTER TABLE meeting ADD COLUMN proposed TEXT;

ALTER TABLE attendance ADD COLUMN role TEXT;
ALTER TABLE attendance ADD COLUMN reason TEXT;
ALTER TABLE attendance ADD COLUMN arrived TEXT;

ALTER TABLE item ADD COLUMN topic TEXT;
ALTER TABLE item ADD COLUMN fiche INTEGER REFERENCES fiche (id) ON DELETE SET NULL;
ALTER TABLE item ADD COLUMN elapsed INTEGER;
ALTER TABLE item ADD COLUMN adjourned INTEGER;
ALTER TABLE item ADD COLUMN previous INTEGER REFERENCES item (id) ON DELETE SET NULL;
CREATE INDEX item_fiche ON item (fiche);
CREATE INDEX item_previous ON item (previous);

ALTER TABLE decision ADD COLUMN type TEXT;
ALTER TABLE decision ADD COLUMN closed TEXT;
ALTER TABLE decision ADD COLUMN outcome TEXT;
ALTER TABLE decision ADD COLUMN confidential INTEGER;

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  date TEXT,
  name TEXT,
  note TEXT
) STRICT;
CREATE INDEX agreement_meeting ON agreement (meeting);
CREATE INDEX agreement_party ON agreement (party);

CREATE TABLE validation (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  party INTEGER REFERENCES party (id) ON DELETE CASCADE,
  date TEXT,
  name TEXT,
  note TEXT,
  version INTEGER REFERENCES minutes_version (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX validation_meeting ON validation (meeting);
CREATE INDEX validation_party ON validation (party);
CREATE INDEX validation_version ON validation (version);

CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item INTEGER REFERENCES item (id) ON DELETE SET NULL,
  party INTEGER REFERENCES party (id) ON DELETE SET NULL,
  name TEXT,
  date TEXT,
  old_text TEXT,
  new_text TEXT,
  state TEXT,
  reason TEXT,
  version INTEGER REFERENCES minutes_version (id) ON DELETE SET NULL,
  position REAL
) STRICT;
CREATE INDEX correction_meeting ON correction (meeting, position, id);
CREATE INDEX correction_item ON correction (item);
CREATE INDEX correction_party ON correction (party);
CREATE INDEX correction_version ON correction (version);

CREATE TABLE minutes_version (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  number INTEGER,
  date TEXT,
  sha256 TEXT,
  replaces INTEGER REFERENCES minutes_version (id) ON DELETE SET NULL,
  reason TEXT,
  size INTEGER,
  data BLOB
) STRICT;
CREATE INDEX minutes_version_meeting ON minutes_version (meeting, number);
CREATE INDEX minutes_version_replaces ON minutes_version (replaces);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item INTEGER REFERENCES item (id) ON DELETE CASCADE,
  name TEXT,
  mime TEXT,
  size INTEGER,
  sha256 TEXT,
  data BLOB,
  position REAL
) STRICT;
CREATE INDEX attachment_meeting ON attachment (meeting);
CREATE INDEX attachment_item ON attachment (item);

CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  name TEXT,
  size INTEGER,
  sha256 TEXT,
  data BLOB
) STRICT;
