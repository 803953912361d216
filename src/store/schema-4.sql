-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4: the text of the convention as it was taken over, and what each of its passages was proposed to become.
-- Released steps are never edited: a later version adds a file of its own.

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT,
  title TEXT,
  taken TEXT,
  size INTEGER,
  sha256 TEXT,
  data BLOB
) STRICT;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  type TEXT,
  level INTEGER,
  state TEXT,
  change TEXT,
  changed TEXT,
  reading TEXT,
  doubtful INTEGER,
  label TEXT,
  text TEXT,
  article TEXT,
  parties TEXT,
  strength TEXT,
  due TEXT,
  quantity REAL,
  unit TEXT,
  side TEXT,
  representative TEXT,
  address TEXT,
  start INTEGER,
  finish INTEGER,
  record INTEGER,
  position REAL
) STRICT;
CREATE INDEX passage_source ON passage (source, position, id);
CREATE INDEX passage_record ON passage (record);
