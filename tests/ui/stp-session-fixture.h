// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "protocol/stp-procedure.h"
#include "shared/stp-workspace.h"

/* A diary in memory, its clock standing still on a Friday at 18:00 UTC, and a window to look at. */
typedef struct
{
  StpClock *clock;
  StpDiary *diary;
  StpTimeline *timeline;
  StpProcedure *procedure;
  StpWorkspace *workspace;
  GtkWindow *window;
  gint64 now;
} StpSessionFixture;

StpSessionFixture *stp_session_fixture_new (void);
void stp_session_fixture_free (StpSessionFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpSessionFixture, stp_session_fixture_free)

void stp_session_fixture_put (StpSessionFixture *self, gpointer record);
void stp_session_fixture_add_device (StpSessionFixture *self);
void stp_session_fixture_add_consultation (StpSessionFixture *self);
void stp_session_fixture_answer_questionnaire (StpSessionFixture *self);
void stp_session_fixture_answer (StpSessionFixture *self, const char *question, StpAnswer answer);
void stp_session_fixture_amend (StpSessionFixture *self, StpSession *session);
void stp_session_fixture_add_person (StpSessionFixture *self);
StpProduct *stp_session_fixture_add_product (StpSessionFixture *self,
                                             const char *name,
                                             StpProductKind kind,
                                             const char *ingredients);
void stp_session_fixture_use (StpSessionFixture *self, StpProduct *product, gint64 hours_ago);
void stp_session_fixture_plan (StpSessionFixture *self, gint64 hours);
void stp_session_fixture_advance (StpSessionFixture *self, gint64 minutes);
void stp_session_fixture_start (StpSessionFixture *self);

void stp_session_fixture_show (StpSessionFixture *self, GtkWidget *widget);
void stp_session_fixture_await (GtkWidget *widget);
void stp_session_fixture_settle (void);
GtkWidget *stp_session_fixture_find (GtkWidget *root, GType type, const char *text);
