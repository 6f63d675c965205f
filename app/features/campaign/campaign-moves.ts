import type { CampaignState } from './campaign.ts';

type Move = {
  move: string;
  from: readonly CampaignState[];
  to: CampaignState;
  by: 'person' | 'worker';
};

/**
 * The one table of what may happen to a campaign. It drives the guards, the buttons, the diagram in docs/campaigns.md
 * and the tests of every state × move. `edit`: conditions, steps and figures, before anybody was drawn. `thaw`: back
 * to the draft, as long as nobody was contacted. `finish`: its measured window is over.
 */
export const campaignMoves = [
  { move: 'edit', from: ['draft'], to: 'draft', by: 'person' },
  { move: 'freeze', from: ['draft'], to: 'freezing', by: 'person' },
  { move: 'drawn', from: ['freezing'], to: 'frozen', by: 'worker' },
  { move: 'thaw', from: ['freezing', 'frozen'], to: 'draft', by: 'person' },
  { move: 'start', from: ['frozen'], to: 'running', by: 'person' },
  { move: 'pause', from: ['running'], to: 'paused', by: 'person' },
  { move: 'resume', from: ['paused'], to: 'running', by: 'person' },
  { move: 'stop', from: ['running', 'paused'], to: 'stopped', by: 'person' },
  { move: 'finish', from: ['running', 'paused', 'stopped'], to: 'finished', by: 'worker' },
] as const satisfies Move[];
export type CampaignMove = (typeof campaignMoves)[number]['move'];

/** Its members are drawn and its window is not over: nobody else may contact its control. */
export const openStates = [
  'freezing',
  'frozen',
  'running',
  'paused',
  'stopped',
] as const satisfies CampaignState[];

export type CampaignFault = { code: 'campaign-move-not-allowed'; state: CampaignState };

export function decideCampaign(
  state: CampaignState,
  name: CampaignMove,
): { ok: true; to: CampaignState } | { ok: false; error: CampaignFault } {
  const row: Move | undefined = campaignMoves.find(({ move }) => move === name);
  if (!row?.from.includes(state)) return { ok: false, error: { code: 'campaign-move-not-allowed', state } };
  return { ok: true, to: row.to };
}

/** What a person may do with a campaign in this state: the buttons of its page. */
export function movesFrom(state: CampaignState): CampaignMove[] {
  const rows: readonly (Move & { move: CampaignMove })[] = campaignMoves;
  return rows.filter(({ from, by }) => by === 'person' && from.includes(state)).map(({ move }) => move);
}
