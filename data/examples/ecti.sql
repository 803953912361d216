-- SPDX-License-Identifier: GPL-3.0-or-later
-- The convention of 27 June 2024 between the ministry and ECTI: parties, dates, articles and figures are those
-- of the convention, in our own words. The members of the committee, its meetings, its decisions and the values
-- observed are invented.

-- Signatories --------------------------------------------------------------------------------------

INSERT INTO party (id, name, short_name, side, representative, address, position, seats) VALUES
  (1, 'Ministère de l’Éducation nationale et de la Jeunesse', 'Éducation nationale', 1,
   'Édouard Geffray, directeur général de l’enseignement scolaire', '110 rue de Grenelle
75537 Paris SP 07', 1.0, 1),
  (2, 'Association ECTI Professionnels Seniors', 'ECTI', 2,
   'Louis Laurent-Mazerolle, président de l’association', '78 rue Championnet
75018 Paris', 2.0, 1);

-- Convention ---------------------------------------------------------------------------------------

INSERT INTO convention (id, title, short_title, signed, effective, duration_months, renewal, notice_months,
  meetings_per_year, object, steering, composition, exceptional, public_meeting, minutes_proposer, minutes_validation, sender, place, recipients) VALUES
  (1, 'Convention de coopération entre le ministère de l’Éducation nationale et de la Jeunesse et l’association ECTI Professionnels Seniors',
   'Éducation nationale – ECTI, 2024–2029', '2024-06-27', '2024-06-27', 60, 'conditional', 6, 1,
   'Le ministère et ECTI, association de 2 000 seniors bénévoles, font découvrir aux élèves et aux apprentis le monde du travail pour les aider à s’orienter, à s’insérer et à entreprendre. La convention nationale peut être déclinée par les régions académiques, selon leurs moyens. Six mois avant la fin, ECTI signale l’échéance et les deux parties examinent la suite.',
   'Deux sièges, un pour la direction générale de l’enseignement scolaire et un pour ECTI. Le comité se réunit au moins une fois l’an, sur un ordre du jour proposé à deux et nourri par les comités régionaux. ECTI rédige le compte rendu, que les deux parties amendent puis valident. Des régions ou des experts peuvent être invités ; une séance exceptionnelle se décide en commun.', 'one_by_party', 'joint_conciliation', 0, 2, 'all', 'Direction générale de l’enseignement scolaire
110 rue de Grenelle
75357 Paris SP 07', 'Paris', 'Les deux parties à la convention
Les délégués de région académique à la formation professionnelle
Les délégués régionaux d’ECTI');

-- Persons: one seat for each party, then those who are invited ------------------------------------

INSERT INTO person (id, civility, name, function, party, member, email, position, entity, alternate, term_start, term_end) VALUES
  (11, 'Mme', 'Marion Tessier', 'Adjointe à la sous-directrice des lycées et de la formation professionnelle', 1, 1, 'marion.tessier@education.example.org', 1.0, 'Direction générale de l’enseignement scolaire', 13, '2024-06-27', NULL),
  (12, 'M.', 'Yann Le Bihan', 'Délégué de région académique à la formation professionnelle', 1, 0, 'yann.lebihan@bretagne.example.org', 2.0, 'Région académique Bretagne', NULL, NULL, NULL),
  (13, 'Mme', 'Soraya Amrani', 'Chargée de mission école-entreprise', 1, 0, 'soraya.amrani@education.example.org', 3.0, 'Direction générale de l’enseignement scolaire', NULL, '2024-06-27', NULL),
  (21, 'M.', 'Gérard Vidalenc', 'Vice-président chargé de l’enseignement', 2, 1, 'gerard.vidalenc@ecti.example.org', 4.0, 'Conseil national d’ECTI', 23, '2024-06-27', NULL),
  (22, 'Mme', 'Monique Bertin', 'Déléguée régionale en Bretagne', 2, 0, 'monique.bertin@ecti.example.org', 5.0, 'Délégation ECTI de Bretagne', NULL, NULL, NULL),
  (23, 'M.', 'Alain Castaing', 'Responsable du mentorat', 2, 0, 'alain.castaing@ecti.example.org', 6.0, 'Conseil national d’ECTI', NULL, '2024-06-27', NULL);

-- Axes: articles 3 to 8, without measures ---------------------------------------------------------

INSERT INTO axis (id, label, title, summary, position) VALUES
  (3, '3', 'Découverte, promotion, attractivité des métiers et des parcours de formation',
   'Ateliers, témoignages, visites et stages d’observation, de la troisième au lycée.', 1.0),
  (4, '4', 'Favoriser les parcours d’excellence des apprenants et sécuriser leur insertion professionnelle',
   'Préparation aux périodes en entreprise et à l’emploi, accompagnement particulier.', 2.0),
  (5, '5', 'Développer des actions pour initier les élèves à la démarche entrepreneuriale',
   'Créativité, projet, rencontre d’entrepreneurs, entreprise simulée.', 3.0),
  (6, '6', 'Sécuriser les parcours et lutter contre le décrochage scolaire',
   'Mentorat, tutorat et remobilisation des élèves fragiles.', 4.0),
  (7, '7', 'Développer des outils pédagogiques', 'Ressources tirées de situations professionnelles vraies ou simulées.', 5.0),
  (8, '8', 'Promotion de la mixité, de la diversité et de l’inclusion', 'Une exigence qui traverse toutes les actions.', 6.0);

-- Engagements of axis 3 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  quantity, unit, note, reviewed, confidential, position) VALUES
  (301, 3, NULL, '3', 'Contribuer au projet d’orientation des élèves, de la troisième à la terminale, dans les trois voies',
   'must', 'in_progress', 30, NULL, 2025, 21, 'National', NULL, NULL, 'Neuf délégations régionales actives.', '2025-03-20', 0, 1.0),
  (302, 3, NULL, '3', 'Bâtir avec les services d’orientation et les bureaux des entreprises des actions de découverte du travail',
   'must', 'in_progress', 35, '2026-06-30', 2025, 21, 'National', NULL, NULL, '140 bureaux des entreprises contactés.', '2025-03-20', 0, 2.0),
  (303, 3, NULL, '3', 'Animer des ateliers sur l’entreprise et ses métiers, y compris ceux qui naissent',
   'may', 'in_progress', 40, NULL, NULL, 22, 'National', NULL, NULL, '212 ateliers en un an.', '2025-03-20', 0, 3.0),
  (304, 3, NULL, '3', 'Expliquer comment vit une entreprise : organisation, numérique, intelligence artificielle, responsabilité sociale',
   'may', 'in_progress', 25, NULL, NULL, 22, 'National', NULL, NULL, NULL, '2025-03-20', 0, 4.0),
  (305, 3, NULL, '3', 'Envoyer des professionnels en classe, dans les conférences et les forums',
   'may', 'in_progress', 45, NULL, NULL, 22, 'National', NULL, NULL, '96 forums.', '2025-03-20', 0, 5.0),
  (306, 3, NULL, '3', 'Suivre les élèves de troisième et de seconde pendant leur stage d’observation',
   'may', 'planned', 0, '2025-06-30', 2025, NULL, 'National', NULL, NULL, NULL, NULL, 0, 6.0),
  (307, 3, NULL, '3', 'Mener des visites d’entreprises',
   'may', 'in_progress', 20, NULL, NULL, NULL, 'National', NULL, NULL, NULL, '2025-03-20', 0, 7.0),
  (308, 3, NULL, '3', 'Inviter les entreprises du réseau à prendre des élèves de troisième, en REP et REP+ notamment',
   'may', 'in_progress', 50, '2025-12-31', NULL, 21, 'National', NULL, NULL, 'Courrier à 1 100 entreprises.', '2025-03-20', 0, 8.0),
  (309, 3, NULL, '3', 'Les inviter de même à prendre des élèves de seconde et à déposer leurs offres sur « 1jeune1solution »',
   'may', 'in_progress', 50, '2025-05-30', 2025, 21, 'National', NULL, NULL, NULL, '2025-03-20', 0, 9.0),
  (310, 3, NULL, '3', 'Éveiller les élèves à la transition énergétique et au numérique, ses métiers et son secteur',
   'must', 'planned', 10, NULL, NULL, 21, 'National', NULL, NULL, NULL, '2025-03-20', 0, 10.0);

-- Engagements of axis 4 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  quantity, unit, note, reviewed, confidential, position) VALUES
  (401, 4, NULL, '4', 'Accorder leurs actions pour aider les jeunes, en premier ceux de la voie professionnelle, à trouver un emploi',
   'must', 'in_progress', 30, NULL, NULL, 11, 'National', NULL, NULL, NULL, '2025-03-20', 0, 1.0),
  (402, 4, NULL, '4', 'Ouvrir à ECTI les modules d’insertion de terminale professionnelle',
   'must', 'in_progress', 40, '2025-09-01', 2025, 11, 'National', 91, 'heures', 'Note aux délégués régionaux le 4 novembre 2024.', '2025-03-20', 0, 2.0),
  (403, 4, NULL, '4', 'Tenir des ateliers pour chercher un stage puis un emploi : CV, lettre, entretien, réseaux sociaux',
   'may', 'in_progress', 55, NULL, NULL, 22, 'National', NULL, NULL, '178 ateliers en un an.', '2025-03-20', 0, 3.0),
  (404, 4, NULL, '4', 'Préparer les élèves de tout niveau à se conduire en entreprise avant leur stage',
   'may', 'in_progress', 45, NULL, NULL, 22, 'National', NULL, NULL, NULL, '2025-03-20', 0, 4.0),
  (405, 4, NULL, '4', 'Intervenir à la demande d’un lycée ou d’une classe : accompagnement, mentorat, entretiens simulés',
   'may', 'in_progress', 35, NULL, NULL, NULL, 'National', NULL, NULL, NULL, '2025-03-20', 0, 5.0),
  (406, 4, NULL, '4', 'Soutenir individuellement ceux qui en ont besoin : mentorat, tutorat, parrainage',
   'may', 'in_progress', 25, NULL, NULL, 23, 'National', NULL, NULL, 'Situations personnelles : ne pas diffuser.', '2025-03-20', 1, 6.0);

-- Engagements of axis 5 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  note, reviewed, confidential, position) VALUES
  (501, 5, NULL, '5', 'Donner aux élèves, par des activités, le goût d’entreprendre',
   'must', 'in_progress', 25, NULL, NULL, 21, 'National', NULL, '2025-03-20', 0, 1.0),
  (502, 5, NULL, '5', 'Proposer des ateliers de créativité', 'may', 'in_progress', 30, NULL, NULL, 22, 'Bretagne, Occitanie', NULL, '2025-03-20', 0, 2.0),
  (503, 5, NULL, '5', 'Faire rencontrer des entrepreneurs et écouter leur histoire', 'may', 'in_progress', 50, NULL, NULL, 22, 'National', '44 rencontres.', '2025-03-20', 0, 3.0),
  (504, 5, NULL, '5', 'Enseigner en atelier comment se conduit un projet', 'may', 'planned', 0, '2025-12-31', NULL, NULL, 'National', NULL, NULL, 0, 4.0),
  (505, 5, NULL, '5', 'Simuler la création d’une entreprise, du début à la fin', 'may', 'abandoned', 0, NULL, NULL, NULL, 'National', 'D’autres associations le font déjà ; décidé le 20 mars 2025.', '2025-03-20', 0, 5.0);

