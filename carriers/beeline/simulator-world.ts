import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Faults, Knobs, SimulatorOptions } from '../simulation.ts';
import { calmKnobs } from '../simulation.ts';
import { brokenOff, hang, htmlPage, type Voice } from './simulator-answers.ts';
import { type Order, openEstate } from './simulator-estate.ts';

/** The clients' guess for SOAP tokens; the carrier documents none. */
const tokenLifetimeMs = 540_000;
const faultNames: (keyof Faults)[] = [
  'hangAfterApplying',
  'hangBeforeApplying',
  'breakAfterApplying',
  'acceptSilently',
  'failLater',
  'unavailable',
  'errorInside',
  'expireSession',
];

/** Everything the two interfaces of the simulator share: the estate, tokens, knobs and one seeded stream. */
export type SimulatorWorld = ReturnType<typeof openSimulatorWorld>;

export function openSimulatorWorld(options: SimulatorOptions) {
  const now = options.now ?? Date.now;
  const random = xoroshiro128plus(options.seed);
  const tokens = new Map<string, number>();
  let knobs: Knobs = { ...calmKnobs, ...options.knobs };
  const estate = openEstate({
    lines: options.lines,
    ledger: options.ledger ?? [],
    now,
    onApplied: options.onApplied ?? (() => {}),
  });

  /** One draw for every change that is submitted, whatever becomes of it. */
  function drawFault(): keyof Faults | null {
    let draw = uniformFloat64(random);
    for (const name of faultNames) {
      draw -= knobs.faults[name] ?? 0;
      if (draw < 0) return name;
    }
    return null;
  }

  async function takeChange(order: Order, voice: Voice, signal: AbortSignal): Promise<Response> {
    const fault = drawFault();
    if (fault === 'hangBeforeApplying') return hang(signal);
    if (fault === 'unavailable')
      return pick([htmlPage(503), htmlPage(200), new Response('', { status: 502 })]);
    if (fault === 'errorInside') return voice.refused(pick(['20008', '49999']), 200);
    if (fault === 'expireSession') {
      tokens.clear();
      return voice.refused('20004');
    }
    const code = estate.refuse(order);
    if (code) return voice.refused(code);
    if (fault === 'acceptSilently') {
      if (pick([true, false])) estate.accept(order, knobs.workMs, false);
      return voice.silent();
    }
    const job = estate.accept(order, knobs.workMs, fault === 'failLater');
    if (fault === 'hangAfterApplying') return hang(signal);
    const answer = voice.accepted(job.id);
    return fault === 'breakAfterApplying' ? brokenOff(answer) : answer;
  }

  function pick<T>(choices: [T, ...T[]]): T {
    return choices[uniformInt(random, 0, choices.length - 1)] ?? choices[0];
  }

  function issueToken(): string {
    const token = Array.from({ length: 32 }, () => uniformInt(random, 0, 15).toString(16)).join('');
    tokens.set(token, now());
    return token;
  }

  /** The code for a token that is no good, or `null`. */
  function tokenFault(token: string): string | null {
    const issuedAt = tokens.get(token);
    if (!token) return '20001';
    if (issuedAt === undefined) return '20003';
    return now() - issuedAt < tokenLifetimeMs ? null : '20004';
  }

  return {
    estate,
    now,
    takeChange,
    issueToken,
    tokenFault,
    knobs: () => knobs,
    turn: (changes: Partial<Knobs>) => {
      knobs = { ...knobs, ...changes };
    },
  };
}
