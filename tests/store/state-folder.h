/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A state folder of the test's own, for this process and those it starts: made once, emptied
 * between tests, and removed at the end. */
void state_folder_make (void);
void state_folder_clear (void);
void state_folder_remove (void);
