import { setTimeout } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import type {
  CarrierSimulator,
  Knobs,
  SimulatedLine,
  SimulatorDefinition,
  SimulatorOptions,
} from '../simulation.ts';
import { calmKnobs } from '../simulation.ts';
import { catalogue } from './catalogue.ts';
import { answerBeforeOrder, openFaults } from './simulated-faults.ts';
import { openLines, type SimulatedLines } from './simulated-lines.ts';
import { orderLock, orderRatePlan, simulatedZone, theftCode } from './simulated-orders.ts';
import { exportFile, listPage, servicesPage, subscriberOf, tariffOf } from './simulated-pages.ts';
import { openSessions, type SimulatedSessions, simulatedLogin } from './simulated-sessions.ts';
import { openTraffic, type Traffic } from './simulated-traffic.ts';

function create(options: SimulatorOptions): CarrierSimulator {
  const now = options.now ?? Date.now;
  const knobs: Knobs = { ...calmKnobs, ...options.knobs };
  const lines = openLines({ ...options, now });
  const traffic = openTraffic(knobs.limits, now);
  const sessions = openSessions(now);
  const draw = openFaults(options.seed);
  const app = new Hono();
  // A client that left ends its request here; there is nobody to answer and nothing to report.
  app.onError((error) => {
    throw error;
  });

  app.use(async (context, next) => (await atTheDoor(context.req.raw, knobs, traffic, now)) ?? next());
  app.post('/ws/v1.0/auth/process', async ({ req }) => sessions.signIn(await req.formData()));
  app.get('/ws/v1.0/user/cache/status', ({ req }) => sessions.warmUp(req.raw));
  app.use(async ({ req }, next) => sessions.refuse(req.raw) ?? next());
  addReads(app, lines);
  addOrders(app, { lines, sessions, knobs, now, draw: () => draw(knobs.faults) });

  return {
    fetch: async (request) => app.fetch(request),
    line: lines.line,
    ledger: lines.ledger,
    counts: traffic.counts,
    turn(next) {
      Object.assign(knobs, next);
      if (next.limits) traffic.limit(next.limits);
    },
  };
}

/** Hanging, throttling and slowness, before anybody looks at what is asked. */
async function atTheDoor(request: Request, knobs: Knobs, traffic: Traffic, now: () => number) {
  const tooMany = traffic.arrive();
  while (now() < (knobs.hangUntil ?? 0)) await pause(20, request);
  if (tooMany) {
    const seconds = String(Math.ceil(tooMany.retryAfterMs / 1000));
    return new Response(null, { status: 429, headers: tooMany.isTold ? { 'retry-after': seconds } : {} });
  }
  if (knobs.latencyMs > 0) await pause(knobs.latencyMs, request);
  return null;
}

async function pause(ms: number, { signal }: Request): Promise<void> {
  await setTimeout(ms);
  signal.throwIfAborted();
}

function addReads(app: Hono, lines: SimulatedLines): void {
  const card = (show: (line: SimulatedLine) => Response) => (context: Context) => {
    const line = lines.byId(context.req.param('id') ?? '');
    return line ? show(line) : Response.json({ error: { code: 'ACCESS_DENIED' } });
  };
  app.get('/ws/v1.0/subscriber/mobile/list', ({ req }) => {
    const data = listPage(lines.all(), Number(req.query('from')), Number(req.query('size')));
    return Response.json({ data });
  });
  app.get('/ws/v1.0/subscriber/mobile/export/CSV', () => exportFile(lines.all()));
  app.get(
    '/ws/v1.0/subscriber/:id/info/general',
    card((line) => Response.json({ data: subscriberOf(line) })),
  );
  app.get(
    '/ws/v1.0/subscriber/:id/info/tariff',
    card((line) => Response.json({ data: tariffOf(line) })),
  );
  app.get('/subscriber/servicesAndRateoptions/:id', card(servicesPage));
}

type OrderRoom = {
  lines: SimulatedLines;
  sessions: SimulatedSessions;
  knobs: Knobs;
  now: () => number;
  draw: () => ReturnType<ReturnType<typeof openFaults>>;
};

function addOrders(app: Hono, { lines, sessions, knobs, now, draw }: OrderRoom): void {
  const order = (place: typeof orderLock) => async (context: Context) => {
    const request = context.req.raw;
    const form = Object.fromEntries(await context.req.formData());
    const drawn = draw();
    if (drawn.fault === 'expireSession') sessions.expire(request);
    const desk = { lines, knobs, now: now(), draw: drawn, request };
    return answerBeforeOrder(drawn, request) ?? place(form, desk);
  };
  app.post('/changelock/order', order(orderLock));
  app.post('/changepkgrateplan/order', order(orderRatePlan));
}

function account(origin: string): ReturnType<SimulatorDefinition['account']> {
  const plans = catalogue.tariffs.map(({ code, name, feeOnceKopecks, feeMonthKopecks, drops }) => ({
    code,
    name,
    feeOnceKopecks,
    feeMonthKopecks,
    drops,
  }));
  const settings = {
    baseUrl: origin,
    timeZone: simulatedZone,
    cachePauseMs: 20,
    lockReasonCodes: { wish: '0', theft: theftCode },
    plans,
    // Longer than any `workMs` in use, or an order that is still worked on would be taken for absent.
    absenceProofAfterMs: 15_000,
  };
  return { settings, credentials: { ...simulatedLogin } };
}

export const simulator: SimulatorDefinition = { catalogue, create, account };
