import type { RuleInput } from '#app/features/points/points.ts';
import { readPreview } from '#app/features/points/read-preview.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb } from '#db/open.ts';
import type { GameDesk } from './set-player.ts';

const mostNamed = 5;

/** A preview as its page shows it: whoever would have most, by name. */
export async function showPreview(desk: GameDesk & { control: ControlDb }, ruleId: string, rule: RuleInput) {
  const { proposed, ...rest } = await readPreview(desk, ruleId, rule);
  const first = proposed.agents.slice(0, mostNamed);
  const names = await namesOf(
    desk.control,
    first.map(({ agentId }) => agentId),
  );
  const agents = first.map(({ agentId, points }) => ({ name: names[agentId] ?? '—', points }));
  return { ...rest, ...proposed, agents };
}
