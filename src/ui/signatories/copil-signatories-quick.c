/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-signatories-quick.h"

#include <glib/gi18n-lib.h>

#include "copil-picker.h"

struct _CopilSignatoriesQuick
{
  CopilPanel parent_instance;

  gint64 party;
  gboolean setting;
  char *kept; /* the place of what is in the entry and could not be added, or NULL */
  GtkWidget *entry;
  GtkWidget *picker; /* or NULL */
};

G_DEFINE_FINAL_TYPE (CopilSignatoriesQuick, copil_signatories_quick, COPIL_TYPE_PANEL)

/* How the places of what could not be added begin. */
#define PERSON "new person "

static const struct
{
  const char *typed, *civility;
} civilities[] = {
  { "Mme", "Mme" }, { "Madame", "Mme" }, { "Mrs", "Mme" },     { "Ms", "Mme" },
  { "M.", "M." },   { "M", "M." },       { "Monsieur", "M." }, { "Mr", "M." },
};

static CopilUnstored *
get_unstored (CopilSignatoriesQuick *quick)
{
  return copil_session_get_unstored (copil_panel_get_session (quick));
}

static gboolean
is_kept (CopilSignatoriesQuick *quick, const char *place)
{
  return copil_unstored_get (get_unstored (quick), "party", quick->party, place, NULL);
}

static void
set_text (CopilSignatoriesQuick *quick, const char *text)
{
  quick->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (quick->entry), text);
  quick->setting = FALSE;
}

/* Adds the person that is typed to the signatory of that id, or to none. */
static gboolean
write_cb (CopilStore *store, const char *kind, gint64 id, const char *field, const char *typed,
          GError **error)
{
  g_autofree char *civility = NULL, *name = NULL, *function = NULL;
  g_autofree char *party = id ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  copil_signatories_quick_parse (typed, &civility, &name, &function);
  return copil_store_add (store, copil_kind_get ("person"), error, "name", name, "civility",
                          civility, "function", function, "party", party, NULL) != 0;
}

/* Adds the person that is typed, if any; keeps the text where that fails. */
static void
add_typed (CopilSignatoriesQuick *quick)
{
  g_autofree char *typed =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (quick->entry))));
  g_autofree char *place = g_strconcat (PERSON, typed, NULL);
  g_autoptr (GError) error = NULL;

  if (!*typed)
    return;
  /* Emptied first: the change that is coming may well flush. */
  set_text (quick, "");
  if (copil_unstored_store (get_unstored (quick), write_cb, "party", quick->party, place, typed,
                            &error))
    return;
  set_text (quick, typed);
  copil_session_refuse (copil_panel_get_session (quick));
  if (is_kept (quick, place))
    {
      g_free (quick->kept);
      quick->kept = g_steal_pointer (&place);
    }
  else
    copil_session_check (copil_panel_get_session (quick), FALSE, &error);
}

/* Everything else that is typed is stored, too. */
static void
activate_cb (CopilSignatoriesQuick *quick)
{
  copil_session_keep (copil_panel_get_session (quick));
}

/* It is in the entry again, and added from there. */
static void
typed_cb (CopilSignatoriesQuick *quick)
{
  g_autofree char *kept = quick->setting ? NULL : g_steal_pointer (&quick->kept);

  if (kept)
    copil_unstored_forget (get_unstored (quick), "party", quick->party, kept);
}

/* What was kept is added by now. */
static void
unstored_cb (CopilSignatoriesQuick *quick)
{
  if (!quick->kept || is_kept (quick, quick->kept))
    return;
  g_clear_pointer (&quick->kept, g_free);
  set_text (quick, "");
}

/* Another signatory's from now on; what could not be added to it is offered again. */
static void
set_party (CopilSignatoriesQuick *quick, gint64 party)
{
  const char *text = copil_unstored_find (get_unstored (quick), "party", party, PERSON);

  quick->party = party;
  g_clear_pointer (&quick->kept, g_free);
  if (!text || *gtk_editable_get_text (GTK_EDITABLE (quick->entry)))
    return;
  quick->kept = g_strconcat (PERSON, text, NULL);
  set_text (quick, text);
}

