import { z } from 'zod';
import { type DepartureKind, departureKinds } from './churn.ts';

/** What counts as churn from a date on, for one contract with a carrier or, where that is empty, for every other one. */
export type ChurnDefinition = {
  from: string;
  carrierAccountId: string;
  kinds: readonly DepartureKind[];
  /** So many days without traffic are a departure. */
  silentDays: number;
};

export const DefinitionInput = z.strictObject({
  from: z.iso.date('date'),
  carrierAccountId: z.string().max(100),
  kinds: z
    .array(z.enum(departureKinds))
    .min(1, 'required')
    .transform((kinds) => departureKinds.filter((kind) => kinds.includes(kind))),
  silentDays: z.coerce.number<string>().int('other').min(14, 'other').max(365, 'other'),
});
export type DefinitionInput = z.infer<typeof DefinitionInput>;

/** Until a client company says otherwise; ninety days are what carriers usually count a line as gone by. */
export const firstDefinition: ChurnDefinition = {
  from: '0000-01-01',
  carrierAccountId: '',
  kinds: departureKinds,
  silentDays: 90,
};

/** What holds on a date for lines of one contract: its own newest that has begun, else the newest of all. */
export function definitionOn(
  definitions: readonly ChurnDefinition[],
  on: string,
  carrierAccountId: string,
): ChurnDefinition {
  const newestOf = (account: string) =>
    definitions
      .filter((one) => one.carrierAccountId === account && one.from <= on)
      .reduce<ChurnDefinition | null>((last, one) => (last && last.from > one.from ? last : one), null);
  return newestOf(carrierAccountId) ?? newestOf('') ?? firstDefinition;
}
