/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-import-assistant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-import-columns.h"
#include "copil-import-lines.h"
#include "copil-import.h"
#include "copil-parts.h"
#include "copil-drop-down.h"

struct _CopilImportAssistant
{
  AdwWindow parent_instance;

  CopilSession *session;
  GPtrArray *kinds; /* const CopilKind *, in the order of their names */
  char *path;       /* of the table, NULL for what was pasted */
  char *text;       /* what was pasted, or NULL */
  char *name;       /* how the table is called */
  CopilGrid *grid;
  guint previewing;      /* source */
  GCancellable *working; /* the preview that is awaited */
  gboolean filling;      /* the choices are being set, not chosen */

  GtkWidget *source;
  GtkWidget *kind;
  GtkWidget *encoding;
  GtkWidget *separator;
  GtkWidget *decimal;
  GtkWidget *header;
  GtkWidget *form;
  GtkWidget *columns;
  GtkWidget *lines;
  GtkWidget *total;
  GtkWidget *stack;
  GtkWidget *confirm; /* shown where something must be said of rows */
  GtkWidget *take;
  gboolean ready; /* the rows can be taken, once they are confirmed */
};

G_DEFINE_FINAL_TYPE (CopilImportAssistant, copil_import_assistant, ADW_TYPE_WINDOW)

static const char separators[] = { 0, ';', ',', '\t' };
static const char decimals[] = { 0, ',', '.' };

static const CopilKind *
get_kind (CopilImportAssistant *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  return self->kinds->pdata[place < self->kinds->len ? place : 0];
}

static CopilImportMapping *
get_mapping (CopilImportAssistant *self)
{
  CopilImportMapping *mapping = g_new0 (CopilImportMapping, 1);

  mapping->fields = copil_import_columns_get (COPIL_IMPORT_COLUMNS (self->columns));
  mapping->header = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->header));
  mapping->decimal = decimals[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->decimal))];
  return mapping;
}

/* --- What would happen --- */

static void
say (CopilImportAssistant *self, const char *text, gboolean can_take)
{
  gtk_label_set_label (GTK_LABEL (self->total), text);
  gtk_widget_set_visible (self->confirm, FALSE);
  self->ready = can_take;
  gtk_widget_set_sensitive (self->take, can_take);
}

/* Rows of which something must be said are taken only once somebody has looked at them. */
static void
confirm_cb (CopilImportAssistant *self)
{
  gtk_widget_set_sensitive (
      self->take, self->ready && (!gtk_widget_get_visible (self->confirm) ||
                                  gtk_check_button_get_active (GTK_CHECK_BUTTON (self->confirm))));
}

static void
ask (CopilImportAssistant *self, guint doubtful)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("_Take the doubtful row too: %u", "_Take the doubtful rows too: %u", doubtful),
      doubtful);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->confirm), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->confirm), FALSE);
  gtk_widget_set_visible (self->confirm, self->ready);
  confirm_cb (self);
}

typedef struct
{
  CopilStore *store;
  const CopilKind *kind;
  CopilGrid *grid;
  CopilImportMapping *mapping;
  CopilImportCounts counts;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *self = data;

  g_object_unref (self->store);
  copil_grid_free (self->grid);
  copil_import_mapping_free (self->mapping);
  g_free (self);
}

