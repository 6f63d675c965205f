import { z } from 'zod';
import { Msisdn } from '../port.ts';

/** Roubles as the cabinet writes them (`1 234,50 ₽`, `"60.00"`, `12.5`) to kopecks; `null`: no amount. */
export function toKopecks(value: string | number): number | null {
  const bare = String(value)
    .replace(/[\s\u00a0\u202f]|₽|руб\.?/gu, '')
    .replace(',', '.');
  const [, sign, roubles, fraction = ''] = /^([-+]?)(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(bare) ?? [];
  if (roubles === undefined || Number(roubles) >= 999_999_999) return null;
  const kopecks = Number(roubles) * 100 + Number(fraction.padEnd(2, '0'));
  return sign === '-' && kopecks > 0 ? -kopecks : kopecks;
}

/** Ten or eleven digits, with or without punctuation, to E.164. */
export function toMsisdn(value: string | number): Msisdn | null {
  const digits = String(value).replace(/\D/g, '');
  const ten = digits.length === 11 && /^[78]/.test(digits) ? digits.slice(1) : digits;
  return Msisdn.safeParse(`+7${ten}`).data ?? null;
}

const word = z.union([z.string().trim().min(1), z.number()]).transform(String);
const money = z.union([z.string(), z.number()]).transform(toKopecks);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);

const Account = z.union([
  word,
  z.object({ accountNumber: word }).transform((account) => account.accountNumber),
  z.object({ number: word }).transform((account) => account.number),
]);
const RatePlan = z.object({ id: optional(word), def: optional(word) });

/** One number, as an element of the list and as the general part of its card. */
export const Subscriber = z.object({
  id: word,
  msisdn: z.union([z.string(), z.number()]).transform(toMsisdn),
  account: optional(Account),
  balance: optional(z.union([money, z.object({ value: money }).transform((balance) => balance.value)])),
  ratePlan: optional(RatePlan),
  status: optional(word),
  statusDate: optional(z.string()),
});
export type Subscriber = z.infer<typeof Subscriber>;

/** Elements of drifted shape become `null` and are passed over: one odd number must not hide the others. */
export const SubscriberPage = z.object({
  count: z.coerce.number().int().nonnegative(),
  elements: z
    .union([z.array(z.unknown()), z.unknown().transform((one) => (one ? [one] : []))])
    .transform((elements) => elements.map((element) => Subscriber.safeParse(element).data ?? null)),
});

export const TariffInfo = z.object({ ratePlan: optional(RatePlan) });

export const SignIn = z.object({
  user: optional(z.looseObject({})),
  cached: optional(z.boolean()),
  isCaptchaShouldBeShown: optional(z.boolean()),
});
export type SignIn = z.infer<typeof SignIn>;

export const OrderResult = z.object({
  changeResult: z
    .object({
      cporId: optional(word),
      /** Numbers of the order that failed; the rest of them go on. */
      errors: z
        .array(z.object({ subsId: word, code: word }))
        .nullish()
        .transform((errors) => errors ?? []),
    })
    .nullish(),
});

/** `/changelock/order`; both dates are midnights of the branch, `subsId` is a comma list of internal ids. */
export const LockOrderForm = z.object({
  operationType: z.enum(['0', '1']),
  dateFrom: z.string(),
  dateTo: z.string(),
  subsId: z.string().min(1),
  processingMode: z.literal('1'),
  p_basket: z.literal('-1'),
  cpohId: z.string(),
  notifySubsBySms: z.enum(['0', '1']),
});
export type LockOrderForm = z.infer<typeof LockOrderForm>;

/** `/changepkgrateplan/order`. */
export const RatePlanOrderForm = z.object({
  rtplId: z.string().regex(/^\d+$/),
  dateFrom: z.string(),
  packList: z.string(),
  p_excludeSubs: z.string(),
  subsId: z.string().min(1),
});
export type RatePlanOrderForm = z.infer<typeof RatePlanOrderForm>;
