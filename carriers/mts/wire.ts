import { z } from 'zod';

/** The wire formats of "МТС Бизнес API". Loose on purpose: unknown fields are ignored, shapes drift. */

const code = z.union([z.string(), z.number()]).transform(String);
const named = z.object({ name: z.string(), value: code.nullish() });
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value == null ? [] : Array.isArray(value) ? value : [value]), z.array(item));

export const TokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});

const Price = z.object({
  name: z.string().nullish(),
  price: z.object({ taxIncludedAmount: code.nullish(), dutyFreeAmount: code.nullish() }).nullish(),
});

/** A row of Product/ProductInfo. Tariffs carry their code in `id`, services and blocks in `externalID`. */
const ProductRow = z
  .object({
    id: code.nullish(),
    externalID: code.nullish(),
    name: z.string().nullish(),
    validFor: z.object({ startDateTime: z.string().nullish() }).nullish(),
    productOfferingPrice: many(Price),
    productSpecification: z
      .object({ productSpecificationType: z.object({ name: z.string() }).nullish() })
      .nullish(),
  })
  .transform((row) => ({
    code: row.externalID ?? row.id ?? '',
    name: row.name ?? '',
    type: row.productSpecification?.productSpecificationType?.name ?? null,
    since: row.validFor?.startDateTime ?? null,
    prices: row.productOfferingPrice,
  }));
export const ProductRows = many(ProductRow);
export type ProductRow = z.output<typeof ProductRow>;

/** Product/BillPlanInfo: for most numbers the offering is empty although the number has a tariff. */
export const BillPlan = z
  .preprocess(
    (value) => (Array.isArray(value) ? value[0] : value),
    z.object({
      productOffering: z.object({ externalID: code.nullish(), name: z.string().nullish() }).nullish(),
    }),
  )
  .transform(({ productOffering: offering }) =>
    offering?.externalID ? { code: offering.externalID, name: offering.name ?? offering.externalID } : null,
  );

/** Bills/CheckBalanceByMSISDN, in roubles. */
export const Balances = many(
  z.object({
    customerAccountBalance: many(z.object({ remainedAmount: z.object({ amount: code.nullish() }) })),
  }),
).transform((rows) => rows[0]?.customerAccountBalance[0]?.remainedAmount.amount ?? null);

const Product = z.object({ productSerialNumber: code, productCharacteristic: many(named) });
const CustomerAccount = z.object({
  accountNo: code.nullish(),
  productRelationship: many(z.object({ product: Product })),
});

/** Service/HierarchyStructure: organisation, contracts, personal accounts, numbers. */
export const Hierarchy = many(
  z.object({ partyRole: many(z.object({ customerAccount: many(CustomerAccount) })) }),
).transform((organisations) =>
  organisations
    .flatMap(({ partyRole }) => partyRole.flatMap(({ customerAccount }) => customerAccount))
    .flatMap(({ accountNo, productRelationship }) =>
      productRelationship.map(({ product }) => ({
        msisdn: product.productSerialNumber,
        accountNumber: accountNo ?? null,
        iccid: valueNamed(product.productCharacteristic, 'SIM'),
        imsi: valueNamed(product.productCharacteristic, 'IMSI'),
      })),
    ),
);

/** A row of Product/CheckRequestStatus. Which product it concerns is inferred: it may be left out. */
const RequestRow = z
  .object({
    id: code.nullish(),
    status: z.string(),
    validFor: z.object({ startDateTime: z.string().nullish() }).nullish(),
    characteristic: many(named),
  })
  .transform((row) => ({
    id: row.id ?? null,
    status: row.status,
    startedAt: row.validFor?.startDateTime ?? null,
    productCode: valueNamed(row.characteristic, 'externalID'),
    action: valueNamed(row.characteristic, 'action'),
    isDryRun: (valueNamed(row.characteristic, 'requestType') ?? '').startsWith('Validat'),
    errorCode: valueNamed(row.characteristic, 'foris_error_code'),
    removes: row.characteristic.flatMap(({ name, value }) =>
      name === 'removed_service' && value ? [value] : [],
    ),
  }));
