// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/**
 * stp_version:
 *
 * Tells which release this is, for the command, the About dialog and the files that
 * name their writer.
 *
 * Returns: (transfer none): the version, like "0.1.0"
 */
const char *stp_version (void);
