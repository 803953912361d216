-- SPDX-License-Identifier: GPL-3.0-or-later
-- The framework convention of 10 September 2018 between two ministries and France Industrie: parties, dates,
-- articles and figures are those of the convention, in our own words. The members of the committee, its
-- meetings, its decisions and the values observed are invented.

-- Signatories --------------------------------------------------------------------------------------

INSERT INTO party (id, name, short_name, side, representative, position, seats) VALUES
  (1, 'Ministère de l’Éducation nationale', 'Éducation nationale', 1, 'Jean-Michel Blanquer, ministre', 1.0, 2),
  (2, 'Ministère de l’Économie et des Finances', 'Économie et Finances', 1, 'Bruno Le Maire, ministre', 2.0, 2),
  (3, 'France Industrie', 'France Industrie', 2, 'Philippe Varin, président', 3.0, 2);

-- Convention ---------------------------------------------------------------------------------------

INSERT INTO convention (id, title, short_title, signed, duration_months, renewal, object, steering, composition, exceptional, public_meeting, minutes_proposer, minutes_validation, sender, place, recipients) VALUES
  (1, 'Convention-cadre entre le ministère de l’Éducation nationale, le ministère de l’Économie et des Finances, et France Industrie',
   'Convention-cadre France Industrie, 2018–2019', '2018-09-10', 12, 'conditional',
   'Deux ministères et France Industrie coopèrent pour rendre les filières industrielles plus attirantes aux yeux des jeunes et de leurs familles, et pour assurer l’insertion de ceux qui s’y engagent. Cinq axes, applicables dès l’année scolaire 2018-2019, peuvent être déclinés par les régions et les académies.',
   'Un comité de six membres, 2 + 2 + 2 : deux pour l’Éducation nationale, deux pour l’Économie et les Finances, deux pour France Industrie. La convention dure une première année ; un bilan des actions est dressé avant que les signataires décident de la prolonger et de la faire évoluer.', 'fixed', 'unstated', 0, 1, 'committee', 'Ministère de l’Éducation nationale
110 rue de Grenelle
75007 Paris', 'Paris', 'Les membres du comité de pilotage
Les cabinets des deux ministres
La présidence de France Industrie');

-- Persons: two for each signatory, then the secretary ---------------------------------------------

INSERT INTO person (id, civility, name, function, party, member, email, position, entity, alternate, term_start, term_end) VALUES
  (33, 'M.', 'Gilles Aubertin', 'Chargé de mission attractivité', 3, 0, 'gilles.aubertin@france-industrie.example.org', 8.0, 'Direction emploi et formation', NULL, '2018-09-10', NULL);

INSERT INTO person (id, civility, name, function, party, member, email, position, entity, alternate, term_start, term_end) VALUES
  (11, 'Mme', 'Florence Garnier', 'Sous-directrice de la formation professionnelle', 1, 1, 'florence.garnier@education.example.org', 1.0, 'Direction générale de l’enseignement scolaire', 12, '2018-09-10', NULL),
  (12, 'M.', 'Sébastien Maillard', 'Chef du bureau des partenariats', 1, 1, 'sebastien.maillard@education.example.org', 2.0, 'Direction générale de l’enseignement scolaire', NULL, '2018-09-10', NULL),
  (21, 'M.', 'Rémi Castelnau', 'Sous-directeur de l’innovation industrielle', 2, 1, 'remi.castelnau@finances.example.org', 3.0, 'Direction générale des entreprises', 22, '2018-09-10', NULL),
  (22, 'Mme', 'Delphine Oumarou', 'Chargée de mission compétences', 2, 1, 'delphine.oumarou@finances.example.org', 4.0, 'Direction générale des entreprises', NULL, '2018-09-10', NULL),
  (31, 'Mme', 'Béatrice Lambert', 'Directrice emploi et formation', 3, 1, 'beatrice.lambert@france-industrie.example.org', 5.0, 'Direction emploi et formation', 33, '2018-09-10', NULL),
  (32, 'M.', 'Vincent Roche', 'Délégué aux filières', 3, 1, 'vincent.roche@france-industrie.example.org', 6.0, 'Comité des filières', 33, '2018-09-10', NULL),
  (41, 'Mme', 'Lucie Ferrand', 'Secrétaire du comité', 1, 0, 'lucie.ferrand@education.example.org', 7.0, 'Direction générale de l’enseignement scolaire', NULL, NULL, NULL);

-- Axes: articles 2 to 6; their measures are numbered anew in each ---------------------------------

INSERT INTO axis (id, label, title, summary, position) VALUES
  (2, '2', 'Découverte et appropriation par les élèves des contextes et des métiers de l’industrie, pour une orientation éclairée',
   'Ouvrir les entreprises aux classes et aux stagiaires de troisième.', 1.0),
  (3, '3', 'Favoriser les parcours d’excellence des élèves engagés dans les filières industrielles et sécuriser leur insertion professionnelle',
   'Davantage de périodes en entreprise, des plateaux partagés, des rencontres.', 2.0),
  (4, '4', 'Acculturation et soutien à la formation des personnels de l’éducation nationale aux contextes et aux métiers de l’industrie et à leur évolution',
   'Un parcours de découverte pour les personnels, et la formation avec le CERPEP.', 3.0),
  (5, '5', 'Développement de ressources numériques pédagogiques', 'La plateforme Etincel et ses ressources.', 4.0),
  (6, '6', 'Faciliter l’articulation des dispositifs nationaux et des acteurs sur les territoires', 'Labels, pôles, Campus et usines-écoles.', 5.0);

INSERT INTO measure (id, axis, label, title, summary, position) VALUES
  (21, 2, '1', 'Développer les dispositifs d’accueil d’élèves de collège et de lycée dans les entreprises industrielles : visites, journées portes ouvertes, projets scolaires collectifs de 4e 3e, dispositifs « Classe en entreprise » etc.',
   'Lieux possibles : French Fab, vitrines technologiques, Campus, plateformes d’accélération.', 1.0),
  (22, 2, '2', 'Accueillir des collégiens de 3e dans le cadre de leur séquence d’observation, notamment ceux scolarisés en zone REP+, au sein d’entreprises industrielles volontaires, en particulier celles labellisées French Fab.',
   'Un objectif chiffré reste à fixer en commun.', 2.0),
  (31, 3, '1', 'Développer le nombre et la qualité des périodes de formation en milieu professionnel pour les élèves engagés dans les familles de métiers de l’industrie.',
   'Pour les élèves de lycée professionnel.', 1.0),
  (32, 3, '2', 'Faciliter les partenariats entre les Campus des métiers et des qualifications liés à l’industrie et les Plateformes d’accélération de l’Industrie du futur, en les ciblant notamment sur le partage et la mutualisation de plateaux techniques.',
   'Mesure sans engagement propre.', 2.0),
  (33, 3, '3', 'Expérimenter des temps et des espaces dédiés à la rencontre des futurs bacheliers de la voie professionnelle avec le monde industriel.',
   'Initiatives en région.', 3.0),
  (41, 4, '1', 'Concevoir un parcours de découverte des contextes et des métiers de l’industrie spécifique aux personnels volontaires de l’Éducation nationale (enseignants, directeurs délégués aux formations professionnelles et technologies (DDFPT), chefs d’établissement, acteurs des campus des métiers et des qualifications, psychologues de l’Éducation nationale…)',
   'Trois filières en tension la première année.', 1.0),
  (42, 4, '2', 'Poursuivre et développer les partenariats déjà engagés dans le cadre du CERPEP (Centre d’Études et de Recherches sur les Partenariats avec les Entreprises et les Professions) pour la formation continue des enseignants de la filière et des acteurs des Campus des métiers et des qualifications liés à l’industrie.',
   'Mesure sans engagement propre.', 2.0),
  (51, 5, '1', 'Valoriser le partenariat entre l’Éducation nationale et l’Industrie, matérialisé par la plateforme de ressources pédagogiques numérique « Etincel », construite dans le cadre de l’action CSTI (culture scientifique, technique et industrielle) du programme des investissements d’avenir (PIA2)',
   'Mesure sans engagement propre.', 1.0),
  (52, 5, '2', 'Faciliter le déploiement de la plateforme et la multiplication des coproductions de ressources.', 'Avec la direction générale des entreprises.', 2.0),
  (61, 6, '1', 'Articuler et contribuer au développement qualitatif des dispositifs, labels et écosystèmes (pôles de compétitivité, campus des métiers et des qualifications, …) des deux ministères sur leurs périmètres communs : cahiers des charges, acteurs, sites, etc.',
   'Mesure sans engagement propre.', 1.0),
  (62, 6, '2', 'Articuler les partenariats entre les usines écoles des industriels et les établissements de l’Éducation nationale, notamment les Campus des métiers et des qualifications liés à l’industrie.',
   'Mesure sans engagement propre.', 2.0);

-- Engagements: "2-1" is measure 1 of article 2 ----------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  quantity, unit, note, reviewed, confidential, position) VALUES
  (2101, 2, 21, '2-1', 'Obtenir des filières, fédérations et entreprises volontaires qu’elles ouvrent leurs portes aux élèves et aux classes',
   'must', 'in_progress', 60, '2019-09-10', 2018, 32, 'National', NULL, NULL, 'Onze filières sur seize ont un correspondant.', '2019-06-20', 0, 1.0),

  (2201, 2, 22, '2-2', 'Trouver, par les filières et les fédérations, des entreprises prêtes à prendre des collégiens de troisième',
   'must', 'in_progress', 50, '2019-09-10', 2018, 32, 'National', NULL, NULL, '2 300 places proposées.', '2019-06-20', 0, 1.0),
  (2202, 2, 22, '2-2', 'Préparer pour les entreprises des outils, par exemple un guide, qui rendent cette semaine profitable',
   'must', 'done', 100, '2019-01-31', NULL, 12, 'National', NULL, NULL, 'Guide paru en janvier 2019.', '2019-06-20', 0, 2.0),
  (2203, 2, 22, '2-2', 'Se donner un objectif chiffré d’accueil en partant du taux constaté',
   'must', 'planned', 10, '2018-12-31', 2018, 22, 'National', NULL, NULL, 'Le taux de départ n’a pas pu être calculé.', '2019-06-20', 0, 3.0),

  (3101, 3, 31, '3-1', 'Accroître, avec les filières, fédérations et entreprises, le nombre de périodes proposées aux lycéens professionnels',
   'must', 'in_progress', 40, '2019-09-10', NULL, 31, 'National', NULL, NULL, NULL, '2019-06-20', 0, 1.0),
  (3102, 3, 31, '3-1', 'Convenir d’objectifs de suivi pour mesurer l’attrait des métiers et dépasser peu à peu l’offre présente',
   'must', 'in_progress', 30, '2019-03-31', NULL, 11, 'National', NULL, NULL, 'Quatre mesures proposées, aucune retenue à ce jour.', '2019-06-20', 0, 2.0),
  (3301, 3, 33, '3-3', 'Aider ces rencontres par des initiatives en région : débats, animations, dirigeants et salariés dans les lycées',
   'must', 'in_progress', 45, '2019-06-28', NULL, NULL, 'Pays de la Loire, Grand Est, Normandie', NULL, NULL, 'Trois régions.', '2019-06-20', 0, 1.0),

  (4101, 4, 41, '4-1', 'Rédiger des recommandations pour que les entreprises partenaires montent ces parcours de formation',
   'must', 'done', 100, '2019-02-28', 2018, 12, 'National', NULL, NULL, 'Adoptées par le comité.', '2019-06-20', 0, 1.0),
  (4102, 4, 41, '4-1', 'Faire en sorte que chaque académie trouve des entreprises où accueillir ses personnels volontaires',
   'must', 'in_progress', 35, '2019-09-10', NULL, 32, 'Toutes les académies', NULL, NULL, 'Douze académies pourvues ; le nom d’une entreprise qui se retire est à taire.', '2019-06-20', 1, 2.0),
  (4103, 4, 41, '4-1', 'S’accorder sur un objectif chiffré et viser d’abord trois filières où les métiers sont en tension',
   'must', 'in_progress', 70, '2019-07-05', 2018, 11, 'National', 3, 'filières', 'Filières choisies ; objectif chiffré encore en débat.', '2019-06-20', 0, 3.0),

  (5201, 5, 52, '5-2', 'Repérer avec la direction générale des entreprises les fédérations et partenaires prêts à soutenir la plateforme',
   'must', 'in_progress', 50, '2019-06-30', NULL, 32, 'National', NULL, NULL, 'Quatre fédérations d’accord.', '2019-06-20', 0, 1.0);

