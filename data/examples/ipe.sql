-- SPDX-License-Identifier: GPL-3.0-or-later
-- The convention of 1 March 2007 between the ministry and the association "Ingénieurs pour l’école": parties,
-- dates, articles, budget and the figures of the review of 2007 are the real ones, in our own words; the
-- seminar of 23 and 24 June 2008 took place. The persons, the other meetings and all decisions are invented.

-- Signatories --------------------------------------------------------------------------------------

INSERT INTO party (id, name, short_name, side, representative, address, position) VALUES
  (1, 'Ministre de l’éducation nationale, de l’enseignement supérieur et de la recherche', 'MENESR', 1, 'Gilles de Robien, ministre', NULL, 1.0),
  (2, 'Association dénommée « Ingénieurs pour l’école »', 'Ingénieurs pour l’école', 2, 'Jean-Cyril Spinetta, président', '8, rue de Berri
75008 Paris', 2.0);

-- Convention ---------------------------------------------------------------------------------------

INSERT INTO convention (id, title, short_title, reference, signed, duration_months, renewal, notice_months, object, steering, composition, exceptional, public_meeting, minutes_proposer, minutes_validation, sender, place, recipients) VALUES
  (1, 'Convention pluriannuelle entre le MENESR et l’association « Ingénieurs pour l’école »',
   'MENESR – Ingénieurs pour l’école, 2007–2011', 'NOR MENE0701332X', '2007-03-01', 48, 'conditional', 3,
   'L’association met à la disposition des académies des ingénieurs et des cadres d’entreprise (les IPE), qui aident les jeunes à s’orienter, à se former et à s’insérer. L’État soutient ces actions par une subvention prévue de 7 200 000 € en quatre ans. La reconduction d’une année sur l’autre suppose que l’association remette ses documents comptables à temps ; une nouvelle convention suppose que l’évaluation finale ait été déposée.',
   'La convention ne crée pas de comité. Le conseil d’administration de l’association arrête chaque année les priorités nationales que lui propose la direction générale de l’enseignement scolaire. Les deux parties préparent ensemble le bilan annuel et l’évaluation finale, due avant le 1er juillet de la dernière année. Un manquement permet de résilier trois mois après une mise en demeure par lettre recommandée.', 'free', 'unstated', 0, 1, 'all', 'Direction générale de l’enseignement scolaire
110 rue de Grenelle
75007 Paris', 'Paris', 'Le conseil d’administration de l’association
Les recteurs d’académie');

-- Persons ------------------------------------------------------------------------------------------

INSERT INTO person (id, civility, name, function, party, member, email, position, entity, alternate, term_start, term_end) VALUES
  (11, 'Mme', 'Geneviève Arnoux', 'Cheffe du bureau du partenariat, DGESCO', 1, 1, 'genevieve.arnoux@education.example.org', 1.0, 'Bureau du partenariat', 13, '2007-03-01', NULL),
  (12, 'M.', 'Michel Tournier', 'Délégué académique aux enseignements techniques', 1, 1, 'michel.tournier@education.example.org', 2.0, 'Rectorat', NULL, '2007-03-01', NULL),
  (13, 'Mme', 'Christine Valade', 'Chargée du suivi des IPE, DGESCO', 1, 1, 'christine.valade@education.example.org', 3.0, 'Bureau du partenariat', NULL, '2007-03-01', NULL),
  (21, 'M.', 'Jean-Pierre Coste', 'Délégué général', 2, 1, 'jean-pierre.coste@ipe.example.org', 4.0, 'Délégation générale', 22, '2007-03-01', NULL),
  (22, 'Mme', 'Martine Perrot', 'Trésorière', 2, 1, 'martine.perrot@ipe.example.org', 5.0, 'Trésorerie', NULL, '2007-03-01', NULL),
  (23, 'M.', 'Bernard Sorel', 'Ingénieur pour l’école', 2, 0, 'bernard.sorel@ipe.example.org', 6.0, 'Réseau des ingénieurs pour l’école', NULL, NULL, NULL),
  (24, 'Mme', 'Dominique Hamel', 'Ingénieure pour l’école', 2, 0, 'dominique.hamel@ipe.example.org', 7.0, 'Réseau des ingénieurs pour l’école', NULL, NULL, NULL);

-- Axes: the six domains of annex 1, which have no number, then what the articles and annexes ask ----

INSERT INTO axis (id, label, title, summary, position) VALUES
  (1, NULL, 'L’information et l’orientation et la valorisation des enseignements professionnels et technologiques',
   'Découverte des métiers, de la troisième aux premières années du supérieur.', 1.0),
  (2, NULL, 'La formation professionnelle initiale', 'Réseaux d’entreprises, stages pour tous, apprentissage, dialogue sur les compétences.', 2.0),
  (3, NULL, 'L’insertion professionnelle des jeunes', 'Recherche d’emploi et esprit d’entreprendre.', 3.0),
  (4, NULL, 'Les technologies de l’information et de la communication', 'Formation, sites, brevet informatique et internet.', 4.0),
  (5, NULL, 'Le partenariat, l’appui technologique aux petites et moyennes entreprises', 'Lycées des métiers et plateformes technologiques.', 5.0),
  (6, NULL, 'Les actions au service de l’égalité des chances', 'Éducation prioritaire.', 6.0),
  (7, 'Articles', 'Conduite et financement de la convention', 'Ce que demandent les articles 1 à 9 : subvention, comptes, contrôle, évaluation.', 7.0),
  (8, 'Annexe 1', 'Objectifs communs et organisation du dispositif', 'Ce que chacun apporte au recrutement, à l’accueil et à l’animation des IPE.', 8.0),
  (9, 'Annexe 3', 'Modalités de réalisation de l’évaluation', 'Bilan de chaque année, évaluation finale.', 9.0);

INSERT INTO measure (id, axis, label, title, summary, position) VALUES
  (71, 7, '1', 'Objet de la convention pluri annuelle', NULL, 1.0),
  (72, 7, '2', 'Durée de la convention', 'Quatre ans, avec une reconduction annuelle sous condition.', 2.0),
  (74, 7, '4', 'Montant de la subvention et conditions de paiement', '1 800 000 € chacune des quatre années.', 3.0),
  (75, 7, '5', 'Obligations comptables', 'Comptes et compte rendu financier avant le 1er juillet.', 4.0),
  (76, 7, '6', 'Autres engagements', NULL, 5.0),
  (78, 7, '8', 'Contrôle de la direction générale de l’enseignement scolaire', NULL, 6.0),
  (79, 7, '9', 'Évaluation', 'Avant le 1er juillet 2010 : la dernière année va de mars 2010 à février 2011.', 7.0),
  (81, 8, 'I', 'Des objectifs communs dans le cadre d’un partenariat école-entreprise renforcé', NULL, 1.0),
  (82, 8, 'II', 'Des actions concrètes prévues à l’article 1er de la convention pluri annuelle', 'Les priorités et le choix des missions ; les six domaines forment des axes.', 2.0),
  (83, 8, NULL, 'Pour l’atteinte des objectifs et la réalisation des actions', 'Rôle de l’association.', 3.0),
  (84, 8, NULL, 'Au titre du ministère de l’éducation nationale, de l’enseignement supérieur et de la recherche', 'Rôle de l’administration centrale et des rectorats.', 4.0),
  (91, 9, '1', 'Bilan annuel', NULL, 1.0),
  (92, 9, '2', 'Évaluation finale', NULL, 2.0);

-- Engagements of the six domains ("annexe 1, II") ---------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  note, reviewed, confidential, position) VALUES
  (101, 1, NULL, 'annexe 1, II', 'Concourir à informer les élèves et leurs parents',
   'must', 'in_progress', 60, NULL, 2008, 21, 'National', '245 actions dans 19 académies en 2007.', '2008-06-24', 0, 1.0),
  (102, 1, NULL, 'annexe 1, II', 'Monter des opérations qui font découvrir les métiers par la pratique',
   'must', 'in_progress', 50, NULL, NULL, 21, 'National', NULL, '2008-06-24', 0, 2.0),
  (103, 1, NULL, 'annexe 1, II', 'Participer, en troisième, à l’option de découverte professionnelle et au module',
   'must', 'in_progress', 60, NULL, NULL, 24, 'Une quinzaine d’académies', 'Option de 3 heures, module de 6 heures ; 200 actions en 2007.', '2008-06-24', 0, 3.0),
  (104, 1, NULL, 'annexe 1, II', 'Prendre part à l’orientation des étudiants de première et deuxième année',
   'must', 'in_progress', 40, NULL, NULL, 23, 'National', '76 actions en 2007.', '2008-03-18', 0, 4.0),
  (105, 1, NULL, 'annexe 1, II', 'Épauler les rectorats qui veulent donner aux jeunes une meilleure image des voies professionnelle et technologique',
   'must', 'in_progress', 40, NULL, NULL, 12, 'Académies', NULL, '2008-03-18', 0, 5.0),

  (201, 2, NULL, 'annexe 1, II', 'Aider à former des réseaux d’entreprises d’accueil et à gérer les stages, dans l’académie et l’établissement',
   'must', 'in_progress', 55, NULL, 2008, 23, 'National', '175 actions en 2007 ; banques de stages attendues à la rentrée 2009.', '2008-06-24', 0, 1.0),
  (202, 2, NULL, 'annexe 1, II', 'Appuyer ce qui garantit un stage obligatoire à chacun, aux plus en difficulté d’abord',
   'must', 'in_progress', 40, '2009-09-01', 2008, 12, 'Sites prioritaires', NULL, '2008-06-24', 0, 2.0),
  (203, 2, NULL, 'annexe 1, II', 'Soutenir les établissements qui ouvrent de l’apprentissage',
   'must', 'in_progress', 50, NULL, NULL, 12, 'Académies', '89 actions en 2007.', '2008-03-18', 0, 3.0),
  (204, 2, NULL, 'annexe 1, II', 'Présenter aux entreprises toute l’offre de formation',
   'must', 'in_progress', 40, NULL, NULL, 21, 'National', '44 actions d’information réciproque en 2007.', '2008-03-18', 0, 4.0),
  (205, 2, NULL, 'annexe 1, II', 'Dire aux rectorats quelles compétences cherchent les entreprises',
   'must', 'in_progress', 40, NULL, NULL, 21, 'National', NULL, '2008-03-18', 0, 5.0),

  (301, 3, NULL, 'annexe 1, II', 'Contribuer à l’insertion : recherche d’emploi, esprit d’entreprendre, création d’entreprise, structures locales',
   'must', 'in_progress', 60, NULL, NULL, 24, 'National', '63 actions sur l’emploi et 214 sur l’entrepreneuriat en 2007.', '2008-06-24', 0, 1.0),

  (401, 4, NULL, 'annexe 1, II', 'Aider à former aux technologies de l’information',
   'must', 'in_progress', 40, NULL, NULL, NULL, 'Académies', '61 actions en 2007, tous usages compris.', '2008-03-18', 0, 1.0),
  (402, 4, NULL, 'annexe 1, II', 'Se servir de ces technologies pour rapprocher établissements et entreprises',
   'must', 'in_progress', 40, NULL, NULL, NULL, 'Académies', NULL, '2008-03-18', 0, 2.0),
  (403, 4, NULL, 'annexe 1, II', 'Faire entrer ces outils dans la classe de tous les jours, notamment avec le B2i',
   'must', 'planned', 20, NULL, NULL, NULL, 'Académies', NULL, '2008-03-18', 0, 3.0),

  (501, 5, NULL, 'annexe 1, II', 'Guider les établissements vers le partenariat et vers le label « Lycée des métiers »',
   'must', 'in_progress', 45, NULL, 2008, 12, 'Dix académies', '88 actions en 2007.', '2008-06-24', 0, 1.0),
  (502, 5, NULL, 'annexe 1, II', 'Nouer des liens avec les professionnels et les acteurs locaux : veille, métiers, alternance, emploi, développement',
   'must', 'in_progress', 55, NULL, NULL, 21, 'Dix-huit académies', '228 actions avec les entreprises et 188 avec les acteurs locaux en 2007.', '2008-03-18', 0, 2.0),
  (503, 5, NULL, 'annexe 1, II', 'Faciliter le passage des techniques vers les entreprises : innovation, plateaux, plateformes académiques',
   'must', 'in_progress', 50, NULL, NULL, 23, 'Onze académies', '144 actions, 227 établissements, 968 entreprises et 180 organisations en 2007.', '2008-06-24', 0, 3.0),

  (601, 6, NULL, 'annexe 1, II', 'S’associer aux dispositifs d’égalité des chances, en particulier dans l’éducation prioritaire',
   'must', 'in_progress', 30, NULL, NULL, NULL, 'Éducation prioritaire', NULL, '2008-03-18', 0, 1.0),
  (602, 6, NULL, 'annexe 1, II', 'Y travailler avec le réseau national d’entreprises qui s’y consacre',
   'must', 'in_progress', 30, NULL, NULL, NULL, 'National', NULL, '2008-03-18', 0, 2.0);

-- Engagements of the articles -----------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  quantity, unit, note, reviewed, confidential, position) VALUES
  (7101, 7, 71, '1', 'Réaliser les objectifs et les actions de l’annexe 1 et s’en donner les moyens', 'must', 'in_progress', 50, NULL, NULL, 21, 'National',
   48, 'ingénieurs pour l’école', '53 IPE en activité en 2007 (équivalent temps plein), dans 24 académies.', '2008-03-18', 0, 1.0),
  (7102, 7, 71, '1', 'Financer ces actions et leur fonctionnement, hors investissement', 'must', 'in_progress', 50, NULL, NULL, 11, 'National', 7200000, '€ en quatre ans', NULL, '2008-03-18', 0, 2.0),
  (7201, 7, 72, '2', 'Faire connaître chaque année le montant de la subvention', 'must', 'in_progress', 50, '2009-03-01', NULL, 13, 'National', NULL, NULL, 'Notifié en 2007 et en 2008.', '2008-03-18', 0, 1.0),
  (7401, 7, 74, '4', 'Créditer la subvention sur le compte de l’association selon les règles comptables', 'must', 'in_progress', 50, NULL, NULL, 13, 'National',
   1800000, '€ par an', 'Les trois dernières années dépendent de la loi de finances.', '2008-03-18', 0, 1.0),
  (7402, 7, 74, '4', 'Verser la somme de l’année en une fois', 'must', 'in_progress', 50, NULL, NULL, 13, 'National', NULL, NULL, NULL, '2008-03-18', 0, 2.0),
  (7501, 7, 75, '5', 'Remettre le compte rendu financier et les indicateurs liés, dans les six mois et avant le 1er juillet suivant', 'must', 'in_progress', 50, '2008-06-30', 2008, 22, 'National',
   NULL, NULL, 'Compte rendu de 2007 en préparation.', '2008-03-18', 0, 1.0),
  (7502, 7, 75, '5', 'Évaluer comment les actions aidées par l’État ont été réalisées', 'must', 'planned', 0, '2010-06-30', NULL, 21, 'National', NULL, NULL, NULL, NULL, 0, 2.0),
  (7503, 7, 75, '5', 'Tenir une comptabilité aux normes des associations et envoyer les comptes dans les six mois', 'must', 'in_progress', 50, '2008-06-30', NULL, 22, 'National',
   NULL, NULL, 'Règlement n° 99-01.', '2008-03-18', 0, 3.0),
  (7504, 7, 75, '5', 'Transmettre à temps les rapports du commissaire aux comptes', 'must', 'in_progress', 50, NULL, NULL, 22, 'National', NULL, NULL, 'Rapport de 2007 reçu ; contenu réservé.', '2008-03-18', 1, 4.0),
  (7601, 7, 76, '6', 'Envoyer sans tarder copie des déclarations que la loi de 1901 impose', 'must', 'in_progress', NULL, NULL, NULL, 22, 'National', NULL, NULL, NULL, NULL, 0, 1.0),
  (7602, 7, 76, '6', 'Signaler tout retard', 'must', 'in_progress', NULL, NULL, NULL, 21, 'National', NULL, NULL, NULL, NULL, 0, 2.0),
  (7801, 7, 78, '8', 'Ouvrir à tout moment ses pièces et ses dépenses au contrôle', 'must', 'in_progress', NULL, NULL, NULL, 22, 'National', NULL, NULL, NULL, NULL, 0, 1.0),
  (7901, 7, 79, '9', 'Définir et conduire en commun une évaluation chiffrée et qualitative des actions', 'must', 'planned', 0, NULL, NULL, 11, 'National', NULL, NULL, NULL, NULL, 0, 1.0),
  (7902, 7, 79, '9', 'Achever l’évaluation avant le 1er juillet de la dernière année', 'must', 'planned', 0, '2010-06-30', NULL, NULL, 'National', NULL, NULL, NULL, NULL, 0, 2.0);

