/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a field holds. Values travel through the program as canonical text, NULL for "not known":
 * the text itself; decimal digits; a number with a point and no grouping; an ISO 8601 date; HH:MM;
 * "0" or "1"; the value of an option; the id of a record; ids in rising order with a space between.
 */
typedef enum
{
  COPIL_FIELD_TEXT,
  COPIL_FIELD_NOTE,
  COPIL_FIELD_INTEGER,
  COPIL_FIELD_PERCENT,
  COPIL_FIELD_NUMBER,
  COPIL_FIELD_DATE,
  COPIL_FIELD_TIME,
  COPIL_FIELD_BOOLEAN,
  COPIL_FIELD_CHOICE,
  COPIL_FIELD_REFERENCE,
  COPIL_FIELD_REFERENCES,
  COPIL_FIELD_DATA /* bytes: not in records, forms or tables; see copil_store_get_data() */
} CopilFieldType;

typedef enum
{
  COPIL_FIELD_NONE = 0,
  COPIL_FIELD_REQUIRED = 1 << 0, /* a record without it cannot be stored */
  COPIL_FIELD_HIDDEN = 1 << 1,   /* no row in the form: the page has another way to set it */
  COPIL_FIELD_NEWS = 1 << 2,     /* a change of it is news: the kind's "reviewed" becomes today */
  COPIL_FIELD_SECRET = 1 << 3,   /* "1" marks the whole record as confidential */
  COPIL_FIELD_EVENT = 1 << 4,  /* something that happened to the record: a copy begins without it */
  COPIL_FIELD_FOLLOW = 1 << 5, /* may change where the record is closed: what becomes of it later */
  COPIL_FIELD_SUBJECT = 1 << 6,  /* reference to what the record is about: secret where that is */
  COPIL_FIELD_EARNED = 1 << 7,   /* reached by what happened in the program: no table can set it */
  COPIL_FIELD_START = 1 << 8,    /* a date that begins something: a month or a year alone means its
                                    first day, and not its last */
  COPIL_FIELD_PERSONAL = 1 << 9, /* how a natural person is reached: in nothing for the public */
  COPIL_FIELD_SHORT = 1 << 10,   /* a text of a few characters: two stand on one line */
  COPIL_FIELD_NAME = 1 << 11     /* a whole number that is a name, as a year: no thousands apart */
} CopilFieldFlags;

typedef struct
{
  const char *value;  /* as stored */
  const char *label;  /* English, for gettext */
  const char *former; /* English, for gettext: what older tables call it, or NULL */
} CopilOption;

/* One field of a kind. The name is also the column in the kind's table, except for references
 * (several), which stand in the table "link" with one column named after each of the two kinds. */
typedef struct
{
  const char *name;
  const char *label; /* English, for gettext */
  CopilFieldType type;
  CopilFieldFlags flags;
  const CopilOption *options; /* choice: ends with a NULL value */
  const char *target;         /* reference, references: the name of the other kind */
  const char *link;           /* references: the table of pairs */
  const char *unit;           /* English, for gettext, or NULL */
  const char *unit_from;      /* the field that holds the unit of a number: "unit" of the record
                                 itself, "indicator.unit" of what a reference leads to; or NULL */
  const char *initial;        /* value of a new record, or NULL */
  gint64 most;                /* integer: from 0 to this one; 0 where there is no bound */
} CopilField;

/* A part of the form of a kind. */
typedef struct
{
  const char *name;   /* "period": what a page calls it by */
  const char *fields; /* their names in order, a space between; "|" puts two on one line */
  gboolean rest;      /* takes the fields that stand in no section; without one, the last does */
  gboolean again;     /* shows fields of other sections once more: no part of the whole form */
} CopilSection;

