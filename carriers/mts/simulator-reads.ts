import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { Msisdn } from '../port.ts';
import type { SimulatedLine } from '../simulation.ts';
import type { SimulatedMts } from './simulator.ts';
import {
  availableBody,
  balanceBody,
  billPlanBody,
  connectedBody,
  ejbError,
  errorReply,
  hierarchyBody,
  json,
  requestRow,
  tariffsBody,
} from './simulator-replies.ts';

const Party = z.object({
  id: z.string().optional(),
  characteristic: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});
const StatusBody = z.object({
  relatedParty: z.array(Party),
  validFor: z.object({ startDateTime: z.string(), endDateTime: z.string() }),
});
const dayMs = 86_400_000;

export function mountReads(app: Hono, mts: SimulatedMts): void {
  const read = (path: string, parameter: string, body: (line: SimulatedLine, c: Context) => Response) =>
    app.get(`/b2b/v1/${path}`, (c) => {
      if (mts.isNightOutage()) return ejbError();
      const msisdn = Msisdn.safeParse(`+${c.req.query(parameter)}`).data;
      const line = msisdn && mts.truth.line(msisdn);
      return line ? body(line, c) : mts.stranger(c.req.query(parameter));
    });
  read('Service/HierarchyStructure', 'msisdn', (line) => json(206, hierarchyBody(line)));
  read('Bills/CheckBalanceByMSISDN', 'characteristic.value', (line) => json(200, balanceBody(line)));
  read('Product/BillPlanInfo', 'productCharacteristic.value', (line, c) =>
    c.req.query('fields') ? json(200, billPlanBody(line)) : ejbError(),
  );
  read('Product/ProductInfo', 'marketSegment.characteristic.value', (line, c) =>
    json(200, products(line, c)),
  );
}

function products(line: SimulatedLine, c: Context): unknown[] {
  if (c.req.query('category.name') === 'AvailibleTariffPlann') return tariffsBody(line);
  if (c.req.query('productOffering.actionAllowed') === 'create') return availableBody(line);
  const type = c.req.query('productOffering.productSpecification.productSpecificationType.name');
  return connectedBody(line, type ?? null);
}

/** Three of the four status endpoints; the fourth is for personal data. Each knows only its own requests. */
export function mountStatus(app: Hono, mts: SimulatedMts): void {
  app.post('/b2b/v1/Product/CheckRequestStatus', async (c) => {
    const asked = StatusBody.safeParse(await c.req.json()).data;
    const number = asked?.relatedParty[0]?.characteristic?.[0]?.value;
    const msisdn = Msisdn.safeParse(`+${number}`).data;
    if (!asked || !msisdn) return errorReply(400, '1100', 'search time validFor not given');
    if (!mts.truth.line(msisdn)) return mts.stranger(number);
    const { startDateTime, endDateTime } = asked.validFor;
    const [from, to] = [Date.parse(startDateTime), Date.parse(endDateTime)];
    if (to - from > dayMs) return errorReply(400, '1100', 'Период поиска больше суток');
    const id = asked.relatedParty[1]?.id;
    const works = mts.truth.works(msisdn).filter(({ place, startedAt }) => {
      return place === 'product' && startedAt >= from && startedAt <= to;
    });
    return json(200, works.filter((work) => !id || work.id === id).map(requestRow));
  });
  app.post('/b2b/v1/Product/CheckRequestStatusByUUID', async (c) => {
    const asked = StatusBody.safeParse(await c.req.json()).data;
    if (!asked) return errorReply(400, '1100', 'search time validFor not given');
    const work = mts.truth.work(asked.relatedParty[0]?.id ?? '');
    if (work?.place !== 'document') return errorReply(404, '1100', 'Нет данных');
    return json(200, { relatedParty: [{ id: work.id, status: work.state }] });
  });
  app.post('/b2b/v1/Operations/GetStatus', async (c) => {
    const asked = z.object({ eventId: z.string() }).safeParse(await c.req.json()).data;
    const work = mts.truth.work(asked?.eventId ?? '');
    if (work?.place !== 'operation') return errorReply(404, '1100', 'Нет данных');
    return json(200, { eventId: work.id, state: work.state, errorMessage: work.faultCode });
  });
}
