// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-word-card-group.h"

#include "ingredients/stp-word-card.h"
#include "rules/stp-timeline.h"
#include "shared/stp-names.h"

struct _StpWordCardGroup
{
  AdwPreferencesGroup parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */
  StpProduct *product;     /* (owned) (nullable) */
  gboolean showing;        /* the switch is being set from the product */

  AdwSwitchRow *checked;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (StpWordCardGroup, stp_word_card_group, ADW_TYPE_PREFERENCES_GROUP)

static void
checked_cb (StpWordCardGroup *self)
{
  g_autoptr (StpProduct) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing || !self->product)
    return;

  draft = stp_record_copy (self->product);
  draft->card_checked = adw_switch_row_get_active (self->checked);
  if (!stp_diary_put (stp_workspace_get_diary (self->workspace), draft, &error))
    stp_workspace_report (self->workspace, error);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Words stay whole: a row is as wide as what stands in it. */
static GtkWidget *
make_words (const char *const *words)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 3);
  for (guint i = 0; words[i]; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (box), make_label (words[i], "stp-card-word"));
  return box;
}

static void
add_lines (StpWordCardGroup *self)
{
  guint n_lines = 0;
  const StpCardWords *lines = stp_word_card_get (&n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      gtk_box_append (GTK_BOX (line),
                      make_label (stp_names_get_class (lines[i].ingredient_class), "caption"));
      gtk_box_append (GTK_BOX (line), make_words (lines[i].words));
      gtk_box_append (self->lines, line);
    }
}

static void
stp_word_card_group_dispose (GObject *object)
{
  StpWordCardGroup *self = STP_WORD_CARD_GROUP (object);

  g_clear_object (&self->product);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_word_card_group_parent_class)->dispose (object);
}

static void
stp_word_card_group_class_init (StpWordCardGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_word_card_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-word-card-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StpWordCardGroup, checked);
  gtk_widget_class_bind_template_child (widget_class, StpWordCardGroup, lines);
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
}

static void
stp_word_card_group_init (StpWordCardGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_lines (self);
}

/**
 * stp_word_card_group_show:
 * @workspace: whose diary is edited
 * @product: what the pack is of; the card is hidden where its list can be read
 */
void
stp_word_card_group_show (StpWordCardGroup *self, StpWorkspace *workspace, StpProduct *product)
{
  StpClassification *classification = stp_timeline_get_classification (
    stp_workspace_get_timeline (workspace), stp_record_get_id (product));

  g_return_if_fail (STP_IS_WORD_CARD_GROUP (self));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->product, product);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          !classification || !stp_classification_is_readable (classification));

  self->showing = TRUE;
  adw_switch_row_set_active (self->checked, product->card_checked);
  self->showing = FALSE;
}
