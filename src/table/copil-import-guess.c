/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table that is not ours may be, and what the file remembers of them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-import-private.h"
#include "copil-fold.h"
#include "copil-query.h"
#include "copil-record.h"

/* Words of headings, folded (no case, no accents), and the fields that they may mean: the first one
 * that the kind has. Longer words come first. */
static const struct
{
  const char *word;
  const char *fields[5];
} words[] = {
  { "short name", { "short_name" } },
  { "nom court", { "short_name" } },
  { "nom abrege", { "short_name" } },
  { "sigle", { "short_name" } },
  { "date de fin", { "finish", "due", "expires", "end_time" } },
  { "date limite", { "due", "date" } },
  { "date de debut", { "start", "effective" } },
  { "prix unitaire", { "unit_price" } },
  { "echeance", { "due", "date" } },
  { "deadline", { "due", "date" } },
  { "avancement", { "progress", "status" } },
  { "progress", { "progress", "status" } },
  { "statut", { "status", "state" } },
  { "etat", { "status", "state" } },
  { "status", { "status", "state" } },
  { "responsable", { "lead", "representative" } },
  { "referent", { "lead" } },
  { "pilote", { "lead" } },
  { "lead", { "lead" } },
  { "signataire", { "parties", "party" } },
  { "partenaire", { "partners", "parties", "party" } },
  { "partie", { "parties", "party" } },
  { "partner", { "partners", "parties", "party" } },
  { "organisme", { "party", "entity", "parties" } },
  { "axe", { "axis" } },
  { "axis", { "axis" } },
  { "mesure", { "measure", "measures" } },
  { "indicateur", { "indicator", "name" } },
  { "indicator", { "indicator", "name" } },
  { "engagement", { "text", "engagement", "engagements" } },
  { "decision", { "text", "decision" } },
  { "fiche", { "fiche", "title" } },
  { "theme", { "theme", "title" } },
  { "academie", { "academie", "territory" } },
  { "region", { "territory", "academie" } },
  { "territoire", { "territory" } },
  { "etablissement", { "schools" } },
  { "school", { "schools" } },
  { "entreprise", { "companies" } },
  { "compan", { "companies" } },
  { "jeune", { "young" } },
  { "eleve", { "young" } },
  { "filles", { "girls" } },
  { "girls", { "girls" } },
  { "garcons", { "boys" } },
  { "boys", { "boys" } },
  { "femmes", { "women" } },
  { "women", { "women" } },
  { "hommes", { "men" } },
  { "men", { "men" } },
  { "personnel", { "staff" } },
  { "enseignant", { "staff" } },
  { "quantite", { "quantity", "number" } },
  { "montant", { "planned", "value", "actual" } },
  { "prevu", { "planned" } },
  { "planned", { "planned" } },
  { "depense", { "spent", "actual" } },
  { "realise", { "actual", "spent", "done" } },
  { "spent", { "spent", "actual" } },
  { "recu", { "received", "actual" } },
  { "financeur", { "funder", "funder_name" } },
  { "source", { "source" } },
  { "unite", { "unit" } },
  { "unit", { "unit" } },
  { "valeur", { "value" } },
  { "value", { "value" } },
  { "commentaire", { "note", "notes", "summary" } },
  { "comment", { "note", "notes", "summary" } },
  { "remarque", { "note", "notes" } },
  { "observation", { "note", "notes" } },
  { "note", { "note", "notes" } },
  { "resume", { "summary" } },
  { "courriel", { "email" } },
  { "mail", { "email" } },
  { "mel", { "email" } },
  { "telephone", { "phone" } },
  { "tel", { "phone" } },
  { "phone", { "phone" } },
  { "adresse", { "address" } },
  { "fonction", { "function" } },
  { "qualite", { "function" } },
  { "civilite", { "civility" } },
  { "annee", { "year", "priority" } },
  { "year", { "year" } },
  { "duree", { "duration", "duration_months" } },
  { "debut", { "start", "effective" } },
  { "start", { "start", "effective" } },
  { "fin", { "finish", "due", "expires" } },
  { "end", { "finish", "due", "expires" } },
  { "lieu", { "place" } },
  { "date", { "date", "due", "start" } },
  { "numero", { "label" } },
  { "n°", { "label" } },
  { "article", { "label" } },
  { "code", { "label" } },
  { "ref", { "label", "reference" } },
  { "intitule", { "title", "name", "text" } },
  { "libelle", { "title", "name", "text" } },
  { "titre", { "title", "name", "text" } },
  { "title", { "title", "name", "text" } },
  { "description", { "summary", "text", "note" } },
  { "texte", { "text" } },
  { "text", { "text" } },
  { "nom", { "name", "title" } },
  { "name", { "name", "title" } },
};