-- Engagements of annex 1 ----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  note, reviewed, confidential, position) VALUES
  (8101, 8, 81, 'annexe 1, I', 'Mieux préparer ensemble les jeunes au travail et à leur choix, et rapprocher deux cultures', 'must', 'in_progress', 50, NULL, NULL, NULL, 'National', NULL, '2008-03-18', 0, 1.0),
  (8102, 8, 81, 'annexe 1, I', 'Garantir la qualité des cadres délégués et ouvrir les entreprises à des enseignants en stage', 'must', 'in_progress', 40, NULL, NULL, 21, 'National', 'Peu de stages d’enseignants en 2007.', '2008-03-18', 0, 2.0),
  (8103, 8, 81, 'annexe 1, I', 'Confier aux IPE des missions utiles et propres à eux, bien les accueillir et les animer', 'must', 'in_progress', 60, NULL, NULL, 13, 'National', 'Séminaire des 23 et 24 juin 2008.', '2008-06-24', 0, 3.0),
  (8104, 8, 81, 'annexe 1, I', 'Inscrire au cahier des charges de chacun les missions voulues par les entreprises et les rectorats', 'must', 'in_progress', 50, NULL, NULL, 12, 'Académies', NULL, '2008-03-18', 0, 4.0),

  (8201, 8, 82, 'annexe 1, II', 'Fixer chaque année les priorités nationales, sur proposition de l’administration', 'must', 'done', 100, '2008-01-31', 2008, 21, 'National', 'Priorités de 2008 arrêtées en janvier.', '2008-03-18', 0, 1.0),
  (8202, 8, 82, 'annexe 1, II', 'Laisser aux recteurs le choix des missions académiques et leur cahier des charges', 'must', 'in_progress', 60, NULL, NULL, 12, 'Académies', NULL, '2008-03-18', 0, 2.0),

  (8301, 8, 83, 'annexe 1, II', 'Répondre de l’administration et des finances du dispositif', 'must', 'in_progress', 50, NULL, NULL, 22, 'National', NULL, '2008-03-18', 0, 1.0),
  (8302, 8, 83, 'annexe 1, II', 'Animer le réseau des IPE avec le ministère et les entreprises', 'must', 'in_progress', 60, NULL, NULL, 21, 'National', NULL, '2008-06-24', 0, 2.0),
  (8303, 8, 83, 'annexe 1, II', 'Aider à repérer ce dont les académies ont besoin', 'must', 'in_progress', 50, NULL, NULL, 21, 'National', NULL, '2008-03-18', 0, 3.0),
  (8304, 8, 83, 'annexe 1, II', 'Aider à décrire les profils recherchés', 'must', 'in_progress', 50, NULL, NULL, 21, 'National', NULL, '2008-03-18', 0, 4.0),
  (8305, 8, 83, 'annexe 1, II', 'Faire un premier choix de candidats avec les entreprises', 'must', 'in_progress', 50, NULL, NULL, 21, 'National', NULL, '2008-03-18', 0, 5.0),
  (8306, 8, 83, 'annexe 1, II', 'Seconder les recteurs pour recruter, former et faire partager l’expérience acquise', 'must', 'in_progress', 40, NULL, NULL, 21, 'National', NULL, '2008-03-18', 0, 6.0),
  (8307, 8, 83, 'annexe 1, II', 'Demander aux entreprises de donner aux anciens IPE un poste où leur passage à l’école serve', 'must', 'planned', 10, NULL, NULL, NULL, 'National', NULL, NULL, 0, 7.0),

  (8401, 8, 84, 'annexe 1, II', 'Préciser les objectifs des missions et dresser la carte nationale des IPE, d’accord avec l’association', 'must', 'in_progress', 50, NULL, NULL, 11, 'National', NULL, '2008-03-18', 0, 1.0),
  (8402, 8, 84, 'annexe 1, II', 'Tenir compte des travaux des IPE dans les réflexions nationales', 'must', 'in_progress', 40, NULL, NULL, 11, 'National', NULL, '2008-06-24', 0, 2.0),
  (8403, 8, 84, 'annexe 1, II', 'Animer et coordonner le dispositif au niveau national', 'must', 'in_progress', 60, NULL, NULL, 13, 'National', NULL, '2008-06-24', 0, 3.0),
  (8404, 8, 84, 'annexe 1, II', 'Recenser les missions possibles et les signaler à l’association', 'must', 'in_progress', 50, NULL, NULL, 12, 'Académies', NULL, '2008-03-18', 0, 4.0),
  (8405, 8, 84, 'annexe 1, II', 'Définir le profil attendu pour chacune', 'must', 'in_progress', 50, NULL, NULL, 12, 'Académies', NULL, '2008-03-18', 0, 5.0),
  (8406, 8, 84, 'annexe 1, II', 'Choisir les IPE sur dossier, avec l’aide de l’association', 'must', 'in_progress', 50, NULL, NULL, 12, 'Académies', NULL, '2008-03-18', 0, 6.0),
  (8407, 8, 84, 'annexe 1, II', 'Écrire pour chaque mission un cahier des charges : buts, dates, moyens, durée', 'must', 'in_progress', 50, NULL, NULL, 12, 'Académies', NULL, '2008-03-18', 0, 7.0),
  (8408, 8, 84, 'annexe 1, II', 'Signer avec l’entreprise la délégation de son salarié', 'must', 'in_progress', 50, NULL, NULL, 12, 'Académies', NULL, '2008-03-18', 0, 8.0),
  (8409, 8, 84, 'annexe 1, II', 'Donner à chacun une lettre de mission, revue tous les ans', 'must', 'in_progress', 50, '2008-09-30', NULL, 12, 'Académies', NULL, '2008-03-18', 0, 9.0),
  (8410, 8, 84, 'annexe 1, II', 'Accueillir les IPE, les présenter, les coordonner et attester chaque année leur travail', 'must', 'in_progress', 60, NULL, NULL, 12, 'Académies', NULL, '2008-03-18', 0, 10.0);

