/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-passage-editor.h"

#include <glib/gi18n-lib.h>

#include "copil-field.h"
#include "copil-focus.h"
#include "copil-passage-edit.h"
#include "copil-passage-row.h"
#include "copil-record.h"
#include "copil-records-page.h"

struct _CopilPassageEditor
{
  CopilPanel parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *note;
  GtkWidget *go;
  GtkWidget *fields; /* the controls */
  GtkWidget *parties;
  GtkWidget *party_label;
  GtkWidget *party_list;

  GPtrArray *passages;
  GArray *ids;
  CopilField *field; /* of the convention, as one of a proposal */
  char *shown;       /* what the controls were made for */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (CopilPassageEditor, copil_passage_editor, COPIL_TYPE_PANEL)

enum
{
  PARTIES,
  CHOSEN,
  GO,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Fields of a proposal that are called otherwise for a signatory. */
static const CopilField short_name = { "label", N_ ("Short name"), COPIL_FIELD_TEXT, 0 },
                        full_name = { "text", N_ ("Name"), COPIL_FIELD_TEXT, 0 },
                        title = { "text", N_ ("Title"), COPIL_FIELD_TEXT, 0 },
                        indicator_name = { "text", N_ ("Name"), COPIL_FIELD_TEXT, 0 },
                        target_value = { "quantity", N_ ("Value"), COPIL_FIELD_NUMBER, 0 },
                        target_date = { "due", N_ ("Date"), COPIL_FIELD_DATE, 0 };

static const CopilField *
get_field (const char *name)
{
  return copil_kind_get_field (copil_kind_get ("passage"), name);
}

/* --- the controls --- */

static GtkWidget *
add_line (CopilPassageEditor *editor)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (editor->fields), line);
  return line;
}

/* What a person corrected is not doubtful any more. */
static gboolean
store_value (CopilStore *store, const char *kind, gint64 id, const char *field, const char *value,
             GError **error)
{
  return copil_passage_set (store, copil_store_get_int (store, "passage", id, "source"), id, field,
                            value, error);
}

static void
add_control (CopilPassageEditor *editor, GtkWidget *line, const CopilField *field)
{
  GtkWidget *control =
      copil_field_control_new (copil_panel_get_session (editor), copil_kind_get ("passage"), field);

  copil_field_control_set_store (COPIL_FIELD_CONTROL (control), store_value);
  gtk_box_append (GTK_BOX (line), control);
}

static void
clear_controls (CopilPassageEditor *editor)
{
  for (GtkWidget *line; (line = gtk_widget_get_first_child (editor->fields));)
    gtk_box_remove (GTK_BOX (editor->fields), line);
  g_clear_pointer (&editor->field, g_free);
}

/* A field of the convention keeps its own way of being typed. */
static void
add_convention_field (CopilPassageEditor *editor, const CopilPassage *passage)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("convention"), passage->label);

  if (!field)
    return;
  editor->field = g_memdup2 (field, sizeof *field);
  editor->field->name = "text";
  editor->field->flags = COPIL_FIELD_NONE;
  add_control (editor, add_line (editor), editor->field);
}

static void
make_controls (CopilPassageEditor *editor, const CopilPassage *passage)
{
  GtkWidget *line;

  clear_controls (editor);
  switch (passage->kind)
    {
    case COPIL_DRAFT_FIELD:
      add_convention_field (editor, passage);
      break;
    case COPIL_DRAFT_PARTY:
      add_control (editor, add_line (editor), &full_name);
      line = add_line (editor);
      add_control (editor, line, &short_name);
      add_control (editor, line, get_field ("representative"));
      break;
    case COPIL_DRAFT_ENGAGEMENT:
      add_control (editor, add_line (editor), get_field ("text"));
      line = add_line (editor);
      add_control (editor, line, get_field ("label"));
      add_control (editor, line, get_field ("strength"));
      add_control (editor, line, get_field ("due"));
      line = add_line (editor);
      add_control (editor, line, get_field ("quantity"));
      add_control (editor, line, get_field ("unit"));
      break;
    case COPIL_DRAFT_INDICATOR:
      line = add_line (editor);
      add_control (editor, line, &indicator_name);
      add_control (editor, line, get_field ("unit"));
      break;
    case COPIL_DRAFT_TARGET:
      line = add_line (editor);
      add_control (editor, line, &target_value);
      add_control (editor, line, &target_date);
      break;
    default:
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      gtk_box_append (GTK_BOX (editor->fields), line);
      add_control (editor, line, get_field ("label"));
      add_control (editor, line, &title);
      gtk_widget_set_hexpand (gtk_widget_get_last_child (line), TRUE);
      break;
    }
}

