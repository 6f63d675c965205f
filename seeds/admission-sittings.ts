import { isEnough } from '#app/features/admission/admission.ts';
import { drawQuestions } from '#app/features/admission/draw-questions.ts';
import { earnedOf, type MarkedItem, planMarks } from '#app/features/admission/plan-marks.ts';
import { isAskedFor } from '#app/features/admission/question-range.ts';
import type { admissionQuestionVersions } from '#db/tenant/schema/admission.ts';
import { admissionParts } from './admission-questions.ts';
import { createDraws, type Draws } from './draws.ts';
import { seededId } from './factories.ts';

/** `lure`: whom its wrong options take in. */
export type AskedQuestion = typeof admissionQuestionVersions.$inferInsert & { lure: 'strong' | 'weak' };

/** One attempt to be made up. `wants`: how it must end; `remark`: failed by one point, given by a withdrawal. */
export type Sitting = {
  userId: string;
  carrier: string;
  startedAt: Date;
  /** About −1…1.4: how well he knows it. */
  ability: number;
  wants: 'pass' | 'fail' | 'remark' | null;
  number: number;
};
type Terms = { minutes: number; passPercent: number; validDays: number };

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The rows of one attempt, marked by the rules of the product. */
export function attemptRows(
  sitting: Sitting,
  bank: readonly AskedQuestion[],
  { index, seed, terms }: { index: number; seed: number; terms: Terms },
) {
  const { userId, carrier, startedAt, number } = sitting;
  const draws = createDraws(seed * 1000 + index);
  const attemptId = seededId(startedAt, seed * 2 ** 16 + index, 72);
  const chance = draws.int(1, 2 ** 30);
  const questions = drawFor(carrier, bank, chance);
  const closedAt = new Date(startedAt.getTime() + draws.int(4, terms.minutes - 1) * minuteMs);
  const wanted = wantedPoints(sitting.wants, questions.length, terms.passPercent);
  const marked = questions.map(({ question }, position): MarkedItem => {
    const isRight = wanted === null ? knows(draws, question, sitting.ability) : position < wanted;
    const { kind, key } = question;
    const given = isRight ? rightAnswer(question) : wrongAnswer(draws, question);
    return { position, kind, key, given, isWithdrawn: false, standing: null };
  });
  const first = planMarks(marked);
  const withdrawn = sitting.wants === 'remark' ? questions.at(-1)?.question.questionId : undefined;
  const earned = earnedOf(marked, first) + (withdrawn ? 1 : 0);
  const hasPassed = isEnough(earned, marked.length, terms.passPercent);
  const deadlineAt = new Date(startedAt.getTime() + terms.minutes * minuteMs);
  const own = { id: attemptId, userId, carrier, testVersion: 1, number, seed: chance };
  const validUntil = new Date(closedAt.getTime() + terms.validDays * dayMs);
  const given = { attemptId, userId, carrier, takenAt: startedAt, validUntil, givenAt: closedAt };
  return {
    attempt: { ...own, startedAt, deadlineAt, closedAt },
    items: questions.map(({ question, optionOrder }, position) => {
      return { attemptId, position, questionId: question.questionId, questionVersion: 1, optionOrder };
    }),
    answers: marked.map((item) => ({
      attemptId,
      position: item.position,
      given: [...(item.given ?? [])],
      savedAt: closedAt,
    })),
    marks: first.map((mark) => ({ ...mark, attemptId, at: closedAt })),
    pass: hasPassed ? { ...given, isByRemark: withdrawn !== undefined } : null,
    withdrawn,
  };
}

function drawFor(carrier: string, bank: readonly AskedQuestion[], chance: number) {
  const asked = bank.filter((question) =>
    isAskedFor({ carrier: question.carrier ?? null, withdrawnAt: null }, carrier),
  );
  const draw = drawQuestions(
    admissionParts,
    asked.map((question) => ({ ...question, id: question.questionId })),
    chance,
  );
  if (!draw.ok) throw new Error(`The bank of ${carrier} has too few questions of "${draw.short}".`);
  return draw.drawn.map(({ questionId, optionOrder }) => {
    const question = asked.find((one) => one.questionId === questionId);
    if (!question) throw new Error(`The question ${questionId} was drawn from nowhere.`);
    return { question, optionOrder };
  });
}

/** How many of the first questions are answered right; `null`: as it comes. */
function wantedPoints(wants: Sitting['wants'], of: number, passPercent: number): number | null {
  const enough = Math.ceil((of * passPercent) / 100);
  if (wants === 'pass') return enough + 1;
  if (wants === 'fail') return enough - 3;
  return wants === 'remark' ? enough - 1 : null;
}

/** Harder ones are those of more right options and those with numbers. */
function knows(draws: Draws, { kind, lure }: AskedQuestion, ability: number): boolean {
  if (lure === 'strong') return draws.chance(1 / (1 + Math.exp(1.6 * ability - 0.3)));
  const ease = kind === 'one' ? 1.4 : kind === 'number' ? 0.7 : 0.2;
  return draws.chance(1 / (1 + Math.exp(-(ease + 1.7 * ability))));
}

function rightAnswer({ kind, key }: AskedQuestion): number[] {
  return kind === 'number' ? key.slice(0, 1) : [...key];
}

function wrongAnswer(draws: Draws, { kind, key, options }: AskedQuestion): number[] {
  if (kind === 'number') return [(key[0] ?? 0) + draws.pick([-5, -2, 1, 5, 10])];
  const wrong = options.flatMap((_, place) => (key.includes(place) ? [] : [place]));
  return [draws.pick(wrong)];
}
