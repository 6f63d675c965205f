import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { TestInput } from './admission.ts';

export type BankQuestion = { id: string; version: number; topic: string; options: readonly unknown[] };
/** `optionOrder`: the places of the options as they are shown. */
export type DrawnQuestion = { questionId: string; version: number; optionOrder: number[] };

/**
 * Draws so many questions of each topic, and in which order they and their options are shown. The same seed draws
 * the same of the same bank, so an attempt can be looked into again. `short`: the topic that has too few.
 */
export function drawQuestions(
  parts: TestInput['parts'],
  bank: readonly BankQuestion[],
  seed: number,
): { ok: true; drawn: DrawnQuestion[] } | { ok: false; short: string } {
  const generator = xoroshiro128plus(seed);
  const left = bank.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const drawn: BankQuestion[] = [];
  for (const { topic, count } of parts) {
    const mixed = shuffle(
      left.filter((question) => question.topic === topic && !drawn.includes(question)),
      generator,
    );
    if (mixed.length < count) return { ok: false, short: topic };
    drawn.push(...mixed.slice(0, count));
  }
  const shown = shuffle(drawn, generator).map(({ id, version, options }) => {
    return { questionId: id, version, optionOrder: shuffle([...options.keys()], generator) };
  });
  return { ok: true, drawn: shown };
}

function shuffle<T>(items: readonly T[], generator: RandomGenerator): T[] {
  const left = [...items];
  const mixed: T[] = [];
  while (left.length > 0) mixed.push(...left.splice(uniformInt(generator, 0, left.length - 1), 1));
  return mixed;
}
