/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-budget-years.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "copil-budget-words.h"
#include "copil-pause.h"
#include "copil-value.h"

/* The most years that are shown side by side. */
#define MOST_YEARS 12

/* One cell that is typed in. */
typedef struct
{
  gint64 line;
  int year;
  gboolean actual;
  char *value; /* canonical, as stored; NULL for none */
  int row, column;
} Cell;

struct _CopilBudgetYears
{
  CopilPanel parent_instance;

  GtkWidget *frozen; /* what the lines are called, beside the amounts: it stays in sight */
  GtkWidget *scrolled;
  GtkWidget *names;
  GtkWidget *grid;
  GtkWidget *note;
  GtkWidget *box; /* "grid", "empty" */
  char *shape;    /* lines and years of the grid: while it is the same, only what it says changes */
  GPtrArray *amounts; /* its labels, in the order they were made */
  GPtrArray *entries;
  guint next_amount, next_entry; /* those to fill next; past the end: one is made */
  guint pause;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (CopilBudgetYears, copil_budget_years, COPIL_TYPE_PANEL)

static const CopilField *
get_field (const Cell *cell)
{
  return copil_kind_get_field (copil_kind_get ("budget_amount"),
                               cell->actual ? "actual" : "planned");
}

static Cell *
get_cell (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), "copil-cell");
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->value);
  g_free (cell);
}

/* Puts the keyboard in the cell of that place; nothing where there is none. */
static gboolean
focus_cell (CopilBudgetYears *years, int row, int column)
{
  GtkWidget *child = gtk_grid_get_child_at (GTK_GRID (years->grid), column, row);

  if (!child || !GTK_IS_ENTRY (child))
    return FALSE;
  gtk_widget_grab_focus (child);
  return TRUE;
}

/* The place of what could not be stored, beside the line: "planned 2023". */
static char *
dup_place (const Cell *cell)
{
  return g_strdup_printf ("%s %d", get_field (cell)->name, cell->year);
}

/* Sets the amount of a line, in the record of that year, which may have to be made. */
static gboolean
write_cb (CopilStore *store, const char *kind, gint64 line, const char *place, const char *value,
          GError **error)
{
  g_auto (GStrv) parts = g_strsplit (place, " ", 2);

  return copil_budget_set_amount (store, line, parts[1], parts[0], value, error);
}

/* Stores what was typed; FALSE where it is no amount: it stays, and says so. "final": the person is
 * done with the cell. */
static gboolean
commit (CopilBudgetYears *years, GtkWidget *entry, gboolean final)
{
  Cell *cell = get_cell (entry);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *value = copil_field_parse (get_field (cell), typed, &error);
  g_autofree char *shown = NULL, *place = dup_place (cell);
  CopilUnstored *unstored = copil_session_get_unstored (copil_panel_get_session (years));
  gint64 line = cell->line;

  if (error)
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_widget_set_tooltip_text (entry, error->message);
      return FALSE;
    }
  gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, NULL);
  if (final)
    shown = copil_field_format (get_field (cell), value);
  if (shown && g_strcmp0 (shown, typed) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), shown);
  if (g_strcmp0 (value, cell->value) == 0)
    {
      copil_unstored_forget (unstored, "budget_line", line, place);
      return TRUE;
    }
  if (!copil_unstored_store (unstored, write_cb, "budget_line", line, place, value, &error))
    {
      /* What is kept is told as long as it is. */
      if (!copil_unstored_get (unstored, "budget_line", line, place, NULL))
        copil_session_toast (copil_panel_get_session (years), error->message);
      return FALSE;
    }
  g_free (cell->value);
  cell->value = g_steal_pointer (&value);
  return TRUE;
}

/* --- callbacks --- */

static void
left_cb (GtkEventController *controller, CopilBudgetYears *years)
{
  GtkWidget *entry = gtk_event_controller_get_widget (controller);

  if (years->grid)
    commit (years, entry, TRUE);
}

