import { expect, test } from 'vitest';
import { campaignStates } from './campaign.ts';
import { campaignMoves, decideCampaign, movesFrom, openStates } from './campaign-moves.ts';

const every = campaignStates.flatMap((state) => campaignMoves.map(({ move }) => ({ state, move })));

test.each(every)('$move from $state', ({ state, move }) => {
  const row = campaignMoves.find((one) => one.move === move);
  const from: readonly string[] = row?.from ?? [];
  expect(decideCampaign(state, move)).toEqual(
    from.includes(state)
      ? { ok: true, to: row?.to }
      : { ok: false, error: { code: 'campaign-move-not-allowed', state } },
  );
});

test('every state is reached from the draft, and only a finished campaign is left by nothing', () => {
  const reached = new Set<string>(['draft']);
  for (const state of reached)
    for (const { from, to } of campaignMoves)
      if ((from as readonly string[]).includes(state)) reached.add(to);
  expect([...reached].toSorted()).toEqual([...campaignStates].toSorted());
  const left = new Set<string>(campaignMoves.flatMap(({ from }) => from));
  expect(campaignStates.filter((state) => !left.has(state))).toEqual(['finished']);
});

test('once started nobody is drawn anew, and what was stopped never goes on', () => {
  const after = (state: string) =>
    campaignMoves.filter(({ from }) => (from as readonly string[]).includes(state)).map(({ to }) => to);
  for (const state of ['running', 'paused', 'stopped']) {
    expect(after(state)).not.toContain('draft');
    expect(after(state)).not.toContain('freezing');
  }
  expect(after('stopped')).toEqual(['finished']);
});

test('a window is open from the first drawing to its end', () => {
  expect(campaignStates.filter((state) => !(openStates as readonly string[]).includes(state))).toEqual([
    'draft',
    'finished',
  ]);
});

test.each([
  ['draft', ['edit', 'freeze']],
  ['freezing', ['thaw']],
  ['frozen', ['thaw', 'start']],
  ['running', ['pause', 'stop']],
  ['paused', ['resume', 'stop']],
  ['stopped', []],
  ['finished', []],
] as const)('a person may do with a campaign that is %s: %j', (state, moves) => {
  expect(movesFrom(state)).toEqual(moves);
});
