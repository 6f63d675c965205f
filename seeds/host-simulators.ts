import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { carriers } from '#carriers/registry.ts';
import type {
  AcceptedChange,
  CarrierSimulator,
  Knobs,
  LedgerEntry,
  SimulatedLine,
} from '#carriers/simulation.ts';

/** One simulated carrier as one tenant sees it. */
export type SimulatorSpec = {
  tenantId: string;
  carrier: string;
  seed: number;
  lines: SimulatedLine[];
  /** 0: any free port. */
  port: number;
  /**
   * What was applied is appended here before the carrier answers, and read back at start; what was accepted, to a
   * file beside it.
   */
  ledgerFile?: string;
  knobs?: Partial<Knobs>;
  /** Milliseconds since epoch; the machine's clock when absent. */
  now?: () => number;
};
export type HostedSimulator = SimulatorSpec & { simulator: CarrierSimulator; origin: string };
export type SimulatorHost = { hosted: HostedSimulator[]; close(): Promise<void> };

/** Serves every simulator on loopback, each on a port of its own. */
export async function hostSimulators(specs: SimulatorSpec[]): Promise<SimulatorHost> {
  const started = await Promise.all(specs.map(hostOne));
  return {
    hosted: started.map(({ hosted }) => hosted),
    close: async () => void (await Promise.all(started.map(({ close }) => close()))),
  };
}

async function hostOne(spec: SimulatorSpec): Promise<{ hosted: HostedSimulator; close(): Promise<void> }> {
  const definition = await carriers[spec.carrier]?.simulator();
  if (!definition) throw new Error(`There is no simulator for the carrier "${spec.carrier}".`);
  const { ledgerFile } = spec;
  const simulator = definition.create({
    seed: spec.seed,
    lines: spec.lines,
    ...(spec.knobs ? { knobs: spec.knobs } : {}),
    ...(spec.now ? { now: spec.now } : {}),
    ...(ledgerFile ? remember(ledgerFile) : {}),
  });
  const server = createAdaptorServer({
    fetch: async (request, { outgoing }) => breakQuietly(await simulator.fetch(request), outgoing),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(spec.port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { hosted: { ...spec, simulator, origin }, close };
}

/** An answer that fails in the middle breaks its connection without a word on our own console. */
function breakQuietly(response: Response, outgoing: { destroy(): unknown }): Response {
  const { body } = response;
  if (!body) return response;
  async function* chunks(stream: ReadableStream<Uint8Array>) {
    try {
      yield* stream;
    } catch {
      outgoing.destroy();
    }
  }
  return new Response(Readable.toWeb(Readable.from(chunks(body))) as ReadableStream<Uint8Array>, response);
}

function remember(ledgerFile: string) {
  const acceptedFile = `${ledgerFile}.accepted`;
  return {
    ledger: readEntries<LedgerEntry>(ledgerFile),
    accepted: readEntries<AcceptedChange>(acceptedFile),
    onAccepted: (accepted: AcceptedChange) => appendEntry(acceptedFile, accepted),
    onApplied: (entry: LedgerEntry) => appendEntry(ledgerFile, entry),
  };
}

function readEntries<T>(file: string): T[] {
  if (!existsSync(file)) return [];
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return whole.map((line) => JSON.parse(line) as T);
}

function appendEntry(file: string, entry: LedgerEntry | AcceptedChange): void {
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}
