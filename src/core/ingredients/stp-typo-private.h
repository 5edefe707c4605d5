// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names that one wrong, missing or added letter leads to. */
typedef struct _StpTypos StpTypos;

StpTypos *stp_typos_new (void);
void stp_typos_free (StpTypos *self);

void stp_typos_add (StpTypos *self, const char *name, gconstpointer value);
gconstpointer stp_typos_find (StpTypos *self, const char *text);

G_END_DECLS
