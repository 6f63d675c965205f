/**
 * How many of what each skill needs can be served by people of several skills, each doing one thing at a time. People are
 * bit masks over the skills. The sum is the greatest possible (Hall's condition over every set of skills); what is
 * missing falls on the last skills.
 */
export function serve(needs: readonly number[], people: readonly number[]): number[] {
  const byMask = new Map<number, number>();
  for (const mask of people) byMask.set(mask, (byMask.get(mask) ?? 0) + 1);
  const able = (skills: number) =>
    [...byMask].reduce((sum, [mask, count]) => (mask & skills ? sum + count : sum), 0);
  const needOf = (skills: number) =>
    needs.reduce((sum, need, skill) => (skills & (1 << skill) ? sum + need : sum), 0);
  let before = 0;
  return needs.map((_, skill) => {
    const known = (1 << (skill + 1)) - 1;
    let most = Number.POSITIVE_INFINITY;
    for (let some = known; ; some = (some - 1) & known) {
      most = Math.min(most, able(some) + needOf(known & ~some));
      if (some === 0) break;
    }
    const own = most - before;
    before = most;
    return own;
  });
}
