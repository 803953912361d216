/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-clock.h"

#include "copil-sitting.h"
#include "copil-view-record.h"

/* What has passed is written when it is as long, in seconds. */
#define LONGEST 60
/* Seconds: what a file says beyond this is no time that anybody spent. */
#define MOST_STORED 9999999

struct _CopilSittingClock
{
  GObject parent_instance;

  CopilSession *session;
  gint64 meeting;
  gint64 item;
  gboolean suspended;
  gboolean counts;
  gboolean has_run;
  gint64 since; /* monotonic, in microseconds; 0 while it stands */
  guint timer;
};

G_DEFINE_FINAL_TYPE (CopilSittingClock, copil_sitting_clock, G_TYPE_OBJECT)

enum
{
  TICK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static CopilStore *
get_store (CopilSittingClock *clock)
{
  return copil_session_get_store (clock->session);
}

/* Whole seconds that are not written yet. */
static guint
get_passed (CopilSittingClock *clock)
{
  return clock->since ? (guint)((g_get_monotonic_time () - clock->since) / G_USEC_PER_SEC) : 0;
}

static void
write_passed (CopilSittingClock *clock)
{
  guint passed = get_passed (clock);
  g_autoptr (GError) error = NULL;

  if (passed == 0 || copil_store_in_transaction (get_store (clock)))
    return;
  clock->since += (gint64)passed * G_USEC_PER_SEC;
  copil_session_check (
      clock->session, copil_sitting_spend (get_store (clock), clock->item, passed, &error), &error);
}

/* Runs or stands, as it now must. */
static void
update (CopilSittingClock *clock)
{
  gboolean runs = clock->item && clock->counts && !clock->suspended;

  if (runs && !clock->since)
    {
      clock->since = g_get_monotonic_time ();
      clock->has_run = TRUE;
    }
  else if (!runs && clock->since)
    {
      write_passed (clock);
      clock->since = 0;
    }
  g_signal_emit (clock, signals[TICK], 0);
}

static gboolean
tick_cb (gpointer data)
{
  CopilSittingClock *clock = data;

  if (get_passed (clock) >= LONGEST)
    write_passed (clock);
  g_signal_emit (clock, signals[TICK], 0);
  return G_SOURCE_CONTINUE;
}

static void
read_counts (CopilSittingClock *clock)
{
  clock->counts = !copil_store_is_read_only (get_store (clock)) &&
                  copil_sitting_is_now (get_store (clock), clock->meeting);
}

static void
changed_cb (CopilSittingClock *clock, CopilChanges *changes)
{
  if (!clock->timer || !copil_changes_has (changes, "meeting", clock->meeting))
    return;
  read_counts (clock);
  update (clock);
}

static void
copil_sitting_clock_dispose (GObject *object)
{
  CopilSittingClock *clock = COPIL_SITTING_CLOCK (object);

  g_clear_handle_id (&clock->timer, g_source_remove);
  g_clear_object (&clock->session);
  G_OBJECT_CLASS (copil_sitting_clock_parent_class)->dispose (object);
}

static void
copil_sitting_clock_class_init (CopilSittingClockClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_sitting_clock_dispose;
  signals[TICK] = g_signal_new ("tick", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
copil_sitting_clock_init (CopilSittingClock *clock)
{
}

CopilSittingClock *
copil_sitting_clock_new (CopilSession *session, gint64 meeting)
{
  CopilSittingClock *clock = g_object_new (COPIL_TYPE_SITTING_CLOCK, NULL);

  clock->session = g_object_ref (session);
  clock->meeting = meeting;
  read_counts (clock);
  clock->timer = g_timeout_add_seconds (1, tick_cb, clock);
  g_signal_connect_object (session, "flush", G_CALLBACK (write_passed), clock, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_store (clock), "changed", G_CALLBACK (changed_cb), clock,
                           G_CONNECT_SWAPPED);
  return clock;
}

void
copil_sitting_clock_set_item (CopilSittingClock *clock, gint64 item)
{
  if (clock->item == item)
    return;
  write_passed (clock);
  clock->since = 0;
  clock->item = item;
  update (clock);
}

void
copil_sitting_clock_set_suspended (CopilSittingClock *clock, gboolean suspended)
{
  clock->suspended = suspended;
  update (clock);
}

gboolean
copil_sitting_clock_is_suspended (CopilSittingClock *clock)
{
  return clock->suspended;
}

gboolean
copil_sitting_clock_counts (CopilSittingClock *clock)
{
  return clock->counts;
}

gboolean
copil_sitting_clock_has_run (CopilSittingClock *clock)
{
  return clock->has_run;
}

guint
copil_sitting_clock_get_spent (CopilSittingClock *clock, gint64 item)
{
  gint64 stored = copil_view_get_field (get_store (clock), "item", item, "elapsed");

  return (guint)CLAMP (stored, 0, MOST_STORED) + (item == clock->item ? get_passed (clock) : 0);
}

guint
copil_sitting_clock_get_total (CopilSittingClock *clock)
{
  gint64 stored = copil_sitting_get_spent (get_store (clock), clock->meeting);

  return (guint)CLAMP (stored, 0, MOST_STORED) + get_passed (clock);
}

void
copil_sitting_clock_stop (CopilSittingClock *clock)
{
  copil_sitting_clock_set_item (clock, 0);
  g_clear_handle_id (&clock->timer, g_source_remove);
}