/* One kind of record: everything generic is derived from this. The name is also the table. */
typedef struct
{
  const char *name;
  const char *plural;       /* as on the command line */
  const char *label;        /* English, for gettext */
  const char *plural_label; /* English, for gettext */
  const char *parent;       /* name of the field that says what the record belongs to, or NULL */
  const char *label_field;  /* short label ("4.1.1") of a record, or NULL */
  const char *title_field;  /* the field that titles a record */
  const char *other_title;  /* the field that it is called by where it has no title, or NULL */
  const char
      *group; /* a second field that siblings share (the measure of an engagement), or NULL */
  const char *order; /* SQL: ORDER BY, on the kind's table */
  /* The natural key: names of the fields that tell a record from others where nobody gives an id,
   * owners first, and its label among them; NULL for a kind whose records have none but the id. */
  const char *const *key;
  gboolean unique;    /* two records of one key are a mistake; else they may be two things */
  gboolean event;     /* something that happened to its owner: not copied with it */
  const char *closed; /* SQL, on the kind's table: TRUE for a record that is closed: it and what
                         belongs to it stay as they are, except for fields that follow; or NULL */
  gboolean open;      /* may change where what it belongs to is closed */
  gboolean earned;    /* made by what happened in the program: no table can add or change it */
  const char *kept;   /* SQL, on the kind's table: TRUE for a record that happened: whom it, or what
                         belongs to it, names stays in the file; or NULL */
  gboolean lasting;   /* stays in the file where a record that is kept names it */
  gboolean ordered;   /* has a "position" column, and can be reordered */
  gboolean numbered;  /* the labels of siblings that are 1, 2, 3… stay so in their order */
  gboolean single;    /* a file has one record of the kind */
  /* Where days and months that are typed into its dates are counted from: a date, by a path as
   * "meeting.date"; not for that date itself. NULL for today. */
  const char *dates_from;
  const char *status_field; /* with due_field: the record is late where it is not done by then */
  const char *due_field;
  /* The parts of its form, ends with a NULL name; NULL for one that shows all fields. */
  const CopilSection *sections;
  /* Names of fields with a space between: the first columns of its list and its table; its other
   * fields follow. NULL for what it belongs to, then its fields in their order. */
  const char *columns;
  const CopilField *fields; /* ends with a NULL name */
} CopilKind;

/* All kinds, owners before what belongs to them; ends with NULL. */
const CopilKind *const *copil_kinds (void);

/* The kind of that name ("engagement") or plural ("engagements"); NULL where there is none. */
const CopilKind *copil_kind_find (const char *name);

/* The kind of that name; the name is one the program wrote itself, never user input. */
const CopilKind *copil_kind_get (const char *name);

/* The field of that name, or NULL. */
const CopilField *copil_kind_get_field (const CopilKind *kind, const char *name);

/* Number of fields; fields are addressed by their place in kind->fields. */
guint copil_kind_get_n_fields (const CopilKind *kind);

/* The names of the fields of a section of its form, "|" between two that stand on one line; those
 * of the whole form for NULL. A field that is not hidden and stands in no section is there, too:
 * see CopilSection. What the record belongs to is only where a section names it. Free with
 * g_strfreev(). */
char **copil_kind_dup_section (const CopilKind *kind, const char *section);

/* Its fields in the order of its columns, all but those of bytes: const CopilField *, free with
 * g_ptr_array_unref(). */
GPtrArray *copil_kind_list_columns (const CopilKind *kind);

/* SQL: how a record of the kind is called, on its table or an alias of it: its label and its
 * title, as copil_store_dup_title() says it, but for dates, which stay as they are stored. */
char *copil_kind_dup_title_sql (const CopilKind *kind, const char *alias);

/* SQL: what a path of fields leads to ("date", "meeting.date"), on the kind's table or an alias of
 * it. The path is one the program wrote itself. */
char *copil_kind_dup_path_sql (const CopilKind *kind, const char *alias, const char *path);

/* SQL that is true (1) for a record of the kind that is late on that day (ISO 8601); NULL for a
 * kind whose records never are. */
char *copil_kind_dup_late_sql (const CopilKind *kind, const char *alias, const char *today);

/* SQL that is true (1) for a record of the kind, on its table or an alias of it, that is
 * confidential: it is marked, or what it belongs to or is about is confidential. "(0)" for a kind
 * whose records never are. */
char *copil_kind_dup_secret_sql (const CopilKind *kind, const char *alias);

/* Translated labels. */
const char *copil_kind_get_label (const CopilKind *kind);
const char *copil_kind_get_plural_label (const CopilKind *kind);
const char *copil_field_get_label (const CopilField *field);

/* The translated label of a choice's value; the value itself where it is none of the options. */
const char *copil_field_get_option_label (const CopilField *field, const char *value);

/* How a record is called in a sentence: "Engagement 4.1.1", or « Mesure « Titre… » » where it has
 * no label. The title is cut at 60 characters. Either may be NULL. */
char *copil_kind_describe (const CopilKind *kind, const char *label, const char *title);

G_END_DECLS
