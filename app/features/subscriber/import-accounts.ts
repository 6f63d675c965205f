import type { Localised } from '#carriers/port.ts';
import type { ImportAccount } from './import-row.ts';

/** The tenant's carrier accounts as an import finds them: by the carrier's id or title, in either language. */
export function toImportAccounts(
  accounts: readonly { id: string; carrier: string; title: string }[],
  titles: Record<string, Localised>,
): ImportAccount[] {
  return accounts.map(({ id, carrier, title }) => {
    const named = titles[carrier];
    return { id, carrier, title, carrierNames: named ? [carrier, named.ru, named.en] : [carrier] };
  });
}