-- Engagements of axis 6 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  note, reviewed, confidential, position) VALUES
  (601, 6, NULL, '6', 'Travailler davantage ensemble pour sécuriser les parcours et prévenir le décrochage',
   'must', 'in_progress', 30, NULL, 2025, 11, 'National', NULL, '2025-03-20', 0, 1.0),
  (602, 6, NULL, '6', 'Accompagner spécialement les élèves les plus fragiles', 'must', 'in_progress', 35, NULL, NULL, 23, 'National', NULL, '2025-03-20', 0, 2.0),
  (603, 6, NULL, '6', 'Aider à déployer « Ambition emploi » : stages trouvés, rencontres avec des recruteurs',
   'may', 'in_progress', 20, '2025-10-31', 2025, 23, 'Académies volontaires', 'Trois académies sur huit prévues.', '2025-03-20', 0, 3.0),
  (604, 6, NULL, '6', 'Offrir un mentorat pour trouver stage ou contrat, mieux travailler et reprendre confiance',
   'may', 'in_progress', 60, NULL, NULL, 23, 'National', '310 binômes, dont 120 apprentis du projet ORA.', '2025-03-20', 0, 4.0),
  (605, 6, NULL, '6', 'Assurer du tutorat', 'may', 'in_progress', 40, NULL, NULL, 23, 'National', NULL, '2025-03-20', 0, 5.0),
  (606, 6, NULL, '6', 'Ouvrir des ateliers de remobilisation', 'may', 'planned', 0, NULL, NULL, NULL, 'National', NULL, NULL, 0, 6.0),
  (607, 6, NULL, '6', 'Former aux compétences clés et à ce qu’attendent les employeurs', 'may', 'done', 100, '2025-02-28', NULL, 22, 'Bretagne', 'Module essayé dans six lycées, prêt à être repris.', '2025-03-20', 0, 7.0);