static void
pause_cb (gpointer data)
{
  CopilBudgetYears *years = data;
  GtkWidget *entry = gtk_widget_get_focus_child (years->grid);

  if (entry && GTK_IS_ENTRY (entry))
    commit (years, entry, FALSE);
}

static void
typed_cb (CopilBudgetYears *years)
{
  copil_pause_begin (&years->pause, pause_cb, years);
}

static void
activated_cb (GtkWidget *entry, CopilBudgetYears *years)
{
  const Cell *cell = get_cell (entry);

  if (commit (years, entry, TRUE))
    for (int row = cell->row + 1; row < cell->row + 4; row++)
      if (focus_cell (years, row, cell->column))
        break;
}

/* The arrows go from cell to cell; within the text, left and right stay. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        CopilBudgetYears *years)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const Cell *cell = get_cell (entry);
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (key == GDK_KEY_Escape)
    {
      g_autofree char *shown = copil_field_format (get_field (cell), cell->value);

      gtk_widget_remove_css_class (entry, "error");
      gtk_editable_set_text (GTK_EDITABLE (entry), shown);
      return GDK_EVENT_STOP;
    }
  if (step == 0 || (state & gtk_accelerator_get_default_mod_mask ()))
    return GDK_EVENT_PROPAGATE;
  for (int i = 1; i < 5; i++)
    if (focus_cell (years, cell->row + i * step, cell->column))
      break;
  return GDK_EVENT_STOP;
}

/* --- building --- */

static GtkWidget *
make_label (const char *text, float xalign, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* An amount in its place: a label of its own, or the one that stands there. */
static void
put_amount (CopilBudgetYears *self, double amount, const char *class, int column, int row,
            const char *tip)
{
  g_autofree char *text = copil_euros_format (amount);
  GtkWidget *label;

  if (self->next_amount < self->amounts->len)
    {
      gtk_label_set_label (GTK_LABEL (self->amounts->pdata[self->next_amount++]), text);
      return;
    }
  label = make_label (text, 1, class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_tooltip_text (label, tip);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
  g_ptr_array_add (self->amounts, label);
  self->next_amount++;
}

static char *
to_text (double amount)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return isnan (amount) ? NULL : g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", amount));
}

/* What the store says of a cell; what is being typed in it stays. */
static void
fill_entry (CopilBudgetYears *self, GtkWidget *entry, const CopilBudgetYear *found)
{
  Cell *cell = get_cell (entry);
  g_autofree char *value = found ? to_text (cell->actual ? found->actual : found->planned) : NULL;
  g_autofree char *shown = copil_field_format (get_field (cell), value), *place = dup_place (cell);
  const char *kept = NULL;

  if (copil_unstored_get (copil_session_get_unstored (copil_panel_get_session (self)),
                          "budget_line", cell->line, place, &kept))
    {
      /* What could not be stored is shown all the same. */
      g_free (shown);
      shown = copil_field_format (get_field (cell), kept);
    }
  if (!gtk_widget_has_css_class (entry, "error") &&
      (!(gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) ||
       g_strcmp0 (value, cell->value) != 0))
    gtk_editable_set_text (GTK_EDITABLE (entry), shown);
  g_free (cell->value);
  cell->value = g_steal_pointer (&value);
}

static GtkWidget *
make_entry (CopilBudgetYears *years, const CopilBudgetLine *line, int year, gboolean actual,
            int row, int column)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new (),
                     *focus = gtk_event_controller_focus_new ();
  Cell *cell = g_new0 (Cell, 1);
  /* Translators: name of a budget line, a year */
  g_autofree char *name =
      g_strdup_printf (actual ? _ ("%s, actual %d") : _ ("%s, planned %d"), line->title, year);

  cell->line = line->id;
  cell->year = year;
  cell->actual = actual;
  cell->row = row;
  cell->column = column;
  g_object_set_data_full (G_OBJECT (entry), "copil-cell", cell, cell_free);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (entry, !copil_store_is_read_only (copil_panel_get_store (years)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), years);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), years);
  g_signal_connect (entry, "activate", G_CALLBACK (activated_cb), years);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), years);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  gtk_grid_attach (GTK_GRID (years->grid), entry, column, row, 1, 1);
  g_ptr_array_add (years->entries, entry);
  return entry;
}