/* Controls are made anew only where others are needed: what is being typed stays. */
static void
show_controls (CopilPassageEditor *editor, const CopilPassage *passage)
{
  g_autofree char *needed =
      passage->kind == COPIL_DRAFT_FIELD
          ? g_strdup_printf ("%d %s", passage->kind, passage->label)
          : g_strdup_printf ("%d", passage->kind == COPIL_DRAFT_ARTICLE ? COPIL_DRAFT_AXIS
                                                                        : passage->kind);
  g_autoptr (CopilRecord) record = NULL;

  if (g_strcmp0 (needed, editor->shown) != 0)
    {
      make_controls (editor, passage);
      g_free (editor->shown);
      editor->shown = g_steal_pointer (&needed);
    }
  record =
      copil_store_load (copil_panel_get_store (editor), copil_kind_get ("passage"), passage->id);
  for (GtkWidget *line = gtk_widget_get_first_child (editor->fields); line && record;
       line = gtk_widget_get_next_sibling (line))
    for (GtkWidget *control = gtk_widget_get_first_child (line); control;
         control = gtk_widget_get_next_sibling (control))
      copil_field_control_set (
          COPIL_FIELD_CONTROL (control), passage->id,
          copil_record_get (record,
                            copil_field_control_get_field (COPIL_FIELD_CONTROL (control))->name));
}

/* --- who commits --- */

static void
party_toggled_cb (CopilPassageEditor *editor)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  if (editor->filling)
    return;
  for (GtkWidget *check = gtk_widget_get_first_child (editor->party_list); check;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_string_append_printf (ids, "%s%s", ids->len ? " " : "",
                              (const char *)g_object_get_data (G_OBJECT (check), "id"));
  g_signal_emit (editor, signals[PARTIES], 0, ids->len ? ids->str : NULL);
}

static void
fill_parties (CopilPassageEditor *editor, const CopilPassage *passage)
{
  g_auto (GStrv) chosen = g_strsplit (passage->parties ? passage->parties : "", " ", -1);
  g_autofree char *names = copil_passage_dup_party_names (editor->passages, passage);
  gboolean open = gtk_widget_get_visible (
      GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (editor->parties))));
  GtkWidget *check = gtk_widget_get_first_child (editor->party_list);

  editor->filling = TRUE;
  for (GtkWidget *gone; !open && (gone = gtk_widget_get_first_child (editor->party_list));)
    gtk_box_remove (GTK_BOX (editor->party_list), gone);
  for (guint i = 0; i < editor->passages->len; i++)
    {
      const CopilPassage *party = editor->passages->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, party->id);

      if (party->kind != COPIL_DRAFT_PARTY || party->state == COPIL_PASSAGE_ASIDE)
        continue;
      if (!open)
        {
          check = gtk_check_button_new_with_label (party->label && *party->label ? party->label
                                                                                 : party->text);
          g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
          g_signal_connect_object (check, "toggled", G_CALLBACK (party_toggled_cb), editor,
                                   G_CONNECT_SWAPPED);
          gtk_box_append (GTK_BOX (editor->party_list), check);
        }
      if (check)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                     g_strv_contains ((const char *const *)chosen, id));
      if (open && check)
        check = gtk_widget_get_next_sibling (check);
    }
  editor->filling = FALSE;
  gtk_label_set_text (GTK_LABEL (editor->party_label), names ? names : _ ("Nobody"));
  gtk_widget_set_tooltip_text (editor->parties, names);
  {
    g_autofree char *name = g_strdup_printf (_ ("Who commits: %s"), names ? names : _ ("Nobody"));

    gtk_accessible_update_property (GTK_ACCESSIBLE (editor->parties), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
  }
}

/* --- the whole --- */

static const CopilPassage *
get_passage (CopilPassageEditor *editor, guint i)
{
  guint place = copil_passages_find (editor->passages, g_array_index (editor->ids, gint64, i));

  return place == G_MAXUINT ? NULL : editor->passages->pdata[place];
}

