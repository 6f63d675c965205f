import { expect, test } from 'vitest';
import en from '#app/locales/en/request.ts';
import ru from '#app/locales/ru/request.ts';
import { moves, type RequestState } from './request.ts';
import { type Told, tellEvent } from './tell-event.ts';

const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const told = (event: string, fromState: RequestState, time: string): Told => ({
  event,
  fromState,
  at: at(time),
});

const lost: Told[] = [
  told('drafted', 'draft', '11:02:00'),
  told('submitted', 'draft', '11:02:09'),
  told('sending-started', 'queued', '11:02:11'),
  told('outcome-unknown', 'sending', '11:02:41'),
  told('proven-absent', 'unconfirmed', '11:02:45'),
  told('sending-started', 'queued', '11:02:46'),
  told('completed', 'sending', '11:02:47'),
];

test('a lost answer is told as it went', () => {
  expect(lost.map((_, index) => tellEvent(lost, index)?.text)).toEqual([
    'drafted',
    'submitted',
    'sending-started',
    'outcome-unknown',
    'proven-absent',
    'sentAgain',
    'completed',
  ]);
  expect(tellEvent(lost, 3)?.seconds).toBe(30);
});

test('an answer that says nothing is not told as none', () => {
  const at = (code: string) => {
    const failure = { class: 'unknown_outcome', code, text: '' };
    const story = lost.with(3, { ...told('outcome-unknown', 'sending', '11:02:12'), note: { failure } });
    return tellEvent(story, 3)?.text;
  };
  expect([at('lost'), at('no_event_id')]).toEqual(['outcome-unknown', 'answerUnclear']);
});

test.each([
  [told('completed', 'unconfirmed', '11:00:00'), 'foundCompleted'],
  [told('completed', 'accepted', '11:00:00'), 'completed'],
  [told('done-by-a-person', 'manual', '11:00:00'), 'done-by-a-person'],
  [told('accepted', 'sending', '11:00:00'), 'accepted'],
  [told('accepted', 'unconfirmed', '11:00:00'), 'foundAccepted'],
  [{ ...told('outcome-unknown', 'sending', '11:00:00'), note: { reason: 'sender-died' } }, 'senderDied'],
])('%o reads %s', (event, text) => {
  expect(tellEvent([event], 0)?.text).toBe(text);
});

test('beyond the last event there is nothing to tell', () => {
  expect(tellEvent([], 0)).toBeNull();
});

test('every event of the table of moves has its words in both languages', () => {
  const events = [...new Set(moves.map(({ event }) => event))];
  expect(Object.keys(ru.event)).toEqual(expect.arrayContaining(events));
  expect(Object.keys(en.event)).toEqual(expect.arrayContaining(events));
});
