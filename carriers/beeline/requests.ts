import type { Change, Msisdn, Order } from '../port.ts';
import { requestMarks } from './changes.ts';
import type { Client } from './client.ts';
import type { Answer } from './failures.ts';
import { isSameCtn, toWireTime } from './formats.ts';
import { type Pages, readPages } from './lines.ts';
import type { BeelineSettings } from './settings.ts';
import { RequestList, type RequestRow } from './wire.ts';

type RequestState = 'pending' | 'completed' | 'refused' | 'needs_human';

export async function readRequest(client: Client, requestId: string): Promise<Answer<RequestRow | null>> {
  const answer = await client.soap({
    operation: 'getRequestList',
    mutates: false,
    schema: RequestList,
    fields: { login: client.login, page: '1', recordsPerPage: '1', requestId },
  });
  if (!answer.ok) return answer;
  return {
    ok: true,
    value: answer.value.requestList.requests.find((row) => row.requestId === requestId) ?? null,
  };
}

/** All requests of the login in a period, whoever made them: by this interface or by hand in the cabinet. */
export function readRequests(client: Client, from: Date, to: Date): Promise<Answer<Pages<RequestRow>>> {
  const { settings } = client;
  const startDate = toWireTime(from, settings.utcOffsetMinutes);
  const endDate = toWireTime(to, settings.utcOffsetMinutes);
  return readPages(
    settings,
    (page, recordsPerPage) =>
      client.soap({
        operation: 'getRequestList',
        mutates: false,
        schema: RequestList,
        fields: {
          login: client.login,
          page: String(page),
          recordsPerPage: String(recordsPerPage),
          startDate,
          endDate,
        },
      }),
    (reply) => reply.requestList.requests,
    (row) => row.requestId,
  );
}

export function requestState(settings: BeelineSettings, row: RequestRow): RequestState {
  return settings.requestStates[row.requestStatus ?? 'NULL'] ?? 'pending';
}

/** `maybe`: the carrier leaves out what would tell this request from another one of the line. */
export function matchRequest(
  settings: BeelineSettings,
  row: RequestRow,
  order: Order,
): 'same' | 'maybe' | 'other' {
  if (row.ctn && !isSameCtn(row.ctn, order.msisdn)) return 'other';
  // An unheard-of type must not prove that a request is another one.
  const known: string[] = Object.values(settings.requestTypes);
  let isCertain = row.ctn !== null;
  for (const [field, wanted] of Object.entries(requestMarks(settings, order.change))) {
    const stated = row[field as keyof RequestRow];
    const isUnderstood = field !== 'requestType' || known.includes(stated ?? '');
    if (stated === null || !isUnderstood) isCertain = false;
    else if (!isSameMark(stated, wanted)) return 'other';
  }
  return isCertain ? 'same' : 'maybe';
}

/** An open request about the same subject of the line: block and unblock are one, each service is its own. */
export function findOpenRequest(
  settings: BeelineSettings,
  rows: RequestRow[],
  msisdn: Msisdn,
  change: Change,
): RequestRow | undefined {
  const isBlock = change.kind === 'line.block' || change.kind === 'line.unblock';
  const kinds: Change['kind'][] = isBlock ? ['line.block', 'line.unblock'] : [change.kind];
  const types = kinds.map((kind) => settings.requestTypes[kind]);
  const soc = requestMarks(settings, change).soc;
  return rows.find(
    (row) =>
      row.ctn !== null &&
      isSameCtn(row.ctn, msisdn) &&
      types.includes(row.requestType ?? '') &&
      (!soc || !row.soc || row.soc === soc) &&
      ['pending', 'needs_human'].includes(requestState(settings, row)),
  );
}

/** Days are compared as days: the carrier adds a zone or fractions of a second as it likes. */
function isSameMark(stated: string, wanted: string | null): boolean {
  const day = /^\d{4}-\d{2}-\d{2}T/;
  if (wanted && day.test(wanted)) return stated.slice(0, 10) === wanted.slice(0, 10);
  return stated === wanted;
}