-- Engagements of axes 7 and 8 -----------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  note, reviewed, confidential, position) VALUES
  (701, 7, NULL, '7', 'Concevoir et valoriser ensemble des ressources pédagogiques nées de cas professionnels',
   'must', 'planned', 10, '2026-03-31', NULL, 13, 'National', NULL, '2025-03-20', 0, 1.0),
  (702, 7, NULL, '7', 'Produire des ressources pour élèves ou enseignants, en accord avec l’inspection générale',
   'may', 'planned', 0, NULL, NULL, 21, 'National', NULL, NULL, 0, 2.0),
  (801, 8, NULL, '8', 'Rechercher mixité et inclusion dans chaque action où elles ont un sens',
   'must', 'in_progress', 30, NULL, NULL, 13, 'National', NULL, '2025-03-20', 0, 1.0),
  (802, 8, NULL, '8', 'Rendre les actions accessibles aux personnes handicapées, en ligne aussi, et leur en proposer de particulières',
   'must', 'in_progress', 15, '2025-12-31', NULL, NULL, 'National', NULL, '2025-03-20', 0, 2.0),
  (803, 8, NULL, '8', 'Mettre en avant, par ces actions, les femmes et la mixité dans les secteurs qui embauchent',
   'must', 'in_progress', 20, NULL, NULL, 21, 'National', NULL, '2025-03-20', 0, 3.0);

