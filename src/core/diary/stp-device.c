// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-device.h"

#include "diary/stp-record-private.h"

/* clang-format off */
static const StpMember stp_device_members[] = {
  { "name", STP_MEMBER_TEXT, STP_AT (StpDevice, name), .required = TRUE },
  { "kind", STP_MEMBER_ENUM, STP_AT (StpDevice, kind), .required = TRUE, .enum_type = stp_device_kind_get_type },
  { "archived", STP_MEMBER_BOOL, STP_AT (StpDevice, archived) },
};

STP_DEFINE_RECORD (StpDevice, stp_device, STP_RECORD_DEVICE, "device")

static const StpMember stp_head_members[] = {
  { "device", STP_MEMBER_ID, STP_AT (StpHead, device), .required = TRUE, .target = STP_RECORD_DEVICE },
  { "needle_um", STP_MEMBER_INT, STP_AT (StpHead, needle_um), .required = TRUE, .min = 1, .max = 5000 },
  { "since", STP_MEMBER_DAY, STP_AT (StpHead, since) },
  { "lot", STP_MEMBER_TEXT, STP_AT (StpHead, lot) },
  { "expires", STP_MEMBER_DAY, STP_AT (StpHead, expires) },
  { "uses_before", STP_MEMBER_INT, STP_AT (StpHead, uses_before), .min = 0, .max = 1000 },
  { "dropped", STP_MEMBER_BOOL, STP_AT (StpHead, dropped) },
  { "shared", STP_MEMBER_BOOL, STP_AT (StpHead, shared) },
  { "retired", STP_MEMBER_DAY, STP_AT (StpHead, retired) },
};

STP_DEFINE_RECORD (StpHead, stp_head, STP_RECORD_HEAD, "head")
