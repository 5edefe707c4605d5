// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-kind-titles.h"

#include <glib/gi18n.h>

static const char *const titles[STP_RECORD_N] = {
  [STP_RECORD_PROFILE] = N_ ("Settings"), [STP_RECORD_PRODUCT] = N_ ("Products"),
  [STP_RECORD_DEVICE] = N_ ("Devices"),   [STP_RECORD_HEAD] = N_ ("Heads"),
  [STP_RECORD_COURSE] = N_ ("Courses"),   [STP_RECORD_SESSION] = N_ ("Sessions"),
  [STP_RECORD_APPLICATION] = N_ ("Uses"), [STP_RECORD_DENIAL] = N_ ("“Nothing since”"),
  [STP_RECORD_EVENT] = N_ ("Events"),     [STP_RECORD_REACTION] = N_ ("Check-Ins"),
  [STP_RECORD_RATING] = N_ ("Ratings"),   [STP_RECORD_PHOTO] = N_ ("Photos"),
};

/**
 * stp_kind_titles_get:
 *
 * Returns: (nullable): what records of @type are called where they are counted; %NULL for gates and
 *   steps, which belong to their session and are not named
 */
const char *
stp_kind_titles_get (StpRecordType type)
{
  return titles[type] ? _ (titles[type]) : NULL;
}
