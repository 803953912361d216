/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-documents.h"

#include <glib/gi18n-lib.h>

#include "copil-joined-open.h"
#include "copil-view-sitting.h"

struct _CopilSittingDocuments
{
  CopilPanel parent_instance;

  gint64 meeting;
  gint64 item;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (CopilSittingDocuments, copil_sitting_documents, COPIL_TYPE_PANEL)

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

/* The section of what a document is joined to: the item that shows, the whole meeting, another. */
static guint
get_section (CopilSittingDocuments *documents, const CopilViewDocument *document)
{
  return !document->item ? 1 : document->item == documents->item ? 0 : 2;
}

static void
append (GMenu *entries, const CopilViewDocument *document)
{
  g_autofree char *name = escape (document->name);
  g_autoptr (GMenuItem) entry = g_menu_item_new (name, NULL);

  g_menu_item_set_action_and_target (entry, "documents.open", "x", document->id);
  g_menu_append_item (entries, entry);
}

static void
closed_cb (CopilSittingDocuments *documents)
{
  g_signal_emit (documents, signals[CLOSED], 0);
}

static void
fill (gpointer self)
{
  CopilSittingDocuments *documents = self;
  const char *const titles[] = { _ ("This item"), _ ("The whole meeting"),
                                 documents->item ? _ ("The other items") : _ ("Items") };
  g_autoptr (GPtrArray) all =
      copil_view_list_documents (copil_panel_get_store (documents), documents->meeting);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint section = 0; section < G_N_ELEMENTS (titles); section++)
    {
      g_autoptr (GMenu) entries = g_menu_new ();

      for (guint i = 0; i < all->len; i++)
        if (get_section (documents, all->pdata[i]) == section)
          append (entries, all->pdata[i]);
      if (g_menu_model_get_n_items (G_MENU_MODEL (entries)))
        g_menu_append_section (menu, titles[section], G_MENU_MODEL (entries));
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (documents->button), G_MENU_MODEL (menu));
  g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (documents->button)),
                           "closed", G_CALLBACK (closed_cb), documents, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (documents), all->len > 0);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copil_joined_open (widget, copil_panel_get_session (widget), "attachment",
                     g_variant_get_int64 (parameter));
}

static void
copil_sitting_documents_class_init (CopilSittingDocumentsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

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
  copil_panel_set_child (documents, documents->button);
}

GtkWidget *
copil_sitting_documents_new (CopilSession *session, gint64 meeting)
{
  CopilSittingDocuments *documents =
      g_object_new (COPIL_TYPE_SITTING_DOCUMENTS, "session", session, NULL);

  documents->meeting = meeting;
  copil_panel_watch (documents, "attachment", fill);
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
  copil_panel_settle (documents);
  if (gtk_widget_get_visible (GTK_WIDGET (documents)))
    gtk_menu_button_popup (GTK_MENU_BUTTON (documents->button));
  else
    copil_session_toast (copil_panel_get_session (documents),
                         _ ("No document is joined to this meeting."));
}
