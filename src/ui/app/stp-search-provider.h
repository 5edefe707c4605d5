// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/stp-app.h"

G_BEGIN_DECLS

/**
 * StpSearchProvider:
 *
 * Answers the searches of GNOME Shell over D-Bus. The Shell waits while the diary is read; where it
 * could not be, nothing is found.
 */
#define STP_TYPE_SEARCH_PROVIDER (stp_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (StpSearchProvider, stp_search_provider, STP, SEARCH_PROVIDER, GObject)

StpSearchProvider *stp_search_provider_new (GApplication *application) G_GNUC_WARN_UNUSED_RESULT;
gboolean stp_search_provider_export (StpSearchProvider *self,
                                     GDBusConnection *connection,
                                     const char *application_path,
                                     GError **error);
void stp_search_provider_unexport (StpSearchProvider *self, GDBusConnection *connection);
void stp_search_provider_wait (StpSearchProvider *self);
void stp_search_provider_set_workspace (StpSearchProvider *self, StpWorkspace *workspace);

G_END_DECLS
