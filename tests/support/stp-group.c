// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-group.h"

const StpGroup stp_groups[STP_GROUP_N] = {
  { "retinoid", STP_CLASS_BIT (STP_CLASS_RETINOID_OTC) | STP_CLASS_BIT (STP_CLASS_RETINOID_RX) },
  { "bpo", STP_CLASS_BIT (STP_CLASS_BPO) },
  { "acid", STP_CLASS_BIT (STP_CLASS_ACID_AHA) | STP_CLASS_BIT (STP_CLASS_ACID_BHA) |
              STP_CLASS_BIT (STP_CLASS_ACID_PEEL) },
  { "vitc-laa", STP_CLASS_BIT (STP_CLASS_VITC_LAA) },
  { "exfoliant-physical", STP_CLASS_BIT (STP_CLASS_EXFOLIANT_PHYSICAL) },
};

gboolean
stp_group_is_named (const StpGroup *group, const char *const *words)
{
  return g_strv_contains (words, group->name);
}

gboolean
stp_group_is_active (const StpGroup *group, StpClassification *classification)
{
  return (stp_classification_get_active (classification) & group->classes) != 0;
}

/*
 * stp_group_check_words:
 * @words: names of groups, or `-` for none
 * @where: the row of the table that has them
 *
 * A group that nobody knows would never be missed.
 */
void
stp_group_check_words (const char *const *words, const char *where)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean known = g_str_equal (words[i], "-");

      for (guint g = 0; g < STP_GROUP_N; g++)
        known |= g_str_equal (words[i], stp_groups[g].name);
      if (!known)
        g_error ("%s: nobody measures “%s”", where, words[i]);
    }
}
