import { Hono } from 'hono';
import type { CarrierSimulator, SimulatorDefinition, SimulatorOptions } from '../simulation.ts';
import { catalogue } from './catalogue.ts';
import { hang } from './simulator-answers.ts';
import { answerRest } from './simulator-rest.ts';
import { account, answerAuth, answerSubscriber } from './simulator-soap.ts';
import { openTurnstile } from './simulator-turnstile.ts';
import { SimulatorWorld } from './simulator-world.ts';

export const simulator: SimulatorDefinition = {
  catalogue,
  create,
  account: (origin) => ({
    settings: { soapUrl: `${origin}/api`, restUrl: `${origin}/api/1.0`, absenceProofAfterMs: 5_000 },
    credentials: { ...account },
  }),
};

function create(options: SimulatorOptions): CarrierSimulator {
  const world = new SimulatorWorld(options);
  const turnstile = openTurnstile(world.now);
  const app = openRoutes(world);
  return {
    async fetch(request) {
      const { latencyMs, hangUntil, limits } = world.knobs;
      const retryAfterMs = turnstile.admit(limits);
      if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
      if (hangUntil !== null && world.now() < hangUntil) return hang(request.signal);
      if (retryAfterMs !== null) return tooMany(retryAfterMs);
      world.estate.settle();
      return app.fetch(request);
    },
    line(msisdn) {
      world.estate.settle();
      const line = world.estate.line(msisdn);
      return line && structuredClone(line);
    },
    ledger() {
      world.estate.settle();
      return world.estate.ledger;
    },
    counts: () => turnstile.counts(world.knobs.limits),
    turn: (knobs) => {
      world.knobs = { ...world.knobs, ...knobs };
    },
  };
}

function openRoutes(world: SimulatorWorld): Hono {
  const app = new Hono();
  app.post('/api/AuthService', async ({ req }) => answerAuth(world, await req.text()));
  app.post('/api/SubscriberService', async ({ req }) =>
    answerSubscriber(world, await req.text(), req.raw.signal),
  );
  app.get('/api/1.0/:group/:operation', ({ req }) =>
    answerRest(world, req.raw, `${req.param('group')}/${req.param('operation')}`),
  );
  return app;
}

function tooMany(retryAfterMs: number): Response {
  const headers: Record<string, string> =
    retryAfterMs > 0 ? { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } : {};
  return new Response('', { status: 429, headers });
}
