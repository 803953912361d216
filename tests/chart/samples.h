/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-matrix.h"
#include "copil-status-bars.h"
#include "copil-timeline.h"
#include "samples-figures.h"

/** Charts with plausible data, for the tests, the benchmark and the eye. */
CopilChart *sample_bars (void);
CopilChart *sample_matrix (void);
CopilChart *sample_timeline (void);

/** The same kinds with @n marks, and with none. */
CopilChart *sample_huge (GType type, guint n);
CopilChart *sample_empty (GType type);

/** Every sample by its name, and how many keys it has. */
typedef struct
{
  const char *name;
  GType (*type) (void);
  CopilChart *(*make) (void);
  guint n_keys;
} CopilSample;

extern const CopilSample samples[];
extern const guint n_samples;
