/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-day.h"
#include "copil-fold.h"
#include "copil-kind.h"
#include "copil-rules.h"

/* Place of a kind among all kinds: the convention's clauses first. */
static guint
kind_place (const char *name)
{
  const CopilKind *const *kinds = copil_kinds ();
  guint place = 0;

  if (g_str_equal (name, "clause"))
    name = "convention";
  while (kinds[place] && !g_str_equal (kinds[place]->name, name))
    place++;
  return place;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const CopilDeadline *one = *(const CopilDeadline *const *)a;
  const CopilDeadline *other = *(const CopilDeadline *const *)b;
  int order = strcmp (one->date, other->date);

  if (order == 0)
    order = (int)kind_place (one->kind) - (int)kind_place (other->kind);
  if (order == 0)
    order = one->id < other->id ? -1 : one->id > other->id;
  return order != 0 ? order : copil_collate (one->title, other->title);
}

CopilDeadline *
copil_deadline_new (const char *date, const char *title, const char *article, const char *kind,
                    gint64 id, CopilDeadlineState state)
{
  CopilDeadline *deadline = g_new0 (CopilDeadline, 1);

  deadline->date = g_strdup (date);
  deadline->title = g_strdup (title ? title : "");
  deadline->article = article && *article ? g_strdup (article) : NULL;
  deadline->kind = g_strdup (kind);
  deadline->id = id;
  deadline->state = state;
  deadline->note = copil_day_dup_note (date);
  return deadline;
}

void
copil_deadline_free (CopilDeadline *deadline)
{
  g_free (deadline->date);
  g_free (deadline->title);
  g_free (deadline->article);
  g_free (deadline->kind);
  g_free (deadline->reckoning);
  g_free (deadline->note);
  g_free (deadline->sort);
  g_free (deadline->parties);
  g_free (deadline->fulfilled);
  g_free (deadline);
}

char *
copil_deadline_dup_note (const CopilDeadline *deadline)
{
  if (deadline->note && deadline->fulfilled)
    return g_strdup_printf ("%s; %s", deadline->note, deadline->fulfilled);
  return g_strdup (deadline->fulfilled ? deadline->fulfilled : deadline->note);
}

CopilDeadline *
copil_deadline_copy (const CopilDeadline *deadline)
{
  CopilDeadline *copy = copil_deadline_new (deadline->date, deadline->title, deadline->article,
                                            deadline->kind, deadline->id, deadline->state);

  copy->reckoning = g_strdup (deadline->reckoning);
  g_free (copy->note);
  copy->note = g_strdup (deadline->note);
  copy->sort = g_strdup (deadline->sort);
  copy->parties = g_strdup (deadline->parties);
  copy->fulfilled = g_strdup (deadline->fulfilled);
  copy->clause = deadline->clause;
  copy->fulfilment = deadline->fulfilment;
  return copy;
}

gboolean
copil_deadline_is_near (const CopilDeadline *deadline, const char *today, int days)
{
  g_autofree char *last = NULL;

  if (deadline->state != COPIL_DEADLINE_DUE)
    return deadline->state == COPIL_DEADLINE_PAST;
  last = copil_day_add (today, days);
  return strcmp (deadline->date, last) <= 0;
}

CopilDeadlineState
copil_deadline_state_for (const char *status, const char *due, const char *today)
{
  if (copil_status_is_settled (status))
    return COPIL_DEADLINE_DONE;
  return copil_status_is_late (status, due, today) ? COPIL_DEADLINE_PAST : COPIL_DEADLINE_DUE;
}

const char *
copil_deadline_state_get_name (CopilDeadlineState state)
{
  return state == COPIL_DEADLINE_DONE ? "done" : state == COPIL_DEADLINE_PAST ? "past" : "due";
}

const char *
copil_deadline_state_get_label (CopilDeadlineState state)
{
  return state == COPIL_DEADLINE_DONE   ? C_ ("deadline", "Done")
         : state == COPIL_DEADLINE_PAST ? C_ ("deadline", "Past")
                                        : C_ ("deadline", "To come");
}

void
copil_deadlines_sort (GPtrArray *deadlines)
{
  g_ptr_array_sort (deadlines, compare_cb);
}