/* Without accents, case and the kind of space: "Échéance " gives "echeance". */
static char *
fold (const char *text)
{
  g_autofree char *folded = copil_fold (text);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = folded ? folded : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (plain, g_unichar_isspace (c) || c == '_' ? ' ' : c);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

/* Whether a heading has the word at the start of one of its words. */
static gboolean
has_word (const char *folded, const char *word)
{
  for (const char *p = strstr (folded, word); p; p = strstr (p + 1, word))
    if (p == folded || !g_ascii_isalnum (p[-1]))
      return TRUE;
  return FALSE;
}

static gboolean
is_taken (GPtrArray *fields, const char *name)
{
  return g_ptr_array_find_with_equal_func (fields, name, g_str_equal, NULL);
}

/* A field that can be read from a table. */
static const CopilField *
find_field (const CopilKind *kind, const char *name)
{
  const CopilField *field = copil_kind_get_field (kind, name);

  return field && field->type != COPIL_FIELD_DATA ? field : NULL;
}

/* The field of that very name or label; NULL for none. */
static const char *
find_exact (const CopilKind *kind, const char *heading, GPtrArray *taken)
{
  if (copil_import_is_id (heading))
    return is_taken (taken, "id") ? NULL : "id";
  for (int by_label = 0; by_label < 2; by_label++)
    for (const CopilField *field = kind->fields; field->name; field++)
      if (field->type != COPIL_FIELD_DATA && !is_taken (taken, field->name) &&
          (by_label ? copil_import_heading_is (field, heading)
                    : copil_import_same_heading (heading, field->name)))
        return field->name;
  return NULL;
}

/* The field that the words of the heading may mean; NULL for none. */
static const char *
find_by_words (const CopilKind *kind, const char *heading, GPtrArray *taken)
{
  g_autofree char *folded = fold (heading);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (folded, words[i].word))
      for (guint f = 0; f < G_N_ELEMENTS (words[i].fields) && words[i].fields[f]; f++)
        if (find_field (kind, words[i].fields[f]) && !is_taken (taken, words[i].fields[f]))
          return words[i].fields[f];
  return NULL;
}

static char *
dup_heading (CopilGrid *grid, guint column)
{
  const char *text = copil_grid_get_n_rows (grid)
                         ? copil_grid_row_get (copil_grid_get_row (grid, 0), column)->text
                         : NULL;

  return text ? g_strstrip (g_strdup (text)) : NULL;
}

char *
copil_import_recall (CopilStore *store, const CopilKind *kind, const char *heading)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT header, field FROM mapping WHERE kind = ?1 ORDER BY id DESC", "t", kind->name);

  while (copil_query_next (query))
    {
      const char *header = copil_query_text (query, 0), *field = copil_query_text (query, 1);

      if (!header || !copil_import_same_heading (heading, header))
        continue;
      if (!field || !*field)
        return g_strdup ("");
      return g_str_equal (field, "id") || find_field (kind, field) ? g_strdup (field) : NULL;
    }
  return NULL;
}

CopilImportMapping *
copil_import_mapping_guess (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                            gboolean header)
{
  CopilImportMapping *mapping = g_new0 (CopilImportMapping, 1);
  guint n = copil_grid_get_n_columns (grid);

  mapping->header = header;
  mapping->fields = g_ptr_array_new_with_free_func (g_free);
  for (guint c = 0; c < n; c++)
    g_ptr_array_add (mapping->fields, g_strdup (""));
  /* What is sure comes first, so that a guess does not take its field. */
  for (int pass = 0; header && pass < 3; pass++)
    for (guint c = 0; c < n; c++)
      {
        g_autofree char *heading = dup_heading (grid, c);
        g_autofree char *recalled = NULL;
        const char *found = NULL;

        if (!heading || *(char *)mapping->fields->pdata[c] || copil_import_is_derived (heading))
          continue;
        recalled = copil_import_recall (store, kind, heading);
        if (pass == 0)
          found = recalled && *recalled && !is_taken (mapping->fields, recalled) ? recalled : NULL;
        else if (!recalled)
          found = pass == 1 ? find_exact (kind, heading, mapping->fields)
                            : find_by_words (kind, heading, mapping->fields);
        if (!found)
          continue;
        g_free (mapping->fields->pdata[c]);
        mapping->fields->pdata[c] = g_strdup (found);
      }
  return mapping;
}

/* How many columns say nothing of that kind. */
static guint
count_unknown (CopilGrid *grid, const CopilImportMapping *mapping)
{
  guint unknown = 0;

  for (guint c = 0; c < mapping->fields->len; c++)
    {
      g_autofree char *heading = dup_heading (grid, c);

      if (heading && *heading && !*(char *)mapping->fields->pdata[c] &&
          !copil_import_is_derived (heading))
        unknown++;
    }
  return unknown;
}

/* Whether each column is a field by its own name, and each field that must be there has one. Gives
 * how many fields the kind has, 0 where it does not fit. */
static guint
fits (const CopilKind *kind, CopilGrid *grid)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  guint fields = 0;

  for (guint c = 0; c < copil_grid_get_n_columns (grid); c++)
    {
      g_autofree char *heading = dup_heading (grid, c);
      const char *found;

      if (!heading || !*heading || copil_import_is_derived (heading))
        continue;
      found = find_exact (kind, heading, taken);
      if (!found)
        return 0;
      g_ptr_array_add (taken, (gpointer)found);
    }
  for (const CopilField *field = kind->fields; field->name; field++, fields++)
    if ((field->flags & COPIL_FIELD_REQUIRED) && !field->initial && !is_taken (taken, "id") &&
        !is_taken (taken, field->name))
      return 0;
  return taken->len ? fields : 0;
}

