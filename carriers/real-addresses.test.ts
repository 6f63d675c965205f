import { expect, test } from 'vitest';
import { answerAsCarrier } from '#tests/setup/answer-as-carrier.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { openCarrier } from './gateway.ts';
import { carriers } from './registry.ts';

const realHosts: Record<string, string> = {
  mts: 'https://api.mts.ru',
  beeline: 'https://my.beeline.ru',
  megafon: 'https://b2blk.megafon.ru',
};

test.each(Object.keys(carriers))(
  '%s is asked at its real address unless an account says otherwise',
  async (id) => {
    const entry = carriers[id];
    const host = realHosts[id];
    if (!entry || !host) throw new Error(`This test does not know the real address of ${id}.`);
    const line = await seededLine(id, 3);
    const definition = await entry.simulator();
    const simulator = definition.create({ seed: 1, lines: [line] });
    const stop = answerAsCarrier(simulator, host);
    try {
      const { credentials } = definition.account(host);
      const account = {
        id: 'a',
        tenantId: 't',
        carrier: id,
        version: 1,
        windows: [],
        deadlineMs: 2000,
        disabledKinds: [],
      };
      const runtime = { now: () => new Date(), sleep: async () => {}, reserveSend: async () => 0 };
      const opened = openCarrier(entry.definition, { ...account, settings: {}, credentials }, runtime);
      expect(await opened.carrier.getLine(line.msisdn)).toMatchObject({
        ok: true,
        value: { msisdn: line.msisdn },
      });
    } finally {
      stop();
    }
  },
);