-- Who is committed: both, then the ministry, then ECTI --------------------------------------------

INSERT INTO engagement_party (engagement, party)
  SELECT engagement.id, party.id FROM engagement, party WHERE engagement.id IN (401, 601, 701, 801, 802, 803);

INSERT INTO engagement_party (engagement, party) VALUES (402, 1);

INSERT INTO engagement_party (engagement, party)
  SELECT id, 2 FROM engagement WHERE id IN (
    301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 403, 404, 405, 406, 501, 502, 503, 504, 505,
    602, 603, 604, 605, 606, 607, 702);

-- Fiches action ------------------------------------------------------------------------------------

INSERT INTO fiche (id, label, title, axis, status, lead, summary, quantitative, qualitative, partners, publics,
  territory, means, start, due, confidential, position) VALUES
  (1, 'F1', 'Un senior par bureau des entreprises', 3, 'in_progress', 21,
   'Donner à chaque bureau des entreprises volontaire un correspondant d’ECTI qui prépare avec lui le programme de l’année.',
   '- 400 lycées professionnels en trois ans', '- une rencontre par trimestre
- un programme écrit', 'Délégués régionaux, comités locaux école-entreprise', 'Lycéens professionnels', 'National',
   'Bénévoles ; frais de déplacement remboursés par ECTI.', '2024-09-02', '2027-07-02', 0, 1.0),
  (2, 'F2', 'Mentorat des apprentis et des élèves fragiles', 6, 'in_progress', 23,
   'Mettre un bénévole formé aux côtés de chaque jeune qui le demande, pour six mois au moins.',
   '- 500 binômes par an', '- un entretien toutes les deux semaines
- une formation d’une journée pour chaque mentor', 'Collectif Mentorat', 'Apprentis, lycéens', 'National',
   'Convention ORA déjà signée pour les apprentis.', '2024-09-02', '2026-07-03', 0, 2.0);

INSERT INTO fiche_party (fiche, party) VALUES (1, 1), (1, 2), (2, 1), (2, 2);

