import { describe, expect, test } from 'vitest';
import { openPracticeRoom } from '#carriers/practice.ts';
import { practiceKinds } from './practice.ts';
import { changeOf, type PastRequest, settingOf } from './practice-setting.ts';

const now = new Date('2026-03-10T09:00:00Z');
const plain = { isTheft: false, itemName: null, failure: null, seed: 3 };

/** Plays the exercise of a past request to its end on the carrier's simulator. */
async function play(carrier: string, past: Partial<PastRequest> & Pick<PastRequest, 'kind' | 'isDone'>) {
  const room = await openPracticeRoom(carrier);
  const { line, target } = settingOf({ ...plain, ...past }, room);
  const { type } = await room.open(line, now).carryOut(changeOf(target, '2026-03-10'));
  return type;
}

describe.each(['mts', 'beeline', 'megafon'])('on the simulator of %s', (carrier) => {
  test.each(practiceKinds)('what was done is done again: %s', async (kind) => {
    for (const seed of [0, 1, 2, 3, 4, 5, 6, 7]) {
      expect(['done', 'person']).toContain(await play(carrier, { kind, isDone: true, seed }));
    }
  });

  test.each(['option.connect', 'option.disconnect', 'line.block', 'line.unblock', 'tariff.change'] as const)(
    'what was refused is refused again: %s',
    async (kind) => {
      for (const failure of [null, 'conflict_option', 'precondition_missing', 'blocked_by_operator'] as const)
        expect(['refused', 'person']).toContain(await play(carrier, { kind, isDone: false, failure }));
    },
  );
});

test('the item of the past request is kept where the simulator knows it', async () => {
  const room = await openPracticeRoom('beeline');
  const past = { ...plain, kind: 'option.connect' as const, isDone: true, itemName: 'Кто звонил' };
  expect(settingOf(past, room)).toMatchObject({ itemName: 'Кто звонил', target: { itemCode: 'KTOZVON' } });
});

test('papers are of the month before', () => {
  const target = { kind: 'invoice.order', itemCode: null, reason: null } as const;
  expect(changeOf(target, '2026-03-31')).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
});
