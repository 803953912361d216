/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"

G_BEGIN_DECLS

/**
 * CopilMultiples: the same small column chart for each of many (an académie), side by side and on
 * one scale, so that they can be compared at a glance. A period without a value has no column and a
 * dash. Where there is no room for all panels, the last one counts the rest.
 */
#define COPIL_TYPE_MULTIPLES (copil_multiples_get_type ())
G_DECLARE_FINAL_TYPE (CopilMultiples, copil_multiples, COPIL, MULTIPLES, CopilChart)

CopilChart *copil_multiples_new (const char *title);

/** Adds a period ("2022"), in their order, or a panel ("Lille"); returns its index. */
guint copil_multiples_add_period (CopilMultiples *self, const char *label);
guint copil_multiples_add_panel (CopilMultiples *self, const char *label);

/** Sets a column; NAN where it is not known, as before it is set. @text: how it is written, or NULL
 * for the number with the unit; @sentence: the mark's, or NULL for one made of the names and the
 * figure; @key: what it opens, may be NULL. */
void copil_multiples_set_value (CopilMultiples *self, guint panel, guint period, double value,
                                gboolean estimated, const char *text, const char *sentence,
                                const char *key);

/** The word over the first column of the table ("Académie"), and the unit; NULL for none. */
void copil_multiples_set_words (CopilMultiples *self, const char *panel_word, const char *unit);

G_END_DECLS