static void
put_entry (CopilBudgetYears *self, const CopilBudgetLine *line, int year, gboolean actual, int row,
           int column)
{
  GtkWidget *entry = self->next_entry < self->entries->len
                         ? self->entries->pdata[self->next_entry]
                         : make_entry (self, line, year, actual, row, column);

  self->next_entry++;
  fill_entry (self, entry, copil_budget_words_find_year (line->by_year, year));
}

/* Where only the instalments tell of the years, or two records tell of one, it is not typed here.
 */
static gboolean
is_typed_elsewhere (const CopilBudgetLine *line)
{
  for (guint i = 0; i < line->by_year->len; i++)
    if (g_array_index (line->by_year, CopilBudgetYear, i).id == 0)
      return TRUE;
  return FALSE;
}

static void
put_line (CopilBudgetYears *self, const CopilBudgetLine *line, const GArray *years, int row,
          gboolean new)
{
  gboolean elsewhere = is_typed_elsewhere (line);

  if (new)
    {
      g_autofree char *name = line->label ? g_strdup_printf ("%s · %s", line->label, line->title)
                                          : g_strdup (line->title);
      GtkWidget *label = make_label (name, 0, NULL);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 22);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
      gtk_widget_set_tooltip_text (label, line->formula ? line->formula : name);
      gtk_grid_attach (GTK_GRID (self->names), label, 0, row, 1, 1);
    }
  put_amount (self, line->planned, NULL, 1, row, line->formula);
  put_amount (self, line->actual, NULL, 2, row, NULL);
  for (guint i = 0; i < 2 * years->len; i++)
    {
      int year = g_array_index (years, int, i / 2), column = 3 + (int)i;
      const CopilBudgetYear *found = copil_budget_words_find_year (line->by_year, year);

      if (elsewhere)
        put_amount (self,
                    !found  ? NAN
                    : i % 2 ? found->actual
                            : found->planned,
                    NULL, column, row, _ ("From the instalments of the line"));
      else
        put_entry (self, line, year, i % 2, row, column);
    }
}

static void
put_total (CopilBudgetYears *self, const CopilBudget *budget, CopilSide side, const GArray *years,
           int row, gboolean new)
{
  /* Translators: "Receipts" or "Expenses" */
  g_autofree char *name = g_strdup_printf (_ ("%s: total"), copil_side_get_label (side));

  if (new)
    gtk_grid_attach (GTK_GRID (self->names), make_label (name, 0, "heading"), 0, row, 1, 1);
  put_amount (self, budget->planned[side], "heading", 1, row, NULL);
  put_amount (self, budget->actual[side], "heading", 2, row, NULL);
  for (guint i = 0; i < years->len; i++)
    {
      const CopilBudgetYear *found =
          copil_budget_words_find_year (budget->by_year[side], g_array_index (years, int, i));

      put_amount (self, found ? found->planned : NAN, "heading", 3 + 2 * (int)i, row, NULL);
      put_amount (self, found ? found->actual : NAN, "heading", 4 + 2 * (int)i, row, NULL);
    }
}

static void
attach_heads (CopilBudgetYears *self, const GArray *years)
{
  gtk_grid_attach (GTK_GRID (self->names), gtk_label_new (NULL), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->names), make_label (_ ("Line"), 0, "heading"), 0, 1, 1, 1);
  for (int i = 0; i <= (int)years->len; i++)
    {
      g_autofree char *name =
          i == 0 ? g_strdup (_ ("In all"))
                 : g_strdup_printf ("%d", g_array_index (years, int, (guint)i - 1));

      gtk_grid_attach (GTK_GRID (self->grid), make_label (name, 0.5, "heading"), 1 + 2 * i, 0, 2,
                       1);
      gtk_grid_attach (GTK_GRID (self->grid), make_label (_ ("Planned"), 1, "caption-heading"),
                       1 + 2 * i, 1, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), make_label (_ ("Actual"), 1, "caption-heading"),
                       2 + 2 * i, 1, 1, 1);
    }
}

