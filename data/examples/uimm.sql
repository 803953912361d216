-- SPDX-License-Identifier: GPL-3.0-or-later
-- The convention of 23 November 2021 between three ministries and the UIMM: parties, dates, articles and
-- figures are those of the convention, in our own words. The members of the committee, its meetings, its
-- decisions, its fiches and the values observed are invented, so that the example has two years of life.

-- Signatories --------------------------------------------------------------------------------------

INSERT INTO party (id, name, short_name, side, representative, address, position, seats) VALUES
  (1, 'Ministère de l’Éducation nationale, de la Jeunesse et des Sports', 'Éducation nationale', 1,
   'Jean-Michel Blanquer, ministre', '110 rue de Grenelle
75537 Paris SP 07', 1.0, 2),
  (2, 'Ministère de l’Enseignement supérieur, de la Recherche et de l’Innovation', 'Enseignement supérieur', 1,
   'Frédérique Vidal, ministre', '1, rue Descartes
75005 Paris', 2.0, 2),
  (3, 'Ministère chargé de l’Industrie', 'Industrie', 1,
   'Agnès Pannier-Runacher, ministre déléguée chargée de l’Industrie', '139 rue de Bercy
75012 Paris', 3.0, 2),
  (4, 'UIMM La Fabrique de l’avenir', 'UIMM', 2,
   'Éric Trappier, président', '56 avenue de Wagram
75017 Paris', 4.0, 6);

-- Convention ---------------------------------------------------------------------------------------

INSERT INTO convention (id, title, short_title, signed, effective, duration_months, renewal, notice_months,
  meetings_per_year, object, steering, composition, exceptional, public_meeting, minutes_proposer, minutes_validation, sender, place, recipients) VALUES
  (1, 'Convention de coopération entre le ministère de l’Éducation nationale, de la Jeunesse et des Sports, le ministère de l’Enseignement supérieur, de la Recherche et de l’Innovation, le ministère chargé de l’Industrie et l’UIMM La Fabrique de l’avenir',
   'Éducation nationale – UIMM, 2021–2024', '2021-11-23', '2021-11-23', 36, 'none', 2, 1,
   'Trois ministères et l’UIMM unissent leurs efforts pour améliorer et faire connaître les formations technologiques et professionnelles de l’industrie, initiales comme continues, avec l’apprentissage au premier plan. Cinq enjeux les réunissent : réindustrialisation et Campus des métiers, partage des données, attractivité, alternance, certifications. Les actions nationales peuvent être déclinées par les régions académiques et les UIMM territoriales.',
   'Comité paritaire : autant de sièges pour l’UIMM que pour les trois ministères réunis (ici 6 + 6, soit 2 + 2 + 2 du côté de l’État). Il fixe les priorités de l’année, suit les fiches action et examine le bilan que l’UIMM lui remet. Il peut inviter des experts ; en cas de litige, une partie peut demander une séance exceptionnelle. Chacun peut dénoncer la convention en prévenant par écrit deux mois à l’avance.', 'parity', 'conciliation', 0, 1, 'all', 'Ministère de l’Éducation nationale
Direction générale de l’enseignement scolaire
110 rue de Grenelle
75357 Paris SP 07', 'Paris', 'Les membres du comité de pilotage
Les recteurs de région académique
Les UIMM territoriales');

-- Persons: six seats for the State, six for the UIMM, then those who are invited ------------------

INSERT INTO person (id, civility, name, function, party, member, email, position, entity, alternate, term_start, term_end) VALUES
  (33, 'Mme', 'Camille Verdier', 'Adjointe à la sous-directrice des compétences industrielles', 3, 0, 'camille.verdier@industrie.example.org', 15.0, 'Direction générale des entreprises', NULL, '2021-11-23', NULL),
  (47, 'M.', 'Laurent Mercier', 'Chargé d’études emploi et formation', 4, 0, 'laurent.mercier@uimm.example.org', 16.0, 'Direction emploi et formation', NULL, '2021-11-23', NULL);

INSERT INTO person (id, civility, name, function, party, member, email, phone, position, entity, alternate, term_start, term_end) VALUES
  (11, 'Mme', 'Hélène Carpentier', 'Sous-directrice de la voie professionnelle', 1, 1, 'helene.carpentier@education.example.org', '01 99 00 11 01', 1.0, 'Direction générale de l’enseignement scolaire', 12, '2021-11-23', NULL),
  (12, 'M.', 'Olivier Rambert', 'Chef du bureau des partenariats', 1, 1, 'olivier.rambert@education.example.org', '01 99 00 11 02', 2.0, 'Direction générale de l’enseignement scolaire', NULL, '2021-11-23', NULL),
  (21, 'M.', 'Étienne Vasseur', 'Chef du département formation et emploi', 2, 1, 'etienne.vasseur@esr.example.org', '01 99 00 21 01', 3.0, 'Direction générale de l’enseignement supérieur', 22, '2021-11-23', NULL),
  (22, 'Mme', 'Nadia Belkacem', 'Chargée de mission apprentissage', 2, 1, 'nadia.belkacem@esr.example.org', '01 99 00 21 02', 4.0, 'Direction générale de l’enseignement supérieur', NULL, '2021-11-23', NULL),
  (31, 'Mme', 'Claire Montfort', 'Sous-directrice des compétences industrielles', 3, 1, 'claire.montfort@industrie.example.org', '01 99 00 31 01', 5.0, 'Direction générale des entreprises', 33, '2021-11-23', NULL),
  (32, 'M.', 'Julien Prigent', 'Chef de projet attractivité', 3, 1, 'julien.prigent@industrie.example.org', NULL, 6.0, 'Direction générale des entreprises', 33, '2021-11-23', NULL),
  (41, 'M.', 'Bertrand Delmas', 'Directeur emploi et formation', 4, 1, 'bertrand.delmas@uimm.example.org', '01 99 00 41 01', 7.0, 'Direction emploi et formation', 47, '2021-11-23', NULL),
  (42, 'Mme', 'Aurélie Joubert', 'Responsable des relations avec l’enseignement', 4, 1, 'aurelie.joubert@uimm.example.org', '01 99 00 41 02', 8.0, 'Direction emploi et formation', 47, '2021-11-23', NULL),
  (43, 'M.', 'Karim Haddad', 'Directeur du réseau des Pôles formation', 4, 1, 'karim.haddad@uimm.example.org', NULL, 9.0, 'Réseau des Pôles formation', 47, '2021-11-23', NULL),
  (44, 'Mme', 'Véronique Sauvage', 'Déléguée générale d’une UIMM territoriale', 4, 1, 'veronique.sauvage@uimm.example.org', NULL, 10.0, 'UIMM territoriale', NULL, '2021-11-23', NULL),
  (45, 'M.', 'Pascal Guérin', 'Responsable de l’Observatoire de la métallurgie', 4, 1, 'pascal.guerin@uimm.example.org', NULL, 11.0, 'Observatoire de la métallurgie', 47, '2021-11-23', NULL),
  (46, 'Mme', 'Inès Fontaine', 'Ambassadrice du mentorat', 4, 1, 'ines.fontaine@uimm.example.org', NULL, 12.0, 'Réseau « Mentorat et Industrie »', NULL, '2022-02-10', NULL),
  (51, 'Mme', 'Sandrine Lacaze', 'Secrétaire du comité', 1, 0, 'sandrine.lacaze@education.example.org', '01 99 00 11 09', 13.0, 'Direction générale de l’enseignement scolaire', NULL, NULL, NULL),
  (52, 'M.', 'Thierry Lemoine', 'Animateur d’un réseau thématique de Campus', NULL, 0, 'thierry.lemoine@campus.example.org', NULL, 14.0, 'Campus des métiers et des qualifications', NULL, NULL, NULL);

-- Axes and measures: labels and titles as signed (there is no 4.4) --------------------------------

INSERT INTO axis (id, label, title, summary, position) VALUES
  (2, '2', 'Le soutien à la politique de réindustrialisation française à travers la mise en réseau et les coopérations internationales, nationales, régionales et territoriales notamment via les Campus des métiers et des qualifications',
   'Faire entrer les UIMM territoriales dans les Campus, coordonner ceux-ci par filière, rapprocher les entreprises des laboratoires et faire connaître la formation continue.', 1.0),
  (3, '3', 'Renforcer les coopérations avec l’Observatoire paritaire, prospectif et analytique des métiers et qualifications de la Métallurgie',
   'Croiser les données publiques et celles de la branche pour éclairer l’offre de formation et l’évolution des diplômes.', 2.0),
  (4, '4', 'Attractivité de l’industrie et promotion des métiers industriels',
   'Montrer l’industrie aux élèves, à leurs familles et à leurs enseignants : stages, supports, rencontres, mentorat, mixité et inclusion.', 3.0),
  (5, '5', 'Développement de la formation en milieu professionnel et en apprentissage',
   'Soutenir l’objectif de 75 000 alternants dans la branche à la fin de 2023, préparer l’entrée dans l’emploi et ouvrir les parcours à l’étranger.', 4.0),
  (6, '6', 'Lisibilité et complémentarité des certifications professionnelles (diplômes, titres, CQP)',
   'Rendre l’offre de certifications plus claire pour les entreprises et articuler diplômes, titres et CQPM.', 5.0);

INSERT INTO measure (id, axis, label, title, summary, position) VALUES
  (21, 2, '2.1', 'Développement des Campus des Métiers et Qualifications sur le périmètre de la branche de la métallurgie',
   'Adhésions et partenariats des UIMM territoriales avec les Campus industriels.', 1.0),
  (22, 2, '2.2', 'Mise en place d’un réseau thématique national',
   'Place de l’UIMM dans les réseaux qui relient les Campus d’une même filière.', 2.0),
  (23, 2, '2.3', 'Favoriser dans le cadre de ce travail en réseau la recherche, l’innovation et la coopération technologique',
   'Thèses CIFRE, ateliers de fabrication, plateformes technologiques.', 3.0),
  (24, 2, '2.4', 'Développer la formation tout au long de la vie',
   'Information des entreprises et des salariés sur les dispositifs, dont la VAE.', 4.0),
  (41, 4, '4.1', 'Développer l’attractivité de l’industrie par l’information, l’orientation et la découverte des métiers industriels, des certifications professionnelles et des formations qui y conduisent',
   'Principes communs aux actions des articles 4.1.1 à 4.1.6.', 1.0),
  (411, 4, '4.1.1', 'Faciliter l’accueil de collégiens en stage', 'Visites dès la quatrième, stage de troisième, formats nouveaux.', 2.0),
  (412, 4, '4.1.2', 'Participer activement au dispositif Prépa-métiers 3e', 'Terrains d’accueil pour les classes volontaires.', 3.0),
  (413, 4, '4.1.3', 'Élaborer des supports d’information de découverte de l’univers industriel et de promotion de l’apprentissage',
   'Supports gratuits et en libre accès.', 4.0),
  (414, 4, '4.1.4', 'Organiser ou participer, dans les territoires, à des manifestations permettant la promotion des métiers de l’industrie et des formations qui y conduisent',
   'Forums, salons, Semaine de l’industrie, French Fab Tour.', 5.0),
  (415, 4, '4.1.5', 'Aider les lycéens de la voie générale à la préparation leur projet d’orientation dans le cadre du Grand oral en mobilisant des industriels pour qu’ils interviennent en classe',
   'Une partie des 54 heures annuelles d’orientation.', 6.0),
  (416, 4, '4.1.6', 'S’assurer de la visibilité des offres de formation en apprentissage proposées par les CFA sur les plateformes de choix de formation initiale, que sont Parcoursup et le téléservice associé à Affelnet-Lycée, et ce en cohérence avec la plateforme « La Bonne Alternance » : référencement des organismes de formation, etc.',
   'Référencement des formations des CFA.', 7.0),
  (42, 4, '4.2', 'Soutien au développement du mentorat', '« 1 jeune, 1 mentor » : 100 000 binômes fin 2021, 200 000 fin 2022.', 8.0),
  (43, 4, '4.3', 'Soutien au développement d’une acculturation réciproque entre les professionnels de l’enseignement et de l’entreprise',
   'Visites, stages du CEFPEP, plans académiques de formation, séminaires.', 9.0),
  (45, 4, '4.5', 'Promotion de la mixité, de la diversité et de l’inclusion',
   'Handicap, place des femmes, quartiers et zones rurales, décrocheurs.', 10.0),
  (51, 5, '5.1', 'Développer la qualité des formations en milieu professionnel pour les élèves et les apprentis',
   'L’objectif des 75 000 alternants et ce qui y contribue.', 1.0),
  (52, 5, '5.2', 'Appuyer la mise en œuvre du module insertion professionnelle en classe de terminale professionnelle',
   'Un module de 91 heures.', 2.0),
  (53, 5, '5.3', 'Renforcer la dimension internationale des parcours d’enseignement professionnel', 'Erasmus+, y compris pour les apprentis.', 3.0),
  (61, 6, '6.1', 'Développement et promotion des certifications professionnelles sur les territoires',
   'Offre locale, CQPM et CQPI, habilitation Certimétal.', 1.0),
  (62, 6, '6.2', 'Articulation et complémentarité des certifications professionnelles', 'Parcours mêlant diplômes et certifications de branche.', 2.0);

-- Engagements of axis 2 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  quantity, unit, note, reviewed, confidential, position) VALUES
  (2101, 2, 21, '2.1', 'Inciter les UIMM territoriales et leurs Pôles formation à rejoindre les Campus industriels ou à conclure des partenariats avec eux',
   'may', 'in_progress', 70, '2024-06-30', 2022, 43, 'National', 34, 'Pôles formation UIMM',
   '24 Pôles formation sur 34 sont membres d’un Campus ou liés à lui par un accord écrit (décembre 2023).', '2023-12-12', 0, 1.0),
  (2102, 2, 21, '2.1', 'Mettre en lumière les initiatives des filières de la branche : Université des métiers du nucléaire, Campus des industries navales',
   'must', 'done', 100, '2023-03-31', NULL, 32, 'National', NULL, NULL,
   'Deux films et un dossier diffusés à la Semaine de l’industrie 2022, repris en 2023.', '2023-06-15', 0, 2.0),
  (2201, 2, 22, '2.2', 'Prendre part aux réseaux thématiques nationaux des Campus rattachés aux filières industrielles',
   'must', 'in_progress', 50, '2024-09-30', 2023, 41, 'National', NULL, NULL,
   'Siège obtenu dans deux réseaux ; la demande pour le troisième est à l’étude.', '2023-12-12', 0, 1.0),
  (2202, 2, 22, '2.2', 'Essayer, par ces réseaux, une programmation commune des études et une carte des parcours existants',
   'must', 'in_progress', 40, '2023-12-31', 2023, 21, 'National', NULL, NULL,
   'La carte couvre cinq régions académiques ; il manque les formations du supérieur.', '2023-12-12', 0, 2.0),
  (2203, 2, 22, '2.2', 'Apporter sa part aux travaux des réseaux qui naîtraient dans l’industrie',
   'must', 'planned', 0, NULL, NULL, NULL, 'National', NULL, NULL, NULL, NULL, 0, 3.0),
  (2204, 2, 22, '2.2', 'Transmettre à toutes les UIMM territoriales ce que les réseaux ont expérimenté, pour un déploiement aussi égal que possible',
   'must', 'in_progress', 25, '2024-06-30', NULL, 44, 'National', NULL, NULL,
   'Une visioconférence par trimestre ; moins d’une UIMM territoriale sur deux y assiste.', '2023-06-15', 0, 4.0),
  (2205, 2, 22, '2.2', 'Convier un représentant des réseaux aux réunions internes qui demandent une vue nationale',
   'must', 'done', 100, '2022-12-31', NULL, 41, 'National', NULL, NULL,
   'M. Lemoine est invité depuis la séance de décembre 2022.', '2022-12-08', 0, 5.0),
  (2301, 2, 23, '2.3', 'Faire connaître la convention aux établissements d’enseignement supérieur et à leurs conférences',
   'must', 'done', 100, '2022-03-31', 2022, 22, 'National', NULL, NULL,
   'Envoi aux trois conférences le 3 mars 2022.', '2022-12-08', 0, 1.0),
  (2302, 2, 23, '2.3', 'Signaler aux adhérents les coopérations technologiques ouvertes avec les établissements du supérieur',
   'must', 'in_progress', 30, NULL, NULL, 42, 'National', NULL, NULL, 'Lettre trimestrielle aux adhérents.', '2023-06-15', 0, 2.0),
  (2303, 2, 23, '2.3', 'Rapprocher les fab labs et les entreprises',
   'must', 'planned', 0, '2023-09-30', NULL, NULL, 'National', NULL, NULL, 'Aucun pilote désigné à ce jour.', '2022-12-08', 0, 3.0),
  (2304, 2, 23, '2.3', 'Promouvoir les conventions CIFRE, en particulier auprès des PME',
   'must', 'in_progress', 45, '2024-10-31', 2024, 22, 'National', NULL, NULL,
   'Guide en quatre pages relu par les deux parties ; trois webinaires tenus.', '2023-12-12', 0, 4.0),
  (2305, 2, 23, '2.3', 'Aider les plateformes technologiques, dans les Campus comme en dehors',
   'must', 'in_progress', 20, NULL, NULL, 43, 'Grand Est, Occitanie', NULL, NULL,
   'Discussion financière en cours avec deux plateformes ; montants à ne pas diffuser.', '2023-06-15', 1, 5.0),
  (2401, 2, 24, '2.4', 'Appuyer les campagnes qui encouragent les adultes à se former tout au long de leur vie',
   'must', 'in_progress', 50, NULL, NULL, 11, 'National', NULL, NULL, 'Campagne commune de l’automne 2022, non renouvelée en 2023.', '2022-12-08', 0, 1.0),
  (2402, 2, 24, '2.4', 'Informer entreprises et salariés sur l’orientation, le bilan, le retour à l’emploi, la formation et la VAE',
   'must', 'in_progress', 35, '2024-03-31', 2024, 42, 'National', NULL, NULL,
   'Page commune en ligne ; la partie VAE attend les décrets.', '2023-12-12', 0, 2.0);

-- Engagements of axis 3 (no measures) ---------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  quantity, unit, note, reviewed, confidential, position) VALUES
  (301, 3, NULL, '3', 'Partager données et analyses sur l’évolution des métiers et participer aux études sur les certifications et les formations',
   'must', 'in_progress', 60, '2024-04-30', 2022, 45, 'National', NULL, NULL,
   'Flux d’apprenants par département livrés pour 2021 et 2022 ; le format de 2023 change.', '2023-12-12', 0, 1.0),
  (302, 3, NULL, '3', 'Contribuer à la révision des diplômes professionnels et, en région, à la définition de l’offre de formation',
   'may', 'in_progress', 50, NULL, NULL, 41, 'National et régions', NULL, NULL, 'Présence dans six groupes de travail.', '2023-06-15', 0, 2.0),
  (303, 3, NULL, '3', 'Prendre part aux travaux qui précèdent l’inscription de droit au RNCP des diplômes nationaux du supérieur',
   'may', 'planned', NULL, NULL, NULL, NULL, 'National', NULL, NULL, NULL, NULL, 0, 3.0),
  (304, 3, NULL, '3', 'Diffuser les études de l’Observatoire aux équipes éducatives, au CEFPEP et aux conférences d’établissements',
   'may', 'done', 100, '2023-06-30', 2023, 21, 'National', NULL, NULL, 'Trois études diffusées, dont une sur la mécatronique.', '2023-12-12', 0, 4.0);

-- Engagements of axis 4 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  quantity, unit, note, reviewed, confidential, position) VALUES
  (4101, 4, 41, '4.1', 'Conduire les actions qui informent le mieux sur les métiers de l’industrie',
   'must', 'in_progress', 60, NULL, 2022, 12, 'National', NULL, NULL, 'Suivi par les fiches F1 et F2.', '2023-12-12', 0, 1.0),
  (4102, 4, 41, '4.1', 'Promouvoir ces métiers par toutes les voies de formation, en accord avec ce que mènent l’État et les régions',
   'must', 'in_progress', 55, NULL, NULL, 12, 'National', NULL, NULL, 'Calendrier partagé avec l’Onisep depuis la rentrée 2023.', '2023-12-12', 0, 2.0),
  (4103, 4, 41, '4.1', 'Aider collégiens et lycéens à s’informer et à bâtir leur projet pendant les heures d’orientation',
   'must', 'in_progress', 45, '2024-07-05', 2023, 42, 'Régions académiques', NULL, NULL,
   'Accords passés avec onze régions académiques.', '2023-12-12', 0, 3.0),
  (4104, 4, 41, '4.1', 'Associer familles et équipes pédagogiques, avec l’appui des CIO et des services d’orientation des universités',
   'must', 'planned', 10, '2023-09-01', NULL, 12, 'National', NULL, NULL, 'Reporté d’une année : pas de format arrêté.', '2022-12-08', 0, 4.0),
  (4105, 4, 41, '4.1', 'Signaler aux adhérents qu’ils peuvent intervenir dans les modules de projet professionnel des étudiants de premier cycle',
   'must', 'done', 100, '2022-09-30', 2022, 42, 'National', NULL, NULL, 'Note aux UIMM territoriales du 12 septembre 2022.', '2022-12-08', 0, 5.0),
  (4106, 4, 41, '4.1', 'Relayer cette possibilité auprès des établissements, notamment par la Courroie',
   'must', 'done', 100, '2022-12-31', NULL, 22, 'National', NULL, NULL, 'Relais fait au séminaire de novembre 2022.', '2022-12-08', 0, 6.0),

  (41101, 4, 411, '4.1.1', 'Convaincre les industriels d’ouvrir davantage leurs ateliers aux élèves, dès la quatrième, en visite comme en stage',
   'must', 'in_progress', 50, '2024-07-05', 2022, 44, 'National', NULL, NULL, '1 900 visites déclarées en 2022-2023.', '2023-12-12', 0, 1.0),
  (41102, 4, 411, '4.1.1', 'Trouver des terrains d’accueil pour la séquence d’observation de troisième, d’abord en REP et REP+',
   'must', 'in_progress', 65, '2024-07-05', 2023, 42, 'National', NULL, NULL, '« Classe en entreprise » tenue dans 14 académies.', '2023-12-12', 0, 2.0),
  (41103, 4, 411, '4.1.1', 'Imaginer des stages mêlant présence et distance',
   'must', 'abandoned', 20, '2023-06-30', NULL, 42, 'Île-de-France', NULL, NULL,
   'Essai de 2022 peu suivi ; arrêt décidé le 12 décembre 2023.', '2023-12-12', 0, 3.0),
  (41104, 4, 411, '4.1.1', 'Mettre en commun les outils de réalité virtuelle et augmentée que chacun possède déjà',
   'must', 'in_progress', 15, '2023-10-31', NULL, 43, 'National', NULL, NULL,
   'Inventaire fait ; avis des ministères à demander avant la mise en ligne (article 9).', '2023-06-15', 0, 4.0),
  (41105, 4, 411, '4.1.1', 'Publier des offres de stage sur la plateforme « mon stage de 3e »',
   'must', 'in_progress', 80, '2023-12-31', 2023, 44, 'National', 3000, 'offres', '2 410 offres au 30 novembre 2023.', '2023-12-12', 0, 5.0),
  (41106, 4, 411, '4.1.1', 'Recevoir à l’essai des groupes volontaires de collégiens en entreprise ou sur un plateau technique quand l’accueil individuel manque',
   'may', 'in_progress', 30, NULL, NULL, 43, 'Académies volontaires', NULL, NULL, 'Onze plateaux techniques ouverts.', '2023-06-15', 0, 6.0),

  (41201, 4, 412, '4.1.2', 'Obtenir des adhérents des places pour les élèves de troisième prépa-métiers',
   'must', 'in_progress', 40, '2024-06-30', NULL, 44, 'National', NULL, NULL, NULL, '2022-12-08', 0, 1.0),
  (41202, 4, 412, '4.1.2', 'Prévoir pour ces classes le même accueil en groupe, expérimental et volontaire, là où les entreprises ne peuvent recevoir',
   'may', 'planned', 0, NULL, NULL, NULL, 'Académies volontaires', NULL, NULL, NULL, NULL, 0, 2.0),

  (41301, 4, 413, '4.1.3', 'Répandre le « Kit métiers » de l’UIMM auprès de ceux qui conseillent les jeunes, par les UIMM territoriales',
   'must', 'in_progress', 75, '2024-03-31', 2022, 42, 'National', NULL, NULL, '3 150 kits remis depuis janvier 2022.', '2023-12-12', 0, 1.0),
  (41302, 4, 413, '4.1.3', 'Produire au besoin d’autres supports : mallettes pour enseignants, vidéos de métiers, sites et outils numériques',
   'must', 'in_progress', 40, '2024-09-01', NULL, 42, 'National', NULL, NULL, 'Huit vidéos tournées sur douze.', '2023-12-12', 0, 2.0),

  (41401, 4, 414, '4.1.4', 'Organiser dans les établissements, surtout au collège et en seconde, des rencontres entre élèves et industriels',
   'must', 'in_progress', 60, '2024-07-05', 2022, 44, 'National', NULL, NULL, '940 rencontres en 2022-2023.', '2023-12-12', 0, 1.0),

  (41501, 4, 415, '4.1.5', 'Épauler les lycéens de la voie générale dans leur projet d’orientation sur les heures prévues à cet effet',
   'may', 'in_progress', 30, '2024-05-31', 2024, 42, 'National', 54, 'heures par an', 'Vivier de 180 intervenants.', '2023-12-12', 0, 1.0),

  (41601, 4, 416, '4.1.6', 'Veiller à ce que l’apprentissage en CFA soit bien visible dans Parcoursup et Affelnet-Lycée, en phase avec « La Bonne Alternance »',
   'must', 'in_progress', 85, '2024-01-17', 2023, 43, 'National', NULL, NULL,
   '410 formations référencées sur 480 ; l’ouverture de Parcoursup du 17 janvier est passée.', '2023-12-12', 0, 1.0),

  (4201, 4, 42, '4.2', 'Amener les entreprises industrielles à repérer des mentors parmi leurs salariés',
   'must', 'in_progress', 50, NULL, 2022, 46, 'National', 200000, 'binômes', 'Part de l’industrie inconnue : les associations ne la distinguent pas.', '2023-12-12', 0, 1.0),
  (4202, 4, 42, '4.2', 'Rédiger et envoyer aux entreprises un guide « Mentorat et Industrie »',
   'must', 'done', 100, '2021-12-31', NULL, 32, 'National', NULL, NULL, 'Paru avec quatre mois de retard, le 28 avril 2022.', '2022-12-08', 0, 2.0),
  (4203, 4, 42, '4.2', 'Nommer une ambassadrice ou un ambassadeur du mentorat',
   'must', 'done', 100, '2022-03-31', NULL, 41, 'National', NULL, NULL, 'Mme Fontaine, nommée en février 2022.', '2022-12-08', 0, 3.0),
  (4204, 4, 42, '4.2', 'Encourager collégiens, lycéens et étudiants à demander un mentor',
   'must', 'in_progress', 40, NULL, NULL, 12, 'National', NULL, NULL, NULL, '2022-12-08', 0, 4.0),
  (4205, 4, 42, '4.2', 'Encourager les personnels de l’enseignement scolaire et supérieur à devenir mentors',
   'must', 'planned', 5, '2023-12-31', NULL, NULL, 'National', NULL, NULL, 'Question statutaire posée : temps consacré au mentorat.', '2022-12-08', 0, 5.0),

  (4301, 4, 43, '4.3', 'Pousser les entreprises à accueillir les personnels de l’éducation, en visite ou en stage, selon le projet de chacun',
   'must', 'in_progress', 55, '2024-06-30', 2023, 42, 'National', NULL, NULL,
   '36 stages du CEFPEP au catalogue 2023-2024, 290 inscrits.', '2023-12-12', 0, 1.0),

  (4501, 4, 45, '4.5', 'Chercher la mixité et l’inclusion dans chacune des actions de la convention',
   'must', 'in_progress', NULL, NULL, 2022, 11, 'National', NULL, NULL, 'Rubrique ajoutée à toutes les fiches action.', '2023-06-15', 0, 1.0),
  (4502, 4, 45, '4.5', 'Faciliter l’accueil des personnes handicapées en formation comme au travail, accessibilité numérique comprise',
   'may', 'in_progress', 25, NULL, NULL, 43, 'National', NULL, NULL, NULL, '2022-12-08', 0, 2.0),
  (4503, 4, 45, '4.5', 'Agir spécialement pour les décrocheurs en situation de handicap',
   'may', 'planned', 0, '2023-12-31', NULL, NULL, 'National', NULL, NULL, NULL, NULL, 0, 3.0),
  (4504, 4, 45, '4.5', 'Donner le Kit’Métiers aux enseignants d’ULIS et de SEGPA',
   'may', 'done', 100, '2023-03-31', NULL, 42, 'National', NULL, NULL, '620 kits remis.', '2023-06-15', 0, 4.0),
  (4505, 4, 45, '4.5', 'Coopérer pour donner plus de place aux femmes et de mixité dans les secteurs qui recrutent',
   'must', 'in_progress', 40, NULL, 2023, 31, 'National', NULL, NULL, 'Fiche F6.', '2023-12-12', 0, 5.0),
  (4506, 4, 45, '4.5', 'Faire connaître, filière par filière, des femmes en qui les jeunes filles puissent se reconnaître',
   'may', 'in_progress', 60, '2024-03-08', 2024, 46, 'National', NULL, NULL, 'Douze portraits publiés, vingt prévus.', '2023-12-12', 0, 6.0),
  (4507, 4, 45, '4.5', 'Prendre appui sur les journées « Filles et maths/info »',
   'may', 'done', 100, '2023-05-31', NULL, 32, 'National', NULL, NULL, 'Présence à six journées au printemps 2023.', '2023-06-15', 0, 7.0),
  (4508, 4, 45, '4.5', 'Passer par la presse féminine',
   'may', 'abandoned', 0, NULL, NULL, NULL, 'National', NULL, NULL, 'Coût jugé trop élevé.', '2022-12-08', 0, 8.0),
  (4509, 4, 45, '4.5', 'Inviter, quand c’est possible, les associations qui œuvrent pour la mixité et la visibilité des femmes au travail',
   'may', 'in_progress', 50, NULL, NULL, 46, 'National', NULL, NULL, 'Quatre associations consultées.', '2023-06-15', 0, 9.0),
  (4510, 4, 45, '4.5', 'Aller vers les jeunes des quartiers, des zones rurales à revitaliser et les décrocheurs, avec les académies volontaires',
   'must', 'in_progress', 20, '2023-12-31', NULL, 44, 'Académies de Créteil, de Reims et de Lille', NULL, NULL,
   'Difficultés de recrutement à Reims ; nom de l’entreprise à taire.', '2023-12-12', 1, 10.0);

-- Engagements of axis 5 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  quantity, unit, note, reviewed, confidential, position) VALUES
  (5101, 5, 51, '5.1', 'Faire valoir l’alternance auprès des jeunes et des familles : stages d’immersion, Concours général des métiers, WorldSkills',
   'must', 'in_progress', NULL, '2023-12-31', 2022, 41, 'National', 75000, 'alternants', '71 500 alternants estimés au 30 septembre 2023.', '2023-12-12', 0, 1.0),
  (5102, 5, 51, '5.1', 'Ouvrir des apprentissages dans les EPLE et le supérieur selon les besoins locaux, de préférence avec les Pôles formation',
   'must', 'in_progress', 60, '2024-09-01', 2023, 43, 'Régions académiques', NULL, NULL, '47 sections ouvertes depuis la rentrée 2022.', '2023-12-12', 0, 2.0),
  (5103, 5, 51, '5.1', 'Relier ce qui s’apprend à l’école et en entreprise en outillant maîtres d’apprentissage et tuteurs',
   'must', 'in_progress', 35, '2023-09-30', NULL, 12, 'National', NULL, NULL, 'Livret commun rédigé, à éditer.', '2023-06-15', 0, 3.0),
  (5104, 5, 51, '5.1', 'Prêter un concours technique aux examens et envoyer des professionnels aux jurys',
   'may', 'done', 100, NULL, NULL, 44, 'National', NULL, NULL, 'Vivier de 1 100 professionnels remis aux académies.', '2023-06-15', 0, 4.0),
  (5105, 5, 51, '5.1', 'Proposer aux entreprises de siéger aux conseils de perfectionnement du supérieur',
   'may', 'planned', 0, NULL, NULL, 42, 'National', NULL, NULL, NULL, '2022-12-08', 0, 5.0),
  (5201, 5, 52, '5.2', 'Envoyer en terminale professionnelle dirigeants et recruteurs pour préparer les élèves aux entretiens d’embauche',
   'may', 'in_progress', 50, '2024-05-31', 2024, 44, 'National', 91, 'heures', '310 classes rencontrées en 2022-2023.', '2023-12-12', 0, 1.0),
  (5301, 5, 53, '5.3', 'Montrer aux jeunes, apprentis compris, l’intérêt d’un séjour de formation en Europe et au-delà',
   'may', 'planned', 10, '2023-11-30', NULL, 22, 'National', NULL, NULL, 'Dossier Erasmus+ non déposé en 2023.', '2022-12-08', 0, 1.0);

-- Engagements of axis 6 -----------------------------------------------------------------------------

INSERT INTO engagement (id, axis, measure, label, text, strength, status, progress, due, priority, lead, territory,
  quantity, unit, note, reviewed, confidential, position) VALUES
  (6101, 6, 61, '6.1', 'Étudier comment les certifications répondent aux compétences dont l’industrie a désormais besoin',
   'may', 'in_progress', 50, '2024-04-30', 2023, 45, 'National', NULL, NULL, 'Deux familles de métiers étudiées sur quatre.', '2023-12-12', 0, 1.0),
  (6102, 6, 61, '6.1', 'Bâtir localement des formations sur mesure, FCIL, spécialisations du supérieur ou colorations de diplômes',
   'may', 'in_progress', 30, '2024-09-01', NULL, 11, 'Auvergne-Rhône-Alpes, Pays de la Loire', NULL, NULL, 'Sept FCIL ouvertes.', '2023-12-12', 0, 2.0),
  (6103, 6, 61, '6.1', 'Expliquer aux formateurs et aux recruteurs ce qui distingue diplômes, CQPM et CQPI',
   'may', 'done', 100, '2022-12-31', NULL, 45, 'National', NULL, NULL, 'Dépliant diffusé à 5 000 exemplaires.', '2022-12-08', 0, 3.0),
  (6104, 6, 61, '6.1', 'Faire connaître cette offre aux entreprises de la branche',
   'may', 'in_progress', 45, NULL, NULL, 42, 'National', NULL, NULL, NULL, '2022-12-08', 0, 4.0),
  (6105, 6, 61, '6.1', 'Inviter Pôles formation et GRETA à demander l’habilitation paritaire Certimétal',
   'may', 'in_progress', 65, '2024-06-30', NULL, 43, 'National', NULL, NULL, '22 organismes habilités, dont 6 GRETA.', '2023-12-12', 0, 5.0),
  (6201, 6, 62, '6.2', 'Réfléchir à des parcours qui combinent diplômes et certifications du RNCP, pour une insertion durable',
   'must', 'in_progress', 40, '2024-10-31', 2024, 11, 'National', NULL, NULL, 'Groupe de travail réuni le 15 juin 2023.', '2023-12-12', 0, 1.0);

-- Who is committed: all the parties, then each ------------------------------------------------------

INSERT INTO engagement_party (engagement, party)
  SELECT engagement.id, party.id FROM engagement, party WHERE engagement.id IN (
    2101, 2102, 2202, 2203, 2204, 2205, 2401, 2402, 301, 4101, 4102, 4104, 41106, 41202, 41401,
    4201, 4202, 4204, 4205, 4501, 4505, 5101, 5102, 5103, 5301, 6101, 6102, 6103, 6104, 6105, 6201);

INSERT INTO engagement_party (engagement, party) VALUES
  (2301, 2), (304, 1), (304, 2), (4106, 2);

INSERT INTO engagement_party (engagement, party)
  SELECT id, 4 FROM engagement WHERE id IN (
    2201, 2302, 2303, 2304, 2305, 302, 303, 4103, 4105, 41101, 41102, 41103, 41104, 41105, 41201, 41301, 41302,
    41501, 41601, 4203, 4301, 4502, 4503, 4504, 4506, 4507, 4508, 4509, 4510, 5104, 5105, 5201);

-- Fiches action ------------------------------------------------------------------------------------

INSERT INTO fiche (id, label, title, axis, status, lead, summary, quantitative, qualitative, partners, publics,
  territory, means, start, due, confidential, position) VALUES
  (1, 'F1', 'Classe en entreprise et stages de troisième', 4, 'in_progress', 42,
   'Donner à chaque collégien volontaire un contact réel avec un atelier, d’abord dans les collèges de l’éducation prioritaire.',
   '- 3 000 offres déposées sur la plateforme nationale à la fin de 2023
- 200 classes reçues par an
- une moitié de collèges REP ou REP+',
   '- un accueil préparé par l’enseignant et par l’entreprise
- un retour d’expérience de chaque classe
- autant de filles que de garçons dans les groupes',
   'Rectorats, UIMM territoriales, Pôles formation, GRETA, CFA', 'Collégiens de quatrième et de troisième, professeurs principaux',
   'National', 'Un référent par UIMM territoriale ; transports pris en charge par les entreprises.', '2022-03-01', '2024-07-05', 0, 1.0),
  (2, 'F2', 'Kit métiers et supports pour les enseignants', 4, 'in_progress', 42,
   'Remettre aux prescripteurs des supports gratuits, tenus à jour et utilisables en classe.',
   '- 4 000 kits remis à la fin de mars 2024
- 12 vidéos de métiers',
   '- supports relus par des enseignants
- sous-titres et versions accessibles', 'Onisep, CIO, UIMM territoriales', 'Professeurs, psychologues de l’Éducation nationale, familles',
   'National', 'Studio de l’UIMM ; deux enseignants déchargés une demi-journée par semaine.', '2022-01-15', '2024-09-01', 0, 2.0),
  (3, 'F3', 'Mentorat et industrie', 4, 'in_progress', 46,
   'Faire de l’entreprise industrielle un vivier de mentors, dans le cadre de « 1 jeune, 1 mentor ».',
   '- un guide paru
- 60 entreprises engagées
- 2 000 mentors issus de l’industrie', '- un correspondant par entreprise
- une charte simple', 'Associations du mentorat', 'Jeunes de moins de 30 ans, salariés volontaires', 'National',
   'Temps de l’ambassadrice : un jour par semaine.', '2022-02-10', '2023-12-31', 0, 3.0),
  (4, 'F4', 'Objectif 75 000 alternants', 5, 'in_progress', 41,
   'Suivre la progression de l’alternance dans la branche et lever ce qui la freine, territoire par territoire.',
   '- 75 000 alternants au 31 décembre 2023, soit moitié plus qu’à la fin de 2017
- 60 sections d’apprentissage nouvelles en EPLE', '- moins de ruptures de contrat
- des tuteurs mieux outillés', 'OPCO, régions, universités, lycées', 'Jeunes, familles, entreprises',
   'National', 'Développeurs de l’alternance des Pôles formation.', '2022-01-01', '2023-12-31', 0, 4.0),
  (5, 'F5', 'Carte des parcours et données partagées', 3, 'in_progress', 45,
   'Réunir dans une même carte l’offre de formation, les flux d’apprenants et les besoins de la branche.',
   '- 18 régions académiques couvertes
- une mise à jour par an', '- des définitions communes
- une lecture possible par département', 'DEPP, SIES, réseaux thématiques des Campus', 'Branche, régions académiques, établissements',
   'National', 'Un statisticien à mi-temps ; données publiques seulement.', '2022-09-01', '2024-06-30', 0, 5.0),
  (6, 'F6', 'Filles et industrie', 4, 'in_progress', 31,
   'Changer l’image de l’atelier chez les collégiennes et les lycéennes par la rencontre de femmes qui y travaillent.',
   '- 20 portraits publiés
- 30 % de filles dans les stages proposés', '- des témoignages variés : ouvrières, techniciennes, ingénieures
- des formateurs sensibilisés aux stéréotypes', 'Associations de promotion de la mixité', 'Collégiennes, lycéennes, étudiantes', 'National',
   'Aucun budget propre.', '2022-09-01', '2024-03-08', 0, 6.0),
  (7, 'F7', 'Livret commun du tuteur et du maître d’apprentissage', 5, 'planned', NULL,
   'Éditer un livret unique que lycées, CFA et entreprises puissent tous employer.',
   '- un livret paru', '- relu par des tuteurs en poste', 'Inspections, CFA', 'Tuteurs, maîtres d’apprentissage, professeurs', 'National',
   NULL, '2023-01-01', '2023-09-30', 0, 7.0),
  (8, 'F8', 'Soutien à deux plateformes technologiques', 2, 'in_progress', 43,
   'Accompagner deux plateformes dans leur équipement, avec des entreprises de la branche.',
   '- deux accords signés', '- des heures machine ouvertes aux lycéens', 'Plateformes, collectivités', 'PME, étudiants, lycéens', 'Grand Est, Occitanie',
   'Participation financière en discussion.', '2023-01-15', '2024-12-31', 1, 8.0);

INSERT INTO fiche_measure (fiche, measure) VALUES
  (1, 411), (1, 412), (2, 413), (2, 414), (3, 42), (4, 51), (5, 22), (6, 45), (7, 51), (8, 23);

INSERT INTO fiche_party (fiche, party) VALUES
  (1, 1), (1, 4), (2, 1), (2, 4), (3, 1), (3, 2), (3, 3), (3, 4), (4, 1), (4, 2), (4, 4),
  (5, 1), (5, 2), (5, 4), (6, 3), (6, 4), (7, 1), (7, 4), (8, 2), (8, 4);

INSERT INTO step (id, fiche, title, due, status, position) VALUES
  (101, 1, 'Nommer un référent dans chaque UIMM territoriale', '2022-06-30', 'done', 1.0),
  (102, 1, 'Ouvrir le dispositif dans dix académies', '2022-12-31', 'done', 2.0),
  (103, 1, 'Atteindre 3 000 offres déposées', '2023-12-31', 'in_progress', 3.0),
  (104, 1, 'Enquêter auprès des classes reçues', '2024-07-05', 'planned', 4.0),
  (201, 2, 'Mettre à jour les fiches de métiers', '2022-09-01', 'done', 1.0),
  (202, 2, 'Tourner douze vidéos', '2023-12-31', 'in_progress', 2.0),
  (203, 2, 'Publier les versions accessibles', '2024-09-01', 'planned', 3.0),
  (301, 3, 'Publier le guide', '2021-12-31', 'done', 1.0),
  (302, 3, 'Réunir les entreprises engagées', '2022-11-30', 'done', 2.0),
  (303, 3, 'Mesurer la part de l’industrie dans les binômes', '2023-09-30', 'planned', 3.0),
  (401, 4, 'Établir la situation de départ par région', '2022-06-30', 'done', 1.0),
  (402, 4, 'Arrêter un plan avec chaque région académique', '2023-03-31', 'done', 2.0),
  (403, 4, 'Compter les contrats au 31 décembre 2023', '2024-03-15', 'in_progress', 3.0),
  (501, 5, 'S’accorder sur les définitions', '2022-12-31', 'done', 1.0),
  (502, 5, 'Couvrir cinq régions académiques', '2023-06-30', 'done', 2.0),
  (503, 5, 'Ajouter les formations du supérieur', '2023-12-31', 'in_progress', 3.0),
  (504, 5, 'Couvrir toutes les régions académiques', '2024-06-30', 'planned', 4.0),
  (601, 6, 'Publier les douze premiers portraits', '2023-06-30', 'done', 1.0),
  (602, 6, 'Publier les huit derniers', '2024-03-08', 'in_progress', 2.0),
  (701, 7, 'Rédiger le livret', '2023-05-31', 'done', 1.0),
  (702, 7, 'L’éditer et l’envoyer', '2023-09-30', 'planned', 2.0),
  (801, 8, 'Recenser les besoins', '2023-06-30', 'done', 1.0),
  (802, 8, 'Négocier les accords', NULL, 'in_progress', 2.0);

INSERT INTO contribution (id, fiche, party, text, position) VALUES
  (101, 1, 1, 'Désigner les collèges volontaires et former les professeurs principaux', 1.0),
  (102, 1, 4, 'Trouver les entreprises, déposer les offres, payer les transports', 2.0),
  (201, 2, 4, 'Produire les supports et les remettre gratuitement', 1.0),
  (202, 2, 1, 'Faire relire les supports par des enseignants et les signaler aux CIO', 2.0),
  (301, 3, 3, 'Écrire le guide avec l’UIMM', 1.0),
  (302, 3, 4, 'Animer le réseau des entreprises engagées', 2.0),
  (303, 3, 1, 'Informer les élèves et les personnels', 3.0),
  (304, 3, 2, 'Informer les étudiants', 4.0),
  (401, 4, 4, 'Placer les apprentis et tenir le compte des contrats', 1.0),
  (402, 4, 1, 'Instruire les demandes d’ouverture en EPLE', 2.0),
  (403, 4, 2, 'Instruire les demandes d’ouverture en IUT et en licence', 3.0),
  (501, 5, 1, 'Livrer chaque année les flux d’élèves et d’apprentis par département', 1.0),
  (502, 5, 2, 'Livrer chaque année les effectifs d’étudiants et leur insertion', 2.0),
  (503, 5, 4, 'Apporter les projections d’emploi et tenir la carte', 3.0),
  (601, 6, 3, 'Financer les portraits sur la Semaine de l’industrie', 1.0),
  (602, 6, 4, 'Proposer les personnes et organiser les rencontres', 2.0),
  (701, 7, 1, 'Relire le livret avec l’inspection générale', 1.0),
  (702, 7, 4, 'Éditer le livret', 2.0),
  (801, 8, 4, 'Réunir les entreprises participantes', 1.0),
  (802, 8, 2, 'Instruire les dossiers des plateformes', 2.0);

-- Meetings -----------------------------------------------------------------------------------------

INSERT INTO meeting (id, type, title, date, time, end_time, place, chair, minutes, introduction, conclusion, next_date, next_place, requested, requester, reason, host, cohost, rapporteur, previous, proposed) VALUES
  (1, 'ordinary', 'Installation du comité de pilotage', '2022-02-10', '14:30', '16:45', '110 rue de Grenelle, Paris', 11, 'validated',
   'Mme Carpentier ouvre la séance et rappelle que la convention, signée le 23 novembre 2021, vaut pour trois ans sans reconduction tacite. Un tour de table permet à chacun de se présenter.',
   'La séance est levée à 16 h 45.', '2022-12-08', '56 avenue de Wagram, Paris', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2022-02-18'),
  (2, 'ordinary', 'Comité de pilotage annuel 2022', '2022-12-08', '14:30', '17:00', '56 avenue de Wagram, Paris', 41, 'validated',
   'M. Delmas accueille les membres au siège de l’UIMM. M. Lemoine assiste pour la première fois à la séance, comme expert.',
   'M. Delmas remercie les participants et lève la séance à 17 heures.', '2023-12-12', '139 rue de Bercy, Paris', NULL, NULL, NULL, NULL, NULL, NULL, 1, '2022-12-16'),
  (3, 'working_group', 'Groupe de travail « Données et certifications »', '2023-06-15', '09:30', '12:00', 'Visioconférence', 45, 'validated',
   'M. Guérin rappelle le mandat donné par le comité de décembre 2022 : préparer la carte des parcours et ouvrir la réflexion sur les certifications.',
   NULL, '2023-10-05', 'Visioconférence', NULL, NULL, NULL, NULL, NULL, NULL, 2, '2023-06-22'),
  (4, 'ordinary', 'Comité de pilotage annuel 2023', '2023-12-12', '14:30', '17:15', '139 rue de Bercy, Paris', 31, 'proposed',
   'Mme Montfort ouvre la séance. Le compte rendu de la séance du 8 décembre 2022 a été validé par écrit ; celui du groupe de travail n’appelle pas d’observation.',
   'Mme Montfort souligne que la convention s’achève le 23 novembre 2024 et lève la séance à 17 h 15.', '2024-06-11', '110 rue de Grenelle, Paris', NULL, NULL, NULL, NULL, NULL, NULL, 2, '2023-12-21'),
  (5, 'ordinary', 'Comité de pilotage de printemps 2024', '2024-06-11', '14:30', '17:00', '110 rue de Grenelle, Paris', 11, 'draft',
   NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 4, NULL);

INSERT INTO attendance (id, meeting, person, state, represented_by, position, role, reason, arrived) VALUES
  (101, 1, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (102, 1, 12, 'present', NULL, 2.0, 'member', NULL, NULL),
  (103, 1, 21, 'present', NULL, 3.0, 'member', NULL, NULL),
  (104, 1, 22, 'excused', NULL, 4.0, 'member', NULL, NULL),
  (105, 1, 31, 'represented', 'M. Julien Prigent', 5.0, 'member', NULL, NULL),
  (106, 1, 32, 'present', NULL, 6.0, 'member', NULL, NULL),
  (107, 1, 41, 'present', NULL, 7.0, 'member', NULL, NULL),
  (108, 1, 42, 'present', NULL, 8.0, 'member', NULL, NULL),
  (109, 1, 43, 'present', NULL, 9.0, 'member', NULL, NULL),
  (110, 1, 44, 'excused', NULL, 10.0, 'member', NULL, NULL),
  (111, 1, 45, 'present', NULL, 11.0, 'member', NULL, NULL),
  (112, 1, 46, 'present', NULL, 12.0, 'member', NULL, NULL),
  (113, 1, 51, 'present', NULL, 13.0, 'guest', 'Secrétariat du comité', NULL),
  (201, 2, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (202, 2, 12, 'present', NULL, 2.0, 'member', NULL, NULL),
  (203, 2, 21, 'represented', 'Mme Nadia Belkacem', 3.0, 'member', NULL, NULL),
  (204, 2, 22, 'present', NULL, 4.0, 'member', NULL, NULL),
  (205, 2, 31, 'present', NULL, 5.0, 'member', NULL, NULL),
  (206, 2, 32, 'absent', NULL, 6.0, 'member', NULL, NULL),
  (207, 2, 41, 'present', NULL, 7.0, 'member', NULL, NULL),
  (208, 2, 42, 'present', NULL, 8.0, 'member', NULL, NULL),
  (209, 2, 43, 'present', NULL, 9.0, 'member', NULL, NULL),
  (210, 2, 44, 'present', NULL, 10.0, 'member', NULL, NULL),
  (211, 2, 45, 'excused', NULL, 11.0, 'member', NULL, NULL),
  (212, 2, 46, 'present', NULL, 12.0, 'member', NULL, NULL),
  (213, 2, 51, 'present', NULL, 13.0, 'guest', 'Secrétariat du comité', NULL),
  (214, 2, 52, 'present', NULL, 14.0, 'expert', 'Réseaux thématiques des Campus', NULL),
  (301, 3, 12, 'present', NULL, 1.0, 'member', NULL, NULL),
  (302, 3, 21, 'present', NULL, 2.0, 'member', NULL, NULL),
  (303, 3, 22, 'present', NULL, 3.0, 'member', NULL, NULL),
  (304, 3, 43, 'excused', NULL, 4.0, 'member', NULL, NULL),
  (305, 3, 45, 'present', NULL, 5.0, 'member', NULL, NULL),
  (306, 3, 51, 'present', NULL, 6.0, 'guest', 'Secrétariat du comité', NULL),
  (307, 3, 52, 'present', NULL, 7.0, 'expert', 'Réseaux thématiques des Campus', NULL),
  (401, 4, 11, 'present', NULL, 1.0, 'member', NULL, NULL),
  (402, 4, 12, 'excused', NULL, 2.0, 'member', NULL, NULL),
  (403, 4, 21, 'present', NULL, 3.0, 'member', NULL, NULL),
  (404, 4, 22, 'present', NULL, 4.0, 'member', NULL, NULL),
  (405, 4, 31, 'present', NULL, 5.0, 'member', NULL, NULL),
  (406, 4, 32, 'present', NULL, 6.0, 'member', NULL, NULL),
  (407, 4, 41, 'present', NULL, 7.0, 'member', NULL, NULL),
  (408, 4, 42, 'present', NULL, 8.0, 'member', NULL, NULL),
  (409, 4, 43, 'represented', 'Mme Aurélie Joubert', 9.0, 'member', NULL, NULL),
  (410, 4, 44, 'present', NULL, 10.0, 'member', NULL, '14:50'),
  (411, 4, 45, 'present', NULL, 11.0, 'member', NULL, NULL),
  (412, 4, 46, 'absent', NULL, 12.0, 'member', NULL, NULL),
  (413, 4, 51, 'present', NULL, 13.0, 'guest', 'Secrétariat du comité', NULL),
  (414, 4, 52, 'present', NULL, 14.0, 'expert', 'Réseaux thématiques des Campus', NULL),
  (501, 5, 11, NULL, NULL, 1.0, 'member', NULL, NULL),
  (502, 5, 12, NULL, NULL, 2.0, 'member', NULL, NULL),
  (503, 5, 21, NULL, NULL, 3.0, 'member', NULL, NULL),
  (504, 5, 22, NULL, NULL, 4.0, 'member', NULL, NULL),
  (505, 5, 31, NULL, NULL, 5.0, 'member', NULL, NULL),
  (506, 5, 32, NULL, NULL, 6.0, 'member', NULL, NULL),
  (507, 5, 41, NULL, NULL, 7.0, 'member', NULL, NULL),
  (508, 5, 42, NULL, NULL, 8.0, 'member', NULL, NULL),
  (509, 5, 43, NULL, NULL, 9.0, 'member', NULL, NULL),
  (510, 5, 44, NULL, NULL, 10.0, 'member', NULL, NULL),
  (511, 5, 45, NULL, NULL, 11.0, 'member', NULL, NULL),
  (512, 5, 46, 'excused', NULL, 12.0, 'member', NULL, NULL),
  (513, 5, 51, NULL, NULL, 13.0, 'guest', 'Secrétariat du comité', NULL);

INSERT INTO item (id, meeting, label, title, presenter, duration, notes, position, topic, fiche, elapsed, adjourned, previous) VALUES
  (101, 1, '1', 'Composition et fonctionnement du comité', 'Mme Carpentier', 20,
   'Le comité compte douze membres : six pour l’UIMM et deux pour chacun des trois ministères. Mme Lacaze en assure le secrétariat. La présidence tourne d’une séance à l’autre. Le comité se réunira au moins une fois l’an, et autant que de besoin en groupe de travail.', 1.0, 'other', NULL, 1260, 0, NULL),
  (102, 1, '2', 'Priorités de l’année 2022', 'M. Delmas', 45,
   'M. Delmas propose de commencer par ce qui se voit : l’accueil des collégiens, le kit métiers et l’alternance. M. Vasseur demande que le supérieur ne soit pas oublié. Après échange, quatre priorités sont retenues :
- la présence des Pôles formation dans les Campus ;
- l’accueil en stage et les rencontres en classe ;
- le mentorat ;
- l’objectif de 75 000 alternants.', 2.0, 'priorities', NULL, 2880, 0, NULL),
  (103, 1, '3', 'Modèle de fiche action', 'Mme Joubert', 30,
   'Mme Joubert présente un modèle d’une page. Il comprend les objectifs chiffrés et qualitatifs, le pilote, les étapes et les engagements de chaque partie. M. Rambert demande une rubrique sur la mixité, qui est ajoutée en séance.', 3.0, 'fiche', NULL, 1740, 0, NULL),
  (104, 1, '4', 'Guide « Mentorat et Industrie »', 'M. Prigent', 20,
   'Le guide devait paraître à la fin de 2021. La relecture juridique a pris du retard. M. Prigent s’engage sur une parution avant la fin d’avril. Mme Fontaine est présentée comme ambassadrice.', 4.0, 'late', 3, 1080, 0, NULL),
  (201, 2, '1', 'Validation du compte rendu du 10 février 2022', 'Mme Lacaze', 5,
   'Le compte rendu est validé sans modification.', 1.0, 'approval', NULL, 240, 0, NULL),
  (202, 2, '2', 'Bilan de l’année 2022', 'Mme Joubert', 50,
   'L’UIMM a remis son bilan le 25 novembre. Six fiches action sont ouvertes. Les points forts et les points faibles sont relevés :
- quatorze engagements ont avancé, sept sont réalisés ;
- le guide du mentorat est paru le 28 avril ;
- la presse féminine est jugée trop chère et l’action s’arrête ;
- l’information des familles n’a pas commencé.
Mme Montfort demande que les chiffres soient donnés par région académique au prochain bilan.', 2.0, 'review', NULL, 3180, 0, NULL),
  (203, 2, '3', 'Alternance : point d’étape', 'M. Haddad', 30,
   'M. Haddad estime à 69 800 le nombre d’alternants attendus à la fin de l’année. Il en manquerait alors un peu plus de 5 000 pour l’objectif. Les ruptures de contrat inquiètent, surtout en première année. Mme Carpentier propose d’outiller les tuteurs, ce qui donne naissance à la fiche F7.', 3.0, 'figures', 4, 1920, 0, NULL),
  (204, 2, '4', 'Réseaux thématiques des Campus', 'M. Lemoine', 30,
   'M. Lemoine décrit deux réseaux en cours de formation. Chacun mène ses études sans connaître celles de l’autre. Le comité souhaite une carte commune des parcours et confie sa préparation à un groupe de travail.', 4.0, 'other', NULL, 1680, 0, NULL),
  (205, 2, '5', 'Priorités de l’année 2023', 'M. Delmas', 20,
   'Les priorités de 2022 sont maintenues. S’y ajoutent les données partagées, la place des femmes et l’accueil des enseignants en entreprise.', 5.0, 'priorities', NULL, 1140, 0, NULL),
  (301, 3, '1', 'Carte des parcours : premiers résultats', 'M. Guérin', 60,
   'Cinq régions académiques sont couvertes. Les formations du supérieur manquent, faute d’un code commun. Mme Belkacem indique que le fichier existe et qu’il peut être fourni sous convention de données. M. Lemoine propose d’ajouter les plateaux techniques des Campus.', 1.0, 'fiche', 5, 3900, 0, NULL),
  (302, 3, '2', 'Flux d’apprenants par département', 'M. Rambert', 30,
   'Les données de 2021 et de 2022 ont été livrées en mai. Leur format changera l’an prochain. L’Observatoire demande à en être prévenu trois mois avant.', 2.0, 'figures', 5, 1620, 0, NULL),
  (303, 3, '3', 'Diplômes et CQPM : quelles passerelles ?', 'M. Vasseur', 45,
   'Le groupe retient quatre familles de métiers à étudier : maintenance, soudage, usinage, mécatronique. Deux questions reviennent :
- comment éviter qu’un candidat repasse deux fois la même épreuve ?
- qui porte le coût de la double certification ?
La maintenance et le soudage sont étudiés les premiers.', 3.0, 'other', NULL, 2820, 0, NULL),
  (401, 4, '1', 'Bilan de l’année 2023', 'Mme Joubert', 45,
   'Le bilan a été envoyé le 28 novembre, par région comme demandé. Les stages hybrides sont arrêtés faute de candidats. Les offres de stage de troisième ont augmenté d’un tiers en un an. Le comité regrette trois retards :
- les outils de réalité virtuelle, dont la mise en ligne attend l’avis des ministères ;
- le livret du tuteur, rédigé mais non édité ;
- l’information des familles.', 1.0, 'review', NULL, 2940, 0, NULL),
  (402, 4, '2', 'Alternance : où en est-on des 75 000 ?', 'M. Delmas', 30,
   'L’estimation au 30 septembre est de 71 500 alternants. Le compte définitif sera connu en mars 2024. M. Delmas pense que l’objectif sera approché sans être tout à fait atteint. Mme Carpentier relève que 47 sections d’apprentissage ont ouvert en lycée depuis la rentrée 2022.', 2.0, 'figures', 4, 1680, 0, NULL),
  (403, 4, '3', 'Mixité : suites à donner', 'Mme Montfort', 25,
   'Douze portraits sont en ligne et huit restent à tourner. La part des filles dans les stages est de 24 %, pour un objectif de 30 %. Mme Sauvage signale que les groupes composés à parité par l’enseignant donnent les meilleurs résultats.', 3.0, 'fiche', 6, 1560, 0, NULL),
  (404, 4, '4', 'Fin de la convention et suites', 'Mme Carpentier', 30,
   'La convention ne se reconduit pas d’elle-même. Une nouvelle rédaction doit être prête à l’automne 2024. Chaque partie dira au printemps ce qu’elle veut garder, changer ou laisser. M. Vasseur souhaite moins d’engagements, mieux mesurés.', 4.0, 'deadlines', NULL, 2040, 0, NULL),
  (405, 4, '5', 'Priorités de l’année 2024', 'M. Delmas', 20,
   'Quatre priorités sont retenues : les CIFRE, la VAE, le Grand oral et les parcours de certification.', 5.0, 'priorities', NULL, 1200, 0, NULL),
  (501, 5, '1', 'Validation du compte rendu du 12 décembre 2023', 'Mme Lacaze', 5, NULL, 1.0, 'approval', NULL, NULL, 0, NULL),
  (502, 5, '2', 'Compte des alternants au 31 décembre 2023', 'M. Haddad', 30, NULL, 2.0, 'figures', 4, NULL, 0, NULL),
  (503, 5, '3', 'Carte des parcours : toutes les régions', 'M. Guérin', 30, NULL, 3.0, 'fiche', 5, NULL, 0, NULL),
  (504, 5, '4', 'Préparation de la prochaine convention', 'Mme Carpentier', 60, NULL, 4.0, 'other', NULL, NULL, 0, NULL);

INSERT INTO decision (id, meeting, item, label, text, lead, due, status, engagement, fiche, position, type, closed, outcome, confidential) VALUES
  (101, 1, 101, '2022-1-01', 'Le comité adopte son règlement : présidence tournante, secrétariat par l’Éducation nationale.', 51, '2022-02-28', 'done', NULL, NULL, 1.0, 'decision', '2022-02-10', 'Règlement appliqué dès cette séance.', 0),
  (102, 1, 102, '2022-1-02', 'Les quatre priorités de 2022 sont arrêtées.', 41, '2022-03-31', 'done', NULL, NULL, 2.0, 'decision', '2022-02-10', NULL, 0),
  (103, 1, 103, '2022-1-03', 'Chaque action donne lieu à une fiche du modèle adopté, mixité comprise.', 42, '2022-06-30', 'done', 4501, NULL, 3.0, 'action', '2022-06-24', 'Six fiches ouvertes sur ce modèle.', 0),
  (104, 1, 104, '2022-1-04', 'Le guide du mentorat paraît avant la fin d’avril.', 32, '2022-04-30', 'done', 4202, 3, 4.0, 'action', '2022-04-28', 'Guide paru le 28 avril 2022.', 0),
  (201, 2, 202, '2022-2-01', 'Donner les chiffres du bilan par région à partir de 2023.', 42, '2023-11-30', 'done', NULL, NULL, 1.0, 'action', '2023-11-28', 'Bilan 2023 remis par région.', 0),
  (202, 2, 202, '2022-2-02', 'Présenter au comité un format de rencontre avec les familles.', 12, '2023-06-30', 'planned', 4104, NULL, 2.0, 'action', NULL, NULL, 0),
  (203, 2, 203, '2022-2-03', 'Éditer un livret commun pour les tuteurs et les maîtres d’apprentissage.', 12, '2023-09-30', 'in_progress', 5103, 7, 3.0, 'action', NULL, 'Texte rédigé ; reste l’édition.', 0),
  (204, 2, 204, '2022-2-04', 'Réunir un groupe de travail sur les données et les certifications avant l’été.', 45, '2023-06-30', 'done', 2202, 5, 4.0, 'action', '2023-06-15', 'Groupe réuni le 15 juin 2023.', 0),
  (205, 2, 205, '2022-2-05', 'Désigner un pilote pour le rapprochement des fab labs et des entreprises.', NULL, '2023-03-31', 'planned', 2303, NULL, 5.0, 'action', NULL, NULL, 0),
  (301, 3, 301, '2023-1-01', 'Fournir à l’Observatoire le fichier des formations du supérieur.', 22, '2023-09-30', 'in_progress', 2202, 5, 1.0, 'action', NULL, NULL, 0),
  (302, 3, 302, '2023-1-02', 'Prévenir l’Observatoire trois mois avant tout changement de format.', 12, NULL, 'in_progress', 301, 5, 2.0, 'action', NULL, NULL, 0),
  (303, 3, 303, '2023-1-03', 'Étudier d’abord la maintenance et le soudage, puis l’usinage et la mécatronique.', 45, '2024-04-30', 'in_progress', 6101, NULL, 3.0, 'decision', NULL, NULL, 0),
  (401, 4, 401, '2023-2-01', 'Mettre fin aux stages hybrides et reporter l’effort sur les visites de groupe.', 42, '2023-12-31', 'done', 41103, 1, 1.0, 'decision', '2023-12-31', 'Stages arrêtés.', 0),
  (402, 4, 401, '2023-2-02', 'Saisir les ministères pour avis sur les outils de réalité virtuelle.', 43, '2024-01-31', 'planned', 41104, NULL, 2.0, 'action', NULL, NULL, 0),
  (403, 4, 401, '2023-2-03', 'Envoyer le livret du tuteur à l’imprimeur.', 12, '2024-02-29', 'in_progress', 5103, 7, 3.0, 'action', NULL, NULL, 0),
  (404, 4, 402, '2023-2-04', 'Transmettre le compte définitif des alternants à tous les membres.', 43, '2024-03-15', 'planned', 5101, 4, 4.0, 'action', NULL, NULL, 0),
  (405, 4, 403, '2023-2-05', 'Composer à parité les groupes de « Classe en entreprise » dès la rentrée 2024.', 44, '2024-09-02', 'planned', 4505, 6, 5.0, 'action', NULL, NULL, 0),
  (406, 4, 404, '2023-2-06', 'Remettre au secrétariat les souhaits de chaque partie pour la convention suivante.', 51, '2024-04-30', 'planned', NULL, NULL, 6.0, 'action', NULL, NULL, 0),
  (407, 4, 405, '2023-2-07', 'Les quatre priorités de 2024 sont arrêtées.', 41, '2024-01-31', 'done', NULL, NULL, 7.0, 'decision', '2023-12-12', NULL, 0);

-- Agreements on the agenda; amendments to the minutes, then their validation ---------------------

INSERT INTO agreement (id, meeting, party, date, name, note) VALUES
  (101, 1, 1, '2022-01-27', 'Mme Hélène Carpentier', NULL),
  (102, 1, 2, '2022-01-28', 'M. Étienne Vasseur', NULL),
  (103, 1, 3, '2022-01-27', 'Mme Claire Montfort', NULL),
  (104, 1, 4, '2022-01-31', 'M. Bertrand Delmas', NULL),
  (201, 2, 1, '2022-11-22', 'Mme Hélène Carpentier', NULL),
  (202, 2, 2, '2022-11-24', 'M. Étienne Vasseur', NULL),
  (203, 2, 3, '2022-11-23', 'Mme Claire Montfort', NULL),
  (204, 2, 4, '2022-11-21', 'M. Bertrand Delmas', 'Ajout du point d’étape sur l’alternance.'),
  (301, 3, 1, '2023-06-05', 'Mme Hélène Carpentier', NULL),
  (302, 3, 2, '2023-06-06', 'M. Étienne Vasseur', NULL),
  (303, 3, 3, '2023-06-07', 'Mme Claire Montfort', NULL),
  (304, 3, 4, '2023-06-05', 'M. Bertrand Delmas', NULL),
  (401, 4, 1, '2023-11-27', 'Mme Hélène Carpentier', NULL),
  (402, 4, 2, '2023-11-30', 'M. Étienne Vasseur', NULL),
  (403, 4, 3, '2023-11-28', 'Mme Claire Montfort', NULL),
  (404, 4, 4, '2023-11-27', 'M. Bertrand Delmas', NULL),
  (501, 5, 1, '2024-03-11', 'Mme Hélène Carpentier', NULL),
  (504, 5, 4, '2024-03-13', 'M. Bertrand Delmas', 'D’accord, sous réserve du compte des alternants.');

INSERT INTO correction (id, meeting, item, party, name, date, old_text, new_text, state, reason, position) VALUES
  (101, 1, 104, 4, 'Mme Aurélie Joubert', '2022-02-25', 'M. Prigent s’engage sur une parution au printemps.', 'M. Prigent s’engage sur une parution avant la fin d’avril.', 'accepted', NULL, 1.0),
  (102, 1, 102, 2, 'Mme Nadia Belkacem', '2022-02-28', 'M. Vasseur demande que le supérieur ne soit pas oublié.', 'M. Vasseur demande que le supérieur figure parmi les priorités.', 'refused', 'La demande n’a pas été formulée ainsi en séance.', 2.0),
  (201, 2, 203, 4, 'M. Karim Haddad', '2023-01-06', 'Il en manquera un peu plus de 5 000 pour l’objectif.', 'Il en manquerait alors un peu plus de 5 000 pour l’objectif.', 'accepted', NULL, 1.0),
  (202, 2, 202, 3, 'Mme Claire Montfort', '2023-01-09', 'par région au prochain bilan', 'par région académique au prochain bilan', 'accepted', NULL, 2.0),
  (401, 4, 402, 4, 'M. Bertrand Delmas', '2024-01-12', 'M. Delmas pense que l’objectif sera approché sans être tout à fait atteint.', 'M. Delmas pense que l’objectif peut encore être atteint en 2024.', 'proposed', NULL, 1.0),
  (402, 4, 404, 2, 'M. Étienne Vasseur', '2024-01-15', 'M. Vasseur souhaite moins d’engagements, mieux mesurés.', 'M. Vasseur souhaite moins d’engagements, chacun suivi par un indicateur.', 'proposed', NULL, 2.0);

INSERT INTO validation (id, meeting, party, date, name, note) VALUES
  (101, 1, 1, '2022-03-08', 'Mme Hélène Carpentier', NULL),
  (102, 1, 2, '2022-03-10', 'M. Étienne Vasseur', NULL),
  (103, 1, 3, '2022-03-09', 'Mme Claire Montfort', NULL),
  (104, 1, 4, '2022-03-11', 'M. Bertrand Delmas', NULL),
  (201, 2, 1, '2023-01-17', 'Mme Hélène Carpentier', NULL),
  (202, 2, 2, '2023-01-19', 'M. Étienne Vasseur', NULL),
  (203, 2, 3, '2023-01-18', 'Mme Claire Montfort', NULL),
  (204, 2, 4, '2023-01-20', 'M. Bertrand Delmas', NULL),
  (301, 3, 1, '2023-07-03', 'Mme Hélène Carpentier', NULL),
  (302, 3, 2, '2023-07-04', 'M. Étienne Vasseur', NULL),
  (303, 3, 3, '2023-07-06', 'Mme Claire Montfort', NULL),
  (304, 3, 4, '2023-07-03', 'M. Bertrand Delmas', NULL);

-- Indicators: the targets are those of the convention or of the fiches; what was observed is invented

INSERT INTO indicator (id, name, unit, axis, measure, engagement, fiche, nature, scale, direction, counting, periodicity, split, supplier, baseline_value, baseline_date, baseline_derived, baseline_note, source, confidential, position) VALUES
  (1, 'Alternants dans la branche de la métallurgie', 'alternants', 5, NULL, 5101, 4, 'number', NULL, 'rise', 'state', 'year', NULL, 4, 50000, '2017-12-31', 1, 'L’article 5.1 donne la cible de 75 000 et une hausse de 50 % depuis la fin de 2017 : 75 000 ÷ 1,5 = 50 000.', 'Article 5.1. Valeurs observées fictives.', 0, 1.0),
  (2, 'Binômes « 1 jeune, 1 mentor »', 'binômes', 4, NULL, 4201, NULL, 'number', NULL, 'rise', 'cumulative', 'year', NULL, 1, NULL, NULL, 0, NULL, 'Article 4.2, objectif du Gouvernement pour toute la France. Valeurs observées fictives.', 0, 2.0),
  (3, 'Offres de stage de troisième déposées', 'offres', 4, NULL, 41105, 1, 'number', NULL, 'rise', 'cumulative', 'semester', NULL, 4, 1150, '2022-06-30', 0, NULL, 'Fiche F1. Valeurs fictives.', 0, 3.0),
  (4, 'Pôles formation liés à un Campus', 'Pôles formation', 2, NULL, 2101, NULL, 'number', NULL, 'rise', 'state', 'year', NULL, 4, 15, '2021-11-23', 0, NULL, 'L’UIMM compte 34 Pôles formation sur 133 sites. Valeurs observées fictives.', 0, 4.0),
  (5, 'Part des filles dans les stages proposés', '%', 4, NULL, 4505, 6, 'number', NULL, 'rise', 'state', 'year', NULL, 4, 19, '2022-06-30', 0, NULL, 'Fiche F6. Valeurs fictives.', 0, 5.0),
  (6, 'Régions académiques couvertes par la carte des parcours', 'régions académiques', 3, NULL, 301, 5, 'number', NULL, 'rise', 'state', 'semester', NULL, 4, 0, '2022-09-01', 0, NULL, 'Fiche F5. Valeurs fictives.', 0, 6.0),
  (7, 'Élèves reçus dans une « Classe en entreprise »', 'élèves', 4, 411, NULL, 1, 'number', NULL, 'rise', 'period', 'school_year', 'girls_boys', 4, 0, '2021-08-31', 0, NULL, 'Fiche F1, déclarations des UIMM territoriales. Valeurs fictives.', 0, 7.0),
  (8, 'Accueil des classes, jugé par leurs enseignants', NULL, 4, 411, NULL, 1, 'scale', 'Insuffisant
Inégal
Satisfaisant
Exemplaire', 'rise', 'state', 'school_year', NULL, 1, 2, '2022-07-07', 0, 'Rang du niveau dans l’échelle : « Inégal ».', 'Fiche F1, enquête auprès des classes reçues. Valeurs fictives.', 0, 8.0),
  (9, 'Contrats d’alternance rompus avant leur terme', '%', 5, 51, NULL, NULL, 'number', NULL, 'fall', 'state', 'year', NULL, 4, 24, '2021-12-31', 0, NULL, 'Fiche F4. Valeurs fictives.', 0, 9.0),
  (10, 'Alternants en emploi six mois après leur contrat', '%', 5, 51, NULL, NULL, 'number', NULL, 'above', 'state', 'year', NULL, 4, NULL, NULL, 0, NULL, 'Fiche F4. Valeurs fictives.', 0, 10.0),
  (11, 'Participation des entreprises à l’équipement des plateformes', '€', 2, NULL, NULL, 8, 'number', NULL, 'rise', 'cumulative', 'year', NULL, 4, 0, '2023-01-15', 0, NULL, 'Fiche F8. Valeurs fictives, à ne pas diffuser.', 1, 11.0);

INSERT INTO target (id, indicator, value, date, note) VALUES
  (101, 1, 75000, '2023-12-31', 'Objectif des partenaires sociaux de la branche'),
  (201, 2, 100000, '2021-12-31', 'Première marche'),
  (202, 2, 200000, '2022-12-31', 'Seconde marche'),
  (301, 3, 3000, '2023-12-31', NULL),
  (401, 4, 34, '2024-11-23', 'Tous les Pôles formation'),
  (501, 5, 30, '2024-07-05', NULL),
  (601, 6, 5, '2023-06-30', NULL),
  (602, 6, 18, '2024-06-30', NULL),
  (701, 7, 2500, '2023-08-31', 'En deux années scolaires'),
  (702, 7, 9000, '2024-08-31', 'En trois années scolaires'),
  (801, 8, 4, '2024-07-05', 'Rang du niveau « Exemplaire »'),
  (901, 9, 18, '2024-12-31', NULL),
  (1001, 10, 80, '2024-12-31', 'À tenir chaque année'),
  (1101, 11, 240000, '2024-12-31', NULL);

INSERT INTO observation (id, indicator, value, level, date, state, note) VALUES
  (101, 1, 62400, NULL, '2021-12-31', 'final', NULL),
  (102, 1, 69800, NULL, '2022-12-31', 'final', NULL),
  (103, 1, 71500, NULL, '2023-09-30', 'estimated', 'Estimation de l’UIMM, en attendant le compte des contrats'),
  (201, 2, 98000, NULL, '2021-12-31', 'final', NULL),
  (202, 2, 152000, NULL, '2022-12-31', 'final', NULL),
  (203, 2, 161000, NULL, '2023-10-31', 'estimated', NULL),
  (301, 3, 1820, NULL, '2022-12-31', 'final', NULL),
  (302, 3, 2410, NULL, '2023-11-30', 'final', NULL),
  (401, 4, 19, NULL, '2022-12-08', 'final', NULL),
  (402, 4, 24, NULL, '2023-12-12', 'final', NULL),
  (501, 5, 21, NULL, '2022-12-31', 'final', NULL),
  (502, 5, 24, NULL, '2023-12-12', 'final', NULL),
  (601, 6, 2, NULL, '2023-01-31', 'final', NULL),
  (602, 6, 5, NULL, '2023-06-15', 'final', NULL),
  (701, 7, 1450, NULL, '2022-08-31', 'final', '52 classes'),
  (702, 7, 2860, NULL, '2023-08-31', 'final', '104 classes ; deux n’ont pas compté à part les filles et les garçons'),
  (801, 8, 3, 'Satisfaisant', '2023-07-05', 'final', 'Préparation saluée partout ; le retour en classe manque encore.'),
  (901, 9, 23, NULL, '2022-12-31', 'final', NULL),
  (902, 9, 21.5, NULL, '2023-12-31', 'estimated', NULL),
  (1001, 10, 82, NULL, '2022-12-31', 'final', NULL),
  (1002, 10, 79, NULL, '2023-12-31', 'estimated', NULL),
  (1101, 11, 60000, NULL, '2023-12-31', 'final', 'Un accord sur deux');

-- The second year's split is 50 short, as it was declared.
INSERT INTO split (id, observation, name, value, position) VALUES
  (70101, 701, 'filles', 640, 1.0),
  (70102, 701, 'garçons', 810, 2.0),
  (70201, 702, 'filles', 1290, 1.0),
  (70202, 702, 'garçons', 1520, 2.0);

-- The life of the fiches, what they cost, and what was done each year: invented -------------------

INSERT INTO fiche (id, proposed, approved, approval_meeting, approval_decision, ended, ending, schools) VALUES
  (1, '2021-12-15', '2022-02-10', 1, 103, NULL, NULL, 'Collèges volontaires de quatorze académies, la moitié en REP ou REP+'),
  (2, '2021-12-15', '2022-02-10', 1, 103, NULL, NULL, NULL),
  (3, '2021-12-15', '2022-02-10', 1, 104, NULL, NULL, NULL),
  (4, '2021-12-15', '2022-02-10', 1, 103, NULL, NULL, 'Pôles formation et EPLE qui ouvrent une section d’apprentissage'),
  (5, '2022-06-30', '2022-12-08', 2, 204, NULL, NULL, NULL),
  (6, '2022-06-24', '2022-12-08', 2, NULL, NULL, NULL, NULL),
  (7, '2022-11-15', '2022-12-08', 2, 203, NULL, NULL, NULL)
  ON CONFLICT (id) DO UPDATE SET proposed = excluded.proposed, approved = excluded.approved,
    approval_meeting = excluded.approval_meeting, approval_decision = excluded.approval_decision,
    ended = excluded.ended, ending = excluded.ending, schools = excluded.schools;

INSERT INTO fiche_engagement (fiche, engagement) VALUES
  (1, 41101), (1, 41102), (1, 41105), (3, 4201), (3, 4202), (4, 5101), (4, 5102), (5, 301), (5, 2202), (6, 4505), (6, 4506), (7, 5103), (8, 2305);

INSERT INTO resource (id, fiche, nature, name, funder, funder_name, year, planned, spent, note, position) VALUES
  (101, 1, 'people', 'Référents des UIMM territoriales', 4, NULL, 2023, 12, 9, 'En équivalents temps plein', 1.0),
  (102, 1, 'euros', 'Transport des classes', 4, NULL, 2022, 45000, 38200, NULL, 2.0),
  (103, 1, 'euros', 'Transport des classes', 4, NULL, 2023, 80000, 91500, 'Plus de classes que prévu', 3.0),
  (104, 1, 'euros', 'Formation des professeurs principaux', 1, NULL, 2023, 20000, 14300, NULL, 4.0),
  (201, 2, 'euros', 'Vidéos et impression', 4, NULL, 2023, 60000, 52000, NULL, 1.0),
  (202, 2, 'people', 'Enseignants déchargés', 1, NULL, 2023, 0.4, 0.4, NULL, 2.0),
  (401, 4, 'people', 'Développeurs de l’alternance', 4, NULL, 2023, 30, 27, NULL, 1.0),
  (402, 4, 'euros', 'Ouverture de sections en EPLE', NULL, 'Régions', 2023, 400000, NULL, 'Réalisé non communiqué', 2.0),
  (601, 6, 'euros', 'Portraits filmés', 3, NULL, 2023, 36000, 24000, 'Douze portraits sur vingt', 1.0);

INSERT INTO fiche_review (id, fiche, year, done, obstacles, next) VALUES
  (101, 1, 2022, '- 52 classes reçues, 1 450 élèves
- un référent dans chaque UIMM territoriale', '- transports trouvés tard dans l’année', '- ouvrir dix académies'),
  (102, 1, 2023, '- 104 classes reçues, 2 860 élèves
- quatorze académies', '- peu de retours en classe
- comptage des filles et des garçons incomplet', '- enquête auprès des classes
- groupes composés à parité'),
  (201, 2, 2023, '- neuf vidéos sur douze
- 2 900 kits remis', '- sous-titrage en retard', '- versions accessibles à la rentrée'),
  (401, 4, 2022, '- 69 800 alternants à la fin de l’année
- plan arrêté avec onze régions académiques', '- ruptures dans les six premiers mois', '- plans des sept autres régions'),
  (501, 5, 2023, '- cinq régions académiques couvertes', '- fichier du supérieur non livré', '- convention sur les données'),
  (601, 6, 2023, '- douze portraits publiés', '- groupes de stage encore très masculins', '- huit portraits de plus');

-- Follow-up notes -----------------------------------------------------------------------------------

INSERT INTO followup (id, engagement, fiche, date, author, text, confidential) VALUES
  (1, 5101, NULL, '2022-12-08', 'M. Haddad', '69 800 alternants attendus à la fin de l’année.', 0),
  (2, 5101, NULL, '2023-10-12', 'M. Delmas', 'L’estimation du 30 septembre est de 71 500 ; le compte des contrats viendra en mars.', 0),
  (3, 41102, NULL, '2023-06-22', 'Mme Joubert', 'Quatorze académies tiennent une « Classe en entreprise » ; Reims et Amiens demandent à entrer.', 0),
  (4, 2101, NULL, '2023-12-12', 'M. Haddad', '24 Pôles formation liés à un Campus ; trois accords attendent une signature.', 0),
  (5, 2305, NULL, '2023-09-18', 'M. Haddad', 'Un accord signé pour 60 000 € ; le second bute sur le partage des heures machine.', 1),
  (6, 4104, NULL, '2023-05-30', 'M. Rambert', 'Deux formats de rencontre avec les familles sont à l’essai à Lyon.', 0),
  (7, NULL, 1, '2022-10-04', 'Mme Joubert', 'Visite à Vénissieux : atelier prêt, élèves bien préparés, bilan en classe oublié.', 0),
  (8, NULL, 1, '2023-11-16', 'Mme Sauvage', 'Les transports pèsent plus que prévu ; deux entreprises proposent de partager un car.', 0),
  (9, NULL, 4, '2023-03-27', 'M. Delmas', 'Plans arrêtés avec onze régions académiques sur dix-huit.', 0),
  (10, NULL, 6, '2023-10-20', 'Mme Montfort', 'Le douzième portrait est en ligne.', 0);

-- Clauses: what the convention says of time and duty, in our own words -----------------------------

INSERT INTO clause (id, article, title, text, sort, counted_from, event, number, unit, direction, recurrence, limit_day, limit_month, limit_rule, position) VALUES
  (1, '7', 'Réunir le comité de pilotage dans l’année', 'Le comité paritaire se retrouve chaque année pour suivre la convention et l’évaluer.', 'meeting', 'signature', NULL, 1, 'years', 'after', 'year', NULL, NULL, NULL, 1.0),
  (2, '7', 'Arrêter les priorités de l’année', 'À chaque séance, le comité choisit ce sur quoi les signataires coopéreront en premier.', 'plan', 'meeting', NULL, NULL, NULL, NULL, 'meeting', NULL, NULL, NULL, 2.0),
  (3, '7', 'Remettre les éléments du bilan annuel', 'L’UIMM apporte au comité, fiche par fiche, de quoi dresser le bilan de l’année, chiffres compris.', 'bilan', 'meeting', NULL, NULL, NULL, NULL, 'meeting', NULL, NULL, NULL, 3.0),
  (4, '8', 'Faire connaître la convention et valider ensemble les documents', 'Chacun en parle à ses réseaux ; tout document de communication est approuvé par les deux côtés.', 'publicity', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 4.0),
  (5, '8', 'Obtenir l’autorisation écrite avant d’employer le logo d’un ministère', 'L’autorisation est écrite et dit combien de temps elle vaut ; s’en passer met fin à la convention.', 'logo', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 5.0),
  (6, '9', 'Obtenir un avis favorable avant de mettre en ligne un outil numérique', 'Outils et ressources passent d’abord devant les ministères signataires.', 'digital', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6.0),
  (7, '9', 'Signer un avenant avant de recueillir des données personnelles', 'Dès qu’un support recueille des données d’élèves ou d’enseignants, un avenant le met d’abord en règle avec la protection des données.', 'personal_data', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 7.0),
  (8, '10', 'La convention dure trois ans', 'Elle vaut dès sa signature, et pour trois ans.', 'term', 'expiry', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 8.0),
  (9, '10', 'Pas de tacite reconduction', 'Elle ne se prolonge jamais d’elle-même : continuer demande une nouvelle signature.', 'renewal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 9.0),
  (10, '10', 'Modifier la convention par avenant', 'Tant qu’elle court, l’un ou l’autre côté peut demander un avenant.', 'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 10.0),
  (11, '11', 'Tenter une conciliation en cas de litige', 'Le désaccord est d’abord porté devant un comité exceptionnel, que chacun peut demander.', 'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 11.0),
  (12, '11', 'La résiliation prend effet', 'Qui veut partir l’écrit aux autres ; deux mois au moins passent après la réception.', 'termination', 'event', 'Réception de la lettre de résiliation', 2, 'months', 'after', NULL, NULL, NULL, NULL, 12.0),
  (13, '11', 'Mener à terme les actions engagées', 'Après une résiliation, l’UIMM fait en sorte que ce qui est commencé soit achevé.', 'termination', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 13.0);

INSERT INTO clause_party (clause, party) VALUES
  (1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (2, 4), (3, 4), (4, 1), (4, 2), (4, 3), (4, 4), (5, 4), (6, 4), (7, 1), (7, 2), (7, 3), (7, 4), (8, 1), (8, 2), (8, 3), (8, 4), (9, 1), (9, 2), (9, 3), (9, 4), (10, 1), (10, 2), (10, 3), (10, 4), (11, 1), (11, 2), (11, 3), (11, 4), (12, 1), (12, 2), (12, 3), (12, 4), (13, 4);

INSERT INTO fulfilment (id, clause, due, done, who, proof) VALUES
  (1, 2, '2022-02-10', '2022-02-10', 'Le comité de pilotage', 'Relevé de décisions de la séance'),
  (2, 3, '2022-02-10', '2022-02-10', 'UIMM', 'État des lieux remis en séance'),
  (3, 2, '2022-12-08', '2022-12-08', 'Le comité de pilotage', 'Relevé de décisions de la séance'),
  (4, 3, '2022-12-08', '2022-12-01', 'UIMM', 'Fiches action à jour'),
  (5, 2, '2023-12-12', '2023-12-12', 'Le comité de pilotage', 'Relevé de décisions de la séance'),
  (6, 3, '2023-12-12', '2023-12-05', 'UIMM', 'Bilan annuel transmis par courriel');
