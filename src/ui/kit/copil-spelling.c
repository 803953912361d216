/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-spelling.h"

#ifdef HAVE_ENCHANT

#include <enchant.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Checked so long after the last key, in milliseconds. */
#define PAUSE 400
#define MOST_CORRECTIONS 8
#define LONGEST_WORD 60

/* One for each text view. */
typedef struct
{
  GtkTextView *view; /* not owned: the checker goes with it */
  GtkTextTag *tag;
  GSettings *settings;
  EnchantDict *dictionary;
  guint pause;
} Checker;

static EnchantBroker *broker;

static EnchantDict *
open_dictionary (const char *language)
{
  static const char *const french[] = { "fr_FR", "fr", "fr_FR-classic", NULL };

  if (!broker)
    broker = enchant_broker_init ();
  if (g_str_equal (language, "fr"))
    {
      for (guint i = 0; french[i]; i++)
        if (enchant_broker_dict_exists (broker, french[i]))
          return enchant_broker_request_dict (broker, french[i]);
      return NULL;
    }
  return enchant_broker_dict_exists (broker, language)
             ? enchant_broker_request_dict (broker, language)
             : NULL;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
check (Checker *checker, const char *word)
{
  return enchant_dict_check (checker->dictionary, word, -1) <= 0;
}

/* A word as it stands, or what follows an elision in it ("l’atelier"); names of bodies and numbers
 * are let be. */
static gboolean
is_known (Checker *checker, const char *typed)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean lower = FALSE;
  const char *after;

  for (const char *p = typed; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isdigit (c))
        return TRUE;
      lower |= g_unichar_islower (c);
      g_string_append_unichar (word, is_apostrophe (c) ? '\'' : c);
    }
  if (!lower || g_utf8_strlen (word->str, -1) < 2 || word->len > LONGEST_WORD * 4)
    return TRUE;
  if (check (checker, word->str))
    return TRUE;
  after = strchr (word->str, '\'');
  return after && after - word->str <= 6 && (!after[1] || check (checker, after + 1));
}

/* The next word from the place on: letters, with apostrophes and hyphens between them. FALSE at the
 * end. */
static gboolean
next_word (GtkTextIter *start, GtkTextIter *end)
{
  while (!g_unichar_isalnum (gtk_text_iter_get_char (start)))
    if (!gtk_text_iter_forward_char (start))
      return FALSE;
  *end = *start;
  do
    {
      gunichar c = gtk_text_iter_get_char (end);
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        continue;
      if (is_apostrophe (c))
        {
          GtkTextIter next = *end;
          if (gtk_text_iter_forward_char (&next) &&
              g_unichar_isalpha (gtk_text_iter_get_char (&next)))
            continue;
        }
      break;
    }
  while (gtk_text_iter_forward_char (end));
  return gtk_text_iter_compare (start, end) < 0;
}

static void
check_all (Checker *checker)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (checker->view);
  GtkTextIter start, end, cursor, all_start, all_end;

  gtk_text_buffer_get_bounds (buffer, &all_start, &all_end);
  gtk_text_buffer_remove_tag (buffer, checker->tag, &all_start, &all_end);
  if (!checker->dictionary || !g_settings_get_boolean (checker->settings, "spelling"))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  for (start = all_start; next_word (&start, &end); start = end)
    {
      g_autofree char *word = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      gboolean typing =
          gtk_widget_has_focus (GTK_WIDGET (checker->view)) && gtk_text_iter_equal (&cursor, &end);

      if (!typing && !is_known (checker, word))
        gtk_text_buffer_apply_tag (buffer, checker->tag, &start, &end);
    }
}

static gboolean
pause_cb (gpointer data)
{
  Checker *checker = data;

  checker->pause = 0;
  check_all (checker);
  return G_SOURCE_REMOVE;
}

static void
check_soon (Checker *checker)
{
  g_clear_handle_id (&checker->pause, g_source_remove);
  checker->pause = g_timeout_add (PAUSE, pause_cb, checker);
}

/* The misspelled word around the cursor. */
static char *
get_word (Checker *checker, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (checker->view);

  gtk_text_buffer_get_iter_at_mark (buffer, start, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_has_tag (start, checker->tag) && !gtk_text_iter_ends_tag (start, checker->tag))
    return NULL;
  *end = *start;
  if (!gtk_text_iter_starts_tag (start, checker->tag))
    gtk_text_iter_backward_to_tag_toggle (start, checker->tag);
  if (!gtk_text_iter_ends_tag (end, checker->tag))
    gtk_text_iter_forward_to_tag_toggle (end, checker->tag);
  return gtk_text_buffer_get_text (buffer, start, end, FALSE);
}

