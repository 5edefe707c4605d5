// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpSearchMeta:
 *
 * What a result of a search looks like, and where it leads.
 */
typedef struct
{
  char *name;
  char *description; /* (nullable) */
  const char *pane;  /* that shows it */
  const char *id;    /* of the record, part of the result */
} StpSearchMeta;

void stp_search_meta_clear (StpSearchMeta *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StpSearchMeta, stp_search_meta_clear)

/* A result is "product:ID" or "session:ID". */
GStrv stp_search_results_find (StpWorkspace *workspace, const char *const *terms);
gboolean
stp_search_results_describe (StpWorkspace *workspace, const char *result, StpSearchMeta *meta);

G_END_DECLS