export const RequestRows = many(RequestRow);
export type RequestRow = z.output<typeof RequestRow>;

/** Product/CheckRequestStatusByUUID: the state of an ordered document. */
export const DocumentStatus = z
  .preprocess(
    (value) => (Array.isArray(value) ? value[0] : value),
    z.object({ relatedParty: many(z.object({ id: code.nullish(), status: z.string().nullish() })) }),
  )
  .transform(({ relatedParty }) => relatedParty.find(({ status }) => status)?.status ?? null);

/** Operations/GetStatus: the state of a SIM change; the cause of a failure is text. */
export const OperationStatus = z.object({ state: z.string(), errorMessage: z.string().nullish() });

const Reference = z.object({
  eventID: code.nullish(),
  eventId: code.nullish(),
  messageId: code.nullish(),
});

/** The event or message id of an accepted change, wherever it is nested; `null` when there is none. */
export function referenceIn(body: unknown, depth = 0): string | null {
  if (typeof body === 'string') return /^[\w-]{6,64}$/.test(body) ? body : null;
  if (typeof body !== 'object' || body === null || depth > 3) return null;
  const here = Reference.safeParse(body).data;
  const id = here?.eventID ?? here?.eventId ?? here?.messageId;
  if (id) return id;
  const nested = Object.values(body).filter((value) => typeof value === 'object');
  return nested.map((value) => referenceIn(value, depth + 1)).find((found) => found !== null) ?? null;
}

const Told = z.object({
  errorCode: code.nullish(),
  code: code.nullish(),
  errorMessage: z.string().nullish(),
  message: z.string().nullish(),
  description: z.string().nullish(),
});
const Envelope = Told.extend({ error: Told.nullish(), fault: Told.nullish() });

/** The error that a body tells of, in any of the five shapes seen, whatever the HTTP status says. */
export function errorIn(body: unknown): { code: string; text: string } | null {
  const envelope = Envelope.safeParse(Array.isArray(body) ? body[0] : body).data;
  if (!envelope) return null;
  const told = envelope.error ?? envelope.fault ?? envelope;
  const text = told.errorMessage ?? told.description ?? told.message ?? '';
  if (told.errorCode) return { code: told.errorCode, text };
  if (envelope.error || envelope.fault) return { code: told.code ?? 'fault', text };
  const isPlainError = told.code && (told.message || told.description) && !referenceIn(body);
  return isPlainError && told.code ? { code: told.code, text } : null;
}

/** A JSON body, also one sent as a JSON string or as a bare id; `undefined` when it cannot be read. */
export function parseBody(text: string): unknown {
  const body = parseJson(text.trim());
  return typeof body === 'string' ? (parseJson(body) ?? body) : body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return /^[\w-]{6,64}$/.test(text) ? text : undefined;
  }
}

/** Roubles as a decimal string or number to kopecks; `null` for the "no limit" sentinel or anything else. */
export function kopecksOf(roubles: string | null | undefined): number | null {
  const parts = /^(-?)(\d{1,9})(?:[.,](\d+))?$/.exec(roubles?.trim() ?? '');
  if (!parts || roubles?.startsWith('-999999999')) return null;
  const [, sign, whole = '0', fraction = ''] = parts;
  const digits = fraction.padEnd(3, '0');
  const kopecks = Number(whole) * 100 + Number(digits.slice(0, 2)) + (digits.charAt(2) >= '5' ? 1 : 0);
  return sign && kopecks > 0 ? -kopecks : kopecks;
}

/** `null` for "for ever", which MTS writes as 2037 or later. */
export function instantOf(text: string | null): string | null {
  const time = Date.parse(text ?? '');
  if (Number.isNaN(time) || time >= Date.UTC(2037, 0)) return null;
  return new Date(time).toISOString();
}

function valueNamed(characteristics: z.output<typeof named>[], name: string): string | null {
  return characteristics.find((entry) => entry.name === name)?.value ?? null;
}
