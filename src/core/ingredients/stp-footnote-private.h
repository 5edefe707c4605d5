// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-scanner-private.h"

G_BEGIN_DECLS

/* Nearly no character is one of these, which need not be looked at any closer. */
static inline gboolean
stp_footnote_may_begin (gunichar c)
{
  return c == '*' || c == '+' || c == '(' || c == '^' || (c >= 0xa7 && c <= 0xb9) ||
         (c >= 0x2020 && c <= 0x2079) || c == 0xff0a;
}

gboolean stp_footnote_scan (StpScanner *self);
gboolean stp_footnote_leads (const char *text);

G_END_DECLS
