import { expect, test } from 'vitest';
import { type AttemptFact, judgeContacts } from './judge-contacts.ts';

const attempt = (id: string, state: AttemptFact['state']): AttemptFact => ({
  id,
  sendKey: `fault-${id}`,
  subscriberId: 'anna',
  purpose: 'collection',
  state,
});
const none = { called: [], taken: [], attempts: [], refused: new Set<string>(), waiting: new Set<string>() };
const kinds = (facts: Partial<Parameters<typeof judgeContacts>[0]>) =>
  judgeContacts({ ...none, ...facts }).findings.map(({ kind }) => kind);

test.each([
  ['sent and there once', { attempts: [attempt('a', 'sent')], taken: ['a'] }, []],
  [
    'broken off, there or not',
    { attempts: [attempt('a', 'unknown'), attempt('b', 'unknown')], taken: ['a'] },
    [],
  ],
  ['there twice', { attempts: [attempt('a', 'sent')], taken: ['a', 'a'] }, ['doubled']],
  ['sent and not there', { attempts: [attempt('a', 'sent')] }, ['lost']],
  ['failed and there', { attempts: [attempt('a', 'failed')], taken: ['a'] }, ['mismatched']],
  ['there and nobody knows', { taken: ['a'] }, ['mismatched']],
  ['claimed for ever', { attempts: [attempt('a', 'sending')] }, ['unsettled']],
  ['called for and gone', { called: ['fault-a'] }, ['lost']],
  ['called for and refused', { called: ['fault-a'], refused: new Set(['fault-a']) }, []],
  ['called for and waiting', { called: ['fault-a'], waiting: new Set(['fault-a']) }, []],
  [
    'three in a day',
    { attempts: ['a', 'b', 'c'].map((id) => attempt(id, 'sent')), taken: ['a', 'b', 'c'] },
    ['over-a-cap'],
  ],
])('a contact %s', (_what, facts, expected) => {
  expect(kinds(facts)).toEqual(expected);
});
