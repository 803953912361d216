/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a convention of a size that none has: make-large OUT.copil [ENGAGEMENTS]. The same records
 * each time, their ids included. */
#include <glib/gstdio.h>

#include "copil-query.h"
#include "copil-record.h"

#define N_PARTIES 6
#define N_PERSONS 30
#define N_AXES 8
#define N_MEASURES 12
#define N_MEETINGS 8
#define N_FICHES 200
#define N_STEPS 5
#define DEFAULT_ENGAGEMENTS 100000

/* In the form of the program's own ids: milliseconds since 2020 above 22 bits. */
#define FIRST_ID ((gint64)120000000000 << 22)
#define ID_STEP 4099

typedef struct
{
  CopilStore *store;
  GRand *rand;
  gint64 last_id;
  gint64 parties[N_PARTIES];
  gint64 persons[N_PERSONS];
  gint64 axes[N_AXES];
  gint64 measures[N_AXES][N_MEASURES];
  gint64 some_engagement;
  GError *error;
} Maker;

static const char *const party_names[N_PARTIES][2] = {
  { "Ministère chargé de l’éducation nationale", "Ministère" },
  { "Région académique du Levant", "Région académique" },
  { "Union des industries du Levant", "UIL" },
  { "Opérateur de compétences des fabricants", "Opco" },
  { "Campus des métiers des matériaux", "Campus" },
  { "Association des jeunes ingénieures", "AJI" },
};

static const char *const axis_titles[N_AXES] = {
  "Faire connaître les métiers",        "Développer l’apprentissage",
  "Moderniser les plateaux techniques", "Former les enseignants",
  "Ouvrir les filières aux filles",     "Suivre l’insertion des jeunes",
  "Préparer la transition écologique",  "Évaluer et rendre compte"
};

static const char *const verbs[] = {
  "Accueillir",           "Organiser", "Proposer", "Soutenir", "Diffuser",
  "Mettre à disposition", "Étudier",   "Financer",
};

static const char *const objects[] = {
  "des séquences d’observation en atelier",
  "une journée de découverte des métiers de la production",
  "des stages de deux semaines en entreprise",
  "un parcours de mentorat pour les élèves de première",
  "les équipements de chaudronnerie et de maintenance",
  "une formation aux procédés de fabrication additive",
  "un guide de l’apprentissage",
};

static const char *const publics[] = {
  "pour les élèves de troisième",
  "pour les lycéens professionnels",
  "pour les étudiantes de BTS",
  "pour les enseignants de technologie",
  "pour les familles et les équipes éducatives",
};

static const char *const details[] = {
  "Chaque bassin désigne un correspondant, qui tient la liste des établissements volontaires et "
  "des places offertes.",
  "Le bilan quantitatif, établi à la fin de l’année scolaire, distingue les filles et les garçons.",
  "Les frais de déplacement sont pris en charge à parts égales ; au-delà de 50 km, une aide "
  "complémentaire est versée.",
  "L’action est reconduite d’une année sur l’autre, sauf avis contraire du comité.",
  "Un document commun présente la démarche, les contacts et le calendrier : il est relu avant "
  "chaque rentrée.",
};

static const char *const territories[] = { NULL,         NULL,          "Académie A",
                                           "Académie B", "Bassin nord", "Littoral" };
static const char *const statuses[] = { "planned", "in_progress", "in_progress",
                                        "done",    "planned",     "abandoned" };

static gint32
pick (Maker *maker, gint32 n)
{
  return g_rand_int_range (maker->rand, 0, n);
}

static char *
print_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static char *
make_date (Maker *maker, int first_year, int n_years)
{
  return g_strdup_printf ("%d-%02d-%02d", first_year + pick (maker, n_years), pick (maker, 12) + 1,
                          pick (maker, 28) + 1);
}

/* Pairs of field and value follow, then NULL; nothing is done once something has failed. */
static gint64
add (Maker *maker, const char *kind, ...)
{
  const char *fields[24], *values[24];
  const char *field;
  guint n = 0;
  va_list args;

  if (maker->error)
    return 0;
  va_start (args, kind);
  while ((field = va_arg (args, const char *)))
    {
      fields[n] = field;
      values[n++] = va_arg (args, const char *);
    }
  va_end (args);
  maker->last_id += ID_STEP;
  return copil_store_insertv (maker->store, copil_kind_get (kind), maker->last_id, n, fields,
                              values, &maker->error);
}

