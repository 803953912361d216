/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-export.h"

#include <glib/gi18n-lib.h>

#include "copil-agenda-document.h"
#include "copil-convocation.h"
#include "copil-export.h"
#include "copil-invitation.h"
#include "copil-meeting-pack.h"
#include "copil-publish.h"
#include "copil-query.h"
#include "copil-sign-sheet.h"
#include "copil-value.h"

typedef enum
{
  AGENDA,
  INVITATION,
  CONVOCATION,
  ADDRESSES,
  ATTENDANCE,
  PACK,
  DECISIONS,
  MINUTES,
  ANNEX,
  CORRECTIONS,
  N_PAPERS
} Paper;

/* The name, the words of the menu, the title of the dialog and the name proposed for the file. */
static const struct
{
  const char *name, *label, *title, *file;
} papers[N_PAPERS] = {
  [AGENDA] = { "agenda", N_ ("_Agenda…"), N_ ("Export the Agenda"), N_ ("Agenda %s") },
  [INVITATION] = { "invitation", N_ ("_Invitation for calendars…"), N_ ("Export the Invitation"),
                   N_ ("Invitation %s") },
  [CONVOCATION] = { "convocation", N_ ("_Convocations, a page for each person…"),
                    N_ ("Export the Convocations"), N_ ("Convocations %s") },
  [ADDRESSES] = { "addresses", N_ ("Copy the _e-mail addresses"), NULL, NULL },
  [ATTENDANCE] = { "attendance", N_ ("Attendance _sheet to sign…"),
                   N_ ("Export the Attendance Sheet"), N_ ("Attendance sheet %s") },
  [PACK] = { "pack", N_ ("Meeting _file, all in one document…"), N_ ("Export the Meeting File"),
             N_ ("Meeting file %s") },
  [DECISIONS] = { "decisions", N_ ("Record of _decisions…"), N_ ("Export the Record of Decisions"),
                  N_ ("Record of decisions %s") },
  [MINUTES] = { "minutes", N_ ("_Minutes…"), N_ ("Export the Minutes"), N_ ("Minutes %s") },
  [ANNEX] = { "annex", N_ ("Minutes with their amendments in an anne_x…"),
              N_ ("Export the Minutes"), N_ ("Minutes with amendments %s") },
  [CORRECTIONS] = { "corrections", N_ ("_Table of the amendments…"), N_ ("Export the Amendments"),
                    N_ ("Amendments to the minutes %s") },
};

/* Those that are kept with validated minutes. */
static const Paper kept_papers[COPIL_N_FROZEN] = { [COPIL_FROZEN_MINUTES] = MINUTES,
                                                   [COPIL_FROZEN_DECISIONS] = DECISIONS,
                                                   [COPIL_FROZEN_ANNEX] = ANNEX,
                                                   [COPIL_FROZEN_CORRECTIONS] = CORRECTIONS };

typedef struct
{
  gint64 meeting;
  Paper paper;
  CopilAudience audience;
  char *day; /* the date of the letters */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->day);
  g_free (wanted);
}

static CopilDocument *
build (CopilStore *reader, Wanted *wanted, GError **error)
{
  switch (wanted->paper)
    {
    case AGENDA:
      return copil_agenda_document_new (reader, wanted->meeting, wanted->audience, error);
    case CONVOCATION:
      return copil_convocation_new (reader, wanted->meeting, wanted->day, wanted->audience, error);
    case ATTENDANCE:
      return copil_sign_sheet_new (reader, wanted->meeting, error);
    case PACK:
      return copil_meeting_pack_new (reader, wanted->meeting, wanted->audience, error);
    case INVITATION:
    case ADDRESSES:
    case DECISIONS:
    case CORRECTIONS:
    case MINUTES:
    case ANNEX:
    case N_PAPERS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* In a thread. */
static gboolean
write_file (CopilStore *reader, const char *path, gpointer data, GError **error)
{
  Wanted *wanted = data;
  g_autoptr (CopilDocument) document = NULL;

  if (wanted->paper == INVITATION)
    {
      g_autoptr (GBytes) bytes =
          copil_invitation_new (reader, wanted->meeting, wanted->audience, error);
      return bytes && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                                (gssize)g_bytes_get_size (bytes),
                                                G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
    }
  for (CopilFrozen kept = 0; kept < COPIL_N_FROZEN; kept++)
    if (wanted->paper == kept_papers[kept])
      return copil_publish_kept (reader, wanted->meeting, kept, wanted->audience, path,
                                 g_cancellable_get_current (), error);
  document = build (reader, wanted, error);
  return document &&
         copil_publish_document (reader, document, path, g_cancellable_get_current (), error);
}

/* On the clipboard, for the "To" of a letter; says who has none. */
static void
copy_addresses (GtkWidget *from, CopilSession *session, gint64 meeting)
{
  guint missing;
  g_autofree char *line = NULL, *text = NULL;

  copil_session_flush (session);
  line = copil_convocation_get_addresses (copil_session_get_store (session), meeting, &missing);
  if (!*line)
    {
      copil_session_toast (session, _ ("Nobody who is convened has an e-mail address."));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (from), line);
  text =
      missing > 0
          ? g_strdup_printf (ngettext ("The addresses are copied; %u person has none.",
                                       "The addresses are copied; %u persons have none.", missing),
                             missing)
          : g_strdup (_ ("The addresses are copied."));
  copil_session_toast (session, text);
}

GMenuModel *
copil_meeting_export_menu_new (void)
{
  static const Paper last_of_sections[] = { ADDRESSES, PACK, CORRECTIONS };
  GMenu *menu = g_menu_new ();
  Paper paper = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (last_of_sections); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (; paper <= last_of_sections[i]; paper++)
        {
          g_autofree char *action = g_strdup_printf ("page.export-meeting::%s", papers[paper].name);
          g_menu_append (section, _ (papers[paper].label), action);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  {
    g_autoptr (GMenu) options = g_menu_new ();
    g_menu_append (options, _ ("For _public release: leave out what is confidential"),
                   "page.public");
    g_menu_append_section (menu, NULL, G_MENU_MODEL (options));
  }
  return G_MENU_MODEL (menu);
}

void
copil_meeting_export_run (GtkWidget *from, CopilSession *session, gint64 meeting, const char *what,
                          CopilAudience audience)
{
  g_autofree char *date = NULL, *plain = NULL, *name = NULL;
  Paper paper = 0;
  Wanted *wanted;

  while (paper < N_PAPERS && !g_str_equal (papers[paper].name, what))
    paper++;
  g_return_if_fail (paper < N_PAPERS);
  if (paper == ADDRESSES)
    {
      copy_addresses (from, session, meeting);
      return;
    }
  copil_session_flush (session);
  date = copil_store_query_dup_text (copil_session_get_store (session),
                                     "SELECT date FROM meeting WHERE id = ?1", "i", meeting);
  plain = g_strstrip (g_strdup_printf (_ (papers[paper].file), date ? date : ""));
  /* Translators: name of a file: what it holds and its date, for the public */
  name = audience == COPIL_AUDIENCE_PUBLIC ? g_strdup_printf (_ ("%s (public)"), plain)
                                           : g_strdup (plain);
  wanted = g_new0 (Wanted, 1);
  wanted->meeting = meeting;
  wanted->paper = paper;
  wanted->audience = audience;
  wanted->day = g_strdup (copil_today ());
  copil_export_run (from, session, _ (papers[paper].title), name,
                    paper == INVITATION ? _ ("Calendar invitation") : _ ("OpenDocument text"),
                    paper == INVITATION ? ".ics" : ".odt", write_file, wanted, wanted_free);
}
