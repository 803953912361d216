/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiches-detail.h"

#include <glib/gi18n-lib.h>

#include "copil-children.h"
#include "copil-form.h"
#include "copil-query.h"
#include "copil-records-page.h"
#include "copil-status.h"
#include "copil-value.h"

struct _CopilFichesDetail
{
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 id;

  GtkWidget *box;
  GPtrArray *forms; /* CopilForm; the title is in the first */
  GtkWidget *steps;
  GtkWidget *contributions;
  GtkWidget *propose;
  GtkWidget *decisions;
  GtkWidget *decisions_section;
};

G_DEFINE_FINAL_TYPE (CopilFichesDetail, copil_fiches_detail, GTK_TYPE_WIDGET)

/* The fields of each form. */
static const char identity[] = "title label | status axis | lead measures parties start | due";
static const char aims[] = "summary quantitative qualitative";
static const char means[] = "partners publics territory means confidential";

#define MISSING_SQL                                                                                \
  "SELECT p.id, p.short_name FROM fiche_party f JOIN party p ON p.id = f.party WHERE f.fiche = ?1" \
  " AND NOT EXISTS (SELECT 1 FROM contribution c WHERE c.fiche = f.fiche AND c.party = p.id)"      \
  " ORDER BY p.side, p.position, p.id"

static CopilStore *
get_store (CopilFichesDetail *detail)
{
  return copil_session_get_store (detail->session);
}

/* The button says why it has nothing to propose. */
static void
update_propose (CopilFichesDetail *detail)
{
  gboolean missing = copil_store_query_int (get_store (detail), "SELECT EXISTS (" MISSING_SQL ")",
                                            "i", detail->id) != 0;
  gboolean any =
      copil_store_query_int (get_store (detail),
                             "SELECT EXISTS (SELECT 1 FROM fiche_party WHERE fiche = ?1)", "i",
                             detail->id) != 0;

  gtk_widget_set_sensitive (detail->propose,
                            missing && !copil_store_is_read_only (get_store (detail)));
  gtk_widget_set_tooltip_text (
      detail->propose, missing ? _ ("Adds one for each signatory of the fiche that has none")
                       : any   ? _ ("Each signatory of the fiche has one already")
                               : _ ("Choose the signatories of the fiche first"));
}

static void
open_cb (CopilFichesDetail *detail, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "decision");

  copil_session_go (detail->session, "decision", *id);
}

static GtkWidget *
make_decision (CopilQuery *query)
{
  GtkWidget *row = adw_action_row_new (), *status = copil_status_new ();
  const char *label = copil_query_text (query, 1), *text = copil_query_text (query, 2);
  g_autofree char *date = copil_date_format (copil_query_text (query, 5));
  g_autofree char *called =
      label ? g_strdup_printf (C_ ("decision", "Decision %s"), label) : g_strdup (_ ("Decision"));
  g_autofree char *subtitle =
      *date ? g_strdup_printf (_ ("%s, meeting of %s"), called, date) : g_strdup (called);
  gint64 id = copil_query_int (query, 0);

  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text ? text : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_tooltip_text (row, text);
  copil_status_set (status, copil_query_text (query, 3), copil_query_int (query, 4) != 0, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), status);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "decision", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

static void
fill_decisions (CopilFichesDetail *detail)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      get_store (detail),
      "SELECT d.id, d.label, d.text, d.status, copil_late (d.status, d.due), m.date"
      " FROM decision d JOIN meeting m ON m.id = d.meeting WHERE d.fiche = ?1"
      " ORDER BY m.date DESC, d.position, d.id",
      "i", detail->id);
  GtkWidget *row;
  gboolean any = FALSE;

  while ((row = gtk_widget_get_first_child (detail->decisions)))
    gtk_list_box_remove (GTK_LIST_BOX (detail->decisions), row);
  while (copil_query_next (query))
    {
      gtk_list_box_append (GTK_LIST_BOX (detail->decisions), make_decision (query));
      any = TRUE;
    }
  gtk_widget_set_visible (detail->decisions_section, any);
}

/* --- callbacks --- */

/* One engagement to be written for each signatory that has none, in one transaction. */
static void
propose_cb (CopilFichesDetail *detail)
{
  CopilStore *store = get_store (detail);
  const CopilKind *kind = copil_kind_get ("contribution");
  g_autofree char *fiche = g_strdup_printf ("%" G_GINT64_FORMAT, detail->id);
  g_autoptr (GArray) parties = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CopilQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first = 0;
  gboolean ok = TRUE;

  copil_session_flush (detail->session);
  query = copil_store_query (store, MISSING_SQL, "i", detail->id);
  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      g_array_append_val (parties, id);
    }
  if (parties->len == 0)
    return;
  if (!copil_store_begin (store, _ ("Add an operational engagement for each signatory"), &error))
    {
      copil_session_check (detail->session, FALSE, error);
      return;
    }
  for (guint i = 0; ok && i < parties->len; i++)
    {
      g_autofree char *party =
          g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (parties, gint64, i));
      gint64 id = copil_store_insert (store, kind, &error, "fiche", fiche, "party", party, "text",
                                      _ ("Commits to…"), NULL);

      ok = id != 0;
      first = first ? first : id;
    }
  if (ok)
    ok = copil_store_commit (store, &error);
  else
    copil_store_rollback (store);
  if (copil_session_check (detail->session, ok, error))
    copil_children_focus (COPIL_CHILDREN (detail->contributions), first);
}

