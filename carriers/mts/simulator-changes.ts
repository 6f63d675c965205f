import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { Change, Msisdn } from '../port.ts';
import { catalogue } from './catalogue.ts';
import type { SimulatedMts } from './simulator.ts';
import {
  blockReasonOf,
  brokenReply,
  ejbError,
  errorReply,
  hang,
  htmlError,
  isBlockCode,
  json,
} from './simulator-replies.ts';
import { objectionTo, type StatusPlace } from './simulator-truth.ts';

type Asked = {
  msisdn: string | undefined;
  place: StatusPlace;
  change: unknown;
  product: { code: string; action: string } | null;
};

const Item = z.object({ action: z.string().optional(), product: z.object({ externalID: z.string() }) });
const ProductBody = z.object({ item: z.tuple([Item]) });
const SimBody = z.object({ Msisdn: z.string(), newSimImsi: z.string() });
const Paper = z.object({
  dateFrom: z.string(),
  dateTo: z.string(),
  documentFormat: z.string().regex(/^[a-z]+$/),
  deliveryAddress: z.string(),
  msisdn: z.string().optional(),
  msisdns: z.tuple([z.string()]).optional(),
});
/** How long Foris thinks over a dry run. */
const dryRunMs = 400;

/** Everything that changes something, and the dry runs. */
export function mountChanges(app: Hono, mts: SimulatedMts): void {
  app.post('/b2b/v1/Product/ModifyProduct', async (c) => begin(c, mts, await serviceChange(c)));
  app.post('/b2b/v1/Product/ChangeBillPlan', async (c) => begin(c, mts, await tariffChange(c)));
  app.patch('/b2b/v1/Product/ModifyProduct', async (c) => validate(mts, await serviceChange(c)));
  app.post('/b2b/v1/Product/ChangeBillPlanValidation', async (c) => validate(mts, await tariffChange(c)));
  app.post('/b2b/v1/Resources/ChangeSIMCard', async (c) => begin(c, mts, await simChange(c)));
  app.post('/b2b/v1/Documents/RegularBillByMSISDN', async (c) => orderPaper(c, mts, 'invoice.order'));
  app.post('/b2b/v1/Documents/CallHistoryByMSISDN', async (c) => orderPaper(c, mts, 'details.order'));
}

function begin(c: Context, mts: SimulatedMts, asked: Asked): Response | Promise<Response> {
  const { faults, coin } = mts.dice.draw();
  if (faults.has('expireSession')) return mts.loseToken(c);
  if (faults.has('unavailable')) return outage(coin);
  if (faults.has('hangBeforeApplying')) return hang(c.req.raw.signal);
  if (faults.has('errorInside')) return errorReply(200, coin < 0.5 ? 'IL.UnknownError' : 'fault', 'Ошибка');
  const checked = mts.check(asked.msisdn, asked.change);
  if (checked instanceof Response) return checked;
  const { line, change } = checked;
  if (mts.truth.hasPending(line.msisdn, change))
    return errorReply(409, 'RequestInProgress', 'Есть заявка в работе');
  const objection = objectionTo(line, change);
  // MTS says "temporarily unavailable" where it means "connect the other service first".
  if (objection === 'RequiredServiceNotExists') return errorReply(421, '3003', 'Foris временно недоступен');
  const faultCode = faults.has('failLater') ? 'ForisInternalError' : objection;
  const { place, product } = asked;
  const work = { msisdn: line.msisdn, place, product, change, faultCode, isDryRun: false };
  if (faults.has('acceptSilently')) {
    if (coin < 0.5 && !faultCode) mts.truth.begin({ ...work, workMs: 0, isHidden: true });
    return json(202, {});
  }
  const { id } = mts.truth.begin({ ...work, workMs: mts.knobs().workMs, isHidden: false });
  if (faults.has('breakAfterApplying')) return brokenReply();
  if (faults.has('hangAfterApplying')) return hang(c.req.raw.signal);
  return acceptance(place, id);
}

