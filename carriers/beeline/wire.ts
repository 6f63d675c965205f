import { z } from 'zod';

/**
 * Beeline's wire formats, SOAP 1.1 (`urn:uss-wsapi`) and its REST twin. Every leaf arrives as text from SOAP
 * and as text or number from REST; one element of a list arrives bare, an empty list as an empty text.
 */
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null || value === '' ? null : String(value)));
const needed = z.union([z.string().trim().min(1), z.number()]).transform(String);
const some = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value == null || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );
const reply = <T extends z.ZodRawShape>(shape: T) => z.preprocess((value) => value || {}, z.object(shape));

/** `<Fault><detail><UssWsApiException>`: the error code table of the carrier, usually with HTTP 500. */
export const SoapFault = z.object({
  detail: z.object({
    UssWsApiException: z.object({ errorCode: needed, errorDescription: text, message: text }),
  }),
});
/** REST: every answer carries `meta`; success is 20000 (one mock shows 2000). */
export const RestEnvelope = z.looseObject({
  meta: z.object({ status: text, code: needed, message: text }),
});

export const AuthReply = reply({ return: needed });
export const BanInfoList = reply({ BANInfoList: some(z.object({ ban: needed })) });
export const CtnInfo = z.object({
  ctn: needed,
  status: text,
  statusDate: text,
  reasonStatus: text,
  pricePlan: text,
});
export type CtnInfo = z.infer<typeof CtnInfo>;
export const CtnInfoList = reply({ CTNInfoList: some(CtnInfo) });
export const SimList = reply({ SIMList: some(z.object({ ctn: needed, serialNumber: needed })) });

/** The id of an accepted change: `return` or `requestId`, by operation and by generation of the service. */
export const RequestReference = reply({ return: text, requestId: text }).transform((fields, issues) => {
  const id = fields.requestId ?? fields.return;
  if (id?.trim()) return id.trim();
  issues.addIssue({ code: 'custom', message: 'no request id' });
  return z.NEVER;
});

export const RequestRow = z.object({
  requestId: needed,
  requestStatus: text,
  requestComments: text,
  requestDate: text,
  requestType: text,
  ctn: text,
  soc: text,
  inclusionType: text,
  pricePlan: text,
  serialNumber: text,
  billDate: text,
  periodStart: text,
  periodEnd: text,
});
export type RequestRow = z.infer<typeof RequestRow>;
export const RequestList = reply({ requestList: reply({ requests: some(RequestRow) }) });
/** The rows of a report are not read here: that it opens at all means that it is ready. */
export const Report = z.unknown();

const Offer = z.object({ name: needed, entityName: text, rcRate: text, chargeAmount: text });
export type Offer = z.infer<typeof Offer>;
export const ServiceList = reply({
  services: some(z.object({ name: needed, entityName: text, removeInd: text, startDate: text })),
});
export const ServiceAvailableList = reply({ availableServices: some(Offer) });
export const PricePlanAvailableList = reply({ availablePricePlans: some(Offer) });
export const PricePlan = reply({ pricePlanInfo: reply({ name: text, entityName: text }) });
export const Balance = reply({ balance: text });
export const ConflictReply = reply({
  conflictList: some(
    z.object({ conflictType: text, name: text, entityName: text, templateText: text, template: text }),
  ),
  totalAmount: text,
});
export type ConflictReply = z.infer<typeof ConflictReply>;
