// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-figures.h"

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

double
stp_figures_median (GArray *values)
{
  g_return_val_if_fail (values && values->len > 0, 0);

  g_array_sort (values, compare_doubles);

  return g_array_index (values, double, values->len / 2);
}

void
stp_figures_print_at_most (const char *name, double value, const char *unit, double goal)
{
  g_print ("%s\t%.2f\t%s\t<= %.2f\t%s\n", name, value, unit, goal,
           value <= goal ? "met" : "missed");
}

void
stp_figures_print_at_least (const char *name, double value, const char *unit, double goal)
{
  g_print ("%s\t%.3f\t%s\t>= %.2f\t%s\n", name, value, unit, goal,
           value >= goal ? "met" : "missed");
}
