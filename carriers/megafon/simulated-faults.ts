import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Faults } from '../simulation.ts';

/** Earlier faults win. Every one is drawn every time, so that turning a knob does not shift the others. */
const faultNames = [
  'expireSession',
  'unavailable',
  'errorInside',
  'hangBeforeApplying',
  'hangAfterApplying',
  'breakAfterApplying',
  'acceptSilently',
  'failLater',
] as const satisfies (keyof Faults)[];

/** `coin` in [0, 1) chooses among the shapes that one fault can take. */
export type Draw = { fault: keyof Faults | null; coin: number };

export function openFaults(seed: number): (faults: Partial<Faults>) => Draw {
  const stream = xoroshiro128plus(seed);
  return (faults) => {
    const hits = faultNames.filter((name) => uniformFloat64(stream) < (faults[name] ?? 0));
    return { fault: hits[0] ?? null, coin: uniformFloat64(stream) };
  };
}

/** The answer of a fault that keeps the order from being looked at; `null`: it is looked at. */
export function answerBeforeOrder(
  { fault, coin }: Draw,
  request: Request,
): Response | Promise<Response> | null {
  if (fault === 'expireSession') {
    return coin < 0.5 ? new Response(null, { status: 401 }) : Response.json({ error: 'NOT_AUTHENTICATED' });
  }
  if (fault === 'unavailable') {
    if (coin < 0.3) return new Response(null, { status: 500 });
    return errorPage(coin < 0.6 ? 503 : 200);
  }
  if (fault === 'errorInside') {
    return Response.json({ error: coin < 0.5 ? { code: 'ORDER_REJECTED' } : 'SYSTEM_ERROR' });
  }
  return fault === 'hangBeforeApplying' ? hang(request) : null;
}

/** The answer of a fault that comes after the order was placed; `null`: the ordinary one. */
export function answerAfterOrder({ fault }: Draw, request: Request): Response | Promise<Response> | null {
  if (fault === 'hangAfterApplying') return hang(request);
  if (fault === 'breakAfterApplying') return brokenAnswer();
  return fault === 'acceptSilently' ? Response.json({ changeResult: {} }) : null;
}

export function errorPage(status: number): Response {
  const html = '<!DOCTYPE html><html><body><h1>Сервис временно недоступен</h1></body></html>';
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** Held here, because the signal of a request that was garbage-collected never fires. */
const hanging = new Set<Request>();

function hang(request: Request): Promise<Response> {
  hanging.add(request);
  return new Promise((_, reject) => {
    const leave = () => {
      hanging.delete(request);
      reject(request.signal.reason);
    };
    if (request.signal.aborted) leave();
    else request.signal.addEventListener('abort', leave, { once: true });
  });
}

function brokenAnswer(): Response {
  let isBegun = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isBegun) controller.error(new Error('the connection broke in the middle of the answer'));
      else controller.enqueue(new TextEncoder().encode('{"changeResult":{"cpo'));
      isBegun = true;
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
