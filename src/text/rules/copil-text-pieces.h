/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the patterns of the rules are made of. */
#pragma once

/* clang-format off: the lines are cut where their words are. */

/* A pattern, where another one is nowhere found; where it is found too. */
#define UNLESS(other) "^(?!.*(?:" other ")).*?"
#define WHERE(other) "^(?=.*(?:" other ")).*?"

/* Words, numbers, dates */
#define WORD_END "(?![a-z])"
#define ARTICLES "(?:l'|la |le |les )"
#define OF "(?:de |du |des |d')"
#define QUOTED(most) "[«\"“]\\s*([^»\"”]{2," #most "}?)\\s*[»\"”]"
#define AN_AGREEMENT "(?:convention|accord|charte|protocole|contrat|pacte|partenariat)\\b"
#define NUMBER "([0-9]{1,3}(?:[ \u00a0\u202f.][0-9]{3})+|[0-9]{2,7})"
#define MONTHS                                                                                     \
  "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|"    \
  "décembre|decembre"
#define DATE                                                                                       \
  "(?:[0-3]?[0-9](?:er)? [a-z]{3,9}\\.? 20[0-9]{2}|[0-3]?[0-9][./-][01]?[0-9][./-]20[0-9]{2})"
#define WORDS                                                                                      \
  "une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt|"           \
  "vingt-quatre|trente|trente-six|quarante-huit|soixante"
#define COUNT "((?:d')?(?:[0-9]{1,3}|" WORDS "))(?: \\([^)]{1,16}\\))?"
#define UNIT "(ans?|annees?|(?:m|rn)ois)" /* "rn" is how a text recognition reads "m" */

/* Terms */
#define RENEWED "(?:renouvele|reconduit|prolonge|proroge)e?s?\\b"
#define RENEWAL "(?:renouvellement|reconduction|prolongation|prolongement|prorogation)\\b"
#define TACIT                                                                                      \
  "tacite|tacitement|reconduction automatique|"                                                    \
  "(?:renouvele|reconduit|proroge|reconductible|renouvelable)[^.]{0,20} (?:automatiquement|de "    \
  "plein droit)"

/* Headings */
#define SEPARATOR "(?:\\s*[-–—―−.:)°/]+)"
#define NUMBER_SIGN "(?:n\\s*°\\s*)?"
#define BIS "(?:\\s?(?:bis|ter))?"
#define CAPITAL_TITLE "([\\p{Lu}«\"“].*)$"
#define TITLE_END "(?:\\b|$)"
#define AXIS                                                                                       \
  "(?i:(?:axe|orientation|ambition|domaine|volet|priorité|chantier|thème|thématique|pilier)"    \
  "(?: (?:stratégique|prioritaire|opérationnel|thématique|"                                     \
  "de "                                                                                            \
  "(?:coopération|collaboration|travail|partenariat|progrès|développement)|d['’](?:action|"   \
  "intervention|engagement)s?))?)"

/* Parties: what tells of one behind its name, and what a line of it begins with that is no name */
#define DESCRIPTION                                                                                \
  "represente|ci-apres|ci-dessous|denomme|designe|appele|dont (?:le|son) siege|\\bsise?\\b|situe|" \
  "domicilie|ayant (?:son|leur|pour) siege|agissant|immatricule|\\bsiret?\\b|habilite|autorise|"   \
  "dument|au capital|loi (?:de |du 1er juillet )?1901"
#define ATTRIBUTE                                                                                  \
  "^(?:et )?(?:" DESCRIPTION "|dont |n\\s?° ?|siege|adresse|association (?:regie|loi)|"           \
  "societe (?:anonyme|par actions|a responsabilite)|etablissement public|syndicat professionnel|"  \
  "ensemble|bp |cs |cedex|tel|courriel|code |en (?:sa )?qualite|elu[e "                            \
  "]|nomme|president|direct(?:eur|rice)|"                                                          \
  "recteur|rectrice|ministre|chanceli|maire|delegue|secretaire|(?:m\\.|mme|monsieur|madame|"       \
  "mesdames|messieurs) )|"                                                                         \
  "^[0-9]{1,4}(?: ?(?:bis|ter))?,? |^[0-9]{5} |^d'une? (?:autre )?part|^d'autre part"
#define STREET                                                                                     \
  "(?i:rue|avenue|av\\.|boulevard|bd|place|quai|allée|chemin|cours|impasse|square|route|"         \
  "esplanade|parvis|faubourg|passage|rond-point|mail|promenade|voie)"
