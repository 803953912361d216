/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The years that anything in the file is dated of, the newest first, as « 2024 ». */
GStrv copil_view_list_years (CopilStore *store);

G_END_DECLS
