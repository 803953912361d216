-- SPDX-License-Identifier: GPL-3.0-or-later
-- The convention of 22 January 2018 between three academies and the CPME of Île-de-France: parties, dates,
-- articles and figures are those of the convention, in our own words. The members of the committee, its
-- meetings, its decisions and the values observed are invented.

-- Signatories --------------------------------------------------------------------------------------

INSERT INTO party (id, name, short_name, side, representative, address, position) VALUES
  (1, 'Académie de Paris', 'Académie de Paris', 1,
   'Gilles Pécout, recteur de la région académique Île-de-France, recteur de l’académie de Paris, chancelier des universités de Paris', NULL, 1.0),
  (2, 'Académie de Créteil', 'Académie de Créteil', 1, 'Béatrice Gille, rectrice de l’académie, chancelière des universités', NULL, 2.0),
  (3, 'Académie de Versailles', 'Académie de Versailles', 1, 'Daniel Filâtre, recteur de l’académie, chancelier des universités', NULL, 3.0),
  (4, 'Confédération des petites et moyennes entreprises d’Île-de-France', 'CPME Île-de-France', 2,
   'Bernard Cohen-Hadad, président de la commission nationale de financement des entreprises de la CPME et président de la CPME Paris-IDF', NULL, 4.0);

-- Convention ---------------------------------------------------------------------------------------

