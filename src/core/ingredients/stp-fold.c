// SPDX-License-Identifier: GPL-3.0-or-later

/* What a letter becomes where neither capitals nor accents nor widths may matter. */

#include "config.h"

#include "ingredients/stp-fold-private.h"

#include "ingredients/stp-mixed-private.h"

/* Letters that Unicode does not take apart into a plain letter and a mark. */
static gunichar
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x142:
      return 'l';
    case 0xf8:
      return 'o';
    case 0x131:
      return 'i';
    default:
      return c;
    }
}

/*
 * stp_fold_append:
 *
 * Writes the letters and digits that @c, which is no capital, is made of, without accents.
 */
void
stp_fold_append (GString *out, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = 1;

  if (c < 0x1100)
    n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  else
    parts[0] = c;

  for (gsize i = 0; i < n; i++)
    {
      if (parts[i] >= 0x300 && parts[i] < 0x370)
        continue;
      /* A letter that was lost is an e with an accent more often than any other. */
      if (parts[i] == 0xfffd)
        g_string_append_c (out, 'e');
      else if (g_unichar_isalnum (parts[i]))
        g_string_append_unichar (out, plain_letter (parts[i]));
    }
}

/*
 * stp_fold_dup_composed:
 *
 * Returns: (transfer full): @text, @length bytes, in one form, with spaces for raised marks, which
 * would become letters and digits
 */
char *
stp_fold_dup_composed (const char *text, gsize length)
{
  g_autoptr (GString) kept = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (kept, stp_fold_is_raised_mark (c) ? ' ' : c);
    }

  stp_mixed_mend (kept);
  g_string_replace (kept, "к-та", "кислота", 0);
  g_string_replace (kept, "к-ты", "кислоты", 0);
  char *composed = g_utf8_normalize (kept->str, kept->len, G_NORMALIZE_NFKC);
  return composed != NULL ? composed : g_strdup ("");
}
