/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-indicator-split.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-value.h"
#include "copil-dialog.h"

/* CopilSplitEditor: what one dialog needs, freed with it. */
typedef struct
{
  CopilIndicatorGrid *grid;
  CopilSession *session;
  gint64 indicator;
  char *day;
  double value; /* of the observation, NAN where there is none */
  GPtrArray *names;
  GPtrArray *entries; /* GtkEntry, not owned */
  GtkWidget *dialog;  /* not owned */
  GtkWidget *sum;
} SplitEditor;

static void
editor_free (gpointer data)
{
  SplitEditor *editor = data;

  g_object_unref (editor->grid);
  g_object_unref (editor->session);
  g_free (editor->day);
  g_ptr_array_unref (editor->names);
  g_ptr_array_unref (editor->entries);
  g_free (editor);
}

static const char *
get_text (SplitEditor *editor, guint i)
{
  return gtk_editable_get_text (GTK_EDITABLE (editor->entries->pdata[i]));
}

/* The number typed, NAN where there is none; FALSE where it cannot be read. */
static gboolean
read_part (SplitEditor *editor, guint i, double *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = copil_field_parse (
      copil_kind_get_field (copil_kind_get ("split"), "value"), get_text (editor, i), &error);

  *value = number ? g_ascii_strtod (number, NULL) : NAN;
  return !error;
}

/* The same check as everywhere else, of what is being typed. */
static void
typed_cb (SplitEditor *editor)
{
  g_autoptr (CopilIndicator) scratch = copil_indicator_new ();
  CopilObservation *observation =
      copil_indicator_add_observation (scratch, NULL, editor->value, FALSE);
  g_autoptr (CopilSplitCheck) check = NULL;
  g_autofree char *sum = NULL, *sentence = NULL;
  gboolean readable = TRUE;

  for (guint i = 0; i < editor->entries->len; i++)
    {
      GtkWidget *entry = editor->entries->pdata[i];
      double value;

      if (read_part (editor, i, &value))
        gtk_widget_remove_css_class (entry, "error");
      else
        {
          gtk_widget_add_css_class (entry, "error");
          readable = FALSE;
        }
      copil_observation_add_part (observation, editor->names->pdata[i], value);
    }
  check = copil_observation_check_split (observation);
  sum = check && !isnan (check->sum) ? copil_number_format (check->sum) : g_strdup ("–");
  if (!readable)
    sentence = g_strdup (_ ("A part is not a number."));
  else if (check && check->sentence)
    sentence = g_strdup (check->sentence);
  else if (isnan (editor->value))
    sentence = g_strdup_printf (_ ("The value observed will be their sum: %s."), sum);
  else
    sentence = g_strdup_printf (_ ("Sum of the parts: %s."), sum);
  gtk_label_set_label (GTK_LABEL (editor->sum), sentence);
  if (check && check->fault)
    gtk_widget_add_css_class (editor->sum, "error");
  else
    gtk_widget_remove_css_class (editor->sum, "error");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (editor->dialog), "save", readable);
}

static void run (CopilIndicatorGrid *grid, CopilSession *session, const char *const *typed);

static void
response_cb (SplitEditor *editor, const char *response)
{
  CopilFigureSheet *sheet = copil_indicator_grid_get_sheet (editor->grid);
  int row = copil_figure_sheet_find (sheet, editor->indicator),
      column = copil_figure_sheet_find_period (sheet, editor->day);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "save") && row >= 0 && column >= 0)
    {
      for (guint i = 0; i < editor->entries->len; i++)
        g_ptr_array_add (texts, (gpointer)get_text (editor, i));
      g_ptr_array_add (texts, NULL);
      if (!copil_session_check (
              editor->session,
              copil_figure_sheet_set_parts (sheet, (guint)row, (guint)column,
                                            (const char *const *)editor->names->pdata,
                                            (const char *const *)texts->pdata, &error),
              &error))
        {
          /* What could not be stored is asked again, as it was typed. */
          run (editor->grid, editor->session, (const char *const *)texts->pdata);
          return;
        }
    }
  gtk_widget_grab_focus (GTK_WIDGET (editor->grid));
}

