import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { simulatedLine } from '#carriers/conformance-world.ts';
import { simulator as mts } from '#carriers/mts/simulator.ts';
import { Msisdn } from '#carriers/port.ts';
import { hostSimulators } from './host-simulators.ts';

const msisdn = Msisdn.parse('+79160000001');
const [option] = mts.catalogue.options.filter(
  ({ requires, conflicts }) => !requires.length && !conflicts.length,
);

async function orderOption(origin: string): Promise<number> {
  const { consumerKey, consumerSecret } = mts.account(origin).credentials;
  const authorization = `Basic ${btoa(`${consumerKey}:${consumerSecret}`)}`;
  const given = await fetch(`${origin}/token`, { method: 'POST', headers: { authorization } });
  const { access_token: token } = await given.json();
  const ordered = await fetch(`${origin}/b2b/v1/Product/ModifyProduct?msisdn=${msisdn.slice(1)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ item: [{ action: 'create', product: { externalID: option?.code } }] }),
  });
  return ordered.status;
}

test('a carrier that restarts finishes what it accepted, and applies nothing twice', async () => {
  const clock = { now: Date.parse('2026-03-10T09:00:00Z') };
  const spec = {
    tenantId: 't1',
    carrier: 'mts',
    seed: 1,
    lines: [simulatedLine(msisdn, '0495')],
    port: 0,
    ledgerFile: join(mkdtempSync(join(tmpdir(), 'pult-carriers-')), 't1-mts.jsonl'),
    knobs: { workMs: 60_000 },
    now: () => clock.now,
  };
  const ledgers: number[] = [];
  for (let run = 0; run < 3; run++) {
    const { hosted, close } = await hostSimulators([spec]);
    const simulator = hosted[0]?.simulator;
    if (run === 0) expect(await orderOption(hosted[0]?.origin ?? '')).toBe(200);
    ledgers.push(simulator?.ledger().length ?? 0);
    clock.now += 59_000;
    await close();
  }
  expect(ledgers).toEqual([0, 0, 1]);
  const { hosted, close } = await hostSimulators([spec]);
  expect(hosted[0]?.simulator.ledger()).toMatchObject([{ msisdn, change: { optionCode: option?.code } }]);
  expect(hosted[0]?.simulator.line(msisdn)?.optionCodes).toEqual([option?.code]);
  await close();
});