-- Who is committed ---------------------------------------------------------------------------------

INSERT INTO engagement_party (engagement, party)
  SELECT engagement.id, party.id FROM engagement, party WHERE engagement.id IN (2202, 2203, 3102, 3301, 4103);

INSERT INTO engagement_party (engagement, party) VALUES
  (2101, 3), (2201, 3), (3101, 3), (4101, 1), (4101, 3), (4102, 3), (5201, 3);

-- Fiches action ------------------------------------------------------------------------------------

INSERT INTO fiche (id, label, title, axis, status, lead, summary, quantitative, qualitative, partners, publics,
  territory, means, start, due, confidential, position) VALUES
  (1, 'F1', 'Parcours de découverte pour les personnels', 4, 'in_progress', 12,
   'Proposer aux enseignants et aux conseillers deux jours dans une filière en tension, préparés avec elle.',
   '- 3 filières la première année
- 300 personnes', '- une visite et un temps d’échange avec les recruteurs
- un usage en classe décrit par chaque participant', 'CERPEP, Campus', 'Enseignants, chefs d’établissement, psychologues de l’Éducation nationale',
   'National', 'Journées prises sur les plans académiques de formation.', '2018-10-16', '2019-07-05', 0, 1.0);

INSERT INTO fiche_measure (fiche, measure) VALUES (1, 41), (1, 42);
INSERT INTO fiche_party (fiche, party) VALUES (1, 1), (1, 3);

