import { parse } from 'csv-parse/sync';
import type { Msisdn } from '../port.ts';
import { type Cabinet, type CabinetSession, fieldsOf } from './cabinet.ts';
import { type Answer, trouble } from './failures.ts';
import { SubscriberPage, toMsisdn } from './wire.ts';

/** Internal ids by number. Not `isComplete`: a number that is missing may still belong to the cabinet. */
export type Directory = { ids: Map<Msisdn, string>; isComplete: boolean };

/** The internal id of a number: every page and order of the cabinet wants it instead of the number. */
export async function locate(cabinet: Cabinet, msisdn: Msisdn): Promise<Answer<string>> {
  const { directoryMaxAgeMs, directoryRecheckMs } = cabinet.connection.settings;
  let directory = await readDirectory(cabinet, directoryMaxAgeMs);
  if (directory.ok && !directory.value.ids.has(msisdn))
    directory = await readDirectory(cabinet, directoryRecheckMs);
  if (!directory.ok) return directory;
  const id = directory.value.ids.get(msisdn);
  if (id) return { ok: true, value: id };
  if (directory.value.isComplete) {
    const text = 'The number is not in this MegaFon cabinet; check the carrier account of the line';
    return { ok: false, trouble: trouble('forbidden_subscriber', 'not_in_cabinet', text) };
  }
  return {
    ok: false,
    trouble: trouble('not_ready', 'list_incomplete', 'MegaFon showed only a part of its list'),
  };
}

/** Forgets the ids, because the cabinet showed that one of them is out of date. */
export async function forgetDirectory(cabinet: Cabinet): Promise<void> {
  const session = await cabinet.session();
  if (session.ok) session.value.directory = null;
}

async function readDirectory(cabinet: Cabinet, maxAgeMs: number): Promise<Answer<Directory>> {
  const session = await cabinet.session();
  if (!session.ok) return session;
  const now = cabinet.connection.now().getTime();
  const known = session.value.directory;
  if (known && now - known.readAt < Math.max(maxAgeMs, 1)) return known.entries;
  const fresh = { readAt: now, entries: loadDirectory(cabinet) };
  session.value.directory = fresh;
  return keepIfRead(session.value, fresh);
}

async function keepIfRead(session: CabinetSession, fresh: NonNullable<CabinetSession['directory']>) {
  let isRead = false;
  try {
    const directory = await fresh.entries;
    isRead = directory.ok;
    return directory;
  } finally {
    if (!isRead && session.directory === fresh) session.directory = null;
  }
}

/** The file names all numbers in one request; the paged list is the way round when it is of no use. */
async function loadDirectory(cabinet: Cabinet): Promise<Answer<Directory>> {
  const path = '/ws/v1.0/subscriber/mobile/export/CSV';
  const file = await cabinet.exchange({ operation: 'exportNumbers', mutates: false, path });
  if (!file.ok && file.trouble.type === 'unavailable') return file;
  const ids = file.ok ? parseExport(file.value.text('windows-1251')) : null;
  return ids ? { ok: true, value: { ids, isComplete: true } } : pageThrough(cabinet);
}

/** Columns are found by their heading. `null`: the file has no internal ids, or is no such file. */
export function parseExport(csv: string): Map<Msisdn, string> | null {
  const rows = parseRows(csv);
  if (!rows) return null;
  const heading = (rows[0] ?? []).map((cell) => cell.toLowerCase());
  const idAt = heading.findIndex((cell) => /^(id|subsid|идентификатор)/.test(cell));
  const msisdnAt = heading.findIndex((cell) => /^(msisdn|номер)/.test(cell));
  if (idAt < 0 || msisdnAt < 0) return null;
  const ids = new Map<Msisdn, string>();
  for (const row of rows.slice(1)) {
    const msisdn = toMsisdn(row[msisdnAt] ?? '');
    const id = row[idAt];
    if (msisdn && id) ids.set(msisdn, id);
  }
  return ids.size > 0 ? ids : null;
}

function parseRows(csv: string): string[][] | null {
  try {
    return parse(csv, {
      delimiter: ';',
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    });
  } catch {
    return null;
  }
}

async function pageThrough(cabinet: Cabinet): Promise<Answer<Directory>> {
  const { pageSize, maxPages } = cabinet.connection.settings;
  const ids = new Map<Msisdn, string>();
  const seen = new Set<string>();
  for (let page = 0; page < maxPages; page++) {
    const path = `/ws/v1.0/subscriber/mobile/list?from=${page * pageSize}&size=${pageSize}`;
    const reply = await cabinet.exchange({ operation: 'listNumbers', mutates: false, path });
    const list = fieldsOf(reply, SubscriberPage);
    if (!list.ok) return list;
    const before = seen.size;
    for (const subscriber of list.value.elements) {
      if (!subscriber) continue;
      seen.add(subscriber.id);
      if (subscriber.msisdn) ids.set(subscriber.msisdn, subscriber.id);
    }
    if (seen.size >= list.value.count) return { ok: true, value: { ids, isComplete: true } };
    // A page past the end repeats the last one: nothing new means that there is no more.
    if (seen.size === before) break;
  }
  return { ok: true, value: { ids, isComplete: false } };
}
