// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *stp_sources_button_new (const char *text);
void stp_sources_button_set (GtkMenuButton *button, const char *text);

G_END_DECLS
