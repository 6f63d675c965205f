import { dayOf } from '#app/features/points/season.ts';
import { maskText } from '#app/features/subscriber/mask-personal.ts';
import type { Failure, Localised, Preview } from '#carriers/port.ts';
import type { PracticeCarrier } from '#carriers/practice-room.ts';
import { isServedWell, type PracticeInput } from './practice.ts';
import { changeOf, type Target } from './practice-setting.ts';
import { openExercise, type PracticeDesk, withNames } from './read-exercise.ts';

export type PracticeStep = NonNullable<Awaited<ReturnType<typeof practise>>>;
export type PracticeOutcome = Extract<PracticeStep, { step: 'end' }>;

/** What the simulator says before anything is sent. `byPerson`: it is done in the carrier's cabinet. */
type Terms = { step: 'terms'; preview: Preview | null; failure: Failure | null; byPerson: boolean };

/**
 * One step of an exercise: the terms of what was chosen, or its end beside what came of the past request. Asked of a
 * simulator in this process; no carrier hears of it, and nothing is kept.
 */
export async function practise(desk: PracticeDesk, requestId: string, input: PracticeInput) {
  const opened = await openExercise(desk, { id: requestId });
  if (!opened) return null;
  const { past, room, setting } = opened;
  const today = dayOf(desk.now, desk.timeZone);
  const open = () => room.open(setting.line, desk.now);
  if (input.step === 'preview') return readTerms(open(), changeOf(input, today), room);
  const { target, itemName } = setting;
  const chosen = input.step === 'send' ? input : null;
  const isWished = chosen !== null && isSame(chosen, target);
  const end = await open().carryOut(changeOf(chosen ?? target, today));
  const failure = past.failure && { ...past.failure, text: maskText(past.failure.text) };
  return {
    step: 'end' as const,
    kind: target.kind,
    item: itemName,
    isSent: chosen !== null,
    isWished,
    end: end.type,
    endFailure: 'failure' in end ? end.failure : null,
    instructions: 'instructions' in end ? maskedWords(end.instructions) : null,
    isWell: isServedWell({ isSent: chosen !== null, isWished, wouldEnd: end.type }),
    past: {
      result: past.state === 'done' ? ('done' as const) : ('refused' as const),
      tookMs: past.changedAt.getTime() - past.createdAt.getTime(),
      failure,
    },
  };
}

async function readTerms(
  carrier: PracticeCarrier,
  change: ReturnType<typeof changeOf>,
  room: Parameters<typeof withNames>[1],
): Promise<Terms> {
  const read = await carrier.preview(change);
  if (!read) return { step: 'terms', preview: null, failure: null, byPerson: true };
  return read.ok
    ? { step: 'terms', preview: withNames(read.value, room), failure: null, byPerson: false }
    : { step: 'terms', preview: null, failure: read.failure, byPerson: false };
}

/** The synthetic number stands in them as a real one would. */
function maskedWords({ ru, en }: Localised): Localised {
  return { ru: maskText(ru), en: maskText(en) };
}

function isSame(chosen: Target, target: Target): boolean {
  return (
    chosen.kind === target.kind && chosen.itemCode === target.itemCode && chosen.reason === target.reason
  );
}