/* What can be done about the word at the cursor; NULL where it is known. */
static GMenuModel *
make_menu (Checker *checker)
{
  g_autoptr (GMenu) menu = g_menu_new (), words = g_menu_new (), rest = g_menu_new ();
  GtkTextIter start, end;
  g_autofree char *word = checker->dictionary ? get_word (checker, &start, &end) : NULL;
  char **corrections;
  size_t n = 0;

  if (!word)
    return NULL;
  corrections = enchant_dict_suggest (checker->dictionary, word, -1, &n);
  for (size_t i = 0; i < n && i < MOST_CORRECTIONS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (corrections[i], NULL);
      g_menu_item_set_action_and_target (item, "spelling.correct", "s", corrections[i]);
      g_menu_append_item (words, item);
    }
  if (n == 0)
    g_menu_append (words, _ ("No correction found"), "spelling.none");
  if (corrections)
    enchant_dict_free_string_list (checker->dictionary, corrections);
  g_menu_append (rest, _ ("_Add to my dictionary"), "spelling.add");
  g_menu_append (rest, _ ("_Ignore this word"), "spelling.ignore");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
fill_menu (Checker *checker)
{
  g_autoptr (GMenuModel) menu = make_menu (checker);

  gtk_text_view_set_extra_menu (checker->view, menu);
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The choice is still to be carried out when the popover closes. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/* The same menu alone, under the word, for the keyboard. */
static void
pop_up (Checker *checker, const GtkTextIter *at)
{
  g_autoptr (GMenuModel) menu = make_menu (checker);
  GtkWidget *popover;
  GdkRectangle place;

  if (!menu)
    return;
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_text_view_get_iter_location (checker->view, at, &place);
  gtk_text_view_buffer_to_window_coords (checker->view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y,
                                         &place.x, &place.y);
  gtk_widget_set_parent (popover, GTK_WIDGET (checker->view));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- actions --- */

static void
correct_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Checker *checker = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (checker->view);
  GtkTextIter start, end;
  g_autofree char *word = get_word (checker, &start, &end);

  if (!word)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
  check_all (checker);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Checker *checker = data;
  GtkTextIter start, end;
  g_autofree char *word = get_word (checker, &start, &end);

  if (!word)
    return;
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "add"))
    enchant_dict_add (checker->dictionary, word, -1);
  else
    enchant_dict_add_to_session (checker->dictionary, word, -1);
  check_all (checker);
}

/* Goes to the next word that is not known, round the end, and opens the menu there. */
static gboolean
next_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  Checker *checker = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (checker->view);
  GtkTextIter start, end;

  check_all (checker);
  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  for (int round = 0; round < 2; round++)
    {
      while (gtk_text_iter_forward_to_tag_toggle (&start, checker->tag))
        if (gtk_text_iter_starts_tag (&start, checker->tag))
          {
            end = start;
            gtk_text_iter_forward_to_tag_toggle (&end, checker->tag);
            gtk_text_buffer_select_range (buffer, &start, &end);
            gtk_text_view_scroll_mark_onscreen (checker->view, gtk_text_buffer_get_insert (buffer));
            pop_up (checker, &end);
            return TRUE;
          }
      gtk_text_buffer_get_start_iter (buffer, &start);
      if (gtk_text_iter_starts_tag (&start, checker->tag))
        gtk_text_iter_forward_char (&start);
    }
  gtk_widget_error_bell (widget);
  return TRUE;
}

/* --- following the text, the pointer and the settings --- */

static void
pressed_cb (Checker *checker, int n, double x, double y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (checker->view);
  GtkTextIter at;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (checker->view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y,
                                         &buffer_x, &buffer_y);
  if (gtk_text_view_get_iter_at_location (checker->view, &at, buffer_x, buffer_y) &&
      gtk_text_iter_has_tag (&at, checker->tag))
    gtk_text_buffer_place_cursor (buffer, &at);
  fill_menu (checker);
}

static gboolean
key_cb (Checker *checker, guint key, guint code, GdkModifierType modifiers)
{
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (modifiers & GDK_SHIFT_MASK)))
    fill_menu (checker);
  return GDK_EVENT_PROPAGATE;
}

static void
language_changed_cb (Checker *checker)
{
  g_autofree char *language = g_settings_get_string (checker->settings, "spelling-language");

  if (checker->dictionary)
    enchant_broker_free_dict (broker, checker->dictionary);
  checker->dictionary = open_dictionary (language);
  check_soon (checker);
}

static void
checker_free (gpointer data)
{
  Checker *checker = data;

  g_clear_handle_id (&checker->pause, g_source_remove);
  g_signal_handlers_disconnect_matched (checker->settings, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                        checker);
  g_object_unref (checker->settings);
  if (checker->dictionary)
    enchant_broker_free_dict (broker, checker->dictionary);
  g_free (checker);
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, GtkTextView *view)
{
  check_soon (g_object_get_data (G_OBJECT (view), "copil-spelling"));
}

void
copil_spelling_attach (GtkTextView *view)
{
  static const GActionEntry actions[] = {
    { .name = "correct", .activate = correct_cb, .parameter_type = "s" },
    { .name = "add", .activate = add_cb },
    { .name = "ignore", .activate = add_cb }
  };
  Checker *checker = g_new0 (Checker, 1);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new (),
                     *shortcuts = gtk_shortcut_controller_new ();

  checker->view = view;
  checker->tag =
      gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  checker->settings = g_settings_new (COPIL_APP_ID);
  g_object_set_data_full (G_OBJECT (view), "copil-spelling", checker, checker_free);
  g_signal_connect_swapped (checker->settings, "changed::spelling", G_CALLBACK (check_soon),
                            checker);
  g_signal_connect_swapped (checker->settings, "changed::spelling-language",
                            G_CALLBACK (language_changed_cb), checker);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), view, 0);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), checker);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (group));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), checker);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (press));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), checker);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F7, 0),
                        gtk_callback_action_new (next_cb, checker, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (view), shortcuts);
  language_changed_cb (checker);
}

gboolean
copil_spelling_is_available (const char *language)
{
  EnchantDict *dictionary = open_dictionary (language);

  if (dictionary)
    enchant_broker_free_dict (broker, dictionary);
  return dictionary != NULL;
}

#else

void
copil_spelling_attach (GtkTextView *view)
{
}

gboolean
copil_spelling_is_available (const char *language)
{
  return FALSE;
}

#endif
