// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

/* Asks for a word before everything is erased. Emits `response` with "erase" or "cancel". */
AdwDialog *stp_erase_dialog_new (void);