static void
add_signatories (Maker *maker)
{
  for (guint i = 0; i < N_PARTIES; i++)
    maker->parties[i] = add (maker, "party", "name", party_names[i][0], "short_name",
                             party_names[i][1], "side", i < 2 ? "1" : "2", NULL);
  for (guint i = 0; i < N_PERSONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Personne Numéro-%02u", i + 1);
      g_autofree char *party = print_id (maker->parties[i % N_PARTIES]);

      maker->persons[i] = add (maker, "person", "civility", i % 2 ? "M." : "Mme", "name", name,
                               "function", "Chargée de mission", "party", party, NULL);
    }
}

static void
add_axes (Maker *maker)
{
  for (guint i = 0; i < N_AXES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 2), *axis = NULL;

      maker->axes[i] = add (maker, "axis", "label", label, "title", axis_titles[i], NULL);
      axis = print_id (maker->axes[i]);
      for (guint j = 0; j < N_MEASURES; j++)
        {
          g_autofree char *number = g_strdup_printf ("%u.%u", i + 2, j + 1);
          g_autofree char *title = g_strdup_printf ("%s %s", verbs[(i + j) % G_N_ELEMENTS (verbs)],
                                                    objects[(i * 3 + j) % G_N_ELEMENTS (objects)]);

          maker->measures[i][j] =
              add (maker, "measure", "axis", axis, "label", number, "title", title, NULL);
        }
    }
}

/* From a few words to a paragraph. */
static char *
make_text (Maker *maker, guint number)
{
  GString *text = g_string_new (NULL);
  gint32 n_details = pick (maker, 4);

  g_string_printf (text, "%s %s %s", verbs[pick (maker, G_N_ELEMENTS (verbs))],
                   objects[pick (maker, G_N_ELEMENTS (objects))],
                   publics[pick (maker, G_N_ELEMENTS (publics))]);
  g_string_append_printf (text, " (action n° %u).", number);
  for (gint32 i = 0; i < n_details; i++)
    g_string_append_printf (text, " %s", details[pick (maker, G_N_ELEMENTS (details))]);
  return g_string_free (text, FALSE);
}

static char *
make_parties (Maker *maker)
{
  GString *text = g_string_new (NULL);
  gint32 chosen = 1 + pick (maker, (1 << N_PARTIES) - 1);

  for (guint i = 0; i < N_PARTIES; i++)
    if (chosen & (1 << i))
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, text->len ? " " : "", maker->parties[i]);
  return g_string_free (text, FALSE);
}

static void
add_engagement (Maker *maker, guint number)
{
  guint place = number % (N_AXES * N_MEASURES);
  guint i = place % N_AXES, j = place / N_AXES;
  gint32 state = pick (maker, G_N_ELEMENTS (statuses));
  gboolean running = g_str_equal (statuses[state], "in_progress");
  g_autofree char *axis = print_id (maker->axes[i]), *measure = print_id (maker->measures[i][j]),
                  *lead = print_id (maker->persons[pick (maker, N_PERSONS)]),
                  *label = g_strdup_printf ("%u.%u.%u", i + 2, j + 1,
                                            number / (N_AXES * N_MEASURES) + 1),
                  *text = make_text (maker, number + 1), *parties = make_parties (maker),
                  *due = make_date (maker, 2022, 6), *reviewed = make_date (maker, 2022, 2),
                  *progress = g_strdup_printf ("%d", pick (maker, 20) * 5),
                  *priority = g_strdup_printf ("%d", 2022 + pick (maker, 4)),
                  *quantity = g_strdup_printf ("%d", 10 * (1 + pick (maker, 500)));
  gint64 id =
      add (maker, "engagement", "axis", axis, "measure", measure, "label", label, "text", text,
           "strength", pick (maker, 4) ? "must" : "may", "status", statuses[state], "progress",
           running ? progress : NULL, "due", pick (maker, 10) ? due : NULL, "parties", parties,
           "lead", pick (maker, 5) ? lead : NULL, "priority", pick (maker, 6) ? NULL : priority,
           "territory", territories[pick (maker, G_N_ELEMENTS (territories))], "quantity",
           pick (maker, 3) ? NULL : quantity, "unit", "jeunes", "reviewed",
           state != 0 && pick (maker, 3) ? reviewed : NULL, "note",
           pick (maker, 4) ? NULL : details[pick (maker, G_N_ELEMENTS (details))], "confidential",
           pick (maker, 100) ? NULL : "1", NULL);

  if (number == 0)
    maker->some_engagement = id;
}