INSERT INTO step (id, fiche, title, due, status, position) VALUES
  (101, 1, 'Choisir trois filières', '2018-12-14', 'done', 1.0),
  (102, 1, 'Adopter les recommandations', '2019-02-28', 'done', 2.0),
  (103, 1, 'Tenir les premiers parcours', '2019-05-31', 'in_progress', 3.0);

INSERT INTO contribution (id, fiche, party, text, position) VALUES
  (101, 1, 1, 'Inscrire les parcours aux plans académiques de formation', 1.0),
  (102, 1, 3, 'Trouver les entreprises dans les trois filières', 2.0);

-- Meetings -----------------------------------------------------------------------------------------

INSERT INTO meeting (id, type, title, date, time, end_time, place, chair, minutes, introduction, conclusion, next_date, next_place, requested, requester, reason, host, cohost, rapporteur, previous, proposed) VALUES
  (1, 'ordinary', 'Installation du comité de pilotage', '2018-10-16', '09:30', '11:30', 'Ministère de l’Éducation nationale, Paris', 11, 'validated',
   'Mme Garnier accueille les six membres du comité.', 'La séance est levée à 11 h 30.', '2019-06-20', 'France Industrie, Paris', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2018-10-24'),
  (2, 'ordinary', 'Bilan préalable et suites de la convention', '2019-06-20', '14:30', '16:30', 'France Industrie, Paris', 31, 'proposed',
   'Mme Lambert rappelle que la convention vaut pour un an et qu’un bilan est nécessaire avant toute prolongation.', 'La séance est levée à 16 h 30.', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, '2019-06-27');

INSERT INTO attendance (id, meeting, person, state, represented_by, position, role, reason, arrived) VALUES
  (101, 1, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (102, 1, 12, 'present', NULL, 2.0, 'member', NULL, NULL),
  (103, 1, 21, 'present', NULL, 3.0, 'member', NULL, NULL),
  (104, 1, 22, 'present', NULL, 4.0, 'member', NULL, NULL),
  (105, 1, 31, 'present', NULL, 5.0, 'member', NULL, NULL),
  (106, 1, 32, 'excused', NULL, 6.0, 'member', NULL, NULL),
  (107, 1, 41, 'present', NULL, 7.0, 'guest', 'Secrétariat du comité', NULL),
  (201, 2, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (202, 2, 12, 'present', NULL, 2.0, 'member', NULL, NULL),
  (203, 2, 21, 'represented', 'Mme Delphine Oumarou', 3.0, 'member', NULL, NULL),
  (204, 2, 22, 'present', NULL, 4.0, 'member', NULL, NULL),
  (205, 2, 31, 'present', NULL, 5.0, 'member', NULL, '14:45'),
  (206, 2, 32, 'present', NULL, 6.0, 'member', NULL, NULL),
  (207, 2, 41, 'present', NULL, 7.0, 'guest', 'Secrétariat du comité', NULL);

INSERT INTO item (id, meeting, label, title, presenter, duration, notes, position, topic, fiche, elapsed, adjourned, previous) VALUES
  (101, 1, '1', 'Organisation du comité', 'Mme Garnier', 20, 'Le comité compte deux membres par signataire. Mme Ferrand tient le secrétariat.', 1.0, 'other', NULL, 840, 0, NULL),
  (102, 1, '2', 'Choix des filières en tension', 'M. Castelnau', 60,
   'Trois filières sont proposées : l’automobile, l’aéronautique et les industries électriques. Mme Lambert souligne que les besoins varient selon les régions. Le comité demande un avis aux fédérations avant décembre.', 2.0, 'priorities', NULL, 4020, 0, NULL),
  (201, 2, '1', 'Bilan préalable', 'M. Maillard', 60,
   'Deux engagements sur onze sont tenus : le guide pour les entreprises et les recommandations. Huit sont en cours. Un seul n’a guère avancé :
- l’objectif chiffré d’accueil, faute de point de départ.', 1.0, 'review', NULL, 3300, 0, NULL),
  (202, 2, '2', 'Prolongation de la convention', 'Mme Garnier', 40,
   'Les trois signataires souhaitent poursuivre. France Industrie demande une durée de trois ans. L’Économie et les Finances veulent moins de mesures sans engagement.', 2.0, 'other', NULL, 2700, 0, NULL);

INSERT INTO decision (id, meeting, item, label, text, lead, due, status, engagement, fiche, position, type, closed, outcome, confidential) VALUES
  (101, 1, 102, '2018-1-01', 'Recueillir l’avis des fédérations sur les trois filières.', 32, '2018-12-14', 'done', 4103, 1, 1.0, 'action', '2018-12-14', 'Cinq fédérations ont répondu ; les trois filières sont retenues.', 0),
  (201, 2, 201, '2019-1-01', 'Calculer le taux d’accueil de départ à partir d’une enquête dans trois académies.', 22, '2019-10-31', 'planned', 2203, NULL, 1.0, 'action', NULL, NULL, 0),
  (202, 2, 202, '2019-1-02', 'Soumettre aux signataires un projet de prolongation avant le 10 septembre 2019.', 11, '2019-09-10', 'in_progress', NULL, NULL, 2.0, 'action', NULL, NULL, 0);

-- Agreements on the agenda, and the minutes that the next committee validated --------------------

INSERT INTO agreement (id, meeting, party, date, name, note) VALUES
  (101, 1, 1, '2018-10-09', 'Mme Florence Garnier', NULL),
  (102, 1, 2, '2018-10-10', 'M. Rémi Castelnau', NULL),
  (103, 1, 3, '2018-10-09', 'Mme Béatrice Lambert', NULL),
  (201, 2, 1, '2019-06-12', 'Mme Florence Garnier', NULL),
  (202, 2, 2, '2019-06-13', 'Mme Delphine Oumarou', NULL),
  (203, 2, 3, '2019-06-11', 'Mme Béatrice Lambert', 'Ajout du point sur la prolongation.');

INSERT INTO validation (id, meeting, party, date, name, note) VALUES
  (101, 1, NULL, '2019-06-20', 'Comité du 20 juin 2019', NULL);

-- Indicators: three sectors in the first year; what was observed is invented -----------------------

INSERT INTO indicator (id, name, unit, axis, measure, engagement, fiche, nature, scale, direction, counting, periodicity, split, supplier, baseline_value, baseline_date, baseline_derived, baseline_note, source, confidential, position) VALUES
  (1, 'Filières en tension ciblées', 'filières', 4, NULL, 4103, NULL, 'number', NULL, 'rise', 'state', 'semester', NULL, 3, 0, '2018-09-10', 0, NULL, 'Article 4, mesure 1. Valeurs observées fictives.', 0, 1.0),
  (2, 'Élèves de troisième accueillis dans l’industrie', '%', 2, NULL, 2203, NULL, 'number', NULL, 'rise', 'state', 'school_year', NULL, 1, NULL, NULL, 0, 'Le taux d’accueil actuel, qui reste à calculer.', 'Article 2, mesure 2 : les signataires fixeront ensemble la cible à partir du taux actuel.', 0, 2.0);

INSERT INTO target (id, indicator, value, date, note) VALUES
  (101, 1, 3, '2019-07-05', 'Fin de la première année scolaire'),
  (201, 2, NULL, '2019-09-10', 'Cible commune à fixer à partir du taux d’accueil actuel');

INSERT INTO observation (id, indicator, value, date, state, note) VALUES
  (101, 1, 3, '2019-02-28', 'final', NULL);

-- Clauses: what the convention says of time and duty, in our own words -----------------------------

INSERT INTO clause (id, article, title, text, sort, counted_from, event, number, unit, direction, recurrence, limit_day, limit_month, limit_rule, position) VALUES
  (1, '7', 'La convention dure une première année', 'Un an à compter de la signature.', 'term', 'expiry', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1.0),
  (2, '7', 'Composer le comité de pilotage', 'Six membres, deux pour chaque signataire, suivent les engagements.', 'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2.0),
  (3, '7', 'Établir le bilan avant de décider de la suite', 'Les signataires dressent d’abord le bilan des actions ; ils décident ensuite de prolonger le partenariat et de le faire évoluer.', 'condition', 'expiry', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 3.0),
  (4, '1', 'Proposer la convention aux régions et aux académies', 'Elle peut être déclinée sur place, dans le respect des compétences de chacun.', 'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 4.0);

INSERT INTO clause_party (clause, party) VALUES
  (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3), (4, 1), (4, 2), (4, 3);
