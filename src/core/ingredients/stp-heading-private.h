// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-reader-private.h"

G_BEGIN_DECLS

/*
 * Nearly every word is told by its first two letters to be no heading, before anything is called.
 * A heading that is missing here has a row in the tests that it fails.
 */
static inline gboolean
stp_heading_may_begin (const char *text)
{
  const char second = text[1] | 0x20;

  switch ((guchar) (text[0] | 0x20))
    {
    case 'a':
      return second == 'c';
    case 'i':
      return second == 'n';
    case 'k':
      return second == 'a';
    case 'm':
      return second == 'a' || second == 'o';
    case 'p':
      return second == 'e' || second == 'u';
    case 's':
      return second == 'o';
    case 'w':
      return second == 'e';
    case 0xf0:
      return TRUE;
    default:
      return FALSE;
    }
}

gsize stp_heading_match (const char *text, StpListNature *nature);
gsize stp_heading_match_end (const char *text, gsize length, StpListNature *nature);
gboolean stp_heading_is_aside (const char *label, gsize length);
gboolean stp_heading_refuses (const char *label, gsize length);
gboolean stp_heading_is_water (const char *text, gsize length);
gsize stp_heading_find_water (const char *text, gsize length, gboolean *sure);

G_END_DECLS