static void
show_counts (CopilImportAssistant *self, const Preview *work)
{
  const CopilImportCounts *counts = &work->counts;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean none = counts->added + counts->changed + counts->unchanged == 0;
  g_autofree char *misfit =
      counts->refused && none ? copil_import_describe_misfit (work->kind, work->mapping) : NULL;

  if (misfit)
    {
      say (self, misfit, FALSE);
      return;
    }
  g_string_append_printf (text, ngettext ("%u to add", "%u to add", counts->added), counts->added);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u to change", "%u to change", counts->changed),
                          counts->changed);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u unchanged", "%u unchanged", counts->unchanged),
                          counts->unchanged);
  if (counts->refused)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u refused", "%u refused", counts->refused),
                              counts->refused);
    }
  if (counts->doubtful)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u doubtful", "%u doubtful", counts->doubtful),
                              counts->doubtful);
    }
  say (self, text->str, counts->refused == 0 && counts->added + counts->changed > 0);
  if (counts->doubtful)
    ask (self, counts->doubtful);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CopilImportAssistant *self = COPIL_IMPORT_ASSISTANT (source);
  Preview *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_task_propagate_pointer (G_TASK (result), &error);

  /* Something else was asked for meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->session)
    return;
  g_clear_object (&self->working);
  copil_import_lines_set (COPIL_IMPORT_LINES (self->lines), lines);
  if (lines)
    show_counts (self, work);
  else
    say (self, error->message, FALSE);
}

static void
preview_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Preview *work = data;
  GError *error = NULL;
  GPtrArray *lines = copil_import_preview_copy (work->store, work->kind, work->grid, work->mapping,
                                                &work->counts, &error);

  if (lines)
    g_task_return_pointer (task, lines, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* In a thread, on a copy: a large table takes its time. */
static void
preview (CopilImportAssistant *self)
{
  g_autoptr (GTask) task = NULL;
  Preview *work = g_new0 (Preview, 1);

  if (self->working)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  self->working = g_cancellable_new ();
  work->store = g_object_ref (copil_session_get_store (self->session));
  work->kind = get_kind (self);
  work->grid = copil_grid_ref (self->grid);
  work->mapping = get_mapping (self);
  say (self, _ ("Reading…"), FALSE);
  task = g_task_new (self, self->working, previewed_cb, NULL);
  g_task_set_check_cancellable (task, TRUE);
  g_task_set_task_data (task, work, preview_free);
  g_task_run_in_thread (task, preview_thread_cb);
}

static gboolean
preview_cb (gpointer data)
{
  CopilImportAssistant *self = data;

  self->previewing = 0;
  preview (self);
  return G_SOURCE_REMOVE;
}

static void
queue_preview (CopilImportAssistant *self)
{
  if (!self->previewing && self->grid)
    self->previewing = g_idle_add (preview_cb, self);
}

/* Guesses the columns anew: for another kind, or another table. */
static void
guess (CopilImportAssistant *self)
{
  g_autoptr (CopilImportMapping) mapping = NULL;

  if (!self->grid)
    return;
  mapping = copil_import_mapping_guess (
      copil_session_get_store (self->session), get_kind (self), self->grid,
      gtk_check_button_get_active (GTK_CHECK_BUTTON (self->header)));
  copil_import_columns_set (COPIL_IMPORT_COLUMNS (self->columns), get_kind (self), self->grid,
                            mapping);
  queue_preview (self);
}

/* --- Reading --- */

static void
show_form (CopilImportAssistant *self, const CopilGridForm *form)
{
  guint place = 0;

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i] == form->separator)
      place = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->encoding), form->encoding);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->separator), place);
  gtk_widget_set_visible (self->form, form->separator != 0);
  self->filling = FALSE;
}

/* The kind that was proposed is not that of every table. */
static void
guess_kind (CopilImportAssistant *self)
{
  const CopilKind *kind = copil_import_guess_kind (copil_session_get_store (self->session),
                                                   self->kinds, get_kind (self), self->grid);
  guint place;

  self->filling = TRUE;
  if (g_ptr_array_find (self->kinds, kind, &place))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), place);
  self->filling = FALSE;
}

