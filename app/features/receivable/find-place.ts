import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { KnownPlaces } from '#db/tenant/queries/receivables.ts';

/** Whose money it is: by what we call it, or as a billing says it. With a number it is the line's, else the account's. */
export type Whose = { receivableId: string } | { accountNumber: string | null; msisdn: string | null };

export type PlaceFault =
  | { code: 'unknown-receivable' }
  | { code: 'unknown-account' }
  | { code: 'unknown-number' }
  /** The number is on an account, and it is not this one. */
  | { code: 'number-of-another-account' };

type Account = KnownPlaces['accounts'][number];
type Receivable = KnownPlaces['receivables'][number];
type Place = Result<string, PlaceFault>;

/**
 * Finds whose each entry is. An account that nothing was booked to yet is opened when a contract has its number;
 * what was opened stands in `opened`.
 */
export function findPlaces(known: KnownPlaces, newId: () => string) {
  const accounts = [...known.accounts];
  const receivables = [...known.receivables];
  const opened = { accounts: [] as Account[], receivables: [] as Receivable[] };

  function openAccount(subscriberId: string, number: string): Account {
    const account = { id: newId(), subscriberId, number };
    accounts.push(account);
    opened.accounts.push(account);
    return account;
  }

  function receivableOf(accountId: string, lineId: string | null): string {
    const found = receivables.find((one) =>
      lineId ? one.lineId === lineId : one.lineId === null && one.accountId === accountId,
    );
    if (found) return found.id;
    const fresh = { id: newId(), accountId, lineId };
    receivables.push(fresh);
    opened.receivables.push(fresh);
    return fresh.id;
  }

  /** The account of a number; `of`: whom it must belong to. */
  function accountOf(number: string, of?: string): Result<Account, PlaceFault> {
    const account = accounts.find((one) => one.number === number);
    const owner = account?.subscriberId ?? known.subscribers.find((one) => one.contractNumber === number)?.id;
    if (owner === undefined) return refuse({ code: 'unknown-account' });
    if (of !== undefined && owner !== of) return refuse({ code: 'number-of-another-account' });
    return ok(account ?? openAccount(owner, number));
  }

  function ofLine(msisdn: string, accountNumber: string | null): Place {
    const line = known.lines.find((one) => one.msisdn === msisdn);
    const owner = known.subscribers.find((one) => one.id === line?.subscriberId);
    if (!line || !owner) return refuse({ code: 'unknown-number' });
    const before = receivables.find((one) => one.lineId === line.id);
    if (before && accountNumber === null) return ok(before.id);
    const first = accounts.find((one) => one.subscriberId === owner.id);
    const account = accountOf(accountNumber ?? first?.number ?? owner.contractNumber, owner.id);
    if (!account.ok) return account;
    if (before && before.accountId !== account.value.id) return refuse({ code: 'number-of-another-account' });
    return ok(receivableOf(account.value.id, line.id));
  }

  function find(whose: Whose): Place {
    if ('receivableId' in whose) {
      const isHere = receivables.some(({ id }) => id === whose.receivableId);
      return isHere ? ok(whose.receivableId) : refuse({ code: 'unknown-receivable' });
    }
    const { accountNumber, msisdn } = whose;
    if (msisdn !== null) return ofLine(msisdn, accountNumber);
    if (accountNumber === null) return refuse({ code: 'unknown-account' });
    const account = accountOf(accountNumber);
    return account.ok ? ok(receivableOf(account.value.id, null)) : account;
  }
  return { find, opened };
}
