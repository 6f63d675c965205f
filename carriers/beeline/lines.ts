import type { BlockedBy, Msisdn } from '../port.ts';
import type { Client } from './client.ts';
import { type Answer, codedRefusal } from './failures.ts';
import { isSameCtn, toCtn } from './formats.ts';
import type { BeelineSettings } from './settings.ts';
import { BanInfoList, type CtnInfo, CtnInfoList, ServiceList, SimList } from './wire.ts';

type FoundLine = { ban: string; info: CtnInfo };
/** Finds a line among the accounts of the login: most reads by SOAP want the account number too. */
export type LineFinder = (msisdn: Msisdn) => Promise<Answer<FoundLine>>;

/** Remembers in which account a line was last seen; a line that moved is looked for again. */
export function openLineFinder(client: Client): LineFinder {
  const seen = new Map<Msisdn, string>();
  let known: string[] | null = client.settings.bans.length > 0 ? client.settings.bans : null;

  return async (msisdn) => {
    const remembered = seen.get(msisdn);
    if (!known) {
      const listed = await listBans(client);
      if (!listed.ok) return listed;
      known = listed.value;
    }
    const bans = remembered ? [remembered, ...known.filter((ban) => ban !== remembered)] : known;
    for (const ban of bans) {
      const answer = await readCtnInfo(client, ban, msisdn);
      if (answer.ok && answer.value) {
        seen.set(msisdn, ban);
        return { ok: true, value: { ban, info: answer.value } };
      }
      if (!answer.ok && answer.failure.class !== 'not_found') return answer;
    }
    // An account opened since the list was read is found the next time.
    if (client.settings.bans.length === 0) known = null;
    return codedRefusal(client.settings, '20005', '');
  };
}

async function listBans(client: Client): Promise<Answer<string[]>> {
  const read = await readPages(
    client.settings,
    (page, recordsPerPage) =>
      client.soap({
        operation: 'getBANInfoListPaged',
        mutates: false,
        schema: BanInfoList,
        fields: { login: client.login, page: String(page), recordsPerPage: String(recordsPerPage) },
      }),
    (reply) => reply.BANInfoList,
    (row) => row.ban,
  );
  return read.ok ? { ok: true, value: read.value.items.map((row) => row.ban) } : read;
}

async function readCtnInfo(client: Client, ban: string, msisdn: Msisdn): Promise<Answer<CtnInfo | null>> {
  const answer = await client.soap({
    operation: 'getCTNInfoList',
    mutates: false,
    schema: CtnInfoList,
    fields: { ban, ctn: toCtn(msisdn) },
  });
  if (!answer.ok) return answer;
  return { ok: true, value: answer.value.CTNInfoList.find((row) => isSameCtn(row.ctn, msisdn)) ?? null };
}

/** Connected services by the twin, which needs no account number and says what may be removed. */
export function readServices(client: Client, msisdn: Msisdn) {
  return client.rest({
    operation: 'serviceList',
    mutates: false,
    schema: ServiceList,
    path: 'info/serviceList',
    query: { ctn: toCtn(msisdn) },
  });
}

export async function readSimSerial(
  client: Client,
  line: FoundLine,
  msisdn: Msisdn,
): Promise<Answer<string | null>> {
  const answer = await client.soap({
    operation: 'getSIMList',
    mutates: false,
    schema: SimList,
    fields: { ban: line.ban, ctn: toCtn(msisdn) },
  });
  if (!answer.ok) return answer;
  return {
    ok: true,
    value: answer.value.SIMList.find((row) => isSameCtn(row.ctn, msisdn))?.serialNumber ?? null,
  };
}

export function blockedBy(settings: BeelineSettings, { status, reasonStatus }: CtnInfo): BlockedBy | null {
  if (status?.toUpperCase() !== 'BLOCKED') return null;
  return settings.blockedBy[reasonStatus ?? ''] ?? 'operator';
}

export type Pages<Row> = { items: Row[]; isComplete: boolean };

/**
 * All pages of a list. A short page is not its end, for the carrier may give fewer rows than asked; beyond the
 * end its paging may repeat a page. So a page that brings nothing new ends the list. Where that page is a full
 * one the paging may be stuck with more rows behind it: a reading with wider pages has to show that it is not.
 */
export async function readPages<Reply, Row>(
  settings: BeelineSettings,
  readPage: (page: number, recordsPerPage: number) => Promise<Answer<Reply>>,
  rowsOf: (reply: Reply) => Row[],
  keyOf: (row: Row) => string,
): Promise<Answer<Pages<Row>>> {
  const { recordsPerPage: narrow, maxPages } = settings;
  const rows = new Map<string, Row>();
  const known = (isComplete: boolean) => ({
    ok: true as const,
    value: { items: [...rows.values()], isComplete },
  });
  for (const asked of [narrow, narrow * 2 + 1]) {
    for (let page = 1; page <= maxPages; page += 1) {
      const answer = await readPage(page, asked);
      if (!answer.ok) return answer;
      const found = rowsOf(answer.value);
      const fresh = found.filter((row) => !rows.has(keyOf(row)));
      for (const row of fresh) rows.set(keyOf(row), row);
      if (found.length === 0) return known(true);
      if (fresh.length > 0) continue;
      const isShort = found.length < asked && (asked === narrow || found.length > narrow);
      if (isShort) return known(true);
      break;
    }
  }
  return known(false);
}