/* Reads the table, in the form that is chosen or that is found. */
static void
read_table (CopilImportAssistant *self, CopilGridForm form)
{
  g_autoptr (GError) error = NULL;
  gboolean known;

  if (self->working)
    g_cancellable_cancel (self->working);
  g_clear_handle_id (&self->previewing, g_source_remove);
  g_clear_pointer (&self->grid, copil_grid_free);
  self->grid = self->path ? copil_grid_read (self->path, &form, &error)
                          : copil_grid_read_text (self->text, strlen (self->text), &form, &error);
  if (self->grid && copil_grid_get_n_rows (self->grid) == 0)
    {
      g_clear_pointer (&self->grid, copil_grid_free);
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The table is empty."));
    }
  gtk_label_set_label (GTK_LABEL (self->source), self->name);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->grid ? "table" : "nothing");
  if (!self->grid)
    {
      say (self, error->message, FALSE);
      return;
    }
  show_form (self, &form);
  guess_kind (self);
  known = copil_import_has_header (copil_session_get_store (self->session), get_kind (self),
                                   self->grid);
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->header), known);
  self->filling = FALSE;
  guess (self);
}

void
copil_import_assistant_read (CopilImportAssistant *self, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  CopilGridForm form = { 0 };

  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->text, g_free);
  g_free (self->name);
  self->name = g_filename_display_name (base);
  read_table (self, form);
}

void
copil_import_assistant_paste (CopilImportAssistant *self, const char *text)
{
  CopilGridForm form = { .encoding = COPIL_ENCODING_UTF8 };

  g_clear_pointer (&self->path, g_free);
  g_free (self->text);
  self->text = g_strdup (text);
  g_free (self->name);
  self->name = g_strdup (_ ("Pasted table"));
  read_table (self, form);
}

/* --- Callbacks --- */

static void
form_cb (CopilImportAssistant *self)
{
  CopilGridForm form = {
    .encoding = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->encoding)),
    .separator = separators[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->separator))],
  };

  if (!self->filling && (self->path || self->text))
    read_table (self, form);
}

static void
guess_cb (CopilImportAssistant *self)
{
  if (!self->filling)
    guess (self);
}

static void
decimal_cb (CopilImportAssistant *self)
{
  queue_preview (self);
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilImportAssistant) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (!self->session)
    return;
  if (text && *text)
    copil_import_assistant_paste (self, text);
  else
    say (self, _ ("There is no text to paste: copy the cells in the spreadsheet first."), FALSE);
}

static void
paste_cb (CopilImportAssistant *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    copil_import_assistant_read (data, path);
  g_object_unref (chooser);
}

