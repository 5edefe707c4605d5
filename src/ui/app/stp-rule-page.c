// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-rule-page.h"

#include <glib/gi18n.h>

#include "rules/stp-rule-length.h"
#include "rules/stp-sources.h"
#include "rules/stp-words.h"
#include "shared/stp-when.h"

struct _StpRulePage
{
  AdwNavigationPage parent_instance;

  StpWorkspace *workspace; /* (owned) */
  const StpRule *rule;
  gboolean showing; /* rows are being set from the profile */
  GPtrArray *shown; /* rows of the lengths, owned by their group */

  AdwActionRow *grade_row;
  AdwActionRow *origin_row;
  AdwActionRow *strength_row;
  AdwActionRow *summary;
  AdwPreferencesGroup *choice;
  AdwPreferencesGroup *lengths;
  AdwSpinRow *hours;
  GtkAdjustment *hours_range;
};

G_DEFINE_FINAL_TYPE (StpRulePage, stp_rule_page, ADW_TYPE_NAVIGATION_PAGE)

static StpProfile *
get_profile (StpRulePage *self)
{
  return stp_diary_get_profile (stp_workspace_get_diary (self->workspace));
}

static int
get_year (StpRulePage *self)
{
  return stp_when_get_year (stp_workspace_get_clock (self->workspace));
}

static GtkWidget *
make_row (const char *title, const char *subtitle, const char *style)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (style)
    gtk_widget_add_css_class (row, style);
  return row;
}

static const char *
get_band_title (StpBand band)
{
  static const char *const titles[] = {
    [STP_BAND_R2] = NC_ ("needles", "Up to 0.3 mm"),
    [STP_BAND_R5] = NC_ ("needles", "Up to 0.5 mm"),
    [STP_BAND_M10] = NC_ ("needles", "Up to 1.0 mm"),
    [STP_BAND_M15] = NC_ ("needles", "Longer Needles"),
    [STP_BAND_RF] = NC_ ("needles", "Needles With Current"),
  };

  return g_dpgettext2 (NULL, "needles", titles[band]);
}

static void
add_length (StpRulePage *self, const char *title, const char *text)
{
  GtkWidget *row = make_row (title, text, "property");

  adw_preferences_group_add (self->lengths, row);
  g_ptr_array_add (self->shown, row);
}

static void
show_lengths (StpRulePage *self)
{
  const int year = get_year (self);
  g_autofree char *length = stp_rule_dup_length_text (self->rule, get_profile (self), year);

  for (guint i = 0; i < self->shown->len; i++)
    adw_preferences_group_remove (self->lengths, self->shown->pdata[i]);
  g_ptr_array_set_size (self->shown, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->lengths), length != NULL);

  if (length && !stp_rule_depends_on_band (self->rule))
    add_length (self, _ ("Time to Wait"), length);
  for (guint band = 0; length && stp_rule_depends_on_band (self->rule) && band < STP_BAND_N; band++)
    {
      g_autofree char *text = stp_rule_dup_band_text (self->rule, band, get_profile (self), year);

      add_length (self, get_band_title (band), text);
    }
}

static void
show_choice (StpRulePage *self)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  const int year = get_year (self);
  const int least = stp_rule_get_least_hours (self->rule, get_profile (self), year);
  g_autofree char *span = stp_words_duration (least * STP_HOUR);
  g_autofree char *text = NULL;

  /* Translators: %s is a span such as "48 hours" */
  text = g_strdup_printf (_ ("Never less than %s"), span);
  self->showing = TRUE;
  gtk_adjustment_set_upper (self->hours_range, MAX (8760, 2 * least));
  gtk_adjustment_set_lower (self->hours_range, least);
  adw_spin_row_set_value (self->hours,
                          stp_rule_get_chosen_hours (self->rule, get_profile (self), year));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->hours), text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hours), !stp_diary_get_read_only (diary));
  self->showing = FALSE;
}

