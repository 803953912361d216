-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 5: what an agreement was given on, minutes that keep all they say, a journal that stays small.
-- Released steps are never edited: a later version adds a file of its own.

-- The journal has its columns, and says more with them.
-- "entry" of a "do": the first of the entries that one continues, and is taken back with: what somebody types into one
-- field within a minute.
-- "compressed": 0 a changeset; 1 the same, by zlib; 2 what changed in a text; 3 the same, by zlib. What changed in a text
-- is, numbers being big-endian: the id of the earlier entry of the same field that made the text it begins with (8 bytes),
-- how many entries that goes back to one that is whole (1), a digest of that text (8), how many of its bytes stay at the
-- beginning (4) and at the end (4), and the bytes that stand between them now.
-- An entry's id where it was first written, where it stands here under another one: two entries of two copies had the same,
-- or it was too near the end of the numbers.
ALTER TABLE journal ADD COLUMN mark INTEGER;

-- What an agreement on an agenda and a validation of minutes were given on; beside the minutes, the other
-- documents that are kept of them once they are validated.
ALTER TABLE agreement ADD COLUMN fingerprint TEXT;
ALTER TABLE validation ADD COLUMN fingerprint TEXT;
CREATE TABLE minutes_document (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES minutes_version (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  sha256 TEXT,
  size INTEGER,
  data BLOB
) STRICT;
CREATE INDEX minutes_document_version ON minutes_document (version, id);

-- What an amendment to the minutes concerns, where that is no agenda item: a decision, the attendance, the opening, the
-- closing.
ALTER TABLE correction ADD COLUMN about TEXT;
ALTER TABLE correction ADD COLUMN decision INTEGER REFERENCES decision (id) ON DELETE SET NULL;
CREATE INDEX correction_decision ON correction (decision);

-- By how many months a tacit renewal prolongs the convention each time, and how often at most.
ALTER TABLE convention ADD COLUMN renewal_months INTEGER;
ALTER TABLE convention ADD COLUMN renewal_times INTEGER;

-- A dated word of follow-up on a decision.
ALTER TABLE followup ADD COLUMN decision INTEGER REFERENCES decision (id) ON DELETE CASCADE;
CREATE INDEX followup_decision ON followup (decision, date);

-- Who is responsible, of decisions, engagements and fiches: other persons beside the one in charge, and signatories as such.
CREATE TABLE decision_colead (
  decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (decision, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_colead_person ON decision_colead (person);
CREATE TABLE decision_charge (
  decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (decision, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_charge_party ON decision_charge (party);
CREATE TABLE engagement_colead (
  engagement INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (engagement, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX engagement_colead_person ON engagement_colead (person);
CREATE TABLE engagement_charge (
  engagement INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (engagement, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX engagement_charge_party ON engagement_charge (party);
CREATE TABLE fiche_colead (
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (fiche, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX fiche_colead_person ON fiche_colead (person);
CREATE TABLE fiche_charge (
  fiche INTEGER NOT NULL REFERENCES fiche (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (fiche, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX fiche_charge_party ON fiche_charge (party);

-- How a decision was taken, who voted what, and who has reservations: signatories.
ALTER TABLE decision ADD COLUMN taken TEXT;
ALTER TABLE decision ADD COLUMN reservations TEXT;
CREATE TABLE decision_favour (
  decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (decision, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_favour_party ON decision_favour (party);
CREATE TABLE decision_against (
  decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (decision, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_against_party ON decision_against (party);
CREATE TABLE decision_abstention (
  decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (decision, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_abstention_party ON decision_abstention (party);
CREATE TABLE decision_reserving (
  decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (decision, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_reserving_party ON decision_reserving (party);

-- How many have to be there for a meeting to decide.
ALTER TABLE convention ADD COLUMN quorum INTEGER;
ALTER TABLE convention ADD COLUMN quorum_of TEXT;
-- The life of the convention: its articles and what amendments make of them, what it asks an authorisation or an opinion
-- for, its words, disputes; and how it was ended before its time.
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  label TEXT,
  title TEXT,
  text TEXT,
  axis INTEGER REFERENCES axis (id) ON DELETE SET NULL,
  position REAL
) STRICT;
CREATE INDEX article_axis ON article (axis);
CREATE TABLE amendment (
  id INTEGER PRIMARY KEY,
  label TEXT,
  signed TEXT,
  effective TEXT,
  object TEXT NOT NULL,
  text TEXT,
  expires TEXT,
  renewal TEXT,
  renewal_months INTEGER,
  renewal_times INTEGER,
  notice_months INTEGER
) STRICT;
CREATE TABLE amendment_party (
  amendment INTEGER NOT NULL REFERENCES amendment (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (amendment, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_party_party ON amendment_party (party);
CREATE TABLE amendment_axis (
  amendment INTEGER NOT NULL REFERENCES amendment (id) ON DELETE CASCADE,
  axis INTEGER NOT NULL REFERENCES axis (id) ON DELETE CASCADE,
  PRIMARY KEY (amendment, axis)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_axis_axis ON amendment_axis (axis);
CREATE TABLE amendment_measure (
  amendment INTEGER NOT NULL REFERENCES amendment (id) ON DELETE CASCADE,
  measure INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
  PRIMARY KEY (amendment, measure)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_measure_measure ON amendment_measure (measure);
CREATE TABLE amendment_engagement (
  amendment INTEGER NOT NULL REFERENCES amendment (id) ON DELETE CASCADE,
  engagement INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
  PRIMARY KEY (amendment, engagement)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_engagement_engagement ON amendment_engagement (engagement);
CREATE TABLE amended (
  id INTEGER PRIMARY KEY,
  amendment INTEGER NOT NULL REFERENCES amendment (id) ON DELETE CASCADE,
  change TEXT NOT NULL,
  article INTEGER REFERENCES article (id) ON DELETE SET NULL,
  label TEXT,
  title TEXT,
  text TEXT,
  position REAL
) STRICT;
CREATE INDEX amended_amendment ON amended (amendment, position, id);
CREATE INDEX amended_article ON amended (article);
CREATE TABLE authorisation (
  id INTEGER PRIMARY KEY,
  object TEXT NOT NULL,
  sort TEXT NOT NULL,
  party INTEGER REFERENCES party (id) ON DELETE SET NULL,
  requester TEXT,
  fiche INTEGER REFERENCES fiche (id) ON DELETE SET NULL,
  asked TEXT,
  answer TEXT,
  answered TEXT,
  answered_by TEXT,
  start TEXT,
  finish TEXT,
  personal_data INTEGER,
  amendment INTEGER REFERENCES amendment (id) ON DELETE SET NULL,
  lapse TEXT,
  note TEXT,
  confidential INTEGER
) STRICT;
CREATE INDEX authorisation_party ON authorisation (party);
CREATE INDEX authorisation_fiche ON authorisation (fiche);
CREATE INDEX authorisation_amendment ON authorisation (amendment);
CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  definition TEXT,
  source TEXT
) STRICT;
CREATE TABLE dispute (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  raised TEXT,
  party INTEGER REFERENCES party (id) ON DELETE SET NULL,
  subject TEXT,
  meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
  outcome TEXT,
  settled TEXT,
  result TEXT,
  confidential INTEGER
) STRICT;
CREATE INDEX dispute_party ON dispute (party);
CREATE INDEX dispute_meeting ON dispute (meeting);
ALTER TABLE convention ADD COLUMN ended_by INTEGER REFERENCES party (id) ON DELETE SET NULL;
ALTER TABLE convention ADD COLUMN ended_notice TEXT;
ALTER TABLE convention ADD COLUMN ended_on TEXT;
ALTER TABLE convention ADD COLUMN ended_why TEXT;
CREATE INDEX convention_ended_by ON convention (ended_by);

-- What the convention says of time and duty: its clauses, the events that set some of them going, what answers a deadline,
-- and the calendar that was last made of the deadlines.
ALTER TABLE convention ADD COLUMN fiscal_month TEXT;
CREATE TABLE clause (
  id INTEGER PRIMARY KEY,
  article TEXT,
  title TEXT,
  text TEXT,
  sort TEXT,
  counted_from TEXT,
  event TEXT,
  day TEXT,
  number INTEGER,
  unit TEXT,
  direction TEXT,
  recurrence TEXT,
  limit_day INTEGER,
  limit_month TEXT,
  limit_rule TEXT,
  note TEXT,
  position REAL
) STRICT;
CREATE TABLE clause_party (
  clause INTEGER NOT NULL REFERENCES clause (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (clause, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX clause_party_party ON clause_party (party);
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  name TEXT,
  date TEXT,
  note TEXT
) STRICT;
CREATE TABLE fulfilment (
  id INTEGER PRIMARY KEY,
  clause INTEGER NOT NULL REFERENCES clause (id) ON DELETE CASCADE,
  due TEXT,
  done TEXT,
  who TEXT,
  proof TEXT
) STRICT;
CREATE INDEX fulfilment_clause ON fulfilment (clause, due);
CREATE TABLE calendar_entry (
  id INTEGER PRIMARY KEY,
  name TEXT,
  date TEXT,
  title TEXT,
  sequence INTEGER,
  stamp TEXT,
  gone INTEGER
) STRICT;
