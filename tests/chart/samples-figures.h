/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-bullets.h"
#include "copil-course.h"
#include "copil-heat.h"
#include "copil-multiples.h"
#include "copil-split-bars.h"
#include "copil-value-bars.h"

/** Charts of figures with plausible data, and the number of their keys. */
CopilChart *sample_bullets (void);
CopilChart *sample_course (void);
CopilChart *sample_levels (void);
CopilChart *sample_splits (void);
CopilChart *sample_themes (void);
CopilChart *sample_budget (void);
CopilChart *sample_heat (void);
CopilChart *sample_multiples (void);

/** The same kinds with about @n marks; NULL for another type. */
CopilChart *sample_huge_figures (GType type, guint n);