-- Engagements of annex 3 ----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  note, reviewed, confidential, position) VALUES
  (9101, 9, 91, 'annexe 3, 1', 'Dresser chaque année un bilan chiffré et qualitatif', 'must', 'in_progress', 50, '2009-06-30', NULL, 13, 'National', 'Bilan de 2007 présenté en 2008.', '2008-06-24', 0, 1.0),
  (9102, 9, 91, 'annexe 3, 1', 'Préparer à deux les tableaux et les fiches du bilan', 'must', 'in_progress', 50, '2009-06-30', NULL, 13, 'National', NULL, '2008-03-18', 0, 2.0),
  (9201, 9, 92, 'annexe 3, 2', 'Mesurer, la dernière année, l’effet des actions sur les objectifs du programme budgétaire', 'must', 'planned', 0, '2010-06-30', NULL, NULL, 'National', NULL, NULL, 0, 1.0),
  (9202, 9, 92, 'annexe 3, 2', 'Choisir ensemble la méthode et les outils de cette évaluation', 'must', 'planned', 0, '2009-12-31', NULL, NULL, 'National', NULL, NULL, 0, 2.0);

-- Who is committed: both, then the ministry, then the association ----------------------------------

INSERT INTO engagement_party (engagement, party)
  SELECT engagement.id, party.id FROM engagement, party WHERE engagement.id IN (
    7901, 7902, 8101, 8201, 9101, 9102, 9201, 9202);