static void
picked_cb (CopilSignatoriesQuick *quick)
{
  const char *value = copil_picker_get_value (COPIL_PICKER (quick->picker));

  /* What is typed goes to the one that is picked. */
  if (quick->kept)
    copil_unstored_forget (get_unstored (quick), "party", quick->party, quick->kept);
  set_party (quick, value ? g_ascii_strtoll (value, NULL, 10) : 0);
  gtk_widget_grab_focus (quick->entry);
}

static void
copil_signatories_quick_dispose (GObject *object)
{
  CopilSignatoriesQuick *quick = COPIL_SIGNATORIES_QUICK (object);

  G_OBJECT_CLASS (copil_signatories_quick_parent_class)->dispose (object);
  g_clear_pointer (&quick->kept, g_free);
}

static void
copil_signatories_quick_class_init (CopilSignatoriesQuickClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_signatories_quick_dispose;
}

static void
copil_signatories_quick_init (CopilSignatoriesQuick *quick)
{
}

GtkWidget *
copil_signatories_quick_new (CopilSession *session, gboolean choose)
{
  CopilSignatoriesQuick *quick =
      g_object_new (COPIL_TYPE_SIGNATORIES_QUICK, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  quick->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (quick->entry), _ ("Add: Ms Jane Martin, rector"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (quick->entry), GTK_ENTRY_ICON_PRIMARY,
                                     "contact-new-symbolic");
  gtk_widget_set_tooltip_text (quick->entry,
                               _ ("Civility, name, comma, function; Enter adds the person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (quick->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a person"), -1);
  gtk_widget_set_hexpand (quick->entry, TRUE);
  gtk_widget_set_sensitive (quick->entry,
                            !copil_store_is_read_only (copil_session_get_store (session)));
  g_signal_connect_swapped (quick->entry, "activate", G_CALLBACK (activate_cb), quick);
  gtk_box_append (GTK_BOX (box), quick->entry);
  if (choose)
    {
      quick->picker = copil_picker_new (session, "party", FALSE);
      copil_picker_set_placeholder (COPIL_PICKER (quick->picker), _ ("No signatory"));
      gtk_widget_set_size_request (quick->picker, 150, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (quick->picker)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Signatory of the persons that are added"), -1);
      g_signal_connect_swapped (quick->picker, "picked", G_CALLBACK (picked_cb), quick);
      gtk_box_append (GTK_BOX (box), quick->picker);
    }
  copil_panel_set_child (quick, box);
  copil_panel_set_focus (quick, quick->entry);
  g_signal_connect_swapped (quick->entry, "changed", G_CALLBACK (typed_cb), quick);
  g_signal_connect_object (session, "flush", G_CALLBACK (add_typed), quick, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_unstored (quick), "changed", G_CALLBACK (unstored_cb), quick,
                           G_CONNECT_SWAPPED);
  set_party (quick, 0);
  return GTK_WIDGET (quick);
}

void
copil_signatories_quick_set_party (CopilSignatoriesQuick *quick, gint64 party)
{
  g_autofree char *value = party ? g_strdup_printf ("%" G_GINT64_FORMAT, party) : NULL;

  if (quick->party == party)
    return;
  add_typed (quick);
  if (quick->kept)
    set_text (quick, "");
  set_party (quick, party);
  if (quick->picker)
    copil_picker_set_value (COPIL_PICKER (quick->picker), value);
}

void
copil_signatories_quick_parse (const char *typed, char **civility, char **name, char **function)
{
  g_auto (GStrv) parts = g_strsplit (typed, ",", 2);
  char *rest = g_strstrip (parts[0]), *space = strchr (rest, ' ');

  *civility = NULL;
  *function = parts[0] && parts[1] && *g_strstrip (parts[1]) ? g_strdup (parts[1]) : NULL;
  for (guint i = 0; space && i < G_N_ELEMENTS (civilities); i++)
    if (strlen (civilities[i].typed) == (gsize)(space - rest) &&
        g_ascii_strncasecmp (rest, civilities[i].typed, (gsize)(space - rest)) == 0)
      {
        *civility = g_strdup (civilities[i].civility);
        rest = g_strchug (space);
        break;
      }
  *name = g_strdup (*rest ? rest : typed);
}
