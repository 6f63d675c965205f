import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import type { SimulatedLine } from '../simulation.ts';
import { catalogue } from './catalogue.ts';

const statusWords = { wish: 'BLOCKED_BY_CLIENT', theft: 'BLOCKED_THEFT', operator: 'BLOCKED_BY_OPERATOR' };

function planOf({ tariffCode }: SimulatedLine) {
  const plan = catalogue.tariffs.find(({ code }) => code === tariffCode);
  return { id: Number(tariffCode), def: plan?.name ?? tariffCode };
}

function roubles(kopecks: number, point: string): string {
  const digits = String(Math.abs(kopecks)).padStart(3, '0');
  return `${kopecks < 0 ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}

/** A number as the list shows it. A fresh one has no account yet, and its `account` is then missing. */
export function subscriberOf(line: SimulatedLine) {
  return {
    id: Number(line.lineId) || line.lineId,
    msisdn: line.msisdn.slice(1),
    ratePlan: { def: planOf(line).def },
    ...(line.accountNumber ? { account: line.accountNumber } : {}),
    balance: { value: roubles(line.balanceKopecks, '.') },
    status: line.blocked ? statusWords[line.blocked] : 'ACTIVE',
    labels: [],
  };
}

export function tariffOf(line: SimulatedLine) {
  return { ratePlan: planOf(line), rests: [] };
}

/** A page of 32 to 40 numbers; a page past the end repeats the last one. */
export function listPage(lines: SimulatedLine[], from: number, size: number) {
  const step = Math.min(40, Math.max(32, Number.isInteger(size) ? size : 32));
  const lastPage = Math.max(0, Math.floor((lines.length - 1) / step) * step);
  const start = Math.min(Number.isInteger(from) && from > 0 ? from : 0, lastPage);
  return { count: lines.length, elements: lines.slice(start, start + step).map(subscriberOf) };
}

export function exportFile(lines: SimulatedLine[]): Response {
  const heading = ['Номер', 'Идентификатор', 'Тарифный план', 'Лицевой счёт', 'Баланс', 'Статус'];
  const rows = lines.map((line) => [
    line.msisdn.slice(2),
    line.lineId,
    planOf(line).def,
    line.accountNumber,
    roubles(line.balanceKopecks, ','),
    line.blocked ? 'Заблокирован' : 'Активен',
  ]);
  const bytes = iconv.encode(stringify([heading, ...rows], { delimiter: ';' }), 'win1251');
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'text/csv; charset=windows-1251' },
  });
}

export function servicesPage(line: SimulatedLine): Response {
  const rows = catalogue.options.map(
    ({ code, name, feeOnceKopecks, feeMonthKopecks }) => `
      <tr class="service" data-id="${code}" data-state="${line.optionCodes.includes(code) ? 'on' : 'off'}">
        <td class="service-name"><a href="#">${name}</a></td>
        <td class="service-once">${roubles(feeOnceKopecks, ',')}&nbsp;&#8381;</td>
        <td class="service-fee">${roubles(feeMonthKopecks, ',')}&nbsp;&#8381; в месяц</td>
        <td class="service-since"></td>
      </tr>`,
  );
  const html = `<!DOCTYPE html><html><body><table id="services">${rows.join('')}</table></body></html>`;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
