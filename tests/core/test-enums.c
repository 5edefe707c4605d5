// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-enums.h"

static void
test_bits (void)
{
  g_assert_cmphex (STP_BIT (STP_AREA_FACE), ==, 2);
  g_assert_cmphex (STP_BIT (63), ==, G_GUINT64_CONSTANT (1) << 63);
  g_assert_cmphex (STP_BIT ((StpEventKind) STP_ENUM_OTHER), ==, 0);
}

static void
test_nicks (void)
{
  g_assert_cmpstr (stp_enum_to_nick (STP_TYPE_SLOT, STP_SLOT_PLUS_2H), ==, "+2h");
  g_assert_null (stp_enum_to_nick (STP_TYPE_SLOT, STP_ENUM_OTHER));
  g_assert_cmpint (stp_enum_from_nick (STP_TYPE_AREA, "upper-lip"), ==, STP_AREA_UPPER_LIP);
  g_assert_cmpint (stp_enum_from_nick (STP_TYPE_AREA, "elbow"), ==, STP_ENUM_OTHER);
}

static void
test_face (void)
{
  guint64 areas = stp_areas_expand (STP_BIT (STP_AREA_FACE) | STP_BIT (STP_AREA_NECK));

  g_assert_cmphex (areas, ==, STP_AREAS_FACE | STP_BIT (STP_AREA_NECK));
  g_assert_cmphex (stp_areas_expand (STP_BIT (STP_AREA_LEGS)), ==, STP_BIT (STP_AREA_LEGS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/enums/bits", test_bits);
  g_test_add_func ("/enums/nicks", test_nicks);
  g_test_add_func ("/enums/face", test_face);
  return g_test_run ();
}
