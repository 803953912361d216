/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The list of the actions: an action's row, ... */
enum
{
  COPIL_VIEW_ACTION_TITLE,
  COPIL_VIEW_ACTION_THEME,
  COPIL_VIEW_ACTION_ACADEMIE,
  COPIL_VIEW_ACTION_START,
  COPIL_VIEW_ACTION_FINISH,
  COPIL_VIEW_ACTION_NUMBER,
  COPIL_VIEW_ACTION_SCHOOLS,
  COPIL_VIEW_ACTION_YOUNG,
  COPIL_VIEW_ACTION_GIRLS,
  COPIL_VIEW_ACTION_BOYS,
  COPIL_VIEW_ACTION_STAFF,
  COPIL_VIEW_ACTION_WOMEN,
  COPIL_VIEW_ACTION_MEN,
  COPIL_VIEW_ACTION_ESTIMATED,
  COPIL_VIEW_ACTION_DECLARED,
  COPIL_VIEW_ACTION_CONFIDENTIAL
};
extern const char copil_view_action_row[];

/* ... and, on the action "r", what the list is sorted by, what is searched, what filters leave. */
extern const char copil_view_action_by_title[];
extern const char copil_view_action_by_dates[];
extern const char copil_view_action_by_number[];
extern const char copil_view_action_by_young[];
extern const char copil_view_action_by_staff[];
extern const char copil_view_action_by_schools[];
extern const char copil_view_action_searched[];
extern const char copil_view_action_of_theme[];
extern const char copil_view_action_of_academie[];
extern const char copil_view_action_of_year[];

/* The choices of the two last: what actions have. */
extern const char copil_view_action_academies[];
extern const char copil_view_action_years[];

/* The list of the themes, the same way. */
enum
{
  COPIL_VIEW_THEME_LABEL,
  COPIL_VIEW_THEME_TITLE,
  COPIL_VIEW_THEME_ACTIONS /* how many rows of actions */
};
extern const char copil_view_theme_row[];
extern const char copil_view_theme_by_title[];
extern const char copil_view_theme_by_actions[];
extern const char copil_view_theme_searched[];

G_END_DECLS