/* What a new text changes, in words: "Text, Due". */
static char *
dup_changed (const CopilPassage *passage)
{
  g_auto (GStrv) names = g_strsplit (passage->changed ? passage->changed : "", " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; names[i]; i++)
    {
      const CopilField *field = get_field (names[i]);
      const char *word = field                             ? copil_field_get_label (field)
                         : g_str_equal (names[i], "place") ? _ ("Place in the text")
                                                           : NULL;

      if (word)
        g_string_append_printf (words, "%s%s", words->len ? ", " : "", word);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* What the file says until the change is accepted. */
static char *
dup_before (CopilPassageEditor *editor, const CopilPassage *passage)
{
  const char *name = copil_passage_get_record_kind (passage);
  const CopilKind *kind = name ? copil_kind_get (name) : NULL;
  CopilStore *store = copil_panel_get_store (editor);
  g_autoptr (CopilRecord) record = NULL;

  if (!kind || !passage->record)
    return NULL;
  record = copil_store_load (store, kind, passage->record);
  if (!record)
    return NULL;
  return copil_record_format (record, store,
                              passage->kind == COPIL_DRAFT_FIELD   ? passage->label
                              : passage->kind == COPIL_DRAFT_PARTY ? "name"
                                                                   : kind->title_field);
}

static void
show_note (CopilPassageEditor *editor, const CopilPassage *passage)
{
  g_autofree char *note = NULL, *changed = NULL, *before = NULL;

  if (passage->state == COPIL_PASSAGE_ACCEPTED)
    note = g_strdup (passage->change == COPIL_PASSAGE_SAME
                         ? _ ("The file says the same already.")
                         : _ ("It is in the file: change it on its page, or take it back."));
  else if (passage->state == COPIL_PASSAGE_ASIDE)
    note = g_strdup (_ ("It is set aside, and stays out of the file."));
  else if (passage->change == COPIL_PASSAGE_GONE)
    note = g_strdup (passage->kind == COPIL_DRAFT_ENGAGEMENT
                         ? _ ("The text does not speak of it any more. Accepting marks it as "
                              "abandoned; setting it aside leaves it as it is.")
                         : _ ("The text does not speak of it any more. Accepting takes it out of "
                              "the file where nothing else speaks of it; setting it aside leaves "
                              "it as it is."));
  else if (passage->change == COPIL_PASSAGE_CHANGED)
    {
      changed = dup_changed (passage);
      before = dup_before (editor, passage);
      note = g_strdup_printf (_ ("The new text changes: %s. In the file until now: “%s”."), changed,
                              before ? before : "");
    }
  else if (passage->kind == COPIL_DRAFT_ARTICLE)
    note = g_strdup (_ ("An article that is no axis stays out of the file. Make it an axis if it "
                        "holds engagements."));
  else if (passage->doubtful)
    note = g_strdup (_ ("Check it in the text: it was not certain."));
  gtk_label_set_text (GTK_LABEL (editor->note), note ? note : "");
  gtk_widget_set_visible (editor->note, note != NULL);
}

static void
show (CopilPassageEditor *editor)
{
  const CopilPassage *first = editor->ids->len ? get_passage (editor, 0) : NULL;
  gboolean several = editor->ids->len > 1, engagement, open;
  g_autofree char *heading = NULL;

  gtk_widget_set_visible (editor->box, first != NULL);
  if (!first)
    return;
  engagement = first->kind == COPIL_DRAFT_ENGAGEMENT;
  open = first->state != COPIL_PASSAGE_ACCEPTED && first->change != COPIL_PASSAGE_GONE &&
         !copil_store_is_read_only (copil_panel_get_store (editor));
  heading = several ? g_strdup_printf (ngettext ("%u proposal selected", "%u proposals selected",
                                                 editor->ids->len),
                                       editor->ids->len)
                    : g_strdup (copil_passage_get_kind_label (first->kind));
  gtk_label_set_text (GTK_LABEL (editor->title), heading);
  gtk_widget_set_visible (editor->fields, !several);
  copil_focus_set_sensitive (editor->fields, open);
  gtk_widget_set_visible (editor->parties, engagement);
  copil_focus_set_sensitive (editor->parties, open);
  gtk_widget_set_visible (editor->go,
                          !several && first->record && first->kind != COPIL_DRAFT_TARGET);
  if (several)
    gtk_widget_set_visible (editor->note, FALSE);
  else
    {
      show_note (editor, first);
      show_controls (editor, first);
    }
  if (engagement)
    fill_parties (editor, first);
}

static void
go_cb (CopilPassageEditor *editor)
{
  const CopilPassage *first = editor->ids->len ? get_passage (editor, 0) : NULL;

  if (first && first->record)
    g_signal_emit (editor, signals[GO], 0, copil_passage_get_record_kind (first), first->record);
}

static void
copil_passage_editor_dispose (GObject *object)
{
  CopilPassageEditor *editor = COPIL_PASSAGE_EDITOR (object);

  G_OBJECT_CLASS (copil_passage_editor_parent_class)->dispose (object);
  g_clear_pointer (&editor->passages, g_ptr_array_unref);
  g_clear_pointer (&editor->ids, g_array_unref);
  g_clear_pointer (&editor->field, g_free);
  g_clear_pointer (&editor->shown, g_free);
}

static void
copil_passage_editor_class_init (CopilPassageEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_passage_editor_dispose;
  signals[PARTIES] = g_signal_new ("parties", COPIL_TYPE_PASSAGE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", COPIL_TYPE_PASSAGE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[GO] = g_signal_new ("go", COPIL_TYPE_PASSAGE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

/* GTK 4.8 ticks a lone check button when an arrow leaves it: go to the next one here. */
static gboolean
arrow_cb (CopilPassageEditor *editor, guint key, guint code, GdkModifierType state)
{
  GtkWidget *at = gtk_widget_get_focus_child (editor->party_list);

  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  if (at)
    at = key == GDK_KEY_Down ? gtk_widget_get_next_sibling (at) : gtk_widget_get_prev_sibling (at);
  if (at)
    gtk_widget_grab_focus (at);
  return GDK_EVENT_STOP;
}

static void
closed_cb (CopilPassageEditor *editor)
{
  g_signal_emit (editor, signals[CHOSEN], 0);
}

static GtkWidget *
make_parties (CopilPassageEditor *editor)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new (),
            *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  editor->party_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (editor->party_label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("avatar-default-symbolic"));
  gtk_box_append (GTK_BOX (content), editor->party_label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  editor->party_list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (arrow_cb), editor);
  gtk_widget_add_controller (editor->party_list, keys);
  gtk_popover_set_child (GTK_POPOVER (popover), editor->party_list);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), editor, G_CONNECT_SWAPPED);
  return button;
}

static void
copil_passage_editor_init (CopilPassageEditor *editor)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  editor->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  editor->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (editor->box, "form");
  copil_panel_set_child (editor, editor->box);
  editor->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (editor->title), 0);
  gtk_widget_add_css_class (editor->title, "heading");
  gtk_widget_set_hexpand (editor->title, TRUE);
  gtk_box_append (GTK_BOX (head), editor->title);
  editor->parties = make_parties (editor);
  gtk_box_append (GTK_BOX (head), editor->parties);
  editor->go = copil_records_page_make_button (_ ("S_how its page"));
  g_signal_connect_swapped (editor->go, "clicked", G_CALLBACK (go_cb), editor);
  gtk_box_append (GTK_BOX (head), editor->go);
  gtk_box_append (GTK_BOX (editor->box), head);
  editor->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (editor->note), 0);
  gtk_label_set_wrap (GTK_LABEL (editor->note), TRUE);
  gtk_label_set_lines (GTK_LABEL (editor->note), 4);
  gtk_label_set_ellipsize (GTK_LABEL (editor->note), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (editor->box), editor->note);
  editor->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (editor->box), editor->fields);
}

