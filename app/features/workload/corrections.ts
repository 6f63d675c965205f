/** Minutes of the wall clock; dates within, both. */
export type Correction = {
  fromOn: string;
  toOn: string;
  fromMinute: number;
  toMinute: number;
  percent: number;
};

/** One date's forecast with what people know better. `wall`: of each value, its half hour of the wall clock. */
export function withCorrections(
  values: readonly number[],
  { on, wall }: { on: string; wall: readonly number[] },
  corrections: readonly Correction[],
): number[] {
  const ofDay = corrections.filter(({ fromOn, toOn }) => fromOn <= on && on <= toOn);
  if (ofDay.length === 0) return [...values];
  return values.map((value, place) => {
    const minute = (wall[place] ?? 0) * 30;
    return ofDay
      .filter(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute)
      .reduce((product, { percent }) => product * (1 + percent / 100), value);
  });
}