/** The dry run is a request of its own: it gets an event id and stands in the request list. */
function validate(mts: SimulatedMts, { msisdn, change, product }: Asked): Response {
  const checked = mts.check(msisdn, change);
  if (checked instanceof Response) return checked;
  const { line } = checked;
  const isPending = mts.truth.hasPending(line.msisdn, checked.change);
  const faultCode = isPending ? 'RequestInProgress' : objectionTo(line, checked.change);
  const work = { msisdn: line.msisdn, change: checked.change, product, faultCode, isDryRun: true };
  const { id } = mts.truth.begin({ ...work, place: 'product', workMs: dryRunMs, isHidden: false });
  return acceptance('product', id);
}

function acceptance(place: StatusPlace, id: string): Response {
  if (place === 'operation')
    return new Response(id, { status: 200, headers: { 'content-type': 'text/plain' } });
  if (place === 'product') return json(200, { eventID: id });
  return json(200, [{ code: '0', message: 'OK', request: { messageId: id, requests: [] } }]);
}

function outage(coin: number): Response {
  if (coin < 0.34) return ejbError();
  if (coin < 0.67) return htmlError(502);
  return errorReply(503, 'fault', 'Service Unavailable');
}

async function serviceChange(c: Context): Promise<Asked> {
  const item = ProductBody.safeParse(await c.req.json()).data?.item[0];
  const code = item?.product.externalID ?? '';
  const action = item?.action === 'delete' ? 'delete' : 'create';
  const isOn = action === 'create';
  const asked = { msisdn: c.req.query('msisdn'), place: 'product' as const, product: { code, action } };
  if (!isBlockCode(code)) {
    const kind = isOn ? 'option.connect' : 'option.disconnect';
    return {
      ...asked,
      change: catalogue.options.some((option) => option.code === code) && { kind, optionCode: code },
    };
  }
  const change = isOn ? { kind: 'line.block', reason: blockReasonOf(code) } : { kind: 'line.unblock' };
  return { ...asked, change };
}

async function tariffChange(c: Context): Promise<Asked> {
  const code = ProductBody.safeParse(await c.req.json()).data?.item[0].product.externalID ?? '';
  const isKnown = catalogue.tariffs.some((tariff) => tariff.code === code);
  const change = isKnown && { kind: 'tariff.change', tariffCode: code };
  return { msisdn: c.req.query('msisdn'), place: 'product', change, product: { code, action: 'create' } };
}

/** MTS takes the IMSI only; the card's own number is the carrier's knowledge, here made of the IMSI. */
async function simChange(c: Context): Promise<Asked> {
  const body = SimBody.safeParse(await c.req.json()).data;
  const change = body && {
    kind: 'sim.replace',
    imsi: body.newSimImsi,
    iccid: `89701${body.newSimImsi.slice(2)}`,
  };
  return { msisdn: body?.Msisdn, place: 'operation', change, product: null };
}

async function orderPaper(
  c: Context,
  mts: SimulatedMts,
  kind: 'invoice.order' | 'details.order',
): Promise<Response> {
  const body = Paper.safeParse(await c.req.json()).data;
  if (!body) return errorReply(400, '1100', 'Неверный формат заявки');
  if (body.dateFrom.endsWith('Z') || body.dateTo.endsWith('Z')) return ejbError();
  const isOpenPeriod = Date.parse(body.dateTo) > mts.now();
  if (kind === 'invoice.order' && isOpenPeriod) return errorReply(400, '1100', 'Период не закрыт');
  const period = { from: body.dateFrom.slice(0, 10), to: body.dateTo.slice(0, 10) };
  const change = { kind, ...period, email: body.deliveryAddress };
  return begin(c, mts, {
    msisdn: body.msisdn ?? body.msisdns?.[0],
    place: 'document',
    change,
    product: null,
  });
}

/** The line and a well-formed change, or the reply that says what is wrong with them. */
export function checkAsked(
  mts: Pick<SimulatedMts, 'truth' | 'stranger'>,
  number: string | undefined,
  asked: unknown,
) {
  const msisdn = Msisdn.safeParse(`+${number}`).data;
  const line = msisdn && mts.truth.line(msisdn);
  if (!line) return mts.stranger(number);
  const change = Change.safeParse(asked).data;
  return change ? { line, change } : errorReply(400, '1100', 'Неверные параметры запроса');
}