const CopilKind *
copil_import_guess_kind (CopilStore *store, GPtrArray *kinds, const CopilKind *now, CopilGrid *grid)
{
  g_autoptr (CopilImportMapping) mapping = copil_import_mapping_guess (store, now, grid, TRUE);
  const CopilKind *best = now;
  gint64 most = -1;
  guint largest = 0;

  if (count_unknown (grid, mapping) == 0)
    return now;
  for (guint i = 0; i < kinds->len; i++)
    {
      const CopilKind *kind = kinds->pdata[i];
      guint fields = fits (kind, grid);
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", kind->name);
      gint64 records = fields ? copil_store_query_int (store, sql, NULL) : 0;

      if (!fields || records < most || (records == most && fields <= largest))
        continue;
      best = kind;
      most = records;
      largest = fields;
    }
  return best;
}

char *
copil_import_describe_misfit (const CopilKind *kind, const CopilImportMapping *mapping)
{
  if (is_taken (mapping->fields, "id"))
    return NULL;
  for (const CopilField *field = kind->fields; field->name; field++)
    if ((field->flags & COPIL_FIELD_REQUIRED) && !field->initial &&
        !is_taken (mapping->fields, field->name))
      return g_strdup_printf (_ ("The columns fit nothing as they are: choose what the rows are, or"
                                 " which column is “%s”."),
                              copil_field_get_label (field));
  return NULL;
}

void
copil_import_mapping_free (CopilImportMapping *mapping)
{
  g_ptr_array_unref (mapping->fields);
  g_free (mapping);
}

gboolean
copil_import_has_header (CopilStore *store, const CopilKind *kind, CopilGrid *grid)
{
  g_autoptr (CopilImportMapping) mapping = copil_import_mapping_guess (store, kind, grid, TRUE);
  const CopilGridRow *row;

  for (guint c = 0; c < mapping->fields->len; c++)
    if (*(char *)mapping->fields->pdata[c])
      return TRUE;
  /* Names are words: no number, no date, no blank before the last. */
  row = copil_grid_get_n_rows (grid) > 1 ? copil_grid_get_row (grid, 0) : NULL;
  for (guint c = 0; row && c < row->n_cells; c++)
    if (row->cells[c].type != COPIL_CELL_TEXT || !row->cells[c].text ||
        g_ascii_isdigit (row->cells[c].text[0]))
      return FALSE;
  return row != NULL;
}

/* Whether the heading says the field by itself. */
static gboolean
says_itself (const CopilKind *kind, const char *heading, const char *field)
{
  const CopilField *known = find_field (kind, field);

  if (!*field)
    return copil_import_is_derived (heading);
  return g_str_equal (field, "id") ? copil_import_is_id (heading)
                                   : known && copil_import_heading_is (known, heading);
}

gboolean
copil_import_remember (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                       const CopilImportMapping *mapping, GError **error)
{
  const CopilKind *memory = copil_kind_get ("mapping");

  for (guint c = 0; mapping->header && c < mapping->fields->len; c++)
    {
      const char *field = mapping->fields->pdata[c];
      g_autofree char *heading = dup_heading (grid, c);
      g_autofree char *recalled = heading ? copil_import_recall (store, kind, heading) : NULL;
      gint64 id;

      if (!heading || g_strcmp0 (recalled, field) == 0 ||
          (!recalled && says_itself (kind, heading, field)))
        continue;
      id = copil_store_query_int (
          store, "SELECT id FROM mapping WHERE kind = ?1 AND header = ?2 ORDER BY id DESC", "tt",
          kind->name, heading);
      if (id ? !copil_store_set (store, memory, id, "field", *field ? field : NULL, error)
             : !copil_store_insert (store, memory, error, "kind", kind->name, "header", heading,
                                    "field", *field ? field : NULL, NULL))
        return FALSE;
    }
  return TRUE;
}

gboolean
copil_import_read_mapping (CopilImport *import, const CopilImportMapping *mapping, GError **error)
{
  gboolean some = FALSE;

  if (copil_grid_get_n_rows (import->grid) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The table is empty."));
      return FALSE;
    }
  import->first = mapping->header ? 1 : 0;
  import->decimal = mapping->decimal;
  for (guint c = 0; c < mapping->fields->len; c++)
    {
      const char *name = mapping->fields->pdata[c];
      const CopilField *field = find_field (import->kind, name);
      guint *place = g_str_equal (name, "id") ? &import->id_column
                     : field ? &g_array_index (import->columns, guint, field - import->kind->fields)
                             : NULL;

      if (!place)
        continue;
      if (*place != NO_COLUMN)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("Two columns stand for “%s”."),
                       field ? copil_field_get_label (field) : "id");
          return FALSE;
        }
      *place = c;
      some = TRUE;
    }
  if (some)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("No column stands for a field yet."));
  return FALSE;
}
