/** How hard the work of a channel and a topic is, percent of what is usual: `channel topicId` → 50…200. */
export type Difficulty = Readonly<Record<string, number>>;

/** One case that was brought to its end: what it was about, and how many steps people took in it. */
export type WorkedCase = { channel: string; topicId: string | null; steps: number };

/** So many usual cases stand beside those of a kind: of few nothing is made. */
const usualBeside = 20;
const [easiest, hardest] = [50, 200];

export function difficultyKey({ channel, topicId }: Pick<WorkedCase, 'channel' | 'topicId'>): string {
  return `${channel} ${topicId ?? ''}`;
}

/** The mean steps of each kind of work against those of all, drawn to what is usual. */
export function weighDifficulty(cases: readonly WorkedCase[]): Difficulty {
  const all = cases.reduce((sum, { steps }) => sum + steps, 0);
  if (all === 0) return {};
  const usual = all / cases.length;
  return Object.fromEntries(
    [...Map.groupBy(cases, difficultyKey)].map(([key, alike]) => {
      const own = alike.reduce((sum, { steps }) => sum + steps, 0);
      const mean = (own + usualBeside * usual) / (alike.length + usualBeside);
      return [key, Math.round(Math.min(hardest, Math.max(easiest, (100 * mean) / usual)))];
    }),
  );
}

/** The shift that points are meant for, hours. */
export const usualShiftHours = 8;
const [lightest, heaviest] = [30, 300];

/** What counted work is worth, percent: more when it is hard, and when there is less time to do it in. */
export function workWeight(difficultyPercent: number, shiftHours: number): number {
  const percent = (difficultyPercent * usualShiftHours) / shiftHours;
  return Math.round(Math.min(heaviest, Math.max(lightest, percent)));
}
