import { asc, isNull, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { topics } from '../schema/case.ts';
import { catalogueItems } from '../schema/catalogue.ts';

const mostChoices = 500;

/** What the values of conditions are chosen from. */
export async function listCatalogueChoices(db: TenantDb) {
  const { code, name, carrier, type } = catalogueItems;
  const items = await db
    .select({ value: code, label: sql<string>`min(${name})`, type })
    .from(catalogueItems)
    .groupBy(type, code)
    .orderBy(asc(carrier), asc(name))
    .limit(2 * mostChoices);
  const own = (which: 'option' | 'tariff') =>
    items.filter((item) => item.type === which).map(({ value, label }) => ({ value, label }));
  const known = await db
    .select({ value: topics.id, label: topics.title })
    .from(topics)
    .where(isNull(topics.retiredAt))
    .orderBy(asc(topics.title))
    .limit(mostChoices);
  return {
    tariffs: own('tariff'),
    options: own('option'),
    topics: known,
  };
}
