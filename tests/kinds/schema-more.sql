-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of the kind and the field that only a test has: it follows the newest step of the schema.
ALTER TABLE engagement ADD COLUMN motto TEXT;
CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  axis INTEGER NOT NULL REFERENCES axis (id) ON DELETE CASCADE,
  label TEXT,
  title TEXT,
  state TEXT,
  borrower INTEGER REFERENCES party (id) ON DELETE SET NULL,
  since TEXT,
  back TEXT,
  quantity REAL,
  unit TEXT,
  insured INTEGER,
  note TEXT,
  confidential INTEGER,
  position REAL
) STRICT;
CREATE INDEX loan_axis ON loan (axis, position, id);
CREATE INDEX loan_borrower ON loan (borrower);
CREATE TABLE loan_party (
  loan INTEGER NOT NULL REFERENCES loan (id) ON DELETE CASCADE,
  party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  PRIMARY KEY (loan, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_party_party ON loan_party (party);
