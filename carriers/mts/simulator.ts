import { type Context, Hono } from 'hono';
import {
  type CarrierSimulator,
  calmKnobs,
  type Knobs,
  type SimulatorDefinition,
  type SimulatorOptions,
} from '../simulation.ts';
import { catalogue } from './catalogue.ts';
import { checkAsked, mountChanges } from './simulator-changes.ts';
import { createDice, createMeter, createTokens } from './simulator-gate.ts';
import { mountReads, mountStatus } from './simulator-reads.ts';
import { errorReply, hang, json } from './simulator-replies.ts';
import { Truth } from './simulator-truth.ts';

/** What the routes of the simulator share. */
export type SimulatedMts = {
  truth: Truth;
  dice: ReturnType<typeof createDice>;
  knobs(): Knobs;
  now(): number;
  check(number: string | undefined, change: unknown): ReturnType<typeof checkAsked>;
  stranger(number: string | undefined): Response;
  loseToken(c: Context): Response;
  isNightOutage(): boolean;
};

const credentials = { consumerKey: 'simulated-mts-key', consumerSecret: 'simulated-mts-secret' };

/** A stand-in for "МТС Бизнес API" with its own truth; the oddities it shows are listed in the README. */
export const simulator: SimulatorDefinition = {
  catalogue,
  create: createMts,
  account: (origin) => ({
    settings: {
      baseUrl: `${origin}/b2b/v1`,
      tokenUrl: `${origin}/token`,
      absenceProofAfterMs: 15_000,
      previewPollMs: [250, 250, 500, 1_000, 2_000],
    },
    credentials,
  }),
};

function createMts(options: SimulatorOptions): CarrierSimulator {
  const now = options.now ?? Date.now;
  let knobs: Knobs = { ...calmKnobs, ...options.knobs };
  const truth = new Truth(options);
  const dice = createDice(options.seed, () => knobs.faults);
  const tokens = createTokens(options.seed, now);
  const meter = createMeter(() => knobs.limits, now);
  const mts: SimulatedMts = {
    truth,
    dice,
    now,
    knobs: () => knobs,
    stranger,
    check: (number, change) => checkAsked({ truth, stranger }, number, change),
    loseToken: (c) => {
      tokens.expire(bearerOf(c));
      return errorReply(401, '1013', 'Срок действия токена истёк');
    },
    // Maintenance between 2 and 5 in Moscow; like every failure it needs its knob.
    isNightOutage: () => isMoscowNight(now()) && dice.chance() < (knobs.faults.unavailable ?? 0),
  };
  const app = mountMts(mts, tokens, meter);
  return {
    fetch: async (request) => app.fetch(request),
    line: (msisdn) => truth.line(msisdn),
    ledger: () => truth.ledger(),
    counts: () => meter.counts(),
    turn: (changed) => {
      knobs = { ...knobs, ...changed };
    },
  };
}

function mountMts(
  mts: SimulatedMts,
  tokens: ReturnType<typeof createTokens>,
  meter: ReturnType<typeof createMeter>,
): Hono {
  const app = new Hono();
  app.onError(() => errorReply(400, '1100', 'Запрос не разобран'));
  app.notFound(() => errorReply(401, '1002', 'Нет такого метода'));
  app.use(async (c, next) => (await delay(mts.knobs(), mts.now, c.req.raw.signal)) ?? next());
  app.post('/token', (c) => giveToken(c, tokens));
  app.use('/b2b/v1/*', async (c, next) => gate(c, tokens, meter) ?? next());
  mountReads(app, mts);
  mountStatus(app, mts);
  mountChanges(app, mts);
  return app;
}

/** The whole interface may hang; else it takes its time. */
async function delay(knobs: Knobs, now: () => number, signal: AbortSignal): Promise<Response | undefined> {
  if (knobs.hangUntil !== null && now() < knobs.hangUntil) return hang(signal);
  if (knobs.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, knobs.latencyMs));
  return undefined;
}

/** Limits come before the token: a wrong token is counted too. */
function gate(
  c: Context,
  tokens: ReturnType<typeof createTokens>,
  meter: ReturnType<typeof createMeter>,
): Response | undefined {
  const waitSeconds = meter.admit();
  if (waitSeconds !== undefined) {
    const headers: Record<string, string> =
      waitSeconds === null ? {} : { 'retry-after': String(waitSeconds) };
    return errorReply(429, '1011', 'Превышен лимит запросов', headers);
  }
  const token = tokens.check(bearerOf(c));
  if (token === 'expired') return errorReply(401, '1013', 'Срок действия токена истёк');
  return token === 'broken' ? errorReply(401, '1004', 'Токен не найден') : undefined;
}

function giveToken(c: Context, tokens: ReturnType<typeof createTokens>): Response {
  const { consumerKey, consumerSecret } = credentials;
  const expected = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`;
  if (c.req.header('authorization') !== expected)
    return errorReply(200, 'fault', 'Invalid client credentials');
  return json(200, { ...tokens.issue(), token_type: 'Bearer', scope: 'default' });
}

/** The token is fine, the number is not the account's. Some of these answers cannot be read at all. */
function stranger(number: string | undefined): Response {
  const isReadable = Number(number?.at(-1) ?? 1) % 2 === 1;
  if (!isReadable) return new Response('Unauthorized', { status: 401 });
  return errorReply(401, '1014', `Нет доступа к номеру ${number ?? ''}`);
}

const bearerOf = (c: Context) => (c.req.header('authorization') ?? '').replace('Bearer ', '');
const isMoscowNight = (at: number) => {
  const hour = (new Date(at).getUTCHours() + 3) % 24;
  return hour >= 2 && hour < 5;
};