INSERT INTO convention (id, title, short_title, signed, effective, duration_months, renewal, notice_months,
  meetings_per_year, object, steering, composition, exceptional, public_meeting, minutes_proposer, minutes_validation, sender, place, recipients) VALUES
  (1, 'Convention de partenariat entre les académies de Créteil, Paris et Versailles, et la Confédération des Petites et Moyennes Entreprises d’Île-de-France',
   'Académies franciliennes – CPME, 2018–2021', '2018-01-22', '2018-01-22', 36, 'unstated', 3, 1,
   'Trois académies et la CPME Île-de-France organisent leurs relations autour de deux thèmes : faire connaître les métiers et les entreprises, améliorer la formation professionnelle et l’insertion des jeunes. Les actions s’adressent aux collégiens, lycéens, apprentis et étudiants, à leurs familles et aux personnels. Une entreprise et un établissement peuvent en tirer une convention locale, par avenant.',
   'Un groupe où chaque signataire est représenté (ici deux personnes par signataire, soit 2 + 2 + 2 + 2) anime la convention. Il se réunit une fois l’an, arrête le bilan de l’année écoulée et le plan de la suivante, puis présente ce bilan en réunion ouverte, devant la presse. Les informations venues des entreprises restent confidentielles. Qui veut résilier ou ne pas reconduire prévient les autres trois mois avant.', 'free', 'unstated', 1, 1, 'all', 'Rectorat de la région académique Île-de-France
47 rue des Écoles
75005 Paris', 'Paris', 'Les quatre signataires
Les établissements et entreprises concernés
Le préfet de la région Île-de-France');

-- Persons: two for each signatory, then the secretary ---------------------------------------------

INSERT INTO person (id, civility, name, function, party, member, email, position, entity, alternate, term_start, term_end) VALUES
  (61, 'M.', 'Antoine Berthier', 'Sous-préfet, représentant du préfet de région', NULL, 0, 'antoine.berthier@prefecture.example.org', 10.0, 'Préfecture de la région Île-de-France', NULL, NULL, NULL),
  (62, 'Mme', 'Clara Meunier', 'Journaliste', NULL, 0, 'clara.meunier@presse.example.org', 11.0, 'Presse économique régionale', NULL, NULL, NULL);

INSERT INTO person (id, civility, name, function, party, member, email, position, entity, alternate, term_start, term_end) VALUES
  (11, 'M.', 'Laurent Chevallier', 'Délégué académique à la formation professionnelle', 1, 1, 'laurent.chevallier@paris.example.org', 1.0, 'Délégation à la formation professionnelle', 12, '2018-01-22', NULL),
  (12, 'Mme', 'Fatou Diarra', 'Chargée de mission école-entreprise', 1, 1, 'fatou.diarra@paris.example.org', 2.0, 'Mission école-entreprise', NULL, '2018-01-22', NULL),
  (21, 'Mme', 'Anne-Marie Rousselot', 'Déléguée académique à la formation professionnelle', 2, 1, 'anne-marie.rousselot@creteil.example.org', 3.0, 'Délégation à la formation professionnelle', 22, '2018-01-22', NULL),
  (22, 'M.', 'Samir Khelifi', 'Responsable de la lutte contre le décrochage', 2, 1, 'samir.khelifi@creteil.example.org', 4.0, 'Mission de lutte contre le décrochage', NULL, '2018-01-22', NULL),
  (31, 'M.', 'François Leclère', 'Délégué académique à l’enseignement technique', 3, 1, 'francois.leclere@versailles.example.org', 5.0, 'Délégation à l’enseignement technique', 32, '2018-01-22', NULL),
  (32, 'Mme', 'Isabelle Marchand', 'Cheffe du service de l’information et de l’orientation', 3, 1, 'isabelle.marchand@versailles.example.org', 6.0, 'Service de l’information et de l’orientation', NULL, '2018-01-22', NULL),
  (41, 'Mme', 'Catherine Aubry', 'Secrétaire générale', 4, 1, 'catherine.aubry@cpme-idf.example.org', 7.0, 'Secrétariat général', 42, '2018-01-22', NULL),
  (42, 'M.', 'Philippe Nguyen', 'Chef d’entreprise, référent éducation', 4, 1, 'philippe.nguyen@cpme-idf.example.org', 8.0, 'Commission éducation', NULL, '2018-01-22', NULL),
  (51, 'M.', 'Damien Poulain', 'Secrétaire du groupe de pilotage', 1, 0, 'damien.poulain@paris.example.org', 9.0, 'Délégation à la formation professionnelle', NULL, NULL, NULL);

-- Axes and measures: labels as printed ("2. 9" has a space) ---------------------------------------

INSERT INTO axis (id, label, title, summary, position) VALUES
  (1, '1', 'Enrichir l’orientation, la connaissance des métiers et des entreprises',
   'Faire découvrir les PME aux élèves, à leurs parents et à leurs professeurs, dans l’esprit du parcours Avenir.', 1.0),
  (2, '2', 'Renforcer la qualité de la formation professionnelle initiale et de l’insertion professionnelle',
   'Accueil des stagiaires et apprentis, publics fragiles, examens, apprentissage, esprit d’entreprendre, enseignement supérieur, Campus.', 2.0);

INSERT INTO measure (id, axis, label, title, summary, position) VALUES
  (11, 1, '1.1', 'Information sur les métiers et les parcours professionnels', 'Sept formes d’intervention des entreprises, à titre d’exemples.', 1.0),
  (12, 1, '1.2', 'Participation au dispositif dédié à l’immersion d’enseignants en entreprise', 'Une journée d’accueil, parfois deux ou trois.', 2.0),
  (21, 2, '2.1', 'Accueil des élèves et apprentis', 'Périodes en entreprise et diffusion des offres de stage.', 1.0),
  (22, 2, '2.2', 'Actions spécifiques en direction des jeunes migrants', 'Avec les trois CASNAV.', 2.0),
  (23, 2, '2.3', 'Actions en direction des élèves en situation de handicap', 'Entreprises ordinaires, entreprises adaptées, ESAT.', 3.0),
  (24, 2, '2.4', 'Participation à des jurys d’examen', 'Dont les conseillers entreprises pour l’école.', 4.0),
  (25, 2, '2.5', 'Développement des formations par apprentissage, notamment en lycée professionnel ou technologique', 'État des lieux et concertation.', 5.0),
  (26, 2, '2.6', 'Participation à la persévérance scolaire', 'Expérimentations contre le décrochage.', 6.0),
  (27, 2, '2.7', 'Développement de l’esprit d’entreprendre', 'Un choix d’actions chaque année.', 7.0),
  (28, 2, '2.8', 'Formation des personnels de l’Éducation nationale', 'Dans le cadre du plan académique de formation.', 8.0),
  (29, 2, '2. 9', 'Enseignement supérieur et recherche', 'À la suite du protocole du 28 novembre 2013.', 9.0),
  (210, 2, '2.10', 'Développement des coopérations technologiques', 'Inventaire des ressources des établissements.', 10.0),
  (211, 2, '2.11', 'Campus des métiers et des qualifications', 'Expertise des PME dans les projets de Campus.', 11.0);

-- Engagements of axis 1 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  note, reviewed, confidential, position) VALUES
  (101, 1, NULL, '1', 'Multiplier ensemble les actions qui font découvrir les métiers des PME aux élèves, aux enseignants et aux parents',
   'must', 'in_progress', 50, NULL, 2018, 32, 'Île-de-France', 'Programme commun publié chaque automne.', '2019-06-13', 0, 1.0),
  (102, 1, NULL, '1', 'Accorder les interventions de chacun autour du parcours Avenir',
   'must', 'in_progress', 40, NULL, NULL, 12, 'Île-de-France', NULL, '2018-06-07', 0, 2.0),
  (1101, 1, 11, '1.1', 'Guider des visites d’entreprises pour montrer les lieux et les façons de travailler',
   'must', 'in_progress', 60, '2020-07-03', 2018, 42, 'Île-de-France', '74 visites en 2018-2019.', '2019-06-13', 0, 1.0),
  (1102, 1, 11, '1.1', 'Prendre part aux journées sur les métiers que montent établissements et CIO',
   'must', 'done', 100, '2019-06-28', NULL, 42, 'Île-de-France', '31 journées en 2018-2019.', '2019-06-13', 0, 2.0),
  (1103, 1, 11, '1.1', 'Faire témoigner des professionnels, chez eux ou devant les élèves',
   'must', 'in_progress', 55, NULL, NULL, 41, 'Île-de-France', NULL, '2019-06-13', 0, 3.0),
  (1104, 1, 11, '1.1', 'Recevoir collégiens et lycéens en séquence d’observation',
   'must', 'in_progress', 45, '2020-07-03', 2019, 41, 'Île-de-France', NULL, '2019-06-13', 0, 4.0),
  (1105, 1, 11, '1.1', 'Intervenir dans les conférences, tables rondes et réunions à thème',
   'must', 'in_progress', 30, NULL, NULL, NULL, 'Île-de-France', NULL, '2018-06-07', 0, 5.0),
  (1106, 1, 11, '1.1', 'Suivre des élèves, seuls ou en groupe, grâce à des salariés volontaires',
   'must', 'planned', 0, '2019-12-31', NULL, NULL, 'Île-de-France', NULL, NULL, 0, 6.0),
  (1107, 1, 11, '1.1', 'Chercher stages et périodes en entreprise, entre autres par les pôles de stages',
   'must', 'in_progress', 65, '2020-03-31', 2019, 12, 'Île-de-France', '14 pôles de stages sur 22 travaillent avec la CPME.', '2019-06-13', 0, 7.0),
  (1108, 1, 11, '1.1', 'Envoyer plus souvent des représentants de la CPME aux concours académiques et aux forums',
   'must', 'in_progress', 35, NULL, NULL, 31, 'Île-de-France', NULL, '2019-06-13', 0, 8.0),
  (1201, 1, 12, '1.2', 'Arrêter ensemble les dates d’accueil dès que les enseignants volontaires sont connus',
   'must', 'done', 100, '2019-03-29', 2018, 12, 'Île-de-France', '118 enseignants reçus un jour ou plus.', '2019-06-13', 0, 1.0),
  (1202, 1, 12, '1.2', 'Convaincre les adhérents de l’intérêt de recevoir des personnels des académies',
   'must', 'in_progress', 50, NULL, NULL, 41, 'Île-de-France', NULL, '2019-06-13', 0, 2.0);

