/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-form.h"

#include "copil-field.h"
#include "copil-focus.h"
#include "copil-picker.h"

struct _CopilForm
{
  CopilPanel parent_instance;

  const CopilKind *kind;
  gint64 id;
  GtkWidget *box;
  GPtrArray *controls; /* CopilFieldControl */
  guint focusing;      /* idle source */
};

G_DEFINE_FINAL_TYPE (CopilForm, copil_form, COPIL_TYPE_PANEL)

static void
fill (CopilForm *form)
{
  g_autoptr (CopilRecord) record =
      form->id ? copil_store_load (copil_panel_get_store (form), form->kind, form->id) : NULL;

  if (!record)
    form->id = 0;
  for (guint i = 0; i < form->controls->len; i++)
    {
      CopilFieldControl *control = form->controls->pdata[i];
      copil_field_control_set (
          control, form->id,
          record ? copil_record_get (record, copil_field_control_get_field (control)->name) : NULL);
    }
  copil_focus_set_sensitive (form->box,
                             record && !copil_store_is_read_only (copil_panel_get_store (form)));
}

static gboolean
has_field (CopilForm *form, const char *name)
{
  for (guint i = 0; i < form->controls->len; i++)
    if (g_str_equal (copil_field_control_get_field (form->controls->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* Once the page has given the keyboard to whatever it liked. */
static gboolean
focus_cb (gpointer data)
{
  CopilForm *form = data;
  g_autofree char *field = NULL;

  form->focusing = 0;
  if (!form->id || !gtk_widget_get_mapped (GTK_WIDGET (form)))
    return G_SOURCE_REMOVE;
  field = g_strdup (
      copil_session_get_wanted (copil_panel_get_session (form), form->kind->name, form->id));
  if (!field || !has_field (form, field))
    return G_SOURCE_REMOVE;
  copil_session_want (copil_panel_get_session (form), form->kind->name, form->id, NULL);
  copil_form_focus (form, field);
  copil_focus_calm (GTK_WIDGET (form)); /* it was come to, and not made to be typed over */
  return G_SOURCE_REMOVE;
}

static void
wanted_cb (CopilForm *form)
{
  if (!form->focusing && form->id &&
      copil_session_get_wanted (copil_panel_get_session (form), form->kind->name, form->id))
    form->focusing = g_idle_add (focus_cb, form);
}

static void
changed_cb (CopilForm *form, CopilChanges *changes)
{
  if (form->id && copil_changes_has (changes, form->kind->name, form->id))
    fill (form);
}

static GtkWidget *
add_line (CopilForm *form)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (form->box), line);
  return line;
}

static void
add_control (CopilForm *form, GtkWidget *line, const CopilField *field)
{
  GtkWidget *control = copil_field_control_new (copil_panel_get_session (form), form->kind, field);

  g_ptr_array_add (form->controls, control);
  gtk_box_append (GTK_BOX (line), control);
}

static void
build (CopilForm *form, const char *section)
{
  g_auto (GStrv) names = copil_kind_dup_section (form->kind, section);
  GtkWidget *line = NULL;
  gboolean joined = FALSE;

  for (guint i = 0; names[i]; i++)
    {
      if (g_str_equal (names[i], "|"))
        {
          joined = TRUE;
          continue;
        }
      if (!joined)
        line = add_line (form);
      joined = FALSE;
      add_control (form, line, copil_kind_get_field (form->kind, names[i]));
    }
}

static void
copil_form_dispose (GObject *object)
{
  g_clear_handle_id (&COPIL_FORM (object)->focusing, g_source_remove);
  G_OBJECT_CLASS (copil_form_parent_class)->dispose (object);
}

static void
copil_form_finalize (GObject *object)
{
  g_ptr_array_unref (COPIL_FORM (object)->controls);
  G_OBJECT_CLASS (copil_form_parent_class)->finalize (object);
}

static void
copil_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (copil_form_parent_class)->map (widget);
  wanted_cb (COPIL_FORM (widget));
}

static void
copil_form_class_init (CopilFormClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_form_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_form_finalize;
  GTK_WIDGET_CLASS (class)->map = copil_form_map;
}

static void
copil_form_init (CopilForm *form)
{
  form->controls = g_ptr_array_new ();
  form->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  copil_panel_set_child (form, form->box);
}

GtkWidget *
copil_form_new (CopilSession *session, const char *kind, const char *section)
{
  CopilForm *form = g_object_new (COPIL_TYPE_FORM, "session", session, NULL);

  form->kind = copil_kind_get (kind);
  build (form, section);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           form, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "wanted", G_CALLBACK (wanted_cb), form, G_CONNECT_SWAPPED);
  fill (form);
  return GTK_WIDGET (form);
}

void
copil_form_set_id (CopilForm *form, gint64 id)
{
  if (form->id == id)
    return;
  form->id = id;
  fill (form);
  wanted_cb (form);
}

gint64
copil_form_get_id (CopilForm *form)
{
  return form->id;
}

gboolean
copil_form_shows (CopilForm *form, const char *kind, gint64 id)
{
  return form->id == id && g_str_equal (form->kind->name, kind);
}

void
copil_form_focus (CopilForm *form, const char *name)
{
  for (guint i = 0; i < form->controls->len; i++)
    if (!name || g_str_equal (copil_field_control_get_field (form->controls->pdata[i])->name, name))
      {
        copil_field_control_focus (form->controls->pdata[i]);
        return;
      }
}
