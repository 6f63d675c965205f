import { z } from 'zod';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { zoneOfRegion } from './region-zone.ts';

export type CellFault =
  | 'kind-unknown'
  | 'balance-unreadable'
  | 'email-unreadable'
  | 'item-unreadable'
  | 'zone-unknown';
type Cell<T> = Result<T, { code: CellFault }>;
/** An option or a tariff plan. */
export type Item = { code: string; name: string };
export type SubscriberKind = 'person' | 'company';

const kindNames: Record<SubscriberKind, string[]> = {
  person: ['person', 'individual', 'физлицо', 'физическое лицо', 'фл', 'частное лицо'],
  company: ['company', 'organization', 'юрлицо', 'юридическое лицо', 'юл', 'организация', 'ип', 'компания'],
};

export function readKind(text: string): Cell<SubscriberKind> {
  const name = text.toLowerCase();
  if (kindNames.person.includes(name)) return ok('person');
  return kindNames.company.includes(name) ? ok('company') : refuse({ code: 'kind-unknown' });
}

/** The kind that a name tells by its legal form. */
export function kindOfName(name: string): SubscriberKind {
  return /^(ООО|ОАО|ПАО|ЗАО|АО|НКО|ИП|ГБУ|МБУ|ФГУП|МУП|ГУП)(?![\p{L}\p{N}])/u.test(name)
    ? 'company'
    : 'person';
}

/** Roubles to kopecks without floating money: `-1 234,5 руб.` is -123450. */
export function readBalance(text: string): Cell<number> {
  const bare = text.replace(/\s|₽|руб\.?|р\.$/gi, '').replace(/^−/, '-');
  const parts = /^([+-]?)(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!parts) return refuse({ code: 'balance-unreadable' });
  const [, sign, roubles = '0', fraction = ''] = parts;
  const kopecks = Number(roubles) * 100 + Number(fraction.padEnd(2, '0'));
  return ok(sign === '-' && kopecks > 0 ? -kopecks : kopecks);
}

export function readEmail(text: string): Cell<string> {
  const email = z.email().max(200).safeParse(text.toLowerCase());
  return email.success ? ok(email.data) : refuse({ code: 'email-unreadable' });
}

/** A zone, or the region he lives in. */
export function readZone(text: string): Cell<string> {
  const zone = zoneOfRegion(text);
  return zone ? ok(zone) : refuse({ code: 'zone-unknown' });
}

/** `CODE` or `CODE=Name`; without a name the code is shown. */
export function readItem(text: string): Cell<Item> {
  const [, code = '', name = ''] = /^([^=]+)(?:=(.*))?$/.exec(text) ?? [];
  if (!code.trim() || code.trim().length > 64) return refuse({ code: 'item-unreadable' });
  return ok({ code: code.trim(), name: name.trim() || code.trim() });
}

/** Items between `|`, `,` or `;`, each code once, in the order of their codes. */
export function readItems(text: string): Cell<Item[]> {
  const items = new Map<string, Item>();
  for (const part of text.split(/[|,;]/).filter((piece) => piece.trim())) {
    const item = readItem(part);
    if (!item.ok) return item;
    items.set(item.value.code, item.value);
  }
  return ok([...items.values()].sort((a, b) => (a.code < b.code ? -1 : 1)));
}
