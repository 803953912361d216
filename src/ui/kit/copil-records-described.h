/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-records-list.h"

G_BEGIN_DECLS

/* What a list of records is like where its page does not say it: the row, the search and the
 * columns that the specification leaves out follow from the description of the kind: the title
 * first, then the columns that it names, all its fields but long ones where it names none. One that
 * says its columns is given back as it is; what is made lives as long as the program. */
const CopilRecordsSpec *copil_records_describe (const CopilRecordsSpec *spec);

G_END_DECLS
