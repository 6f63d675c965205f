import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Faults, Knobs, SimulatorOptions } from '../simulation.ts';
import { calmKnobs } from '../simulation.ts';
import { brokenOff, hang, htmlPage, type Voice } from './simulator-answers.ts';
import { Estate, type Submission } from './simulator-estate.ts';

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
export class SimulatorWorld {
  readonly estate: Estate;
  readonly now: () => number;
  knobs: Knobs;
  readonly #random: RandomGenerator;
  readonly #tokens = new Map<string, number>();

  constructor({ seed, lines, knobs, now = Date.now, ...memory }: SimulatorOptions) {
    this.now = now;
    this.knobs = { ...calmKnobs, ...knobs };
    this.#random = xoroshiro128plus(seed);
    const { ledger = [], accepted = [], onAccepted = () => {}, onApplied = () => {} } = memory;
    this.estate = new Estate({ lines, ledger, accepted, now, onAccepted, onApplied });
  }

  async takeChange(submission: Submission, voice: Voice, signal: AbortSignal): Promise<Response> {
    const fault = this.#drawFault();
    switch (fault) {
      case 'hangBeforeApplying':
        return hang(signal);
      case 'unavailable':
        return this.#pick([htmlPage(503), htmlPage(200), new Response('', { status: 502 })]);
      case 'errorInside':
        return voice.refused(this.#pick(['20008', '49999']), 200);
      case 'expireSession':
        this.#tokens.clear();
        return voice.refused('20004');
    }
    const code = this.estate.refuse(submission);
    if (code) return voice.refused(code);
    if (fault === 'acceptSilently') {
      if (this.#pick([true, false])) this.estate.accept(submission, this.knobs.workMs, false);
      return voice.silent();
    }
    const job = this.estate.accept(submission, this.knobs.workMs, fault === 'failLater');
    if (fault === 'hangAfterApplying') return hang(signal);
    const answer = voice.accepted(job.id);
    return fault === 'breakAfterApplying' ? brokenOff(answer) : answer;
  }

  issueToken(): string {
    const token = Array.from({ length: 32 }, () => uniformInt(this.#random, 0, 15).toString(16)).join('');
    this.#tokens.set(token, this.now());
    return token;
  }

  /** The code for a token that is no good, or `null`. */
  tokenFault(token: string): string | null {
    const issuedAt = this.#tokens.get(token);
    if (!token) return '20001';
    if (issuedAt === undefined) return '20003';
    return this.now() - issuedAt < tokenLifetimeMs ? null : '20004';
  }

  /** One draw for every change that is submitted, whatever becomes of it. */
  #drawFault(): keyof Faults | null {
    let draw = uniformFloat64(this.#random);
    for (const name of faultNames) {
      draw -= this.knobs.faults[name] ?? 0;
      if (draw < 0) return name;
    }
    return null;
  }

  #pick<T>(choices: [T, ...T[]]): T {
    return choices[uniformInt(this.#random, 0, choices.length - 1)] ?? choices[0];
  }
}
