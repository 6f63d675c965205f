import { expect, test } from 'vitest';
import { ContactInput } from '#app/features/case/case-inputs.ts';
import { contactInputOf, emptyContact } from './contact-values.ts';

const token = '018f0000-0000-7000-8000-000000000001';
const caseId = '018f0000-0000-7000-8000-000000000002';

test('an unknown caller opens a case', () => {
  const input = contactInputOf({ ...emptyContact, subject: 'Не работает интернет' }, token);
  expect(ContactInput.parse(input)).toEqual({
    formToken: token,
    channel: 'call',
    direction: 'inbound',
    case: { kind: 'question', subject: 'Не работает интернет' },
  });
});

test('one that joins a case says nothing of its kind, and brings its wrap-up', () => {
  const values = {
    ...emptyContact,
    caseId,
    words: 'Спасибо',
    result: 'solved',
    isSolvedAtFirst: true,
  } as const;
  expect(ContactInput.parse(contactInputOf(values, token))).toMatchObject({
    case: { caseId },
    words: 'Спасибо',
    wrapUp: { result: 'solved', isSolvedAtFirst: true },
  });
});
