/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-documents.h"

#include <glib/gi18n-lib.h>

#include "copil-joined-open.h"
#include "copil-query.h"

struct _CopilSittingDocuments
{
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 meeting;
  gint64 item;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (CopilSittingDocuments, copil_sitting_documents, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* A name is no mnemonic. */
static char *
escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name ? name : _ ("Document"), "_", -1);

  return g_strjoinv ("__", parts);
}

/* A section of the documents the condition gives, where there are any. */
static void
append_section (CopilSittingDocuments *documents, GMenu *menu, const char *title, const char *where)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, name FROM attachment WHERE meeting = ?1 AND"
                                          " (%s) ORDER BY position, id",
                                          where);
  g_autoptr (CopilQuery) query = copil_store_query (copil_session_get_store (documents->session),
                                                    sql, "ii", documents->meeting, documents->item);
  g_autoptr (GMenu) section = g_menu_new ();

  while (copil_query_next (query))
    {
      g_autofree char *name = escape (copil_query_text (query, 1));
      g_autoptr (GMenuItem) entry = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (entry, "documents.open", "x", copil_query_int (query, 0));
      g_menu_append_item (section, entry);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)))
    g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

static void
closed_cb (CopilSittingDocuments *documents)
{
  g_signal_emit (documents, signals[CLOSED], 0);
}

static void
fill (CopilSittingDocuments *documents)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (documents->item)
    append_section (documents, menu, _ ("This item"), "item = ?2");
  append_section (documents, menu, _ ("The whole meeting"), "item IS NULL");
  append_section (documents, menu, documents->item ? _ ("The other items") : _ ("Items"),
                  "item <> ?2");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (documents->button), G_MENU_MODEL (menu));
  g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (documents->button)),
                           "closed", G_CALLBACK (closed_cb), documents, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (documents),
                          g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copil_joined_open (widget, COPIL_SITTING_DOCUMENTS (widget)->session, "attachment",
                     g_variant_get_int64 (parameter));
}

static void
changed_cb (CopilSittingDocuments *documents, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "attachment"))
    fill (documents);
}

static void
copil_sitting_documents_dispose (GObject *object)
{
  CopilSittingDocuments *documents = COPIL_SITTING_DOCUMENTS (object);

  g_clear_pointer (&documents->button, gtk_widget_unparent);
  g_clear_object (&documents->session);
  G_OBJECT_CLASS (copil_sitting_documents_parent_class)->dispose (object);
}

static void
copil_sitting_documents_class_init (CopilSittingDocumentsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_sitting_documents_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "documents.open", "x", open_cb);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_sitting_documents_init (CopilSittingDocuments *documents)
{
  documents->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (documents->button), "mail-attachment-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (documents->button), FALSE);
  gtk_widget_set_tooltip_text (documents->button, _ ("Joined documents (Ctrl+Shift+O)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (documents->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Joined documents"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (documents->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Joined documents"), -1);
  gtk_widget_set_valign (GTK_WIDGET (documents), GTK_ALIGN_START);
  gtk_widget_set_parent (documents->button, GTK_WIDGET (documents));
}

GtkWidget *
copil_sitting_documents_new (CopilSession *session, gint64 meeting)
{
  CopilSittingDocuments *documents = g_object_new (COPIL_TYPE_SITTING_DOCUMENTS, NULL);

  documents->session = g_object_ref (session);
  documents->meeting = meeting;
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           documents, G_CONNECT_SWAPPED);
  fill (documents);
  return GTK_WIDGET (documents);
}

void
copil_sitting_documents_set_item (CopilSittingDocuments *documents, gint64 item)
{
  if (documents->item == item)
    return;
  documents->item = item;
  fill (documents);
}

void
copil_sitting_documents_popup (CopilSittingDocuments *documents)
{
  if (gtk_widget_get_visible (GTK_WIDGET (documents)))
    gtk_menu_button_popup (GTK_MENU_BUTTON (documents->button));
  else
    copil_session_toast (documents->session, _ ("No document is joined to this meeting."));
}
