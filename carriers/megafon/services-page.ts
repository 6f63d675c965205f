import { fromWireDay } from './branch-time.ts';
import { toKopecks } from './wire.ts';

export type Service = {
  code: string;
  name: string;
  isOn: boolean;
  feeOnceKopecks: number | null;
  feeMonthKopecks: number | null;
  /** Day of connection in branch time, `YYYY-MM-DD`. */
  since: string | null;
};

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
};

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return decode(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
}

function cells(row: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, tag = '', body = ''] of row.matchAll(/<td\b([^>]*)>([\s\S]*?)<\/td>/gi)) {
    const text = decode(body.replace(/<[^>]*>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim();
    for (const name of attribute(tag, 'class').split(/\s+/)) found.set(name, text);
  }
  return found;
}

/** The amount at the start of a cell: `60,00 ₽ в месяц`, `бесплатно`. */
function fee(text: string | undefined): number | null {
  if (!text) return null;
  if (/^бесплатно/i.test(text)) return 0;
  return toKopecks(/^[-+\d\s\u00a0.,]+/.exec(text)?.[0] ?? '');
}

/** Reads the services page of a number. `null`: this is not that page. */
export function parseServices(html: string): Service[] | null {
  const services: Service[] = [];
  for (const [, tag = '', body = ''] of html.matchAll(/<tr\b([^>]*)>([\s\S]*?)<\/tr>/gi)) {
    const code = attribute(tag, 'data-id');
    const texts = cells(body);
    const name = texts.get('service-name');
    if (!code || !name) continue;
    services.push({
      code,
      name,
      isOn: attribute(tag, 'data-state').toLowerCase() === 'on',
      feeOnceKopecks: fee(texts.get('service-once')),
      feeMonthKopecks: fee(texts.get('service-fee')),
      since: fromWireDay(texts.get('service-since') ?? ''),
    });
  }
  return services.length > 0 || /\bid\s*=\s*["']?services\b/i.test(html) ? services : null;
}
