-- SPDX-License-Identifier: GPL-3.0-or-later
-- After fixture.sql: the life of its meetings.
UPDATE convention SET sender = 'Ministry of Schools' || char (10) || '1 Main Street', place = 'Paris', minutes_validation = 'all', minutes_proposer = 2;
UPDATE party SET address = '2 Mill Lane' || char (10) || 'Lyon' WHERE id = 2;
UPDATE person SET email = 'anne@schools.example', alternate = NULL WHERE id = 1;
UPDATE person SET email = 'bruno@makers.example', entity = 'Works; design', alternate = 4 WHERE id = 2;
UPDATE person SET email = 'cyril "cc"@example' WHERE id = 3;
UPDATE person SET email = 'dominique@makers.example', member = 0 WHERE id = 4;
INSERT INTO meeting (id, type, title, date, time, end_time, place, chair, minutes, requested, requester, reason, proposed, previous) VALUES
  (3, 'exceptional', 'Third meeting', '2024-03-20', '23:30', NULL, 'Room 4, Paris; 2nd floor', 1, 'proposed', 'party', 2, 'Delays', '2024-03-25', 1),
  (4, 'workshop', NULL, NULL, NULL, NULL, NULL, NULL, 'draft', NULL, NULL, NULL, NULL, NULL);
INSERT INTO attendance (id, meeting, person, state, represented_by, role, reason, arrived, position) VALUES
  (31, 3, 1, 'present', NULL, 'member', NULL, '23:45', 1.0), (32, 3, 2, 'excused', NULL, 'member', NULL, NULL, 2.0),
  (33, 3, 3, 'present', NULL, 'expert', 'to speak of buses', NULL, 3.0);
INSERT INTO item (id, meeting, label, title, presenter, duration, notes, fiche, adjourned, position) VALUES
  (31, 3, NULL, 'Approve', 'Anne Aubert', 45, 'Nothing to say.', NULL, NULL, 1.0), (32, 3, NULL, 'Doors, open; or not', NULL, 60, NULL, 1, 1, 2.0),
  (33, 3, NULL, 'zzitem', NULL, 15, 'zznotes', 2, NULL, 3.0), (34, 3, NULL, 'Any other business', NULL, NULL, NULL, NULL, NULL, 4.0),
  (35, 3, NULL, 'Late', NULL, 5, NULL, NULL, NULL, 5.0);
INSERT INTO decision (id, meeting, item, label, text, lead, due, status, type, closed, outcome, confidential, fiche, position) VALUES
  (31, 3, 31, '2024-1-01', 'Keep on', 2, '2024-05-31', 'planned', 'decision', NULL, NULL, 0, NULL, 1.0),
  (32, 3, 31, '2024-1-02', 'Count', NULL, NULL, NULL, 'action', NULL, NULL, NULL, NULL, 2.0),
  (33, 3, 31, '2024-1-03', 'zzdecision', NULL, '2024-04-30', NULL, 'decision', NULL, NULL, 1, 1, 3.0),
  (34, 3, 33, '2024-1-04', 'zzother', NULL, '2024-04-15', NULL, 'decision', NULL, NULL, 0, NULL, 4.0);
UPDATE decision SET closed = '2023-06-02', outcome = 'They answered.' WHERE id = 1;
UPDATE decision SET due = '2023-12-31' WHERE id = 2;
INSERT INTO agreement (id, meeting, party, date, name, note) VALUES (1, 3, 1, '2024-03-01', 'Anne Aubert', 'In haste');
INSERT INTO validation (id, meeting, party, date, name) VALUES (1, 3, 2, '2024-03-28', 'Bruno Bloch');
INSERT INTO correction (id, meeting, item, party, name, date, old_text, new_text, state, reason, position) VALUES
  (1, 3, 31, 1, 'Anne Aubert', '2024-03-26', 'Nothing to say.', 'Little to say.', 'refused', 'It was nothing.', 1.0),
  (2, 3, NULL, 2, NULL, NULL, NULL, 'A word of thanks.', 'proposed', NULL, 2.0),
  (3, 3, 33, 1, NULL, NULL, 'zzold', 'zznew', 'accepted', NULL, 3.0);
INSERT INTO attachment (id, meeting, item, name, position) VALUES (1, 3, 31, 'minutes.odt', 1.0), (2, 3, 33, 'zzfile.pdf', 2.0), (3, 3, NULL, 'map.pdf', 3.0);
INSERT INTO minutes_version (id, meeting, number, date, replaces, reason) VALUES
  (1, 1, 1, '2023-03-01', NULL, NULL), (2, 1, 2, NULL, 1, 'A wrong name');
INSERT INTO validation (id, meeting, party, date, name, version) VALUES
  (2, 1, 1, '2023-02-20', 'Anne Aubert', 1), (3, 1, 2, '2023-03-05', 'Bruno Bloch', NULL);