static void
choose_cb (CopilImportAssistant *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Choose the Table"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  static const char *const suffixes[] = { "csv", "tsv", "txt", "ods" };

  gtk_file_filter_set_name (filter, _ ("Tables (.csv, .ods)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
take_cb (CopilImportAssistant *self)
{
  const CopilKind *kind = get_kind (self);
  g_autoptr (CopilImportMapping) mapping = get_mapping (self);
  /* Translators: a kind of record in the plural ("Engagements"), and the name of a table's file */
  g_autofree char *name =
      g_strdup_printf (_ ("Import: %s from “%s”"), copil_kind_get_plural_label (kind), self->name);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  CopilImportCounts counts;

  if (!self->grid || !gtk_widget_get_sensitive (self->take))
    return;
  if (!copil_import_grid (copil_session_get_store (self->session), kind, self->grid, mapping, name,
                          COPIL_IMPORT_CONFIRMED, &counts, NULL, &error))
    {
      say (self, error->message, FALSE);
      return;
    }
  message = g_strdup_printf (_ ("%s: %u added, %u changed"), copil_kind_get_plural_label (kind),
                             counts.added, counts.changed);
  g_signal_emit_by_name (self->session, "toast", message, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
copil_import_assistant_dispose (GObject *object)
{
  CopilImportAssistant *self = COPIL_IMPORT_ASSISTANT (object);

  g_clear_handle_id (&self->previewing, g_source_remove);
  if (self->working)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (copil_import_assistant_parent_class)->dispose (object);
}

static void
copil_import_assistant_finalize (GObject *object)
{
  CopilImportAssistant *self = COPIL_IMPORT_ASSISTANT (object);

  g_ptr_array_unref (self->kinds);
  g_clear_pointer (&self->grid, copil_grid_free);
  g_free (self->path);
  g_free (self->text);
  g_free (self->name);
  G_OBJECT_CLASS (copil_import_assistant_parent_class)->finalize (object);
}

static void
copil_import_assistant_class_init (CopilImportAssistantClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_import_assistant_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_import_assistant_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
copil_import_assistant_init (CopilImportAssistant *self)
{
  self->kinds = g_ptr_array_new ();
}

/* --- Building --- */

static GtkWidget *
build_choice (CopilImportAssistant *self, const char *label, const char *const *words,
              GCallback callback, GtkWidget **choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new_with_mnemonic (label);

  *choice = gtk_drop_down_new_from_strings (words);
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), *choice);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  copil_drop_down_set_name (*choice, gtk_label_get_text (GTK_LABEL (title)));
  g_signal_connect_swapped (*choice, "notify::selected", callback, self);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), *choice);
  return box;
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return copil_collate (copil_kind_get_plural_label (*(const CopilKind *const *)a),
                        copil_kind_get_plural_label (*(const CopilKind *const *)b));
}

/* What people keep in tables: neither what the program keeps for itself, nor bytes. */
static void
list_kinds (CopilImportAssistant *self)
{
  static const char *const others[] = { "mapping",    "template",       "agreement",
                                        "correction", "fiche_document", "attachment",
                                        "source",     "passage",        NULL };

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    if (!(*kind)->earned && !g_strv_contains (others, (*kind)->name))
      g_ptr_array_add (self->kinds, (gpointer)*kind);
  g_ptr_array_sort (self->kinds, compare_kinds);
}

static GtkWidget *
build_kind (CopilImportAssistant *self, const char *wanted)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GtkWidget *box;
  guint place = 0;

  list_kinds (self);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const CopilKind *kind = self->kinds->pdata[i];

      g_ptr_array_add (words, (gpointer)copil_kind_get_plural_label (kind));
      if (g_strcmp0 (kind->name, wanted ? wanted : "engagement") == 0)
        place = i;
    }
  g_ptr_array_add (words, NULL);
  box = build_choice (self, _ ("_Rows are"), (const char *const *)words->pdata,
                      G_CALLBACK (guess_cb), &self->kind);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), place);
  return box;
}

static GtkWidget *
build_form (CopilImportAssistant *self)
{
  const char *encodings[] = { _ ("To be found"), "UTF-8", "Windows-1252", "UTF-16", NULL };
  const char *marks[] = { _ ("To be found"), _ ("Semicolon"), _ ("Comma"), _ ("Tab"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), build_choice (self, _ ("_Letters"), encodings,
                                               G_CALLBACK (form_cb), &self->encoding));
  gtk_box_append (GTK_BOX (box), build_choice (self, _ ("_Separator"), marks, G_CALLBACK (form_cb),
                                               &self->separator));
  return box;
}

static GtkWidget *
build_options (CopilImportAssistant *self, const char *kind)
{
  const char *marks[] = { _ ("Comma or point"), _ ("Comma"), _ ("Point"), NULL };
  GtkWidget *box = gtk_flow_box_new ();

  self->form = build_form (self);
  self->header = gtk_check_button_new_with_mnemonic (_ ("The _first row names the columns"));
  gtk_widget_set_valign (self->header, GTK_ALIGN_END);
  g_signal_connect_swapped (self->header, "toggled", G_CALLBACK (guess_cb), self);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 4);
  gtk_flow_box_insert (GTK_FLOW_BOX (box), build_kind (self, kind), -1);
  gtk_flow_box_insert (
      GTK_FLOW_BOX (box),
      build_choice (self, _ ("_Decimal mark"), marks, G_CALLBACK (decimal_cb), &self->decimal), -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (box), self->form, -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (box), self->header, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  return box;
}

