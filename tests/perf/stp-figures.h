// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

/**
 * stp_figures_median:
 * @values: (element-type gdouble): at least one value; sorted in place
 *
 * Returns: the value in the middle
 */
double stp_figures_median (GArray *values);

/**
 * stp_figures_print_at_most:
 * @name: what was measured, like "start-shown"
 * @value: the figure
 * @unit: its unit, like "ratio"
 * @goal: what it may be at most
 *
 * Prints the line that "./dev bench" promises: name, value, unit, goal, met or missed.
 */
void stp_figures_print_at_most (const char *name, double value, const char *unit, double goal);

/**
 * stp_figures_print_at_least:
 * @name: what was measured, like "tune-acid-recall"
 * @value: the figure
 * @unit: its unit, like "share"
 * @goal: what it must be at least
 *
 * As stp_figures_print_at_most(), where more is better.
 */
void stp_figures_print_at_least (const char *name, double value, const char *unit, double goal);
