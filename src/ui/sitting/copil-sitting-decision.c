/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-decision.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-record.h"
#include "copil-sitting.h"
#include "copil-value.h"

static CopilRecord *
load (CopilSession *session, gint64 decision)
{
  return copil_store_load (copil_session_get_store (session), copil_kind_get ("decision"),
                           decision);
}

/* « Décision 2024-2-05 ». */
static char *
say_number (CopilStore *store, CopilRecord *record)
{
  g_autofree char *type = copil_record_format (record, store, "type");
  const char *label = copil_record_get (record, "label");

  return g_strdup_printf ("%s %s",
                          *type ? type : copil_kind_get_label (copil_kind_get ("decision")),
                          label ? label : "");
}

/* « Mme Durand · 15 juin 2024 · 2.1 Campus »; what there is of it. */
static char *
say_facts (CopilStore *store, CopilRecord *record)
{
  static const char *const fields[] = { "lead", "colead", "charge", "due", "engagement", "fiche" };
  g_autofree char *status = copil_record_format (record, store, "status");
  GString *text = g_string_new (
      g_strcmp0 (copil_record_get (record, "status"), "adopted") == 0 ? status : NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = g_str_equal (fields[i], "due")
                                   ? copil_date_format_long (copil_record_get (record, "due"))
                                   : copil_record_format (record, store, fields[i]);

      if (*value)
        g_string_append_printf (text, "%s%s", text->len ? " · " : "", value);
    }
  return g_string_free (text, FALSE);
}

static char *
say_lacks (CopilRecord *record)
{
  if (g_strcmp0 (copil_record_get (record, "status"), "adopted") == 0)
    return NULL;
  return copil_sitting_say_missing (!copil_record_get (record, "lead") &&
                                        !copil_record_get (record, "colead") &&
                                        !copil_record_get (record, "charge"),
                                    !copil_record_get (record, "due"));
}

GtkWidget *
copil_sitting_decision_new (CopilSession *session, gint64 decision)
{
  CopilStore *store = copil_session_get_store (session);
  g_autoptr (CopilRecord) record = load (session, decision);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *number = NULL, *facts = NULL, *lacks = NULL;

  gtk_widget_add_css_class (box, "form");
  if (!record)
    return box;
  number = say_number (store, record);
  facts = say_facts (store, record);
  lacks = say_lacks (record);
  gtk_box_append (GTK_BOX (box), copil_parts_label_new (number, "sitting-number"));
  gtk_box_append (GTK_BOX (box), copil_parts_label_new (copil_record_get (record, "text"), NULL));
  if (*facts)
    gtk_box_append (GTK_BOX (box), copil_parts_label_new (facts, "sitting-number"));
  if (lacks)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_box_append (GTK_BOX (line), copil_parts_label_new (lacks, NULL));
      gtk_box_append (GTK_BOX (box), line);
    }
  return box;
}

char *
copil_sitting_decision_describe (CopilSession *session, gint64 decision)
{
  CopilStore *store = copil_session_get_store (session);
  g_autoptr (CopilRecord) record = load (session, decision);
  g_autofree char *number = NULL, *facts = NULL, *lacks = NULL;

  if (!record)
    return g_strdup ("");
  number = say_number (store, record);
  facts = say_facts (store, record);
  lacks = say_lacks (record);
  return g_strdup_printf ("%s, %s%s%s%s%s", number, copil_record_get (record, "text"),
                          *facts ? ", " : "", facts, lacks ? ", " : "", lacks ? lacks : "");
}
