/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The text of the convention as it stands on that day (ISO 8601; NULL for copil_today()), by the
 * amendments in force then: its articles, which amendment made them what they are, the amendments,
 * and the glossary. Fails with G_IO_ERROR_NOT_FOUND where the file holds no article. */
CopilDocument *copil_convention_document_new (CopilStore *store, const char *day,
                                              CopilAudience audience, GError **error);

G_END_DECLS
