/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-paper-export.h"

#include <glib/gi18n-lib.h>

#include "copil-export.h"

/* What is written in the thread. */
typedef struct
{
  const CopilPaper *paper;
  const CopilPaperForm *form;
  CopilRequest *request;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  copil_request_free (wanted->request);
  g_free (wanted);
}

static gboolean
find (const char *name, const CopilPaper **paper, const CopilPaperForm **form)
{
  const char *ending = strrchr (name, '.');
  g_autofree char *plain = ending ? g_strndup (name, (gsize)(ending - name)) : NULL;

  *paper = plain && *plain ? copil_catalogue_find (plain)
           : plain         ? copil_catalogue_get_table ()
                           : NULL;
  *form = *paper ? copil_paper_get_form (*paper, ending) : NULL;
  g_return_val_if_fail (*form != NULL, FALSE);
  return TRUE;
}

static gboolean
write_thread (CopilStore *reader, const char *path, gpointer data, GError **error)
{
  Wanted *wanted = data;

  return copil_paper_write (wanted->paper, wanted->form, reader, wanted->request, path,
                            g_cancellable_get_current (), error);
}

void
copil_paper_export_run (GtkWidget *from, CopilSession *session, const char *name,
                        const CopilRequest *request)
{
  const CopilPaper *paper;
  const CopilPaperForm *form;
  g_autofree char *proposed = NULL;
  Wanted *wanted;

  if (!find (name, &paper, &form))
    return;
  copil_session_keep (session);
  proposed = copil_paper_make_file_name (paper, copil_session_get_store (session), request);
  wanted = g_new0 (Wanted, 1);
  wanted->paper = paper;
  wanted->form = form;
  wanted->request = copil_request_copy (request);
  copil_export_run (from, session, _ (paper->title), proposed,
                    copil_catalogue_describe_ending (form->ending), form->ending, write_thread,
                    wanted, wanted_free);
}

void
copil_paper_export_append (GMenu *menu, const char *name, const char *action)
{
  const CopilPaper *paper;
  const CopilPaperForm *form;
  g_autoptr (GMenuItem) item = NULL;

  if (!find (name, &paper, &form))
    return;
  item = g_menu_item_new (_ (form->label ? form->label : paper->label), NULL);
  g_menu_item_set_action_and_target (item, action, "s", name);
  g_menu_append_item (menu, item);
}

GtkWidget *
copil_paper_export_button_new (const char *const *names, const char *action)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new (), section = g_menu_new (), options = g_menu_new ();

  for (; *names; names++)
    if (**names)
      copil_paper_export_append (section, *names, action);
    else
      {
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        g_object_unref (section);
        section = g_menu_new ();
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_menu_append (options, _ ("For _public release: leave out what is confidential"), "page.public");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (options));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-as-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Export"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Export"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}
