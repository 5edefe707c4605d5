// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "exchange/stp-table-span-private.h"

/* The day on which @member says that it was, where it was; none if that is not told. */
static guint
get_day (const StpMember *member, gconstpointer record)
{
  const StpInstant *instant;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  if (member->kind == STP_MEMBER_DAY)
    return *STP_MEMBER_AT (guint, record, member);
  instant = STP_MEMBER_AT (StpInstant, record, member);
  if (member->kind != STP_MEMBER_INSTANT || instant->us == STP_TIME_UNSET)
    return STP_DAY_UNSET;
  return stp_day_of (instant->us + instant->offset * STP_MINUTE, utc);
}

static gboolean
covers_day (StpTableSpan span, StpRecordType type, gconstpointer record)
{
  static const char *const names[] = { "at", "start", "on", "since" };
  const StpShape *shape = stp_record_type_get_shape (type);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const StpMember *member = stp_shape_find (shape, names[i]);
      guint day = member != NULL ? get_day (member, record) : STP_DAY_UNSET;

      if (day != STP_DAY_UNSET)
        return day >= span.from && (span.to == STP_DAY_UNSET || day <= span.to);
    }
  return TRUE;
}

static const char *
get_session (StpRecordType type, gconstpointer record)
{
  const StpMember *member = stp_shape_find (stp_record_type_get_shape (type), "session");

  return member != NULL ? *STP_MEMBER_AT (char *, record, member) : NULL;
}

static gboolean
belongs_to_session (StpRecordType type)
{
  return type == STP_RECORD_GATE || type == STP_RECORD_STEP;
}

/* The session by which @record comes along, if it does by its day. Gates and steps follow theirs,
 * but for one that is lost. */
static const char *
find_session (StpSnapshot *snapshot, StpRecordType type, gconstpointer record)
{
  const char *id = get_session (type, record);

  if (type == STP_RECORD_SESSION)
    return stp_record_get_id ((gpointer) record);
  if (id != NULL && belongs_to_session (type) &&
      stp_snapshot_lookup (snapshot, STP_RECORD_SESSION, id) != NULL)
    return NULL;
  return id;
}

/*
 * stp_table_span_list_sessions:
 *
 * Returns: (transfer full): ids of the sessions of those days, and of those that a check-in, a
 *   rating or a photo of those days names; borrows from @snapshot
 */
GHashTable *
stp_table_span_list_sessions (StpTableSpan span, StpSnapshot *snapshot)
{
  GHashTable *sessions = g_hash_table_new (g_str_hash, g_str_equal);

  for (int type = STP_RECORD_SESSION; type < STP_RECORD_N; type++)
    for (guint i = 0; i < snapshot->records[type]->len; i++)
      {
        gpointer record = snapshot->records[type]->pdata[i];
        const char *id = find_session (snapshot, type, record);

        if (id != NULL && covers_day (span, type, record))
          g_hash_table_add (sessions, (gpointer) id);
      }
  return sessions;
}

/*
 * stp_table_span_covers:
 * @sessions: by stp_table_span_list_sessions()
 *
 * Returns: whether @record is of those days, or is named by what is
 */
gboolean
stp_table_span_covers (StpTableSpan span,
                       GHashTable *sessions,
                       StpRecordType type,
                       gconstpointer record)
{
  if (type < STP_RECORD_SESSION)
    return TRUE;
  if (type == STP_RECORD_SESSION)
    return g_hash_table_contains (sessions, stp_record_get_id ((gpointer) record));
  if (belongs_to_session (type) && get_session (type, record) != NULL)
    return g_hash_table_contains (sessions, get_session (type, record));
  return covers_day (span, type, record);
}
