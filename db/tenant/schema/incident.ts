import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { IncidentMatch, SlaTreatment } from '#app/features/incident/incident.ts';

/** A trouble of many, such as a network outage: it collects their cases, and one update answers all. */
export const incidents = sqliteTable(
  'incidents',
  {
    id: text().primaryKey(),
    number: integer().notNull(),
    title: text().notNull(),
    /** What agents, the cabinet and the web form show while it lasts. */
    banner: text().notNull(),
    match: text({ mode: 'json' }).$type<IncidentMatch>().notNull(),
    /** What it does to the clocks of its cases. */
    slaTreatment: text('sla_treatment').$type<SlaTreatment>().notNull(),
    version: integer().notNull(),
    startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    /** Made with the form: the same form sent twice declares one incident. */
    formToken: text('form_token'),
    formHash: text('form_hash'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('incidents_number').on(t.number),
    uniqueIndex('incidents_form_token').on(t.formToken),
    index('incidents_open').on(t.startedAt).where(sql`ended_at is null`),
  ],
);

/** One word to all whose cases an incident holds. Each case gets it once. */
export const incidentUpdates = sqliteTable(
  'incident_updates',
  {
    id: text().primaryKey(),
    incidentId: text('incident_id')
      .notNull()
      .references(() => incidents.id),
    body: text().notNull(),
    isLast: integer('is_last', { mode: 'boolean' }).notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** When the last of the cases had it. */
    spreadAt: integer('spread_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('incident_updates_of').on(t.incidentId, t.id)],
);

/** A case that was taken out of an incident by a person is not collected again. */
export const incidentDetachments = sqliteTable(
  'incident_detachments',
  {
    incidentId: text('incident_id')
      .notNull()
      .references(() => incidents.id),
    caseId: text('case_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.incidentId, t.caseId] })],
);
