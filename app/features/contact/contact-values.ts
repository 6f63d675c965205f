import type { CaseKind } from '#app/features/case/case.ts';
import type { ContactInput } from '#app/features/case/case-inputs.ts';
import type { Channel, ContactResult, Direction } from './contact.ts';
import type { Caller } from './find-callers.ts';

/** What is filled in in the dialog of a contact. */
export type ContactValues = {
  caller: Caller | null;
  channel: Channel;
  direction: Direction;
  /** The case it joins; none: a new one is opened. */
  caseId: string | null;
  kind: CaseKind;
  subject: string;
  words: string;
  topicId: string | null;
  /** None: it is not over yet. */
  result: ContactResult | null;
  isSolvedAtFirst: boolean;
};

export const emptyContact: ContactValues = {
  caller: null,
  channel: 'call',
  direction: 'inbound',
  caseId: null,
  kind: 'question',
  subject: '',
  words: '',
  topicId: null,
  result: null,
  isSolvedAtFirst: false,
};

/** What is sent: only what was said. */
export function contactInputOf(values: ContactValues, formToken: string): ContactInput {
  const { caller, channel, direction, caseId, kind, subject, words, topicId, result } = values;
  const topic = topicId ? { topicId } : {};
  return {
    formToken,
    channel,
    direction,
    ...(caller ? { subscriberId: caller.subscriberId, lineId: caller.lineId } : {}),
    ...(words.trim() ? { words } : {}),
    case: caseId ? { caseId } : { kind, subject, ...topic },
    ...(result ? { wrapUp: { result, ...topic, isSolvedAtFirst: values.isSolvedAtFirst } } : {}),
  };
}
