// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-version.h"

const char *
stp_version (void)
{
  return VERSION;
}