static GtkWidget *
build_source (CopilImportAssistant *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *choose = copil_parts_button_new (_ ("_Choose a file…"));
  GtkWidget *paste = copil_parts_button_new (_ ("_Paste"));

  gtk_widget_set_tooltip_text (paste, _ ("The cells that were copied in a spreadsheet"));
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (paste, "clicked", G_CALLBACK (paste_cb), self);
  self->source = gtk_label_new (_ ("No table yet"));
  gtk_label_set_ellipsize (GTK_LABEL (self->source), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (self->source), 0);
  gtk_widget_set_hexpand (self->source, TRUE);
  gtk_widget_add_css_class (self->source, "heading");
  gtk_box_append (GTK_BOX (box), self->source);
  gtk_box_append (GTK_BOX (box), choose);
  gtk_box_append (GTK_BOX (box), paste);
  return box;
}

static GtkWidget *
build_table (CopilImportAssistant *self, const char *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), build_options (self, kind));
  gtk_box_append (GTK_BOX (box),
                  copil_parts_label_new (_ ("What each column stands for"), "heading"));
  self->columns = copil_import_columns_new ();
  g_signal_connect_swapped (self->columns, "changed", G_CALLBACK (queue_preview), self);
  gtk_box_append (GTK_BOX (box), self->columns);
  gtk_box_append (GTK_BOX (box), copil_parts_label_new (_ ("What would happen"), "heading"));
  self->lines = copil_import_lines_new ();
  gtk_box_append (GTK_BOX (box), self->lines);
  g_object_set (box, "margin-top", 6, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static GtkWidget *
build_nothing (void)
{
  GtkWidget *status = adw_status_page_new ();

  g_object_set (status, "icon-name", "x-office-spreadsheet-symbolic", "title", _ ("No table yet"),
                "description",
                _ ("Choose a .csv or an .ods file, or copy cells in a spreadsheet and paste them."),
                NULL);
  return status;
}

static void
build (CopilImportAssistant *self, const char *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *cancel = copil_parts_button_new (_ ("_Cancel")), *source = build_source (self);

  self->take = copil_parts_button_new (_ ("_Import"));
  gtk_widget_add_css_class (self->take, "suggested-action");
  gtk_widget_set_sensitive (self->take, FALSE);
  g_signal_connect_swapped (self->take, "clicked", G_CALLBACK (take_cb), self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->take);
  g_object_set (source, "margin-top", 12, "margin-bottom", 6, "margin-start", 12, "margin-end", 12,
                NULL);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), build_nothing (), "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), build_table (self, kind), "table");
  self->total = copil_parts_label_new (NULL, "heading");
  g_object_set (self->total, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end",
                12, NULL);
  self->confirm = gtk_check_button_new ();
  gtk_check_button_set_use_underline (GTK_CHECK_BUTTON (self->confirm), TRUE);
  gtk_widget_set_visible (self->confirm, FALSE);
  g_object_set (self->confirm, "margin-start", 12, "margin-end", 12, "margin-bottom", 9, NULL);
  g_signal_connect_swapped (self->confirm, "toggled", G_CALLBACK (confirm_cb), self);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), source);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), self->total);
  gtk_box_append (GTK_BOX (box), self->confirm);
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWidget *
copil_import_assistant_new (CopilSession *session, GtkWidget *from, const char *kind)
{
  GtkRoot *root = gtk_widget_get_root (from);
  CopilImportAssistant *self =
      g_object_new (COPIL_TYPE_IMPORT_ASSISTANT, "title", _ ("Import a Table"), "modal", TRUE,
                    "transient-for", GTK_IS_WINDOW (root) ? root : NULL, "destroy-with-parent",
                    TRUE, "default-width", 820, "default-height", 600, NULL);

  copil_session_keep (session);
  self->session = g_object_ref (session);
  build (self, kind);
  return GTK_WIDGET (self);
}