GtkWidget *
copil_passage_editor_new (CopilSession *session)
{
  return g_object_new (COPIL_TYPE_PASSAGE_EDITOR, "session", session, NULL);
}

void
copil_passage_editor_set (CopilPassageEditor *editor, GPtrArray *passages, GArray *ids)
{
  g_ptr_array_ref (passages);
  g_clear_pointer (&editor->passages, g_ptr_array_unref);
  editor->passages = passages;
  g_array_ref (ids);
  g_clear_pointer (&editor->ids, g_array_unref);
  editor->ids = ids;
  show (editor);
}

void
copil_passage_editor_focus (CopilPassageEditor *editor)
{
  static const char *const names[] = { "text", "quantity" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (GtkWidget *line = gtk_widget_get_first_child (editor->fields); line;
         line = gtk_widget_get_next_sibling (line))
      for (GtkWidget *control = gtk_widget_get_first_child (line); control;
           control = gtk_widget_get_next_sibling (control))
        if (g_str_equal (copil_field_control_get_field (COPIL_FIELD_CONTROL (control))->name,
                         names[i]))
          {
            copil_field_control_focus (COPIL_FIELD_CONTROL (control));
            return;
          }
}

gboolean
copil_passage_editor_choose_parties (CopilPassageEditor *editor)
{
  if (!gtk_widget_get_mapped (editor->parties) || !gtk_widget_is_sensitive (editor->parties))
    return FALSE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (editor->parties));
  return TRUE;
}