-- Engagements of axis 2 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  note, reviewed, confidential, position) VALUES
  (201, 2, NULL, '2', 'Adapter ensemble l’offre de formation, scolaire et par apprentissage, à ce dont les TPE et PME franciliennes ont besoin',
   'must', 'in_progress', 30, NULL, 2019, 21, 'Île-de-France', NULL, '2019-06-13', 0, 1.0),
  (202, 2, NULL, '2', 'Œuvrer à l’insertion des jeunes, animer les liens entre écoles et entreprises et ouvrir l’accès à l’apprentissage',
   'must', 'in_progress', 40, NULL, NULL, 11, 'Île-de-France', NULL, '2019-06-13', 0, 2.0),
  (2101, 2, 21, '2.1', 'Favoriser la venue d’élèves et d’apprentis dans les PME, surtout pour leurs périodes en entreprise',
   'must', 'in_progress', 60, '2020-07-03', 2018, 41, 'Île-de-France', '1 240 places offertes en 2018-2019.', '2019-06-13', 0, 1.0),
  (2102, 2, 21, '2.1', 'Contribuer à faire circuler les offres de stage : portail national et pôles de stages',
   'must', 'in_progress', 55, NULL, NULL, 12, 'Île-de-France', NULL, '2019-06-13', 0, 2.0),
  (2103, 2, 21, '2.1', 'Concevoir des outils qui assurent la continuité entre la classe et l’atelier',
   'may', 'planned', 10, '2019-09-02', NULL, 31, 'Académie de Versailles', 'Un livret à l’essai dans deux lycées.', '2018-06-07', 0, 3.0),
  (2104, 2, 21, '2.1', 'Informer et former tuteurs et professeurs qui suivent les périodes en entreprise',
   'may', 'in_progress', 25, NULL, NULL, NULL, 'Île-de-France', NULL, '2018-06-07', 0, 4.0),
  (2201, 2, 22, '2.2', 'Transmettre aux adhérents les candidatures envoyées par le CASNAV de Paris et placer le plus de jeunes possible',
   'must', 'in_progress', 45, '2019-12-31', 2019, 42, 'Académie de Paris', '27 promesses d’embauche ; noms des entreprises à garder confidentiels (article 3.2).', '2019-06-13', 1, 1.0),
  (2301, 2, 23, '2.3', 'Aider ensemble les jeunes handicapés à entrer dans les entreprises, adaptées ou non',
   'must', 'in_progress', 20, NULL, NULL, 32, 'Île-de-France', NULL, '2018-06-07', 0, 1.0),
  (2401, 2, 24, '2.4', 'Nommer des professionnels pour siéger aux jurys de leur spécialité',
   'must', 'done', 100, '2019-01-31', NULL, 41, 'Île-de-France', 'Liste de 210 noms remise aux trois académies.', '2019-06-13', 0, 1.0),
  (2402, 2, 24, '2.4', 'Présenter aux recteurs des candidats au rôle de conseiller entreprises pour l’école',
   'may', 'in_progress', 50, NULL, NULL, 41, 'Île-de-France', NULL, '2019-06-13', 0, 2.0),
  (2501, 2, 25, '2.5', 'Faire le point sur l’apprentissage dans les secteurs où travaillent les PME',
   'must', 'done', 100, '2018-12-21', 2018, 11, 'Île-de-France', 'Présenté le 13 juin 2019.', '2019-06-13', 0, 1.0),
  (2502, 2, 25, '2.5', 'Se consulter avant d’ouvrir, de transformer ou de fermer une section d’apprentissage',
   'must', 'in_progress', 50, NULL, NULL, 21, 'Île-de-France', 'Deux ouvertures décidées sans concertation en 2019.', '2019-06-13', 0, 2.0),
  (2601, 2, 26, '2.6', 'Fixer en commun les moyens d’expériences contre le décrochage et pour la persévérance',
   'must', 'in_progress', 30, '2019-10-31', 2019, 22, 'Académie de Créteil', NULL, '2019-06-13', 0, 1.0),
  (2602, 2, 26, '2.6', 'Décrire chaque expérience dans une fiche action et la mener à deux, CPME et mission académique',
   'must', 'in_progress', 30, NULL, NULL, 22, 'Académie de Créteil', 'Voir la fiche F1.', '2019-06-13', 0, 2.0),
  (2701, 2, 27, '2.7', 'Choisir chaque année les actions qui donnent aux jeunes le goût d’entreprendre',
   'must', 'done', 100, '2018-10-31', NULL, 31, 'Île-de-France', 'Mini-entreprises retenues pour 2018-2019 ; rien d’arrêté pour 2019-2020.', '2019-06-13', 0, 1.0),
  (2801, 2, 28, '2.8', 'Inciter les adhérents à recevoir enseignants, chefs d’établissement, inspecteurs et conseillers, selon le projet de chacun',
   'must', 'in_progress', 40, NULL, NULL, 12, 'Île-de-France', NULL, '2019-06-13', 0, 1.0),
  (2901, 2, 29, '2. 9', 'Resserrer les liens avec les universités franciliennes, dans l’esprit du protocole national de 2013',
   'must', 'planned', 0, '2019-12-31', NULL, NULL, 'Île-de-France', NULL, NULL, 0, 1.0),
  (21001, 2, 210, '2.10', 'Développer la coopération technologique en commençant par recenser les équipements des établissements',
   'must', 'in_progress', 35, '2020-01-31', NULL, 31, 'Île-de-France', '61 plateaux techniques recensés.', '2019-06-13', 0, 1.0),
  (21101, 2, 211, '2.11', 'Demander l’avis et l’appui de la CPME pour concevoir et faire vivre les Campus',
   'must', 'in_progress', 50, NULL, NULL, 21, 'Île-de-France', NULL, '2019-06-13', 0, 1.0);