/* What the bodies of a party are called: "les entreprises de l’UTHF accueillent …" */
#define BODIES                                                                                     \
  "(?:entreprises?|adherente?s?|membres|services?|equipes?|representante?s?|deleguee?s?|"          \
  "benevoles|salariee?s?|"                                                                         \
  "collaborat(?:eur|rice)s|experts|techniciens|formateurs|centres?|poles?|agences?|antennes?|"     \
  "directions?|"                                                                                   \
  "delegations?|sections?|federations?|syndicats|unions|chambres|campus|cfa|ecoles|enseignes?|"    \
  "magasins|ateliers|"                                                                             \
  "laboratoires|presidente?|rect(?:eur|rice)s?|direct(?:eur|rice)s?|secretaires?|correspondants|"  \
  "referents|"                                                                                     \
  "etablissements?|lycees?|colleges?|enseignants|professeurs|inspecteurs|personnels|reseaux?|"     \
  "corps d'inspection|"                                                                            \
  "usines|sites|filiales|ambassadeurs|instances|elus|conseillers|charges)"

/* Verbs by their form, the firm ones first: "s'engage", then any future, then what is only possible
 */
#define FIRM                                                                                       \
  "s'engag(?:e|ent|eront)|s'oblig(?:e|ent)|s'accord(?:e|ent)|convien(?:t|nent)|decid(?:e|ent)|"    \
  "veill(?:e|ent|era|eront)|"                                                                      \
  "s'attach(?:e|ent)|s'efforc(?:e|ent)|s'emploi(?:e|ent)|s'astrei(?:nt|gnent)|se "                 \
  "charg(?:e|ent)|se mobilis(?:e|ent)|"                                                            \
  "contribu(?:e|ent) a\\b"
#define POSSIBLE "peu(?:t|vent)|pourr(?:a|ont)|souhait(?:e|ent)|envisag(?:e|ent)"
#define FUTURE "[a-z]+(?:er|ir|dr|ur|vr|rr|tr|or|ar)(?:a|ont)"
/* What ends as adverbs do and is a verb; what looks like a verb in the present and is none; and the
 * verbs among those */
#define MENT_VERB "ani|for|infor|reinfor|transfor|nom|expri|confir|affir|esti|program|consom|ai|pri"
#define LIKE_A_VERB                                                                                \
  "(?:[a-z]*(?:ante?|ique|aire|elle|ale|ive|able|ible|euse|ienne|ee)|territorial|signataire|"      \
  "partenaire|departement|"                                                                        \
  "ensemble|par|dont|et|est|sont|ayant|representant|adherent|region|present|grand|second|quand|"   \
  "nord|regie|etablie|"                                                                            \
  "definie|choisie|reunie|fournie|garantie|soussignee?|elle|ce|cette|de|que|ne|se|me|le|une|sise|" \
  "reconnue|tout|"                                                                                 \
  "toute|soit|avant|pendant|durant|mettant|autant|quant|d'une|d'autre|vice|contre|entre|outre|"    \
  "notre|votre|libre|"                                                                             \
  "propre|membre|cadre)"
#define A_VERB                                                                                     \
  "(?:communique|indique|applique|explique|implique|fabrique|signale|egale|regale|cree|agree|"     \
  "arrive|suive|active|archive|cultive|motive|avive|prive|salue|eclaire)"
#define ADVERBS                                                                                    \
  "(?:(?:ne|y|en|se|les|le|la|lui|leur|ainsi|egalement|aussi|alors|notamment|ensuite|donc|enfin|"  \
  "ensemble|chacune?|"                                                                             \
  "(?!(?:" MENT_VERB                                                                               \
  ")ment)[a-z]{3,}ment|chaque annee|chaque fois|pour (?:sa|leur) part|de (?:son|leur) cote) |"     \
  "s'|l'|n')*"
/* A verb in the present, and what may stand before it */
#define PRESENT                                                                                    \
  ADVERBS "(?!(?!(?:" A_VERB "|est|sont)\\b)" LIKE_A_VERB "\\b)(?!(?!(?:" MENT_VERB                \
          ")ment\\b)[a-z]+ment\\b)"                                                                \
          "((?:co-|re)?[a-z]{2,}(?:e|ent|t|d|ont)|va|a)(?= ?[,;:.]| "                              \
          "|$|-t-(?:il|elle)\\b|-(?:ils|elles)\\b)"
#define PRONOUN                                                                                    \
  "(ils|elles|il|elle|cel(?:ui|le|les)-ci|ceux-ci|tou(?:s|tes)(?: (?:deux|trois|quatre))?|leur "   \
  "action|son action|"                                                                             \
  "ce dernier|cette derniere|ces derni[a-z]+|"                                                     \
  "(?:ses|leurs) "                                                                                 \
  "(?:adherente?s|membres|entreprises|benevoles|salaries|equipes|services|experts|representants|"  \
  "etablissements|collaborateurs|ingenieurs|techniciens|formateurs|intervenants|centres|"          \
  "personnels|ecoles|lycees|"                                                                      \
  "delegues|conseillers|mediateurs|experts|agents))"
