// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

#define STP_TYPE_DEVICE (stp_device_get_type ())
G_DECLARE_FINAL_TYPE (StpDevice, stp_device, STP, DEVICE, StpRecord)

/**
 * StpDevice:
 *
 * A roller, stamp, pen or lamp.
 */
struct _StpDevice
{
  StpRecord parent_instance;
  JsonObject *extras;

  char *name;
  StpDeviceKind kind;
  gboolean archived;
};

#define STP_TYPE_HEAD (stp_head_get_type ())
G_DECLARE_FINAL_TYPE (StpHead, stp_head, STP, HEAD, StpRecord)

/**
 * StpHead:
 *
 * A roller head or cartridge, with what wears it out.
 */
struct _StpHead
{
  StpRecord parent_instance;
  JsonObject *extras;

  char *device; /* id */
  int needle_um;
  guint since; /* day */
  char *lot;
  guint expires;   /* day */
  int uses_before; /* uses before the diary began */
  gboolean dropped;
  gboolean shared;
  guint retired; /* day */
};

G_END_DECLS
