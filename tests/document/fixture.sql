-- SPDX-License-Identifier: GPL-3.0-or-later
-- A small convention with marked records: their words begin with "zz" and may appear nowhere in public.
INSERT INTO convention (id, title, short_title, signed, duration_months, renewal, notice_months, meetings_per_year)
  VALUES (1, 'Convention of the test', 'Test 2023–2026', '2023-01-01', 36, 'none', 2, 1);
INSERT INTO party (id, name, short_name, side, position) VALUES
  (1, 'Ministry of Schools', 'Schools', 1, 1.0), (2, 'Union of Makers', NULL, 2, 2.0);
INSERT INTO person (id, civility, name, function, party, member, position) VALUES
  (1, 'Mme', 'Anne Aubert', 'Head of office', 1, 1, 1.0), (2, 'M.', 'Bruno Bloch', 'DG', 2, 1, 2.0),
  (3, 'M.', 'Cyril Caron', 'Expert', NULL, 0, 3.0), (4, NULL, 'Dominique Duval', NULL, 2, 1, 4.0);
INSERT INTO axis (id, label, title, position) VALUES (1, '1', 'Discover', 1.0), (2, NULL, 'Train', 2.0), (3, 'Annexe 2', 'Report', 3.0);
INSERT INTO measure (id, axis, label, title, position) VALUES (11, 1, '1.1', 'Visits', 2.0), (12, 1, '1.2', 'Talks', 1.0);
INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, lead, quantity, unit, note, confidential, position) VALUES
  (101, 1, 11, '1.1', 'Open the workshops', 'must', 'done', 100, '2023-06-30', 1, 12.5, 'visits', NULL, 0, 1.0),
  (102, 1, 11, '1.1', 'Pay the buses', 'must', 'in_progress', 7, '2023-12-31', 2, NULL, NULL, 'Half of them.', 0, 2.0),
  (103, 1, 12, NULL, 'Send speakers', 'may', 'planned', NULL, '2024-12-31', NULL, NULL, NULL, NULL, 0, 1.0),
  (104, 1, 11, '1.1', 'zzbudget is negotiated', 'must', 'planned', NULL, '2023-03-31', NULL, NULL, NULL, 'zznote', 1, 3.0),
  (105, 1, NULL, '1', 'Publish a guide', 'must', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 9.0),
  (201, 2, NULL, NULL, 'Train the tutors', 'must', 'abandoned', NULL, '2023-01-31', NULL, NULL, NULL, NULL, 0, 1.0);
INSERT INTO engagement_party (engagement, party) VALUES (101, 1), (101, 2), (102, 2), (103, 1), (104, 1), (104, 2), (201, 1);
INSERT INTO fiche (id, label, title, axis, status, lead, summary, quantitative, qualitative, partners, publics, territory, means, start, due, confidential, position) VALUES
  (1, 'F1', 'Open doors', 1, 'in_progress', 1, 'Show the workshops.', '- 200 classes', '- better known trades', 'Regions', 'Pupils', 'National', 'Two buses.', '2023-01-15', '2024-06-30', 0, 1.0),
  (2, 'F2', 'zzfiche', 2, 'planned', NULL, 'zzsummary', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2024-02-01', 1, 2.0);
INSERT INTO fiche_measure (fiche, measure) VALUES (1, 11), (1, 12);
INSERT INTO fiche_party (fiche, party) VALUES (1, 1), (1, 2);
INSERT INTO step (id, fiche, title, due, status, position) VALUES
  (1, 1, 'Choose the sites', '2023-03-31', 'done', 1.0), (2, 1, 'Count the classes', NULL, 'planned', 2.0), (3, 2, 'zzstep', '2023-10-01', 'planned', 1.0);
INSERT INTO contribution (id, fiche, party, text, position) VALUES
  (1, 1, 1, 'Find the classes', 1.0), (2, 1, 2, 'Find the firms', 2.0), (3, 2, 2, 'zzcontribution', 1.0);
INSERT INTO meeting (id, type, title, date, time, end_time, place, chair, minutes, introduction, conclusion, next_date, next_place) VALUES
  (1, 'ordinary', 'First meeting', '2023-02-07', '14:30', '17:00', 'Paris', 1, 'validated', 'The chair opens the meeting.', 'The meeting is closed.', '2023-11-14', 'Lyon'),
  (2, 'exceptional', NULL, '2023-11-14', '09:05', NULL, NULL, NULL, 'draft', NULL, NULL, NULL, NULL);
INSERT INTO attendance (id, meeting, person, state, represented_by, position) VALUES
  (1, 1, 1, 'present', NULL, 1.0), (2, 1, 2, 'represented', 'Dominique Duval', 2.0), (3, 1, 3, 'present', NULL, 3.0), (4, 1, 4, 'excused', NULL, 4.0),
  (5, 2, 1, NULL, NULL, 1.0);
INSERT INTO item (id, meeting, label, title, presenter, notes, position) VALUES
  (1, 1, '1', 'Report of the year', 'Bruno Bloch', 'A good year:
- visits;
- talks.
It goes on.', 1.0), (2, 1, '2', 'Priorities', NULL, NULL, 2.0), (3, 2, 'A', 'Only item', NULL, NULL, 1.0);
INSERT INTO decision (id, meeting, item, label, text, lead, due, status, engagement, fiche, position) VALUES
  (1, 1, 1, 'D1', 'Write to the regions', 2, '2023-05-31', 'done', 101, 1, 1.0),
  (2, 1, NULL, NULL, 'Meet again', NULL, NULL, NULL, 104, 2, 2.0);
INSERT INTO indicator (id, name, unit, axis, engagement, baseline_value, position) VALUES (1, 'Classes', 'classes', 1, 101, 0, 1.0);
INSERT INTO target (id, indicator, value, date) VALUES (1, 1, 200, '2024-06-30');
