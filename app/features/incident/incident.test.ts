import { expect, test } from 'vitest';
import { belongsTo, concernsLine, type IncidentMatch } from './incident.ts';

const found = {
  carrier: 'mts',
  topicId: 'no-net',
  subject: 'Нет интернета, посёлок Солнечный',
  optionCodes: ['ROAM'],
};

test.each<[string, IncidentMatch, boolean]>([
  ['nothing said collects nothing', {}, false],
  ['empty words collect nothing', { words: [''] }, false],
  ['its carrier', { carrier: 'mts' }, true],
  ['another carrier', { carrier: 'beeline' }, false],
  ['its topic', { topicId: 'no-net' }, true],
  ['an option of its line', { optionCode: 'ROAM' }, true],
  ['an option it has not', { optionCode: 'GOLD' }, false],
  ['one of the words, whatever its case and ё', { words: ['казань', 'ПОСЕЛОК'] }, true],
  ['none of the words', { words: ['казань'] }, false],
  ['all of it', { carrier: 'mts', topicId: 'no-net', words: ['солнечный'] }, true],
  ['all but one', { carrier: 'mts', topicId: 'other', words: ['солнечный'] }, false],
])('%s', (_what, match, expected) => {
  expect(belongsTo(match, found)).toBe(expected);
});

test.each<[string, IncidentMatch, boolean]>([
  ['says nothing', {}, false],
  ['is at its carrier', { carrier: 'mts' }, true],
  ['is at another carrier', { carrier: 'beeline' }, false],
  ['is of an option it has', { optionCode: 'ROAM' }, true],
  ['is of an option it has not', { carrier: 'mts', optionCode: 'GOLD' }, false],
  ['is known by words alone', { words: ['солнечный'] }, false],
  ['is at its carrier, whatever people write', { carrier: 'mts', words: ['казань'] }, true],
])('a trouble that %s concerns the owner of a line: %j', (_what, match, expected) => {
  expect(concernsLine(match, { carrier: 'mts', optionCodes: ['ROAM'] })).toBe(expected);
});