/* The years of the convention and those that the budget tells of. */
static GArray *
list_years (CopilBudgetYears *self, const CopilBudget *budget)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  const GArray *told = budget->by_year[COPIL_SIDE_RECEIPT];
  g_autofree char *start = NULL, *end = NULL;
  int first = 0, last = 0;

  copil_figure_get_span (copil_panel_get_store (self), &start, &end);
  if (start)
    {
      first = atoi (start);
      last = end ? atoi (end) : first;
      /* A convention that ends on the eve of its anniversary tells little of that year. */
      if (end && last > first && g_str_has_suffix (start, end + 4))
        last--;
    }
  for (guint i = 0; told && i < told->len; i++)
    {
      int year = g_array_index (told, CopilBudgetYear, i).year;

      first = first == 0 ? year : MIN (first, year);
      last = MAX (last, year);
    }
  if (first == 0)
    first = last = atoi (copil_today ());
  if (last - first >= MOST_YEARS)
    first = last - MOST_YEARS + 1;
  for (int year = first; year <= last; year++)
    g_array_append_val (years, year);
  return years;
}

/* What the grid is made of. */
static char *
describe_shape (const CopilBudget *budget, const GArray *years)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < years->len; i++)
    g_string_append_printf (shape, "%d ", g_array_index (years, int, i));
  for (guint i = 0; i < budget->lines->len; i++)
    {
      const CopilBudgetLine *line = budget->lines->pdata[i];
      g_string_append_printf (shape, "%" G_GINT64_FORMAT "%c%d%s/%s/%s\n", line->id,
                              line->side == COPIL_SIDE_RECEIPT ? 'r' : 'e',
                              is_typed_elsewhere (line), line->label ? line->label : "",
                              line->title ? line->title : "", line->formula ? line->formula : "");
    }
  return g_string_free (shape, FALSE);
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_bottom (grid, 18);
  return grid;
}

/* Keeps the name of a row and its amounts at one height. */
static void
level_row (CopilBudgetYears *self, int row)
{
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_size_group_add_widget (group, gtk_grid_get_child_at (GTK_GRID (self->names), 0, row));
  for (int column = 1; column <= 3; column += 2)
    {
      GtkWidget *cell = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row);

      if (cell)
        gtk_size_group_add_widget (group, cell);
    }
}

static void
start_grid (CopilBudgetYears *self, const GArray *years)
{
  g_ptr_array_set_size (self->amounts, 0);
  g_ptr_array_set_size (self->entries, 0);
  self->names = make_grid ();
  self->grid = make_grid ();
  attach_heads (self, years);
  level_row (self, 0);
  level_row (self, 1);
}

/* Between the sides, and under the last. */
static void
rule_off (CopilBudgetYears *self, const GArray *years, int row)
{
  gtk_grid_attach (GTK_GRID (self->names), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, row,
                   1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 1, row,
                   2 + 2 * (int)years->len, 1);
}