static GtkWidget *
make_lines (SplitEditor *editor, const CopilObservation *observation)
{
  GtkWidget *lines = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (lines), 6);
  gtk_grid_set_column_spacing (GTK_GRID (lines), 12);
  for (guint i = 0; editor->names->pdata[i]; i++)
    {
      GtkWidget *entry = gtk_entry_new (), *label = gtk_label_new (editor->names->pdata[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
      gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
      gtk_widget_set_hexpand (entry, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      (const char *)editor->names->pdata[i], -1);
      for (guint j = 0; observation && j < observation->parts->len; j++)
        {
          const CopilPart *part = &g_array_index (observation->parts, CopilPart, j);

          if (g_strcmp0 (part->name, editor->names->pdata[i]) == 0 && !isnan (part->value))
            {
              g_autofree char *number = g_strdup_printf ("%.15g", part->value);

              gtk_editable_set_text (GTK_EDITABLE (entry), number);
            }
        }
      g_ptr_array_add (editor->entries, entry);
      g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), editor);
      gtk_grid_attach (GTK_GRID (lines), label, 0, (int)i, 1, 1);
      gtk_grid_attach (GTK_GRID (lines), entry, 1, (int)i, 1, 1);
    }
  return lines;
}

/* The names that the indicator gives, and those that the observation has besides. */
static GPtrArray *
list_names (const CopilIndicator *indicator, const CopilObservation *observation)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; indicator->split_names[i]; i++)
    g_ptr_array_add (names, g_strdup (indicator->split_names[i]));
  for (guint i = 0; observation && i < observation->parts->len; i++)
    {
      const char *name = g_array_index (observation->parts, CopilPart, i).name;

      if (name && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
  if (names->len)
    g_ptr_array_add (names, NULL);
  return names;
}

/* "typed": the parts as they were typed already, or NULL. */
static void
run (CopilIndicatorGrid *grid, CopilSession *session, const char *const *typed)
{
  CopilFigureSheet *sheet = copil_indicator_grid_get_sheet (grid);
  const CopilObservation *observation;
  const CopilIndicator *indicator;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *title = NULL, *name = NULL;
  GtkWidget *box, *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (grid)));
  SplitEditor *editor;
  guint row, column;

  if (!copil_indicator_grid_get_cell (grid, &row, &column) ||
      !copil_figure_sheet_get_period (sheet, column))
    return;
  indicator = copil_figure_sheet_get_indicator (sheet, row);
  observation = copil_figure_sheet_get_observation (sheet, row, column);
  names = list_names (indicator, observation);
  if (!names->len)
    {
      copil_session_toast (session, _ ("Choose a split and name its parts in the form of the "
                                       "indicator first."));
      return;
    }
  title = copil_figure_sheet_get_title (sheet, column);
  name = g_strdup_printf (_ ("Split of %s, %s"), indicator->name, title);
  editor = g_new0 (SplitEditor, 1);
  editor->grid = g_object_ref (grid);
  editor->session = g_object_ref (session);
  editor->indicator = indicator->id;
  editor->day = g_strdup (copil_figure_sheet_get_period (sheet, column)->start);
  editor->value = observation ? observation->value : NAN;
  editor->names = g_steal_pointer (&names);
  editor->entries = g_ptr_array_new ();
  editor->sum = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (editor->sum), TRUE);
  gtk_label_set_xalign (GTK_LABEL (editor->sum), 0);
  {
    g_autofree char *value =
        isnan (editor->value) ? g_strdup ("–") : copil_indicator_format (indicator, editor->value);
    g_autofree char *body = g_strdup_printf (_ ("Value observed: %s"), value);

    editor->dialog = adw_message_dialog_new (GTK_WINDOW (root), name, body);
  }
  g_object_set_data_full (G_OBJECT (editor->dialog), "editor", editor, editor_free);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), make_lines (editor, observation));
  gtk_box_append (GTK_BOX (box), editor->sum);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (editor->dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (editor->dialog), "cancel", _ ("_Cancel"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (editor->dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (editor->dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (editor->dialog), "cancel");
  g_signal_connect_swapped (editor->dialog, "response", G_CALLBACK (response_cb), editor);
  for (guint i = 0; typed && typed[i] && i < editor->entries->len; i++)
    gtk_editable_set_text (GTK_EDITABLE (editor->entries->pdata[i]), typed[i]);
  typed_cb (editor);
  copil_dialog_present (editor->dialog);
  gtk_widget_grab_focus (editor->entries->pdata[0]);
}

void
copil_indicator_split_run (CopilIndicatorGrid *grid, CopilSession *session)
{
  run (grid, session, NULL);
}
