/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What typing leaves in the journal: how much it is, how it is taken back, merged, and read where
 * somebody spoiled it. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "copil-changeset.h"
#include "copil-merge.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-store-private.h"
#include "../support/scratch.h"

#define N_ITEMS 4
#define N_PAUSES 540
#define SECONDS_A_PAUSE 5

typedef struct
{
  char *folder, *path;
  CopilStore *store;
  gint64 item[N_ITEMS];
  GRand *rand;
} Fixture;

static gint64 now;

static gint64
clock_cb (void)
{
  return now;
}

/* --- helpers --- */

static const CopilKind *
item_kind (void)
{
  return copil_kind_get ("item");
}

static CopilStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  CopilStore *store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  store->clock = clock_cb;
  copil_store_set_author (store, "Jeanne Martin");
  return store;
}

static char *
path_in (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static goffset
snapshot (CopilStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;
  GStatBuf about;

  g_unlink (path);
  g_assert_true (copil_store_snapshot (store, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  return about.st_size;
}

static char *
get_notes (CopilStore *store, gint64 item)
{
  return copil_store_query_dup_text (store, "SELECT coalesce (notes, '') FROM item WHERE id = ?1",
                                     "i", item);
}

static void
set_notes (CopilStore *store, gint64 item, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_edit (store, item_kind (), item, "notes", text, &error));
  g_assert_no_error (error);
}

/* What somebody says in fifty characters or so. */
static char *
make_phrase (GRand *rand)
{
  static const char *const words[] = {
    "la",      "séance",     "le",       "rectorat",   "propose",   "que",        "lycéens",
    "stages",  "territoire", "pilote",   "signataire", "branche",   "de",         "les",
    "plateau", "technique",  "Campus",   "métiers",    "qualité",   "avant",      "l’été",
    "accord",  "échéance",   "bilan",    "annuel",     "demande",   "précise",    "rappelle",
    "chiffre", "indicateur", "académie", "entreprise", "formation", "apprentis",  "région",
    "budget",  "financer",   "action",   "calendrier", "prochain",  "comité",     "réserve",
    "mixité",  "filles",     "garçons",  "industrie",  "numérique", "robot",      "soudage",
    "2024",    "12",         "350",      "septembre",  "mars",      "convention", "avenant"
  };
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 45)
    g_string_append_printf (text, "%s ",
                            words[g_rand_int_range (rand, 0, (int)G_N_ELEMENTS (words))]);
  if (g_rand_boolean (rand))
    g_string_append (text, ". \n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A pause later, the next phrase stands at the end; sometimes a word in the middle was mended. */
static void
type_phrase (Fixture *fixture, CopilStore *store, gint64 item)
{
  g_autofree char *before = get_notes (store, item), *phrase = make_phrase (fixture->rand);
  g_autofree char *after = g_strconcat (before, phrase, NULL);
  char *word = g_rand_int_range (fixture->rand, 0, 8) == 0 ? strstr (after, "robot") : NULL;

  if (word)
    memcpy (word, "ROBOT", 5);
  now += SECONDS_A_PAUSE * G_USEC_PER_SEC;
  set_notes (store, item, after);
}

static guint
undo_all (CopilStore *store)
{
  guint n = 0;

  for (; copil_store_get_undo_name (store); n++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (copil_store_undo (store, &error));
      g_assert_no_error (error);
    }
  return n;
}

static guint
redo_all (CopilStore *store)
{
  guint n = 0;

  for (; copil_store_get_redo_name (store); n++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (copil_store_redo (store, &error));
      g_assert_no_error (error);
    }
  return n;
}

static void
assert_sound (CopilStore *store)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  copil_store_check (store, faults);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *)faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Each entry begins with the text that the one before it left, up to what the record says. */
static void
assert_journal_tells_all (Fixture *fixture)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (fixture->store, "SELECT id FROM journal ORDER BY id", NULL);
  g_autoptr (GHashTable) texts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  guint n = 0;

  while (copil_query_next (query))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
          copil_journal_read (fixture->store, copil_query_int (query, 0), &error);
      CopilTextChange change;
      const char *known;

      g_assert_no_error (error);
      if (!copil_changeset_find_text (bytes, &change) || !g_str_equal (change.table, "item"))
        continue;
      known = g_hash_table_lookup (texts, &change.record);
      g_assert_cmpmem (change.before.text, change.before.length, known, known ? strlen (known) : 0);
      g_hash_table_replace (
          texts, g_memdup2 (&change.record, sizeof change.record),
          g_strndup (change.after.text ? change.after.text : "", change.after.length));
      n++;
    }
  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *text = get_notes (fixture->store, fixture->item[i]);
      const char *known = g_hash_table_lookup (texts, &fixture->item[i]);
      g_assert_cmpstr (text, ==, known ? known : "");
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 meeting;

  now = 1;
  fixture->rand = g_rand_new_with_seed (20261130);
  fixture->folder = scratch_folder_new ();
  fixture->path = path_in (fixture, "a.copil");
  g_object_unref (copil_store_create (fixture->path, "Convention", &error));
  g_assert_no_error (error);
  fixture->store = open_store (fixture->path);
  g_assert_true (copil_store_begin (fixture->store, "Réunion", &error));
  meeting = copil_store_insert (fixture->store, copil_kind_get ("meeting"), &error, "title",
                                "Comité", NULL);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
      g_autofree char *title = g_strdup_printf ("Point %u", i + 1);
      fixture->item[i] = copil_store_insert (fixture->store, item_kind (), &error, "meeting", owner,
                                             "title", title, NULL);
    }
  g_assert_true (copil_store_commit (fixture->store, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{

  g_clear_object (&fixture->store);
  g_rand_free (fixture->rand);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* --- a meeting's notes --- */

static void
test_meeting (Fixture *fixture, gconstpointer data)
{
  g_autofree char *saved = path_in (fixture, "saved.copil");
  g_autofree char *copy = path_in (fixture, "copy.copil");
  char *texts[N_ITEMS];
  goffset before = snapshot (fixture->store, saved), after = 0;
  gsize typed = 0;
  guint entries, steps;

  for (guint i = 0; i < N_PAUSES; i++)
    {
      type_phrase (fixture, fixture->store, fixture->item[i / 45 % N_ITEMS]);
      if (i % 3 == 2)
        after = snapshot (fixture->store, saved);
    }
  for (guint i = 0; i < N_ITEMS; i++)
    {
      texts[i] = get_notes (fixture->store, fixture->item[i]);
      typed += strlen (texts[i]);
    }
  g_test_message ("%zu bytes typed, %d bytes more in the file", typed, (int)(after - before));
  g_assert_cmpuint (typed, >, 27000);
  g_assert_cmpint (after - before, <, 200 * 1024);
  assert_sound (fixture->store);
  assert_journal_tells_all (fixture);

  /* All of it is taken back in some tens of steps, one a minute, and done again; also by who opens
   * the file later. */
  g_clear_object (&fixture->store);
  g_rename (saved, copy);
  fixture->store = open_store (copy);
  entries = copil_store_count_entries_after (fixture->store, 0);
  g_assert_cmpuint (entries, >, N_PAUSES);
  steps = undo_all (fixture->store);
  g_test_message ("%u steps", steps);
  g_assert_cmpuint (steps, >, N_PAUSES * SECONDS_A_PAUSE / 60);
  g_assert_cmpuint (steps, <, 99);
  g_assert_cmpint (copil_store_query_int (fixture->store, "SELECT count (*) FROM item", NULL), ==,
                   0);
  g_assert_cmpuint (redo_all (fixture->store), ==, steps);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *text = get_notes (fixture->store, fixture->item[i]);
      g_assert_cmpstr (text, ==, texts[i]);
      g_free (texts[i]);
    }
  assert_sound (fixture->store);
}

/* What is one step, and what is not. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->item[0]);

  set_notes (store, fixture->item[0], "un");
  now += 59 * G_USEC_PER_SEC;
  set_notes (store, fixture->item[0], "un deux");
  now += 2 * G_USEC_PER_SEC; /* 61 s after it began */
  set_notes (store, fixture->item[0], "un deux trois");
  /* what the program notes by itself does not come between */
  g_assert_true (copil_store_begin_aside (store, "Temps", &error));
  g_assert_true (copil_store_set (store, item_kind (), fixture->item[0], "elapsed", "30", &error));
  g_assert_true (copil_store_commit (store, &error));
  set_notes (store, fixture->item[0], "un deux trois quatre");
  /* another field, then the first again */
  set_notes (store, fixture->item[1], "ailleurs");
  set_notes (store, fixture->item[0], "un deux trois quatre cinq");
  /* another author */
  copil_store_set_author (store, "Paul Petit");
  set_notes (store, fixture->item[0], "un deux trois quatre cinq six");
  /* another act */
  g_assert_true (copil_store_begin (store, "Vider les notes", &error));
  g_assert_true (copil_store_set (store, item_kind (), fixture->item[0], "notes", NULL, &error));
  g_assert_true (copil_store_commit (store, &error));
  /* a choice is one act each time */
  g_assert_true (copil_store_edit (store, copil_kind_get ("meeting"),
                                   copil_store_query_int (store, "SELECT id FROM meeting", NULL),
                                   "type", "other", &error));
  g_assert_true (copil_store_edit (store, copil_kind_get ("meeting"),
                                   copil_store_query_int (store, "SELECT id FROM meeting", NULL),
                                   "type", "technical", &error));
  g_assert_no_error (error);

#define assert_undone(expected)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_true (copil_store_undo (store, &error));                                              \
    g_assert_no_error (error);                                                                     \
    g_free (text);                                                                                 \
    text = get_notes (store, fixture->item[0]);                                                    \
    g_assert_cmpstr (text, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

  assert_undone ("");
  assert_undone ("");
  assert_undone ("un deux trois quatre cinq six");
  assert_undone ("un deux trois quatre cinq");
  assert_undone ("un deux trois quatre");
  assert_undone ("un deux trois quatre"); /* ailleurs */
  assert_undone ("un deux");
  g_assert_true (copil_store_redo (store, &error));
  /* what is typed after undo or redo is a step of its own */
  set_notes (store, fixture->item[0], "un deux trois quatre, autrement");
  assert_undone ("un deux trois quatre");
  assert_undone ("un deux");
  set_notes (store, fixture->item[0], "un deux ou trois");
  assert_undone ("un deux");
  assert_undone ("");
  g_assert_true (copil_store_redo (store, &error));
  g_assert_no_error (error);
  assert_sound (store);
}

/* Texts that change anywhere, in any way, with undo, redo and closing in between. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  char *texts[N_ITEMS];
  guint n;

  for (guint turn = 0; turn < 600; turn++)
    {
      gint64 item = fixture->item[g_rand_int_range (fixture->rand, 0, N_ITEMS)];
      g_autofree char *text = get_notes (fixture->store, item);
      g_autofree char *phrase = make_phrase (fixture->rand);
      g_autoptr (GString) changed = g_string_new (text);
      gsize at = changed->len ? (gsize)g_rand_int_range (fixture->rand, 0, (int)changed->len) : 0;

      /* not into a letter of two bytes */
      while (at > 0 && (changed->str[at] & 0xc0) == 0x80)
        at--;
      now += g_rand_int_range (fixture->rand, 1, 40) * G_USEC_PER_SEC;
      switch (g_rand_int_range (fixture->rand, 0, 12))
        {
        case 0:
          g_string_truncate (changed, 0);
          break;
        case 1:
          g_string_truncate (changed, at);
          break;
        case 2:
          g_string_assign (changed, phrase);
          break;
        case 3:
          copil_store_undo (fixture->store, NULL);
          continue;
        case 4:
          copil_store_redo (fixture->store, NULL);
          continue;
        case 5:
          if (turn % 5 == 0)
            {
              g_clear_object (&fixture->store);
              fixture->store = open_store (fixture->path);
            }
          continue;
        case 6:
        case 7:
          g_string_insert (changed, (gssize)at, phrase);
          break;
        default:
          g_string_append (changed, phrase);
          break;
        }
      set_notes (fixture->store, item, changed->str);
    }
  for (guint i = 0; i < N_ITEMS; i++)
    texts[i] = get_notes (fixture->store, fixture->item[i]);
  assert_sound (fixture->store);
  n = undo_all (fixture->store);
  assert_sound (fixture->store);
  g_clear_object (&fixture->store);
  fixture->store = open_store (fixture->path);
  while (n-- > 0 && copil_store_get_redo_name (fixture->store))
    g_assert_true (copil_store_redo (fixture->store, NULL));
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *text = get_notes (fixture->store, fixture->item[i]);
      g_assert_cmpstr (text, ==, texts[i]);
      g_free (texts[i]);
    }
  assert_sound (fixture->store);
}

