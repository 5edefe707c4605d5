// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib.h>

#include "stp-version.h"

static void
test_version (void)
{
  g_assert_cmpstr (stp_version (), ==, VERSION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/version", test_version);

  return g_test_run ();
}