static void
fill (CopilBudgetYears *self)
{
  g_autoptr (CopilBudget) budget =
      copil_budget_read (copil_panel_get_store (self), COPIL_FIGURES_ALL, NULL);
  g_autoptr (GArray) years = list_years (self, budget);
  g_autofree char *shape = describe_shape (budget, years);
  gboolean new = g_strcmp0 (shape, self->shape) != 0;
  int row = 2;

  self->stale = FALSE;
  self->next_amount = self->next_entry = 0;
  if (new)
    {
      copil_pause_end (&self->pause);
      self->grid = self->names = NULL;
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frozen), NULL);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), NULL);
      gtk_stack_set_visible_child_name (GTK_STACK (self->box),
                                        budget->lines->len > 0 ? "grid" : "empty");
      start_grid (self, years);
    }
  for (int side = 0; side < COPIL_N_SIDES; side++)
    {
      for (guint i = 0; i < budget->lines->len; i++)
        {
          const CopilBudgetLine *line = budget->lines->pdata[i];

          if ((int)line->side != side)
            continue;
          put_line (self, line, years, row, new);
          if (new)
            level_row (self, row);
          row++;
        }
      put_total (self, budget, (CopilSide)side, years, row, new);
      if (new)
        {
          level_row (self, row);
          rule_off (self, years, row + 1);
        }
      row += 2;
    }
  if (new)
    {
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frozen), self->names);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->grid);
    }
  g_free (self->shape);
  self->shape = g_steal_pointer (&shape);
}

/* What does not show waits; what is typed is stored first. */
static void
refresh (gpointer self)
{
  COPIL_BUDGET_YEARS (self)->stale = TRUE;
  if (gtk_widget_get_mapped (self))
    fill (self);
}

static void
mapped_cb (CopilBudgetYears *self)
{
  if (self->stale)
    copil_panel_refresh (self);
}

static void
flush_cb (CopilBudgetYears *self)
{
  if (!self->grid)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (self->grid); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child) && !commit (self, child, TRUE))
      copil_session_refuse (copil_panel_get_session (self));
}

static void
build (CopilBudgetYears *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *empty = adw_status_page_new (),
            *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->box = gtk_stack_new ();
  self->note = make_label (
      _ ("Amounts in euros, typed in place: Enter and the arrows go to the next cell."), 0, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  /* The names go up and down with the amounts. */
  self->frozen = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frozen), GTK_POLICY_NEVER,
                                  GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_vadjustment (
      GTK_SCROLLED_WINDOW (self->frozen),
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)));
  gtk_box_append (GTK_BOX (both), self->frozen);
  gtk_box_append (GTK_BOX (both), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (both), self->scrolled);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_widget_set_margin_top (content, 12);
  gtk_box_append (GTK_BOX (content), self->note);
  gtk_box_append (GTK_BOX (content), both);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "x-office-spreadsheet-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No budget yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("The years stand here once there are lines."));
  gtk_stack_add_named (GTK_STACK (self->box), content, "grid");
  gtk_stack_add_named (GTK_STACK (self->box), empty, "empty");
  copil_panel_set_child (self, self->box);
}

static void
copil_budget_years_dispose (GObject *object)
{
  CopilBudgetYears *self = COPIL_BUDGET_YEARS (object);

  copil_pause_end (&self->pause);
  self->grid = self->names = NULL;
  G_OBJECT_CLASS (copil_budget_years_parent_class)->dispose (object);
}

static void
copil_budget_years_finalize (GObject *object)
{
  CopilBudgetYears *self = COPIL_BUDGET_YEARS (object);

  g_ptr_array_unref (self->amounts);
  g_ptr_array_unref (self->entries);
  g_free (self->shape);
  G_OBJECT_CLASS (copil_budget_years_parent_class)->finalize (object);
}

static void
copil_budget_years_class_init (CopilBudgetYearsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_budget_years_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_budget_years_finalize;
}

static void
copil_budget_years_init (CopilBudgetYears *self)
{
  self->stale = TRUE;
  self->amounts = g_ptr_array_new ();
  self->entries = g_ptr_array_new ();
}

GtkWidget *
copil_budget_years_new (CopilSession *session)
{
  CopilBudgetYears *self = g_object_new (COPIL_TYPE_BUDGET_YEARS, "session", session, NULL);

  build (self);
  g_signal_connect_swapped (self, "map", G_CALLBACK (mapped_cb), self);
  copil_panel_watch (self, "budget_line budget_amount instalment convention", refresh);
  g_signal_connect_object (session, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
