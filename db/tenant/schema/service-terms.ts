import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ServiceTerms } from '#app/features/service-terms/service-terms.ts';

/** What the contract counts as what, promises and pays, from the first day of a month: replaced by another, never changed. */
export const serviceTermVersions = sqliteTable(
  'service_term_versions',
  {
    id: text().primaryKey(),
    /** The first day of a month, of the tenant's zone. */
    effectiveFrom: text('effective_from').notNull(),
    terms: text({ mode: 'json' }).$type<ServiceTerms>().notNull(),
    /** Why it was made, in the person's words. */
    reason: text().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    replacedAt: integer('replaced_at', { mode: 'timestamp_ms' }),
  },
  (t) => [uniqueIndex('service_term_versions_in_force').on(t.effectiveFrom).where(sql`replaced_at is null`)],
);
