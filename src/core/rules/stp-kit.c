// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-kit.h"

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

/**
 * stp_kit_find_head:
 *
 * Returns: (transfer none) (nullable): the head that is on @device: of those not retired, the one
 *   that was put on last
 */
StpHead *
stp_kit_find_head (StpDiary *diary, StpDevice *device)
{
  StpHead *found = NULL;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_HEAD); i++)
    {
      StpHead *head = stp_diary_peek_record (diary, STP_RECORD_HEAD, i);

      if (head->retired != STP_DAY_UNSET ||
          g_strcmp0 (head->device, stp_record_get_id (device)) != 0)
        continue;
      if (!found || head->since >= found->since)
        found = head;
    }

  return found;
}