INSERT INTO engagement_party (engagement, party)
  SELECT id, 1 FROM engagement WHERE id IN (7102, 7201, 7401, 7402, 8103, 8104, 8202) OR measure = 84;

INSERT INTO engagement_party (engagement, party)
  SELECT id, 2 FROM engagement WHERE axis IN (1, 2, 3, 4, 5, 6) OR measure IN (75, 76, 78, 83) OR id IN (7101, 8102);

-- Fiches action ------------------------------------------------------------------------------------

INSERT INTO fiche (id, label, title, axis, status, lead, summary, quantitative, qualitative, partners, publics,
  territory, means, start, due, confidential, position) VALUES
  (1, 'F1', 'Banque académique de stages', 2, 'in_progress', 12,
   'Compléter, par une offre rassemblée à l’échelle de l’académie, les stages que les établissements trouvent eux-mêmes, au profit de ceux qui en sont le plus privés.',
   '- une banque par académie à la rentrée 2009', '- d’abord les établissements des quartiers en difficulté
- les stages évalués à l’examen et ceux de découverte professionnelle
- une règle de bonne conduite entre utilisateurs', 'Organisations patronales, chambres consulaires, grandes entreprises', 'Collégiens, lycéens professionnels, étudiants de STS',
   'Académies', 'Cellules école-entreprise des rectorats ; IPE.', '2008-04-18', '2009-09-01', 0, 1.0),
  (2, 'F2', 'Vers le label « Lycée des métiers »', 5, 'in_progress', 24,
   'Accompagner les lycées dans leur dossier de candidature, puis dans la vie du label, délivré pour cinq ans.',
   '- 800 établissements labellisés sur 1 500 possibles, en trois ans', '- un cahier des charges académique clair
- des réseaux entre lycées', 'Régions, branches', 'Lycées professionnels et polyvalents', 'Académies', NULL, '2008-06-24', '2011-06-24', 0, 2.0);

INSERT INTO fiche_party (fiche, party) VALUES (1, 1), (1, 2), (2, 1), (2, 2);

INSERT INTO step (id, fiche, title, due, status, position) VALUES
  (101, 1, 'Recenser les outils qui existent', '2008-10-31', 'in_progress', 1.0),
  (102, 1, 'Rédiger un cahier des charges', '2008-12-19', 'planned', 2.0),
  (103, 1, 'Ouvrir les banques', '2009-09-01', 'planned', 3.0),
  (201, 2, 'Faire connaître les critères', '2008-12-19', 'planned', 1.0);

INSERT INTO contribution (id, fiche, party, text, position) VALUES
  (101, 1, 1, 'Piloter la banque par la cellule école-entreprise de chaque rectorat', 1.0),
  (102, 1, 2, 'Solliciter les entreprises adhérentes', 2.0),
  (201, 2, 1, 'Délivrer le label et publier la liste des lycées', 1.0),
  (202, 2, 2, 'Conseiller les lycées candidats', 2.0);

-- Meetings -----------------------------------------------------------------------------------------

INSERT INTO meeting (id, type, title, date, time, end_time, place, chair, minutes, introduction, conclusion, next_date, requested, requester, reason, host, cohost, rapporteur, previous, proposed) VALUES
  (1, 'working_group', 'Préparation du bilan 2007', '2008-03-18', '10:00', '12:30', 'Paris', 11, 'validated',
   'Mme Arnoux rappelle que les documents du bilan se préparent à deux.', 'La séance est levée à 12 h 30.', '2008-06-23', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2008-03-25'),
  (2, 'workshop', 'Séminaire national des ingénieurs pour l’école (23 et 24 juin 2008)', '2008-06-23', '14:00', '18:00', NULL, 11, 'proposed',
   'L’ouverture rappelle que le dispositif date de 1994 et que quelque 600 ingénieurs et cadres y ont participé depuis. Elle donne les premiers chiffres de 2007.',
   'La clôture retient le partenariat, point commun aux six ateliers, et souhaite que les bonnes pratiques circulent entre IPE.', NULL, NULL, NULL, NULL, 13, 23, 24, NULL, '2008-11-14');

INSERT INTO attendance (id, meeting, person, state, represented_by, position, role, reason, arrived) VALUES
  (101, 1, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (102, 1, 13, 'present', NULL, 2.0, 'member', NULL, NULL),
  (103, 1, 21, 'present', NULL, 3.0, 'member', NULL, NULL),
  (104, 1, 22, 'represented', 'M. Jean-Pierre Coste', 4.0, 'member', NULL, NULL),
  (201, 2, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (202, 2, 12, 'present', NULL, 2.0, 'member', NULL, NULL),
  (203, 2, 13, 'present', NULL, 3.0, 'member', NULL, NULL),
  (204, 2, 21, 'present', NULL, 4.0, 'member', NULL, NULL),
  (205, 2, 22, 'excused', NULL, 5.0, 'member', NULL, NULL),
  (206, 2, 23, 'present', NULL, 6.0, 'expert', 'Animation des ateliers 1 à 3', NULL),
  (207, 2, 24, 'present', NULL, 7.0, 'expert', 'Animation des ateliers 4 à 6', NULL);

INSERT INTO item (id, meeting, label, title, presenter, duration, notes, position, topic, fiche, elapsed, adjourned, previous) VALUES
  (101, 1, '1', 'Chiffres de l’année 2007', 'Mme Valade', 75,
   '2 008 actions sont recensées pour 53 IPE et 639,8 mois d’activité, dans 24 académies. La hausse de 16 % sur 2006 ne veut pas dire grand-chose, car chacun ne compte pas de la même façon. Les treize thèmes chiffrés totalisent 1 815 actions ; le reste, 193, est divers.', 1.0, 'figures', NULL, 4800, 0, NULL),
  (102, 1, '2', 'Comptes et subvention', 'M. Coste', 45,
   'Le compte rendu financier est attendu avant le 1er juillet. Le budget prévoit 7 760 000 € en quatre ans, à l’équilibre : 48 IPE indemnisés, 55 défrayés de leurs déplacements.', 2.0, 'deadlines', NULL, 2700, 0, NULL),
  (201, 2, '1', 'Stages, parrainage, banque de stages', 'Atelier 1', 60,
   'Environ 1 650 000 jeunes doivent faire un stage : 815 000 en troisième, 720 000 dans la voie professionnelle, 115 000 en STS. Près de 11 000 établissements s’en occupent. L’atelier précise ce que serait une banque académique : complément et non remplacement, priorité aux sites sensibles, accès depuis le site du rectorat.', 1.0, 'other', 1, NULL, 0, NULL),
  (202, 2, '2', 'Partenariat', 'Atelier 2', 60,
   'Les conventions sont nombreuses dans l’industrie, moins ailleurs. Les entreprises veulent d’abord agir, puis signer. L’IPE est celui qui met en relation. L’atelier demande un site école-entreprise par académie.', 2.0, 'other', NULL, NULL, 0, NULL),
  (203, 2, '3', 'Entrepreneuriat', 'Atelier 3', 60,
   'Sept académies comparent leurs façons de faire :
- entreprendre au lycée avec la région ;
- mini-entreprises avec des associations ;
- concours de projets.
Il reste à garder l’élan des équipes et à s’ouvrir à l’économie sociale.', 3.0, 'other', NULL, NULL, 0, NULL),
  (204, 2, '4', 'Information sur les métiers et les formations', 'Atelier 4', 60,
   'Le parcours de découverte commence en cinquième, à la rentrée 2008 pour les volontaires et en 2009 pour tous. Deux écueils : orienter trop tôt et ne servir que les métiers qui manquent de bras. Le coût des transports pèse.', 4.0, 'other', NULL, NULL, 0, NULL),
  (205, 2, '5', 'Lycée des métiers, plateforme technologique', 'Atelier 5', 60,
   'Le ministère vise 800 établissements sur 1 500 labellisables en trois ans. Quelque 80 plateformes existent. Comment concilier les deux labels, et avec quels moyens ? La question reste ouverte.', 5.0, 'other', 2, NULL, 0, NULL),
  (206, 2, '6', 'Découverte professionnelle', 'Atelier 6', 60,
   'Les IPE s’engagent davantage dans l’option de trois heures que dans le module. La lettre de mission décide de leur rôle. L’atelier souhaite des équipes stables et la mémoire des actions.', 6.0, 'other', NULL, NULL, 0, NULL);

INSERT INTO decision (id, meeting, item, label, text, lead, due, status, engagement, fiche, position, type, closed, outcome, confidential) VALUES
  (101, 1, 101, '2008-1-01', 'Écrire une règle commune pour compter les actions de 2008.', 13, '2008-09-30', 'in_progress', 9102, NULL, 1.0, 'action', NULL, NULL, 0),
  (102, 1, 102, '2008-1-02', 'Remettre le compte rendu financier de 2007 avant le 1er juillet.', 22, '2008-06-30', 'planned', 7501, NULL, 2.0, 'action', NULL, NULL, 0),
  (201, 2, 201, '2008-2-01', 'Faire circuler un modèle de cahier des charges des banques de stages.', 12, '2008-12-19', 'planned', 201, 1, 1.0, 'action', NULL, NULL, 0),
  (202, 2, 205, '2008-2-02', 'Réunir les IPE qui accompagnent des lycées des métiers.', 24, '2008-12-19', 'planned', 501, 2, 2.0, 'action', NULL, NULL, 0);

-- Agreements on the agenda, and the minutes that both parties validated --------------------------

INSERT INTO agreement (id, meeting, party, date, name, note) VALUES
  (101, 1, 1, '2008-03-10', 'Mme Geneviève Arnoux', NULL),
  (102, 1, 2, '2008-03-11', 'M. Jean-Pierre Coste', NULL);

INSERT INTO validation (id, meeting, party, date, name, note) VALUES
  (101, 1, 1, '2008-04-02', 'Mme Geneviève Arnoux', NULL),
  (102, 1, 2, '2008-04-04', 'M. Jean-Pierre Coste', NULL);

-- Indicators: the review of 2007, then the budget, then what the seminar said ----------------------

INSERT INTO indicator (id, name, unit, axis, measure, engagement, fiche, nature, scale, direction, counting, periodicity, split, supplier, baseline_value, baseline_date, baseline_derived, baseline_note, source, confidential, position) VALUES
  (1, 'Ingénieurs pour l’école', 'ingénieurs', 7, NULL, 7101, NULL, 'number', NULL, 'above', 'state', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007 ; l’annexe 2 prévoit 48 IPE indemnisés et 55 défrayés.', 0, 1.0),
  (2, 'Actions mises en œuvre', 'actions', 9, NULL, 9101, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, 1731, '2006-12-31', 1, 'Déduite de la hausse de 16 % que donne le bilan, et qu’il dit peu significative : 2 008 ÷ 1,16.', 'Bilan 2007.', 0, 2.0),
  (3, 'Établissements scolaires', 'établissements', 9, NULL, 9101, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007.', 0, 3.0),
  (4, 'Jeunes bénéficiaires', 'jeunes', 9, NULL, 9101, NULL, 'number', NULL, 'rise', 'period', 'year', 'girls_boys', 2, NULL, NULL, 0, NULL, 'Bilan 2007.', 0, 4.0),
  (5, 'Enseignants et personnels d’encadrement', 'personnes', 9, NULL, 9101, NULL, 'number', NULL, 'rise', 'period', 'year', 'women_men', 2, NULL, NULL, 0, NULL, 'Bilan 2007.', 0, 5.0),
  (6, 'Entreprises', 'entreprises', 9, NULL, 9101, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007.', 0, 6.0),
  (7, 'Organisations professionnelles', 'organisations', 9, NULL, 9101, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007.', 0, 7.0),
  (8, 'Mois d’activité', 'mois', 7, NULL, 7101, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007.', 0, 8.0),
  (9, 'Académies', 'académies', 7, NULL, 7101, NULL, 'number', NULL, 'rise', 'state', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007.', 0, 9.0),
  (11, 'Actions : stages', 'actions', 2, NULL, 201, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 1.', 0, 11.0),
  (12, 'Actions : information sur les métiers', 'actions', 1, NULL, 101, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 2.', 0, 12.0),
  (13, 'Actions : découverte professionnelle', 'actions', 1, NULL, 103, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 3.', 0, 13.0),
  (14, 'Actions : après le baccalauréat', 'actions', 1, NULL, 104, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 4.', 0, 14.0),
  (15, 'Actions : recherche d’emploi', 'actions', 3, NULL, 301, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 5.', 0, 15.0),
  (16, 'Actions : entrepreneuriat', 'actions', 3, NULL, 301, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 6.', 0, 16.0),
  (17, 'Actions : partenariat avec les entreprises', 'actions', 5, NULL, 502, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 7.', 0, 17.0),
  (18, 'Actions : partenariat local et régional', 'actions', 5, NULL, 502, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 8.', 0, 18.0),
  (19, 'Actions : coopération et appui technologiques', 'actions', 5, NULL, 503, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 9.', 0, 19.0),
  (20, 'Actions : lycées des métiers', 'actions', 5, NULL, 501, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 10.', 0, 20.0),
  (21, 'Actions : apprentissage en EPLE', 'actions', 2, NULL, 203, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 11.', 0, 21.0),
  (22, 'Actions : information réciproque école-entreprise', 'actions', 2, NULL, 204, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 12.', 0, 22.0),
  (23, 'Actions : technologies de l’information', 'actions', 4, NULL, 401, NULL, 'number', NULL, 'rise', 'period', 'year', NULL, 2, NULL, NULL, 0, NULL, 'Bilan 2007, thème 13.', 0, 23.0),
  (31, 'Subvention de l’État', '€', 7, NULL, 7401, NULL, 'number', NULL, 'above', 'state', 'year', NULL, 1, NULL, NULL, 0, NULL, 'Article 4 : 7 200 000 € en quatre ans, sous réserve des lois de finances.', 0, 31.0),
  (32, 'Lycées des métiers', 'établissements', 5, NULL, 501, NULL, 'number', NULL, 'rise', 'state', 'year', NULL, 1, NULL, NULL, 0, NULL, 'Séminaire de juin 2008, atelier 5 : 1 500 établissements labellisables.', 0, 32.0);

INSERT INTO target (id, indicator, value, date, note) VALUES
  (101, 1, 48, '2011-02-28', 'IPE indemnisés, annexe 2'),
  (3101, 31, 1800000, '2007-12-31', 'Première année'),
  (3102, 31, 1800000, '2008-12-31', 'Deuxième année'),
  (3103, 31, 1800000, '2009-12-31', 'Troisième année'),
  (3104, 31, 1800000, '2010-12-31', 'Quatrième année'),
  (3201, 32, 800, '2011-06-24', 'Trois ans après le séminaire');

INSERT INTO observation (id, indicator, value, date, note) VALUES
  (101, 1, 53, '2007-12-31', 'En équivalent temps plein'),
  (201, 2, 2008, '2007-12-31', NULL),
  (301, 3, 6025, '2007-12-31', NULL),
  (401, 4, 222471, '2007-12-31', '105 607 filles et 116 864 garçons'),
  (501, 5, 30974, '2007-12-31', '11 091 femmes et 19 883 hommes'),
  (601, 6, 3533, '2007-12-31', NULL),
  (701, 7, 444, '2007-12-31', 'Chambres consulaires et branches'),
  (801, 8, 639.8, '2007-12-31', NULL),
  (901, 9, 24, '2007-12-31', NULL),
  (1101, 11, 175, '2007-12-31', NULL),
  (1201, 12, 245, '2007-12-31', '62 255 jeunes et 9 370 enseignants, dans 19 académies'),
  (1301, 13, 200, '2007-12-31', 'Dans une quinzaine d’académies'),
  (1401, 14, 76, '2007-12-31', NULL),
  (1501, 15, 63, '2007-12-31', NULL),
  (1601, 16, 214, '2007-12-31', 'Dans 16 académies et au niveau national'),
  (1701, 17, 228, '2007-12-31', 'Dans 17 académies'),
  (1801, 18, 188, '2007-12-31', 'Dans 18 académies'),
  (1901, 19, 144, '2007-12-31', '227 établissements, 968 entreprises et 180 organisations, dans 11 académies'),
  (2001, 20, 88, '2007-12-31', 'Dans 10 académies'),
  (2101, 21, 89, '2007-12-31', NULL),
  (2201, 22, 44, '2007-12-31', NULL),
  (2301, 23, 61, '2007-12-31', NULL),
  (3101, 31, 1800000, '2007-12-31', 'Montant que l’article 4 fixe pour la première année');

INSERT INTO split (id, observation, name, value, position) VALUES
  (40101, 401, 'filles', 105607, 1.0),
  (40102, 401, 'garçons', 116864, 2.0),
  (50101, 501, 'femmes', 11091, 1.0),
  (50102, 501, 'hommes', 19883, 2.0);

-- Actions and beneficiaries: the themes of the review of 2007, then the totals that it declares -----

INSERT INTO theme (id, label, title, note, position) VALUES
  (1, '1', 'Stages', NULL, 1.0),
  (2, '2', 'Information sur les métiers', NULL, 2.0),
  (3, '3', 'Découverte professionnelle', NULL, 3.0),
  (4, '4', 'Après le baccalauréat', NULL, 4.0),
  (5, '5', 'Recherche d’emploi', NULL, 5.0),
  (6, '6', 'Entrepreneuriat', NULL, 6.0),
  (7, '7', 'Partenariat avec les entreprises', NULL, 7.0),
  (8, '8', 'Partenariat local et régional', NULL, 8.0),
  (9, '9', 'Coopération et appui technologiques', NULL, 9.0),
  (10, '10', 'Lycées des métiers', NULL, 10.0),
  (11, '11', 'Apprentissage en EPLE', NULL, 11.0),
  (12, '12', 'Information réciproque école-entreprise', NULL, 12.0),
  (13, '13', 'Technologies de l’information', NULL, 13.0),
  (14, '14', 'Actions diverses', 'Sans compte dans le bilan.', 14.0);

INSERT INTO action (id, title, theme, start, finish, number, academies, schools, young, girls, boys, staff, women, men, companies, organisations, declared, state, note, position) VALUES
  (101, 'Stages, 2007', 1, '2007-01-01', '2007-12-31', 175, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', NULL, 1.0),
  (102, 'Information sur les métiers, 2007', 2, '2007-01-01', '2007-12-31', 245, 19, NULL, 62255, NULL, NULL, 9370, NULL, NULL, NULL, NULL, 0, 'final', NULL, 2.0),
  (103, 'Découverte professionnelle, 2007', 3, '2007-01-01', '2007-12-31', 200, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', 'Dans une quinzaine d’académies', 3.0),
  (104, 'Après le baccalauréat, 2007', 4, '2007-01-01', '2007-12-31', 76, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', NULL, 4.0),
  (105, 'Recherche d’emploi, 2007', 5, '2007-01-01', '2007-12-31', 63, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', NULL, 5.0),
  (106, 'Entrepreneuriat, 2007', 6, '2007-01-01', '2007-12-31', 214, 16, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', 'Ainsi qu’au niveau national', 6.0),
  (107, 'Partenariat avec les entreprises, 2007', 7, '2007-01-01', '2007-12-31', 228, 17, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', NULL, 7.0),
  (108, 'Partenariat local et régional, 2007', 8, '2007-01-01', '2007-12-31', 188, 18, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', NULL, 8.0),
  (109, 'Coopération et appui technologiques, 2007', 9, '2007-01-01', '2007-12-31', 144, 11, 227, NULL, NULL, NULL, NULL, NULL, NULL, 968, 180, 0, 'final', NULL, 9.0),
  (110, 'Lycées des métiers, 2007', 10, '2007-01-01', '2007-12-31', 88, 10, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', NULL, 10.0),
  (111, 'Apprentissage en EPLE, 2007', 11, '2007-01-01', '2007-12-31', 89, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', NULL, 11.0),
  (112, 'Information réciproque école-entreprise, 2007', 12, '2007-01-01', '2007-12-31', 44, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', NULL, 12.0),
  (113, 'Technologies de l’information, 2007', 13, '2007-01-01', '2007-12-31', 61, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'final', NULL, 13.0),
  (114, 'Actions diverses, 2007', 14, '2007-01-01', '2007-12-31', 193, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'estimated', 'Le bilan ne les compte pas : c’est ce qui manque aux treize thèmes pour faire le total, 2 008 − 1 815 = 193.', 14.0),
  (201, 'Total déclaré par le bilan de 2006', NULL, '2006-01-01', '2006-12-31', 1731, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 'estimated', 'Le bilan de 2007 annonce une hausse de 16 % : 2 008 ÷ 1,16 = 1 731. Il la dit peu significative, chacun ne comptant pas de la même façon.', 21.0),
  (202, 'Total déclaré par le bilan de 2007', NULL, '2007-01-01', '2007-12-31', 2008, 24, 6025, 222471, 105607, 116864, 30974, 11091, 19883, 3533, 444, 1, 'final', 'Première page du bilan ; les thèmes ne donnent pas tous le détail.', 22.0);

-- Budget: annex 2 for the four years, article 4 for the subsidy; what was spent in 2007 is invented -

INSERT INTO budget_line (id, side, label, title, funder, funder_name, quantity, unit, unit_price, years, planned, note, confidential, position) VALUES
  (1, 'receipt', 'R1', 'Subvention de l’État', 1, NULL, 1, 'subvention', 1800000, 4, 7200000, 'Article 4 : versée en une fois chaque année ; les trois dernières dépendent des lois de finances.', 0, 1.0),
  (2, 'receipt', 'R2', 'Taxe d’apprentissage', NULL, 'Entreprises', NULL, NULL, NULL, NULL, 160000, NULL, 0, 2.0),
  (3, 'receipt', 'R3', 'Cotisations des entreprises', NULL, 'Entreprises adhérentes', NULL, NULL, NULL, NULL, 400000, NULL, 0, 3.0),
  (4, 'expense', 'D1', 'Indemnités salariales', NULL, NULL, 48, 'IPE', 33000, 4, 6336000, NULL, 0, 4.0),
  (5, 'expense', 'D2', 'Déplacements', NULL, NULL, 55, 'IPE', 4200, 4, 924000, NULL, 0, 5.0),
  (6, 'expense', 'D3', 'Frais de structure et prestations', NULL, NULL, NULL, NULL, NULL, NULL, 500000, NULL, 0, 6.0);

INSERT INTO budget_amount (id, line, year, planned, actual, note) VALUES
  (201, 2, 2007, 40000, 41500, 'Réalisé fictif'),
  (202, 2, 2008, 40000, NULL, NULL),
  (203, 2, 2009, 40000, NULL, NULL),
  (204, 2, 2010, 40000, NULL, NULL),
  (301, 3, 2007, 100000, 98000, 'Réalisé fictif'),
  (302, 3, 2008, 100000, NULL, NULL),
  (303, 3, 2009, 100000, NULL, NULL),
  (304, 3, 2010, 100000, NULL, NULL),
  (401, 4, 2007, 1584000, 1571300, 'Réalisé fictif'),
  (402, 4, 2008, 1584000, NULL, NULL),
  (403, 4, 2009, 1584000, NULL, NULL),
  (404, 4, 2010, 1584000, NULL, NULL),
  (501, 5, 2007, 231000, 228400, 'Réalisé fictif'),
  (502, 5, 2008, 231000, NULL, NULL),
  (503, 5, 2009, 231000, NULL, NULL),
  (504, 5, 2010, 231000, NULL, NULL),
  (601, 6, 2007, 125000, 124300, 'Réalisé fictif'),
  (602, 6, 2008, 125000, NULL, NULL),
  (603, 6, 2009, 125000, NULL, NULL),
  (604, 6, 2010, 125000, NULL, NULL);

INSERT INTO instalment (id, line, name, due, planned, received, actual, note) VALUES
  (101, 1, 'Première année', '2007-12-31', 1800000, '2007-06-15', 1800000, 'Jour de réception fictif'),
  (102, 1, 'Deuxième année', '2008-12-31', 1800000, NULL, NULL, NULL),
  (103, 1, 'Troisième année', '2009-12-31', 1800000, NULL, NULL, NULL),
  (104, 1, 'Quatrième année', '2010-12-31', 1800000, NULL, NULL, NULL);

-- Follow-up and the texts of the review -------------------------------------------------------------

INSERT INTO followup (id, engagement, fiche, date, author, text, confidential) VALUES
  (1, 9101, NULL, '2008-03-18', 'Mme Valade', 'Les chiffres de 2007 sont arrêtés : 2 008 actions pour 53 IPE.', 0),
  (2, 7501, NULL, '2008-06-24', 'M. Coste', 'Le compte rendu financier part avant la fin du mois.', 0),
  (3, NULL, 1, '2008-06-23', 'Mme Valade', 'L’atelier 1 demande un accès depuis le site du rectorat.', 0);

INSERT INTO review_text (id, type, year, section, axis, text) VALUES
  (1, 'review', 2007, 'introduction', NULL, 'Première année de la convention : les équipes sont au complet et les comptes se tiennent à l’échelle de 24 académies.'),
  (2, 'review', 2007, 'actions', NULL, 'La hausse de 16 % sur 2006 reste à confirmer : une règle commune de comptage s’appliquera en 2008.'),
  (3, 'plan', 2008, 'priorities', NULL, 'Écrire la règle de comptage, réunir les IPE qui suivent des lycées des métiers et ouvrir les premières banques de stages.');

-- Clauses: what the convention says of time and duty, in our own words -----------------------------

INSERT INTO clause (id, article, title, text, sort, counted_from, event, number, unit, direction, recurrence, limit_day, limit_month, limit_rule, position) VALUES
  (1, '2', 'La convention dure quatre ans', 'Quatre ans à compter de la signature.', 'term', 'expiry', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1.0),
  (2, '2', 'Reconduite d’une année sur l’autre si les documents sont remis', 'La poursuite, chaque année, suppose que l’association ait remis ses documents à temps.', 'renewal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2.0),
  (3, '2', 'Remettre les documents après l’assemblée générale', 'L’association les présente un mois après la tenue de son assemblée générale.', 'documents', 'event', 'Assemblée générale de l’association', 1, 'months', 'after', NULL, NULL, NULL, NULL, 3.0),
  (4, '2', 'Remettre les documents dont dépend la reconduction', 'Au plus tard six mois après la clôture de l’exercice.', 'condition', 'fiscal_year_end', NULL, 6, 'months', 'after', 'year', NULL, NULL, NULL, 4.0),
  (5, '2', 'Notifier le montant de la subvention de l’année', 'La direction générale de l’enseignement scolaire l’annonce chaque année.', 'instalment', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 5.0),
  (6, '4', 'Verser la subvention annuelle en une fois', '1 800 000 € par an sont prévus, sous réserve de la loi de finances et des obligations comptables de l’association.', 'instalment', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6.0),
  (7, '5', 'Fournir le compte rendu financier et les indicateurs', 'Dans les six mois qui suivent l’exercice, ou avant le 1er juillet de l’année d’après.', 'accounts', 'fiscal_year_end', NULL, 6, 'months', 'after', 'year', 1, '7', 'before', 7.0),
  (8, '5', 'Fournir les comptes annuels', 'Dans les six mois qui suivent la clôture de l’exercice, selon le plan comptable des associations.', 'accounts', 'fiscal_year_end', NULL, 6, 'months', 'after', 'year', NULL, NULL, NULL, 8.0),
  (9, '5', 'Transmettre les rapports du commissaire aux comptes', 'Tout rapport est transmis à temps à la direction générale de l’enseignement scolaire.', 'accounts', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 9.0),
  (10, '6', 'Transmettre les déclarations de l’association', 'Sans attendre, dès qu’une déclaration légale est faite.', 'documents', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 10.0),
  (11, '6', 'Signaler un retard dans l’exécution', 'L’association en informe aussi la direction générale de l’enseignement scolaire.', 'information', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 11.0),
  (12, '8', 'Permettre un contrôle sur place au terme de la convention', 'L’État peut vérifier les comptes rendus financiers qu’il a reçus.', 'other', 'expiry', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 12.0),
  (13, '9', 'Évaluer les actions soutenues par l’État', 'Au plus tard le 30 juin de l’année où la convention s’achève, en quantité comme en qualité.', 'evaluation', 'expiry', NULL, NULL, NULL, 'before', NULL, 1, '7', 'before', 13.0),
  (14, '10', 'Déposer les conclusions de l’évaluation avant une nouvelle convention', 'Sans ce dépôt, aucune nouvelle convention ne peut être conclue.', 'condition', 'expiry', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 14.0),
  (15, '11', 'Modifier la convention par avenant', 'D’un commun accord, sans toucher aux objectifs de l’article 1er.', 'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15.0),
  (16, '12', 'La convention est résiliée de plein droit', 'Trois mois après une mise en demeure par lettre recommandée restée sans effet.', 'termination', 'event', 'Mise en demeure', 3, 'months', 'after', NULL, NULL, NULL, NULL, 16.0),
  (17, 'annexe 3, 1', 'Dresser le bilan de l’année, en chiffres et en mots', 'Les deux parties en préparent ensemble les tableaux et les fiches.', 'bilan', 'year_end', NULL, NULL, NULL, NULL, 'year', NULL, NULL, NULL, 17.0);

INSERT INTO clause_party (clause, party) VALUES
  (1, 1), (1, 2), (2, 2), (3, 2), (4, 2), (5, 1), (6, 1), (7, 2), (8, 2), (9, 2), (10, 2), (11, 2), (12, 1), (12, 2), (13, 1), (13, 2), (14, 2), (15, 1), (15, 2), (16, 1), (16, 2), (17, 1), (17, 2);

INSERT INTO event (id, name, date) VALUES
  (1, 'Assemblée générale de l’association', '2008-05-27'),
  (2, 'Assemblée générale de l’association', '2009-05-26');

INSERT INTO fulfilment (id, clause, due, done, who, proof) VALUES
  (1, 3, '2008-06-27', '2008-06-20', 'Le trésorier de l’association', 'Accusé de réception'),
  (2, 4, '2008-06-30', '2008-06-20', 'Le trésorier de l’association', 'Accusé de réception'),
  (3, 7, '2008-06-30', '2008-06-20', 'Le trésorier de l’association', 'Compte rendu financier de 2007'),
  (4, 8, '2008-06-30', '2008-06-20', 'Le trésorier de l’association', 'Comptes de 2007, certifiés'),
  (5, 17, '2007-12-31', '2008-03-18', 'Les deux parties', 'Bilan 2007');