static const char *
get_strength_text (StpStrength strength)
{
  static const char *const texts[] = {
    [STP_ALLOWED] = NC_ ("strength", "Good to know"),
    [STP_ADVISE] = NC_ ("strength", "Advice"),
    [STP_WARN] = NC_ ("strength", "Warning: you have to acknowledge it"),
    [STP_DOCTOR] = NC_ ("strength", "Needs a doctor’s word"),
    [STP_BLOCK] = NC_ ("strength", "Required: there is no way around it"),
  };

  return g_dpgettext2 (NULL, "strength", texts[strength]);
}

static void
show_profile (StpRulePage *self)
{
  StpStrength strength = stp_rule_get_strength (self->rule, get_profile (self)->preset);

  adw_action_row_set_subtitle (self->strength_row, get_strength_text (strength));
  show_lengths (self);
  if (stp_rule_can_lengthen (self->rule))
    show_choice (self);
}

static void
show_rule (StpRulePage *self)
{
  const StpRule *rule = self->rule;
  g_autofree char *sources = stp_sources_describe (rule);
  g_autofree char *grade = NULL;

  /* Translators: how good the evidence is; %s is a letter from "A" to "D" */
  grade = g_strdup_printf (_ ("Evidence Grade %s"), stp_rule_get_grade (rule));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary), stp_rule_get_sentence (rule));
  adw_action_row_set_subtitle (self->summary, stp_rule_get_why (rule));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->origin_row),
                                 stp_rule_is_method (rule) ? C_ ("origin", "Part of the method")
                                                           : C_ ("origin", "Added for safety"));
  adw_action_row_set_subtitle (self->origin_row, sources ? sources : "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->grade_row), grade);
  adw_action_row_set_subtitle (self->grade_row, stp_sources_describe_grade (rule));
  gtk_widget_set_visible (GTK_WIDGET (self->choice), stp_rule_can_lengthen (rule));
}

static void
hours_changed_cb (StpRulePage *self)
{
  g_autoptr (StpProfile) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;

  draft = stp_record_copy (get_profile (self));
  stp_rule_choose_hours (self->rule, draft, (int) adw_spin_row_get_value (self->hours),
                         get_year (self));
  if (!stp_diary_put (stp_workspace_get_diary (self->workspace), draft, &error))
    stp_workspace_report (self->workspace, error);
  show_profile (self);
}

static void
stp_rule_page_dispose (GObject *object)
{
  StpRulePage *self = STP_RULE_PAGE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (stp_rule_page_parent_class)->dispose (object);
}

static void
stp_rule_page_class_init (StpRulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_rule_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/app/stp-rule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpRulePage, choice);
  gtk_widget_class_bind_template_child (widget_class, StpRulePage, grade_row);
  gtk_widget_class_bind_template_child (widget_class, StpRulePage, hours);
  gtk_widget_class_bind_template_child (widget_class, StpRulePage, hours_range);
  gtk_widget_class_bind_template_child (widget_class, StpRulePage, lengths);
  gtk_widget_class_bind_template_child (widget_class, StpRulePage, origin_row);
  gtk_widget_class_bind_template_child (widget_class, StpRulePage, strength_row);
  gtk_widget_class_bind_template_child (widget_class, StpRulePage, summary);
  gtk_widget_class_bind_template_callback (widget_class, hours_changed_cb);
}

static void
stp_rule_page_init (StpRulePage *self)
{
  self->shown = g_ptr_array_new ();
  /* The template sets values too, and they are not the user's. */
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_rule_page_new:
 * @workspace: whose diary's profile to edit
 * @rule: the rule to show
 *
 * Returns: (transfer floating): a new page
 */
StpRulePage *
stp_rule_page_new (StpWorkspace *workspace, const StpRule *rule)
{
  StpRulePage *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  self = g_object_new (STP_TYPE_RULE_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->rule = rule;
  show_rule (self);
  show_profile (self);
  self->showing = FALSE;

  return self;
}
