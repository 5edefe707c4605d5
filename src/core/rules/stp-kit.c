// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-kit.h"

/**
 * stp_kit_find_device:
 *
 * Returns: (transfer none) (nullable): the device for home that the user has, if any
 */
StpDevice *
stp_kit_find_device (StpDiary *diary)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_DEVICE); i++)
    {
      StpDevice *device = stp_diary_peek_record (diary, STP_RECORD_DEVICE, i);

      if (!device->archived && device->kind != STP_DEVICE_RF)
        return device;
    }

  return NULL;
}

/* A head of which the length is not known says nothing, unless there is no other. */
static gboolean
is_rather (const StpHead *head, const StpHead *found)
{
  const gboolean known = head->needle_um != STP_UNSET;

  if (!found)
    return TRUE;
  if (known != (found->needle_um != STP_UNSET))
    return known;
  if (head->since != found->since)
    return head->since > found->since;
  return head->needle_um > found->needle_um;
}

/**
 * stp_kit_find_head:
 * @device: id
 *
 * Returns: (transfer none) (nullable): the head that is on the device: of those not retired, the
 *   one that was put on last; of two, the longer: it asks for more
 */
StpHead *
stp_kit_find_head (StpDiary *diary, const char *device)
{
  StpHead *found = NULL;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_HEAD); i++)
    {
      StpHead *head = stp_diary_peek_record (diary, STP_RECORD_HEAD, i);

      if (head->retired == STP_DAY_UNSET && g_strcmp0 (head->device, device) == 0 &&
          is_rather (head, found))
        found = head;
    }

  return found;
}