static void
changed_cb (CopilFichesDetail *detail, CopilChanges *changes)
{
  if (!detail->id)
    return;
  if (copil_changes_has_kind (changes, "decision") || copil_changes_has_kind (changes, "meeting"))
    fill_decisions (detail);
  if (copil_changes_has_kind (changes, "contribution") ||
      copil_changes_has (changes, "fiche", detail->id))
    update_propose (detail);
}

/* --- building --- */

static GtkWidget *
add_form (CopilFichesDetail *detail, const char *fields)
{
  GtkWidget *form = copil_form_new (detail->session, "fiche", fields);

  g_ptr_array_add (detail->forms, form);
  return form;
}

static void
add (CopilFichesDetail *detail, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (detail->box), widget);
}

static GtkWidget *
build_contributions (CopilFichesDetail *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  detail->contributions =
      copil_children_new (detail->session, "contribution", "party text", _ ("Add an _engagement"));
  detail->propose = copil_records_page_make_button (_ ("One for each si_gnatory"));
  gtk_widget_set_halign (detail->propose, GTK_ALIGN_START);
  g_signal_connect_swapped (detail->propose, "clicked", G_CALLBACK (propose_cb), detail);
  gtk_box_append (GTK_BOX (box), detail->contributions);
  gtk_box_append (GTK_BOX (box), detail->propose);
  return box;
}

static void
build (CopilFichesDetail *detail)
{
  detail->steps =
      copil_children_new (detail->session, "step", "title due | status", _ ("Add a _step"));
  detail->decisions = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (detail->decisions), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (detail->decisions, "boxed-list");
  g_signal_connect_swapped (detail->decisions, "row-activated", G_CALLBACK (open_cb), detail);
  detail->decisions_section =
      copil_records_page_make_section (_ ("Decisions about this fiche"), detail->decisions);

  add (detail, add_form (detail, identity));
  add (detail, copil_records_page_make_section (_ ("Objectives"), add_form (detail, aims)));
  add (detail, copil_records_page_make_section (_ ("Steps"), detail->steps));
  add (detail, copil_records_page_make_section (_ ("Operational engagements"),
                                                build_contributions (detail)));
  add (detail,
       copil_records_page_make_section (_ ("Partners and means"), add_form (detail, means)));
  add (detail, detail->decisions_section);
}

static void
copil_fiches_detail_dispose (GObject *object)
{
  CopilFichesDetail *detail = COPIL_FICHES_DETAIL (object);

  g_clear_pointer (&detail->box, gtk_widget_unparent);
  g_clear_pointer (&detail->forms, g_ptr_array_unref);
  g_clear_object (&detail->session);
  G_OBJECT_CLASS (copil_fiches_detail_parent_class)->dispose (object);
}

static void
copil_fiches_detail_class_init (CopilFichesDetailClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_fiches_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_fiches_detail_init (CopilFichesDetail *detail)
{
  detail->forms = g_ptr_array_new ();
  detail->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_parent (detail->box, GTK_WIDGET (detail));
}

GtkWidget *
copil_fiches_detail_new (CopilSession *session)
{
  CopilFichesDetail *detail = g_object_new (COPIL_TYPE_FICHES_DETAIL, NULL);

  detail->session = g_object_ref (session);
  build (detail);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           detail, G_CONNECT_SWAPPED);
  return GTK_WIDGET (detail);
}

void
copil_fiches_detail_set_id (CopilFichesDetail *detail, gint64 id)
{
  detail->id = id;
  for (guint i = 0; i < detail->forms->len; i++)
    copil_form_set_id (detail->forms->pdata[i], id);
  copil_children_set_parent (COPIL_CHILDREN (detail->steps), id);
  copil_children_set_parent (COPIL_CHILDREN (detail->contributions), id);
  fill_decisions (detail);
  update_propose (detail);
}

void
copil_fiches_detail_focus (CopilFichesDetail *detail, const char *kind, gint64 id)
{
  if (g_str_equal (kind, "step"))
    copil_children_focus (COPIL_CHILDREN (detail->steps), id);
  else if (g_str_equal (kind, "contribution"))
    copil_children_focus (COPIL_CHILDREN (detail->contributions), id);
  else
    copil_form_focus (detail->forms->pdata[0], "title");
}