static void
add_fiche (Maker *maker, guint number)
{
  g_autofree char *label = g_strdup_printf ("F%u", number + 1),
                  *title = g_strdup_printf ("%s %s", verbs[pick (maker, G_N_ELEMENTS (verbs))],
                                            objects[pick (maker, G_N_ELEMENTS (objects))]),
                  *axis = print_id (maker->axes[number % N_AXES]),
                  *measure =
                      print_id (maker->measures[number % N_AXES][number / N_AXES % N_MEASURES]),
                  *lead = print_id (maker->persons[pick (maker, N_PERSONS)]),
                  *parties = make_parties (maker), *start = make_date (maker, 2021, 2),
                  *due = make_date (maker, 2023, 3), *fiche = NULL;

  fiche = print_id (add (maker, "fiche", "label", label, "title", title, "axis", axis, "measures",
                         measure, "status", statuses[pick (maker, G_N_ELEMENTS (statuses))], "lead",
                         lead, "parties", parties, "start", start, "due", due, "summary",
                         details[number % G_N_ELEMENTS (details)], NULL));
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *step = g_strdup_printf ("Étape %u : %s", i + 1,
                                               objects[pick (maker, G_N_ELEMENTS (objects))]),
                      *when = make_date (maker, 2022, 4);

      add (maker, "step", "fiche", fiche, "title", step, "due", when, "status",
           statuses[pick (maker, 4)], NULL);
    }
}

static void
add_meeting (Maker *maker, guint number)
{
  static const char *const states[] = { "present", "excused", "absent", "present" };
  g_autofree char *date = g_strdup_printf ("%u-%s-15", 2021 + number / 2, number % 2 ? "11" : "04"),
                  *meeting = NULL;

  meeting = print_id (add (maker, "meeting", "type", "ordinary", "date", date, "time", "14:00",
                           "place", "Salle des actes", "minutes",
                           number + 1 < N_MEETINGS ? "validated" : "draft", NULL));
  for (guint i = 0; i < N_PERSONS; i++)
    {
      g_autofree char *person = print_id (maker->persons[i]);

      add (maker, "attendance", "meeting", meeting, "person", person, "state",
           states[pick (maker, 4)], NULL);
    }
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1),
                      *engagement = print_id (maker->some_engagement),
                      *lead = print_id (maker->persons[pick (maker, N_PERSONS)]),
                      *due = make_date (maker, 2022, 4), *item = NULL;

      item = print_id (add (maker, "item", "meeting", meeting, "label", label, "title", objects[i],
                            "notes", details[i % G_N_ELEMENTS (details)], NULL));
      add (maker, "decision", "meeting", meeting, "item", item, "label", label, "text",
           details[pick (maker, 5)], "lead", lead, "due", due, "status", statuses[pick (maker, 4)],
           "engagement", engagement, NULL);
    }
}

static gboolean
fill (Maker *maker, guint n_engagements)
{
  add_signatories (maker);
  add_axes (maker);
  for (guint i = 0; i < n_engagements && !maker->error; i++)
    add_engagement (maker, i);
  for (guint i = 0; i < N_FICHES; i++)
    add_fiche (maker, i);
  for (guint i = 0; i < N_MEETINGS; i++)
    add_meeting (maker, i);
  return maker->error == NULL;
}

int
main (int argc, char **argv)
{
  guint64 n = DEFAULT_ENGAGEMENTS;
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (2024);
  Maker maker = { .rand = rand, .last_id = FIRST_ID };
  gint64 convention;
  gboolean good;

  if (argc < 2 || argc > 3 ||
      (argc == 3 && !g_ascii_string_to_unsigned (argv[2], 10, 1, 10000000, &n, &error)))
    {
      g_printerr ("make-large OUT.copil [ENGAGEMENTS]\n");
      return 2;
    }
  g_remove (argv[1]);
  store = copil_store_create (argv[1], "Convention de mesure", &error);
  if (!store || !copil_store_begin (store, "Reprise des données", &error))
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      return 1;
    }
  maker.store = store;
  convention = copil_store_query_int (store, "SELECT id FROM convention", NULL);
  good = copil_store_set (store, copil_kind_get ("convention"), convention, "signed", "2021-03-01",
                          &error) &&
         copil_store_set (store, copil_kind_get ("convention"), convention, "duration_months", "60",
                          &error) &&
         fill (&maker, (guint)n);
  if (maker.error)
    g_propagate_error (&error, maker.error);
  if (good)
    good = copil_store_commit (store, &error);
  if (!good)
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      g_clear_object (&store);
      g_remove (argv[1]);
      return 1;
    }
  return 0;
}