-- Who is committed: all the parties, then the CPME alone, then the academies ----------------------

INSERT INTO engagement_party (engagement, party)
  SELECT engagement.id, party.id FROM engagement, party WHERE engagement.id IN (
    101, 102, 1108, 1201, 201, 202, 2103, 2104, 2301, 2501, 2502, 2601, 2602, 2701, 2901, 21001);

INSERT INTO engagement_party (engagement, party)
  SELECT id, 4 FROM engagement WHERE id IN (
    1101, 1102, 1103, 1104, 1105, 1106, 1107, 1202, 2101, 2102, 2201, 2401, 2402, 2801);

INSERT INTO engagement_party (engagement, party) VALUES
  (21101, 1), (21101, 2), (21101, 3);

-- Fiches action ------------------------------------------------------------------------------------

INSERT INTO fiche (id, label, title, axis, status, lead, summary, quantitative, qualitative, partners, publics,
  territory, means, start, due, confidential, position) VALUES
  (1, 'F1', 'Raccrocher par l’entreprise', 2, 'in_progress', 22,
   'Proposer à des jeunes sur le point de décrocher quatre semaines partagées entre le lycée et une PME, avec un tuteur dans chacun.',
   '- 60 jeunes par an
- deux sur trois de retour en formation', '- un tuteur formé par jeune
- un bilan écrit à la sortie', 'Missions locales, plateformes de suivi des décrocheurs', 'Jeunes de 16 à 18 ans',
   'Académie de Créteil', 'Un demi-poste à la mission académique ; tuteurs bénévoles.', '2018-11-05', '2020-07-03', 0, 1.0),
  (2, 'F2', 'Une journée en PME pour les enseignants', 1, 'done', 12,
   'Recevoir une journée, ou davantage, des enseignants volontaires et en tirer ensemble un bilan.',
   '- 100 enseignants en 2018-2019', '- neuf enseignants sur dix prêts à recommander la journée', 'Plans académiques de formation', 'Enseignants de collège et de lycée',
   'Île-de-France', 'Temps des entreprises d’accueil.', '2018-09-03', '2019-06-28', 0, 2.0),
  (3, 'F3', 'Inventaire des plateaux techniques', 2, 'in_progress', 31,
   'Savoir quels équipements des lycées peuvent servir aux PME voisines, et à quelles conditions.',
   '- 100 plateaux recensés', '- une fiche par plateau, tenue à jour par le lycée', 'Région, plateformes technologiques', 'PME, lycées',
   'Île-de-France', NULL, '2018-10-01', '2020-01-31', 0, 3.0);

