// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-product-edits.h"

#include <glib/gi18n.h>

static gboolean
put (StpWorkspace *workspace, StpProduct *draft)
{
  g_autoptr (GError) error = NULL;

  if (stp_diary_put (stp_workspace_get_diary (workspace), draft, &error))
    return TRUE;
  stp_workspace_report (workspace, error);
  return FALSE;
}

static void
toast_undo (StpWorkspace *workspace, char *text)
{
  stp_workspace_toast_undo (workspace, text);
  g_free (text);
}

/**
 * stp_product_edits_duplicate:
 *
 * Puts a copy on the shelf and goes there. What is new is reviewed, and neither photo nor uses are
 * its own.
 */
void
stp_product_edits_duplicate (StpWorkspace *workspace, StpProduct *product)
{
  g_autoptr (StpProduct) draft = stp_record_duplicate (product);
  g_autofree char *name = NULL;

  /* Translators: the name of a product that was duplicated */
  name = g_strdup_printf (_ ("%s (Copy)"), product->name);
  g_set_str (&draft->name, name);
  g_clear_pointer (&draft->barcode, g_free);
  g_clear_pointer (&draft->photo, g_free);
  draft->archived = FALSE;
  if (put (workspace, draft))
    stp_workspace_navigate (workspace, "library", stp_record_get_id (draft));
}

void
stp_product_edits_toggle_archived (StpWorkspace *workspace, StpProduct *product)
{
  g_autoptr (StpProduct) draft = stp_record_copy (product);

  draft->archived = !draft->archived;
  if (!put (workspace, draft))
    return;

  if (draft->archived)
    /* Translators: %s is the name of a product */
    toast_undo (workspace, g_strdup_printf (_ ("%s archived"), draft->name));
  else
    /* Translators: %s is the name of a product */
    toast_undo (workspace, g_strdup_printf (_ ("%s is back on the shelf"), draft->name));
}

void
stp_product_edits_delete (StpWorkspace *workspace, StpProduct *product)
{
  /* Once it is gone whoever shows it lets go of it. */
  g_autoptr (StpProduct) kept = g_object_ref (product);
  g_autoptr (GError) error = NULL;

  if (stp_diary_delete (stp_workspace_get_diary (workspace), kept, &error))
    /* Translators: %s is the name of a product */
    toast_undo (workspace, g_strdup_printf (_ ("%s deleted"), kept->name));
  else
    stp_workspace_report (workspace, error);
}

/**
 * stp_product_edits_set_photo:
 * @reference: (nullable): of a photo that is on the disk, or %NULL to show none any more
 */
void
stp_product_edits_set_photo (StpWorkspace *workspace, StpProduct *product, const char *reference)
{
  g_autoptr (StpProduct) draft = stp_record_copy (product);

  if (!g_set_str (&draft->photo, reference) || !put (workspace, draft))
    return;
  stp_workspace_toast_undo (workspace, reference ? _ ("Photo added") : _ ("Photo removed"));
}