/* --- two copies --- */

static guint
merge (CopilStore *store, const char *path, CopilMergeChoice choice)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_merge (store, path, choice, conflicts, &error));
  g_assert_no_error (error);
  assert_sound (store);
  return conflicts->len;
}

/* The copy is made in the middle of a step; both go on, in items of their own and in one that both
 * change. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  gboolean first_into_second = GPOINTER_TO_INT (data);
  g_autofree char *copy = path_in (fixture, "b.copil"), *sent = path_in (fixture, "sent.copil");
  g_autoptr (CopilStore) other = NULL;
  CopilStore *into, *from;

  for (guint i = 0; i < 100; i++)
    type_phrase (fixture, fixture->store, fixture->item[i / 30 % N_ITEMS]);
  snapshot (fixture->store, copy);
  other = open_store (copy);
  /* the same entry's text goes on here and there */
  for (guint i = 0; i < 100; i++)
    {
      type_phrase (fixture, fixture->store, fixture->item[i < 5 ? 3 : i / 30 % 2]);
      type_phrase (fixture, other, fixture->item[2]);
    }
  into = first_into_second ? other : fixture->store;
  from = first_into_second ? fixture->store : other;
  snapshot (from, sent);
  g_assert_cmpuint (merge (into, sent, COPIL_MERGE_ASK), ==, 0);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *text = get_notes (into, fixture->item[i]);
      g_autofree char *expected = get_notes (i == 2 ? other : fixture->store, fixture->item[i]);
      g_assert_cmpstr (text, ==, expected);
    }
  /* the other way round there is only the journal to take over */
  snapshot (into, sent);
  g_assert_cmpuint (merge (from, sent, COPIL_MERGE_ASK), ==, 0);
  snapshot (from, sent);
  g_assert_cmpuint (merge (into, sent, COPIL_MERGE_ASK), ==, 0);

  /* both type on, also in the same notes: that is one conflict, as it was */
  for (guint i = 0; i < 10; i++)
    {
      type_phrase (fixture, fixture->store, fixture->item[i % 2]);
      type_phrase (fixture, other, fixture->item[1 + i % 2]);
    }
  snapshot (from, sent);
  g_assert_cmpuint (merge (into, sent, COPIL_MERGE_OURS), ==, 1);
  snapshot (into, sent);
  merge (from, sent, COPIL_MERGE_OURS);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *a = get_notes (fixture->store, fixture->item[i]);
      g_autofree char *b = get_notes (other, fixture->item[i]);
      g_assert_cmpstr (a, ==, b);
    }

  /* and each can go back */
  g_assert_true (copil_store_undo (into, NULL));
  g_assert_true (copil_store_redo (into, NULL));
  assert_sound (into);
}