INSERT INTO fiche_measure (fiche, measure) VALUES (1, 26), (2, 12), (2, 28), (3, 210);

INSERT INTO fiche_party (fiche, party) VALUES
  (1, 2), (1, 4), (2, 1), (2, 2), (2, 3), (2, 4), (3, 1), (3, 2), (3, 3), (3, 4);

INSERT INTO step (id, fiche, title, due, status, position) VALUES
  (101, 1, 'Trouver vingt entreprises', '2018-12-21', 'done', 1.0),
  (102, 1, 'Recevoir un premier groupe', '2019-03-29', 'done', 2.0),
  (103, 1, 'Recevoir un deuxième groupe', '2019-12-20', 'in_progress', 3.0),
  (201, 2, 'Arrêter le calendrier', '2018-10-31', 'done', 1.0),
  (202, 2, 'Évaluer les journées', '2019-06-28', 'done', 2.0),
  (301, 3, 'Envoyer le questionnaire', '2018-11-30', 'done', 1.0),
  (302, 3, 'Publier l’inventaire', '2020-01-31', 'in_progress', 2.0);

INSERT INTO contribution (id, fiche, party, text, position) VALUES
  (101, 1, 2, 'Repérer les jeunes et former les tuteurs', 1.0),
  (102, 1, 4, 'Trouver les entreprises et animer leur groupe', 2.0),
  (201, 2, 4, 'Proposer cent journées d’accueil', 1.0),
  (202, 2, 1, 'Réunir les évaluations des trois académies', 2.0),
  (301, 3, 3, 'Tenir le questionnaire et la base', 1.0),
  (302, 3, 4, 'Dire ce que les PME cherchent', 2.0);

-- Meetings -----------------------------------------------------------------------------------------

