/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows what the program is, its version and its licence. The parent may be NULL. */
void copil_about_show (GtkWindow *parent);

G_END_DECLS
