// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

#define STP_TYPE_APPLICATION (stp_application_get_type ())
G_DECLARE_FINAL_TYPE (StpApplication, stp_application, STP, APPLICATION, StpRecord)

/**
 * StpApplication:
 *
 * A product was used. Neither @at nor @on: used, time unknown.
 */
struct _StpApplication
{
  StpRecord parent_instance;
  JsonObject *extras;

  char *product; /* id */
  StpInstant at;
  guint on; /* day */
  char *zone;
  guint64 areas;        /* set of StpArea */
  StpInstant withdrawn; /* "did not happen", said while it held a session back (E4) */
};

#define STP_TYPE_DENIAL (stp_denial_get_type ())
G_DECLARE_FINAL_TYPE (StpDenial, stp_denial, STP, DENIAL, StpRecord)

/**
 * StpDenial:
 *
 * "Not used since", confirmed at the gate.
 */
struct _StpDenial
{
  StpRecord parent_instance;
  JsonObject *extras;

  char *product; /* id */
  StpInstant since;
  StpInstant at;
};

#define STP_TYPE_EVENT (stp_event_get_type ())
G_DECLARE_FINAL_TYPE (StpEvent, stp_event, STP, EVENT, StpRecord)

/**
 * StpEvent:
 *
 * Anything that rules speak of and that is neither product nor session.
 */
struct _StpEvent
{
  StpRecord parent_instance;
  JsonObject *extras;

  StpEventKind kind;
  StpInstant at;
  guint on; /* day */
  char *zone;
  StpInstant until;
  guint64 areas; /* set of StpArea */
  gboolean planned;
  char *name;
  StpEventDetail detail;
  char *notes;
};

G_END_DECLS