INSERT INTO meeting (id, type, title, date, time, end_time, place, chair, minutes, introduction, conclusion, next_date, next_place, requested, requester, reason, host, cohost, rapporteur, previous, proposed) VALUES
  (1, 'ordinary', 'Première réunion du groupe de pilotage', '2018-06-07', '10:00', '12:30', 'Rectorat de Paris', 11, 'validated',
   'M. Chevallier accueille les participants et rappelle que la première réunion doit dresser l’état des lieux des actions en cours.',
   'La séance est levée à 12 h 30.', '2019-06-13', 'CPME Île-de-France', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2018-06-21'),
  (2, 'ordinary', 'Réunion annuelle 2019 du groupe de pilotage', '2019-06-13', '14:30', '17:00', 'CPME Île-de-France', 41, 'proposed',
   'Mme Aubry ouvre la séance. Le compte rendu du 7 juin 2018 a été validé par écrit.',
   'La séance est levée à 17 heures et suivie de la réunion ouverte.', '2020-06-11', 'Rectorat de Versailles', NULL, NULL, NULL, NULL, NULL, NULL, 1, '2019-06-27'),
  (3, 'public', 'Présentation publique du bilan 2018-2019', '2019-06-13', '17:30', '18:30', 'CPME Île-de-France', 41, 'draft',
   'Le bilan est présenté devant le représentant du préfet de région, les chefs d’établissement invités et la presse.', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2, NULL);

INSERT INTO attendance (id, meeting, person, state, represented_by, position, role, reason, arrived) VALUES
  (101, 1, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (102, 1, 12, 'present', NULL, 2.0, 'member', NULL, NULL),
  (103, 1, 21, 'represented', 'M. Samir Khelifi', 3.0, 'member', NULL, NULL),
  (104, 1, 22, 'present', NULL, 4.0, 'member', NULL, NULL),
  (105, 1, 31, 'present', NULL, 5.0, 'member', NULL, NULL),
  (106, 1, 32, 'excused', NULL, 6.0, 'member', NULL, NULL),
  (107, 1, 41, 'present', NULL, 7.0, 'member', NULL, NULL),
  (108, 1, 42, 'present', NULL, 8.0, 'member', NULL, NULL),
  (109, 1, 51, 'present', NULL, 9.0, 'guest', 'Secrétariat du groupe', NULL),
  (201, 2, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (202, 2, 12, 'present', NULL, 2.0, 'member', NULL, NULL),
  (203, 2, 21, 'present', NULL, 3.0, 'member', NULL, NULL),
  (204, 2, 22, 'present', NULL, 4.0, 'member', NULL, NULL),
  (205, 2, 31, 'excused', NULL, 5.0, 'member', NULL, NULL),
  (206, 2, 32, 'present', NULL, 6.0, 'member', NULL, '15:00'),
  (207, 2, 41, 'present', NULL, 7.0, 'member', NULL, NULL),
  (208, 2, 42, 'absent', NULL, 8.0, 'member', NULL, NULL),
  (209, 2, 51, 'present', NULL, 9.0, 'guest', 'Secrétariat du groupe', NULL),
  (301, 3, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (302, 3, 41, 'present', NULL, 2.0, 'member', NULL, NULL);

INSERT INTO attendance (id, meeting, person, state, represented_by, position, role, reason, arrived) VALUES
  (303, 3, 61, 'present', NULL, 3.0, 'guest', 'Représentant du préfet de région', NULL),
  (304, 3, 62, 'present', NULL, 4.0, 'guest', 'Presse', NULL);

INSERT INTO item (id, meeting, label, title, presenter, duration, notes, position, topic, fiche, elapsed, adjourned, previous) VALUES
  (101, 1, '1', 'État des lieux', 'Mme Diarra', 60,
   'Chaque académie dit ce qu’elle fait déjà avec des PME. Les actions sont nombreuses et se connaissent mal. Les 22 pôles de stages travaillent chacun à leur façon. Mme Aubry regrette que les entreprises soient sollicitées plusieurs fois pour la même chose.', 1.0, 'survey', NULL, 3900, 0, NULL),
  (102, 1, '2', 'Plan de partenariat 2018-2019', 'M. Chevallier', 60,
   'Le groupe retient trois chantiers :
- une journée en PME pour cent enseignants ;
- une expérience contre le décrochage à Créteil ;
- le recensement des plateaux techniques.
Chacun donne lieu à une fiche action.', 2.0, 'priorities', NULL, 3300, 0, NULL),
  (201, 2, '1', 'Bilan de l’année 2018-2019', 'Mme Diarra', 60,
   'L’accueil des enseignants dépasse l’objectif : 118 journées pour 100 prévues. Le point sur l’apprentissage est fait. En revanche, deux sections ont ouvert sans que la CPME ait été consultée. Mme Rousselot propose d’avancer la concertation à l’automne.', 1.0, 'review', NULL, 3720, 0, NULL),
  (202, 2, '2', 'Jeunes migrants', 'Mme Aubry', 30,
   'Les candidatures transmises par le CASNAV ont donné 27 promesses d’embauche. Le délai de la préfecture reste long. Le groupe rappelle que les noms des entreprises ne sont pas publics.', 2.0, 'late', NULL, 1500, 0, NULL),
  (203, 2, '3', 'Plan de partenariat 2019-2020', 'Mme Rousselot', 40,
   'Les stages de troisième et les pôles de stages deviennent la priorité. L’inventaire des plateaux techniques sera publié en janvier 2020.', 3.0, 'priorities', NULL, 2520, 0, NULL),
  (301, 3, '1', 'Présentation et questions', 'Mme Aubry', 60,
   'Une trentaine de personnes assistent à la présentation. Les questions portent sur le décrochage et sur les stages.', 1.0, 'other', NULL, 3000, 0, NULL);

INSERT INTO decision (id, meeting, item, label, text, lead, due, status, engagement, fiche, position, type, closed, outcome, confidential) VALUES
  (101, 1, 102, '2018-1-01', 'Le plan de partenariat 2018-2019 est adopté.', 11, '2018-09-03', 'done', NULL, NULL, 1.0, 'decision', '2018-09-03', 'Plan diffusé aux établissements.', 0),
  (102, 1, 102, '2018-1-02', 'Ouvrir l’expérience contre le décrochage à la rentrée de la Toussaint.', 22, '2018-11-05', 'done', 2602, 1, 2.0, 'action', '2018-11-05', 'Ouverte avec douze élèves.', 0),
  (201, 2, 201, '2019-1-01', 'Consulter la CPME avant le 15 octobre sur toute ouverture de section.', 21, '2019-10-15', 'planned', 2502, NULL, 1.0, 'action', NULL, NULL, 0),
  (202, 2, 202, '2019-1-02', 'Écrire à la préfecture au sujet des délais.', 11, '2019-07-12', 'in_progress', 2201, NULL, 2.0, 'action', NULL, NULL, 0),
  (203, 2, 203, '2019-1-03', 'Publier l’inventaire des plateaux techniques en janvier 2020.', 31, '2020-01-31', 'planned', 21001, 3, 3.0, 'action', NULL, NULL, 0);

-- Agreements on the agenda, and the minutes validated in writing ---------------------------------

INSERT INTO agreement (id, meeting, party, date, name, note) VALUES
  (101, 1, 1, '2018-05-24', 'M. Laurent Chevallier', NULL),
  (102, 1, 2, '2018-05-25', 'Mme Anne-Marie Rousselot', NULL),
  (103, 1, 3, '2018-05-25', 'M. François Leclère', NULL),
  (104, 1, 4, '2018-05-28', 'Mme Catherine Aubry', NULL),
  (201, 2, 1, '2019-05-29', 'M. Laurent Chevallier', NULL),
  (202, 2, 2, '2019-05-29', 'Mme Anne-Marie Rousselot', 'Ajout du point sur les jeunes migrants.'),
  (203, 2, 3, '2019-06-03', 'Mme Isabelle Marchand', NULL),
  (204, 2, 4, '2019-05-31', 'Mme Catherine Aubry', NULL);

INSERT INTO validation (id, meeting, party, date, name, note) VALUES
  (101, 1, 1, '2018-07-02', 'M. Laurent Chevallier', NULL),
  (102, 1, 2, '2018-07-03', 'Mme Anne-Marie Rousselot', NULL),
  (103, 1, 3, '2018-07-05', 'M. François Leclère', NULL),
  (104, 1, 4, '2018-07-06', 'Mme Catherine Aubry', NULL);

-- Indicators: the convention has no figure of its own; all of these are invented ------------------

INSERT INTO indicator (id, name, unit, axis, measure, engagement, fiche, nature, scale, direction, counting, periodicity, split, supplier, baseline_value, baseline_date, baseline_derived, baseline_note, source, confidential, position) VALUES
  (1, 'Enseignants reçus en entreprise', 'enseignants', 1, NULL, 1201, NULL, 'number', NULL, 'rise', 'cumulative', 'school_year', NULL, 4, 0, '2018-01-22', 0, NULL, 'Fiche F2. Valeurs fictives.', 0, 1.0),
  (2, 'Pôles de stages travaillant avec la CPME', 'pôles de stages', 1, NULL, 1107, NULL, 'number', NULL, 'rise', 'state', 'year', NULL, 4, 5, '2018-06-07', 0, NULL, 'Valeurs fictives.', 0, 2.0);

INSERT INTO target (id, indicator, value, date, note) VALUES
  (101, 1, 100, '2019-06-28', NULL),
  (201, 2, 22, '2021-01-22', 'Tous les pôles de stages');

INSERT INTO observation (id, indicator, value, date, note) VALUES
  (101, 1, 118, '2019-06-13', NULL),
  (201, 2, 14, '2019-06-13', NULL);

-- Clauses: what the convention says of time and duty, in our own words -----------------------------

INSERT INTO clause (id, article, title, text, sort, counted_from, event, number, unit, direction, recurrence, limit_day, limit_month, limit_rule, position) VALUES
  (1, '3.1', 'Réunir le comité de pilotage dans l’année', 'Une séance par an, pour suivre les actions et faire le point sur la coopération.', 'meeting', 'signature', NULL, 1, 'years', 'after', 'year', NULL, NULL, NULL, 1.0),
  (2, '3.1', 'Dresser l’état des lieux de ce qui se fait déjà', 'La première séance recense les actions déjà menées entre les partenaires.', 'stocktaking', 'meeting', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2.0),
  (3, '3.1', 'Mettre par écrit le bilan de l’année écoulée', 'Le bilan est formalisé à chaque séance annuelle.', 'bilan', 'meeting', NULL, NULL, NULL, NULL, 'meeting', NULL, NULL, NULL, 3.0),
  (4, '3.1', 'Mettre par écrit le plan de l’année à venir', 'Le plan de partenariat suivant est arrêté au cours de la même séance.', 'plan', 'meeting', NULL, NULL, NULL, NULL, 'meeting', NULL, NULL, NULL, 4.0),
  (5, '3.1', 'Présenter le bilan en réunion ouverte', 'La séance est suivie d’une réunion ouverte au préfet de région, à d’autres institutions et à la presse.', 'public_meeting', 'meeting', NULL, NULL, NULL, NULL, 'meeting', NULL, NULL, NULL, 5.0),
  (6, '3.1', 'Diffuser largement le bilan et le plan', 'Les deux documents vont à tous ceux que la convention concerne.', 'publicity', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6.0),
  (7, '3.2', 'Garder confidentielles les informations des entreprises', 'Ce qui est appris dans les entreprises, ou dans l’Éducation nationale, n’en sort qu’avec l’accord exprès de l’intéressé.', 'confidentiality', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 7.0),
  (8, '3.3', 'Chercher d’abord un accord amiable', 'Un litige ne mène au tribunal ou à la résiliation qu’après cette tentative.', 'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 8.0),
  (9, '3.4', 'La convention dure trois ans', 'Trois ans à compter de la signature.', 'term', 'expiry', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 9.0),
  (10, '3.4', 'Dernier jour pour dire que l’on ne reconduit pas', 'Qui veut résilier ou ne pas reconduire prévient trois mois avant ; la convention s’applique pendant ce temps.', 'notice', 'expiry', NULL, 3, 'months', 'before', NULL, NULL, NULL, NULL, 10.0),
  (11, '3.4', 'Modifier la convention par un avenant signé', 'Tout changement important proposé avant la fin demande l’accord de tous.', 'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 11.0);

INSERT INTO clause_party (clause, party) VALUES
  (1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (2, 4), (3, 1), (3, 2), (3, 3), (3, 4), (4, 1), (4, 2), (4, 3), (4, 4), (5, 1), (5, 2), (5, 3), (5, 4), (6, 1), (6, 2), (6, 3), (6, 4), (7, 1), (7, 2), (7, 3), (7, 4), (8, 1), (8, 2), (8, 3), (8, 4), (9, 1), (9, 2), (9, 3), (9, 4), (10, 1), (10, 2), (10, 3), (10, 4), (11, 1), (11, 2), (11, 3), (11, 4);

INSERT INTO fulfilment (id, clause, due, done, who, proof) VALUES
  (1, 2, '2018-06-07', '2018-06-07', 'Les quatre signataires', 'Annexe au compte rendu'),
  (2, 3, '2019-06-13', '2019-06-13', 'Le secrétariat', 'Bilan joint au compte rendu'),
  (3, 4, '2018-06-07', '2018-06-07', 'Les quatre signataires', 'Plan joint au compte rendu'),
  (4, 4, '2019-06-13', '2019-06-13', 'Les quatre signataires', 'Plan joint au compte rendu');