INSERT INTO step (id, fiche, title, due, status, position) VALUES
  (101, 1, 'Désigner un correspondant dans chaque région', '2024-12-20', 'done', 1.0),
  (102, 1, 'Atteindre 150 lycées', '2025-07-04', 'in_progress', 2.0),
  (103, 1, 'Atteindre 400 lycées', '2027-07-02', 'planned', 3.0),
  (201, 2, 'Former 200 mentors', '2025-06-30', 'in_progress', 1.0),
  (202, 2, 'Mesurer les effets du mentorat', '2026-07-03', 'planned', 2.0);

INSERT INTO contribution (id, fiche, party, text, position) VALUES
  (101, 1, 1, 'Donner la liste des bureaux volontaires', 1.0),
  (102, 1, 2, 'Désigner et former les correspondants', 2.0),
  (201, 2, 1, 'Faire connaître l’offre aux lycées et aux CFA', 1.0),
  (202, 2, 2, 'Recruter, former et suivre les mentors', 2.0);

-- Meetings: ECTI writes the minutes, both parties amend and validate them --------------------------

INSERT INTO meeting (id, type, title, date, time, end_time, place, chair, minutes, introduction, conclusion, next_date, next_place, requested, requester, reason, host, cohost, rapporteur, previous, proposed) VALUES
  (1, 'ordinary', 'Comité national de pilotage 2025', '2025-03-20', '14:00', '16:00', '110 rue de Grenelle, Paris', 11, 'amended',
   'Mme Tessier ouvre la séance. C’est la première depuis la signature de juin 2024. La région académique Bretagne, qui prépare une convention de déclinaison, est invitée.',
   'La séance est levée à 16 heures.', '2026-03-19', '78 rue Championnet, Paris', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2025-04-03'),
  (2, 'ordinary', 'Comité national de pilotage 2026', '2026-03-19', '14:00', '16:00', '78 rue Championnet, Paris', 21, 'draft', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL);

INSERT INTO attendance (id, meeting, person, state, represented_by, position, role, reason, arrived) VALUES
  (101, 1, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (102, 1, 12, 'present', NULL, 2.0, 'guest', 'Région académique qui prépare une convention de déclinaison', NULL),
  (103, 1, 13, 'present', NULL, 3.0, 'expert', 'Suivi des bureaux des entreprises', NULL),
  (104, 1, 21, 'present', NULL, 4.0, 'member', NULL, NULL),
  (105, 1, 22, 'present', NULL, 5.0, 'guest', 'Délégation concernée par la déclinaison', '14:20'),
  (106, 1, 23, 'excused', NULL, 6.0, 'expert', 'Suivi du mentorat', NULL),
  (201, 2, 11, NULL, NULL, 1.0, 'member', NULL, NULL),
  (202, 2, 13, NULL, NULL, 2.0, 'expert', 'Suivi des bureaux des entreprises', NULL),
  (203, 2, 21, NULL, NULL, 3.0, 'member', NULL, NULL),
  (204, 2, 23, NULL, NULL, 4.0, 'expert', 'Suivi du mentorat', NULL);

INSERT INTO item (id, meeting, label, title, presenter, duration, notes, position, topic, fiche, elapsed, adjourned, previous) VALUES
  (101, 1, '1', 'Bilan des premiers mois', 'M. Vidalenc', 40,
   'ECTI compte 310 binômes de mentorat et 390 ateliers. Neuf délégations régionales sur douze sont actives. Les bénévoles sont bien reçus dans les lycées professionnels, moins dans les lycées généraux, où leur rôle est mal connu.', 1.0, 'review', NULL, 2580, 0, NULL),
  (102, 1, '2', 'Déclinaison en Bretagne', 'M. Le Bihan', 30,
   'La région académique propose un texte court, avec trois engagements chiffrés. Mme Bertin demande que les CFA y figurent. Le texte sera présenté à la signature avant l’été.', 2.0, 'other', NULL, 1740, 0, NULL),
  (103, 1, '3', 'Entreprise simulée', 'M. Vidalenc', 15,
   'Plusieurs associations proposent déjà ce service aux lycées. Le comité préfère ne pas les concurrencer.', 3.0, 'other', NULL, 780, 0, NULL),
  (104, 1, '4', 'Priorités de l’année', 'Mme Tessier', 25,
   'Les priorités sont au nombre de trois :
- les bureaux des entreprises ;
- le stage de seconde ;
- « Ambition emploi ».', 4.0, 'priorities', NULL, 1620, 0, NULL),
  (201, 2, '1', 'Validation du compte rendu du 20 mars 2025', 'Mme Tessier', 5, NULL, 1.0, 'approval', NULL, NULL, 0, NULL),
  (202, 2, '2', 'Tableaux de bord des comités régionaux', 'M. Vidalenc', 45, NULL, 2.0, 'figures', NULL, NULL, 0, NULL),
  (203, 2, '3', 'Outils pédagogiques', 'Mme Amrani', 30, NULL, 3.0, 'other', NULL, NULL, 0, NULL);

INSERT INTO decision (id, meeting, item, label, text, lead, due, status, engagement, fiche, position, type, closed, outcome, confidential) VALUES
  (101, 1, 102, '2025-1-01', 'Relire le projet breton et donner un avis sous un mois.', 13, '2025-04-20', 'done', NULL, NULL, 1.0, 'action', '2025-04-17', 'Avis favorable, avec deux demandes de précision.', 0),
  (102, 1, 103, '2025-1-02', 'Renoncer aux parcours d’entreprise simulée et orienter les lycées vers les associations spécialisées.', 21, '2025-04-30', 'done', 505, NULL, 2.0, 'decision', '2025-04-30', 'L’engagement 5 sur la création d’entreprise est abandonné.', 0),
  (103, 1, 104, '2025-1-03', 'Écrire aux lycées généraux pour présenter ECTI.', 11, '2025-09-15', 'planned', 405, NULL, 3.0, 'action', NULL, NULL, 0),
  (104, 1, 104, '2025-1-04', 'Compléter la liste des bureaux des entreprises volontaires.', 13, '2025-06-30', 'in_progress', 302, 1, 4.0, 'action', NULL, NULL, 0);

-- Agreements on the agenda; amendments to the minutes, then their validation ---------------------

INSERT INTO agreement (id, meeting, party, date, name, note) VALUES
  (101, 1, 1, '2025-03-06', 'Mme Marion Tessier', NULL),
  (102, 1, 2, '2025-03-04', 'M. Gérard Vidalenc', NULL),
  (201, 2, 2, '2026-03-02', 'M. Gérard Vidalenc', 'Les tableaux de bord régionaux seront joints.');

INSERT INTO correction (id, meeting, item, party, name, date, old_text, new_text, state, reason, position) VALUES
  (101, 1, 102, 1, 'Mme Marion Tessier', '2025-04-10', 'Le texte sera signé avant l’été.', 'Le texte sera présenté à la signature avant l’été.', 'accepted', NULL, 1.0),
  (102, 1, 101, 1, 'Mme Soraya Amrani', '2025-04-10', 'près de 400 ateliers', '390 ateliers', 'accepted', NULL, 2.0),
  (103, 1, 103, 2, 'M. Alain Castaing', '2025-04-14', 'Le comité préfère ne pas les concurrencer.', 'Le comité renonce pour cette année.', 'refused', 'Le comité n’a pas fixé de durée en séance.', 3.0);

INSERT INTO validation (id, meeting, party, date, name, note) VALUES
  (101, 1, 2, '2025-04-22', 'M. Gérard Vidalenc', NULL);

-- Indicators: 2 000 members and 91 hours are in the convention; the rest is invented ---------------

INSERT INTO indicator (id, name, unit, axis, measure, engagement, fiche, nature, scale, direction, counting, periodicity, split, supplier, baseline_value, baseline_date, baseline_derived, baseline_note, source, confidential, position) VALUES
  (1, 'Membres d’ECTI', 'membres', NULL, NULL, NULL, NULL, 'number', NULL, 'rise', 'state', 'year', NULL, 2, 2000, '2024-06-27', 0, NULL, 'Préambule de la convention.', 0, 1.0),
  (2, 'Binômes de mentorat', 'binômes', 6, NULL, 604, NULL, 'number', NULL, 'rise', 'state', 'school_year', NULL, 2, 180, '2024-09-02', 0, NULL, 'Fiche F2. Valeurs fictives.', 0, 2.0),
  (3, 'Lycées professionnels suivis par un correspondant', 'lycées', 3, NULL, 302, NULL, 'number', NULL, 'rise', 'state', 'school_year', NULL, 2, 0, '2024-09-02', 0, NULL, 'Fiche F1. Valeurs fictives.', 0, 3.0);

INSERT INTO target (id, indicator, value, date, note) VALUES
  (201, 2, 500, '2026-07-03', NULL),
  (301, 3, 150, '2025-07-04', NULL),
  (302, 3, 400, '2027-07-02', NULL);

INSERT INTO observation (id, indicator, value, date, note) VALUES
  (201, 2, 310, '2025-03-20', NULL),
  (301, 3, 96, '2025-03-20', NULL);

-- Clauses: what the convention says of time and duty, in our own words -----------------------------

INSERT INTO clause (id, article, title, text, sort, counted_from, event, number, unit, direction, recurrence, limit_day, limit_month, limit_rule, position) VALUES
  (1, '9', 'Réunir le comité national de pilotage dans l’année', 'Le comité national se réunit au moins une fois par an.', 'meeting', 'signature', NULL, 1, 'years', 'after', 'year', NULL, NULL, NULL, 1.0),
  (2, '9', 'Proposer ensemble l’ordre du jour', 'Les deux parties le préparent, avec les tableaux de bord des comités régionaux.', 'plan', 'meeting', NULL, 15, 'days', 'before', 'meeting', NULL, NULL, NULL, 2.0),
  (3, '9', 'Rédiger le compte rendu de la séance', 'ECTI le propose ; les deux parties l’amendent puis le valident.', 'documents', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 3.0),
  (4, '9', 'Informer les régions des orientations nationales', 'Ce qui est décidé au niveau national est porté à la connaissance des acteurs régionaux.', 'publicity', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 4.0),
  (5, '10', 'Obtenir l’accord de l’autre avant toute communication externe', 'Les documents de communication sont approuvés par les deux parties.', 'publicity', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 5.0),
  (6, '10', 'Demander l’accord du partenaire avant d’employer son logo', 'Toute utilisation d’un logo ou d’un support fait l’objet d’une demande expresse.', 'logo', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6.0),
  (7, '10', 'Régulariser l’emploi d’un logo non autorisé', 'Huit jours après la mise en demeure ; passé ce délai, la convention devient caduque.', 'logo', 'event', 'Mise en demeure pour un logo', 8, 'days', 'after', NULL, NULL, NULL, NULL, 7.0),
  (8, '10', 'Relayer les actions auprès de ses réseaux', 'Chaque partie fait connaître autour d’elle ce qui est réalisé.', 'publicity', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 8.0),
  (9, '11', 'La convention dure cinq ans', 'Elle prend effet le jour de sa signature, pour cinq ans.', 'term', 'expiry', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 9.0),
  (10, '11', 'Pas de tacite reconduction', 'Elle ne se renouvelle pas d’elle-même ; les parties parlent ensemble de la suite.', 'renewal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 10.0),
  (11, '11', 'Informer le ministère de l’échéance et parler du renouvellement', 'ECTI s’en charge six mois avant la date d’expiration.', 'information', 'expiry', NULL, 6, 'months', 'before', NULL, NULL, NULL, NULL, 11.0),
  (12, '11', 'Modifier la convention par avenant', 'Possible tant qu’elle court, à la demande de l’une des parties.', 'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 12.0),
  (13, '12', 'Tenter une conciliation en cas de litige', 'Un comité exceptionnel peut être réuni à l’initiative de l’une des parties.', 'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 13.0),
  (14, '12', 'La résiliation prend effet', 'Six mois au moins après la réception de la lettre de qui veut y mettre fin.', 'termination', 'event', 'Réception de la lettre de résiliation', 6, 'months', 'after', NULL, NULL, NULL, NULL, 14.0);

INSERT INTO clause_party (clause, party) VALUES
  (1, 1), (1, 2), (2, 1), (2, 2), (3, 2), (4, 1), (4, 2), (5, 1), (5, 2), (6, 1), (6, 2), (7, 1), (7, 2), (8, 1), (8, 2), (9, 1), (9, 2), (10, 1), (10, 2), (11, 2), (12, 1), (12, 2), (13, 1), (13, 2), (14, 1), (14, 2);

INSERT INTO fulfilment (id, clause, due, done, who, proof) VALUES
  (1, 2, '2025-03-05', '2025-03-04', 'ECTI et la DGESCO', 'Ordre du jour envoyé par courriel');