/* --- journals that somebody spoiled --- */

static void
alter (CopilStore *store, const char *sql, gint64 id, GBytes *blob)
{
  sqlite3_stmt *statement = copil_store_take_statement (store, sql);

  g_assert_nonnull (statement);
  sqlite3_bind_int64 (statement, 1, id);
  if (blob)
    sqlite3_bind_blob (statement, 2, g_bytes_get_data (blob, NULL), (int)g_bytes_get_size (blob),
                       SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  copil_store_give_statement (store, statement);
}

static GBytes *
make_bomb (gsize size)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter) zlib =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, zlib);
  g_autofree char *zeros = g_malloc0 (1 << 20);

  for (gsize done = 0; done < size; done += 1 << 20)
    g_assert_true (g_output_stream_write_all (stream, zeros, 1 << 20, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* The last entry says something else: one sentence, in check and in undo, and nothing changes. */
static void
assert_refused (Fixture *fixture, const char *sql, GBytes *blob)
{
  g_autofree char *path = path_in (fixture, "spoiled.copil");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;
  g_autofree char *before = NULL, *after = NULL;

  snapshot (fixture->store, path);
  store = open_store (path);
  alter (store, sql, copil_store_get_head (store), blob);
  g_clear_object (&store);
  store = open_store (path);
  before = get_notes (store, fixture->item[0]);
  g_assert_false (copil_store_check (store, faults));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_suffix (faults->pdata[0], "."));
  g_assert_false (copil_store_undo (store, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT);
  g_assert_false (copil_store_in_transaction (store));
  after = get_notes (store, fixture->item[0]);
  g_assert_cmpstr (before, ==, after);
  set_notes (store, fixture->item[0], "Le fichier sert encore.");
  g_clear_object (&store);
}

static void
test_spoiled (Fixture *fixture, gconstpointer data)
{
  static const char *const forms[] = {
    /* too short; begins or ends with more than there was */
    "substr (changeset, 1, 24)",
    "substr (changeset, 1, 17) || x'ffffffff' || substr (changeset, 22)",
    "substr (changeset, 1, 17) || x'00007fff' || substr (changeset, 22)",
    "substr (changeset, 1, 21) || x'ffffffff' || substr (changeset, 26)",
    /* another text than the one that was there */
    "substr (changeset, 1, 9) || x'0123456789abcdef' || substr (changeset, 18)",
    /* hangs on what is not there, on what comes later; is nearer, or farther, than it says */
    "x'0000000000000001' || substr (changeset, 9)",
    "x'7fffffffffffffff' || substr (changeset, 9)",
    "x'ffffffffffffffff' || substr (changeset, 9)",
    "substr (changeset, 1, 8) || x'00' || substr (changeset, 10)",
    "substr (changeset, 1, 8) || x'c8' || substr (changeset, 10)",
    "substr (changeset, 1, 8) || x'ff' || substr (changeset, 10)",
  };
  g_autoptr (GBytes) bomb = make_bomb ((gsize)1 << 28);

  for (guint i = 0; i < 30; i++)
    {
      now += 70 * G_USEC_PER_SEC;
      type_phrase (fixture, fixture->store, fixture->item[0]);
    }
  g_assert_cmpint (copil_store_query_int (fixture->store,
                                          "SELECT compressed FROM journal ORDER BY id DESC", NULL),
                   ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "UPDATE journal SET changeset = CAST (%s AS BLOB) WHERE id = ?1", forms[i]);
      g_test_message ("%s", forms[i]);
      assert_refused (fixture, sql, NULL);
    }
  /* hangs on itself; on what made the file; on what made the meeting */
  for (guint i = 0; i < 3; i++)
    {
      gint64 base =
          copil_store_query_int (fixture->store,
                                 i == 0 ? "SELECT max (id) FROM journal"
                                        : "SELECT id FROM journal ORDER BY id LIMIT 1 OFFSET ?1",
                                 i == 0 ? NULL : "i", (gint64)i - 1);
      g_autoptr (CopilQuery) query = copil_store_query (
          fixture->store, "SELECT hex (changeset) FROM journal ORDER BY id DESC LIMIT 1", NULL);
      g_autofree char *sql = NULL;

      g_assert_true (copil_query_next (query));
      sql = g_strdup_printf ("UPDATE journal SET changeset = x'%016" G_GINT64_MODIFIER
                             "x01%s' WHERE id = ?1",
                             (guint64)base, copil_query_text (query, 0) + 18);
      assert_refused (fixture, sql, NULL);
    }
  assert_refused (fixture, "UPDATE journal SET compressed = 7 WHERE id = ?1", NULL);
  assert_refused (fixture, "UPDATE journal SET compressed = -1 WHERE id = ?1", NULL);
  assert_refused (fixture, "UPDATE journal SET compressed = 1 WHERE id = ?1", NULL);
  assert_refused (fixture, "UPDATE journal SET compressed = 3 WHERE id = ?1", NULL);
  assert_refused (fixture, "UPDATE journal SET compressed = 0 WHERE id = ?1", NULL);
  assert_refused (fixture, "UPDATE journal SET compressed = 1, changeset = ?2 WHERE id = ?1", bomb);
  assert_refused (fixture, "UPDATE journal SET compressed = 3, changeset = ?2 WHERE id = ?1", bomb);
}

/* Steps that continue what is no step. */
static void
test_spoiled_steps (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = {
    "id", "id + 1", "1", "-1", "0", "9223372036854775807", "(SELECT min (id) FROM journal)"
  };

  for (guint i = 0; i < 6; i++)
    type_phrase (fixture, fixture->store, fixture->item[0]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("UPDATE journal SET entry = %s WHERE id >= ?1", others[i]);
      g_autofree char *path = path_in (fixture, "spoiled.copil");
      g_autoptr (CopilStore) store = NULL;

      snapshot (fixture->store, path);
      store = open_store (path);
      alter (store, sql, 0, NULL);
      g_clear_object (&store);
      store = open_store (path);
      for (guint n = 0; n < 20 && copil_store_get_undo_name (store); n++)
        copil_store_undo (store, NULL);
      for (guint n = 0; n < 20 && copil_store_get_redo_name (store); n++)
        copil_store_redo (store, NULL);
      assert_sound (store);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function)                                                                  \
  g_test_add ("/growth/" name, Fixture, data, set_up, function, tear_down)
  ADD ("meeting", NULL, test_meeting);
  ADD ("steps", NULL, test_steps);
  ADD ("walk", NULL, test_walk);
  ADD ("copies", GINT_TO_POINTER (FALSE), test_copies);
  ADD ("copies-other-way", GINT_TO_POINTER (TRUE), test_copies);
  ADD ("spoiled", NULL, test_spoiled);
  ADD ("spoiled-steps", NULL, test_spoiled_steps);
  return g_test_run ();
}
