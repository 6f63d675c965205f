import { expect, test } from 'vitest';
import { findTrigger, insertAt, mentionsIn } from './insertion.ts';

test.each([
  ['/', { sign: '/', query: '', from: 0 }],
  ['Смотри @Вер', { sign: '@', query: 'Вер', from: 7 }],
  ['(#104', { sign: '#', query: '104', from: 1 }],
  ['18/7', null],
  ['a@b', null],
  ['@Вера ', null],
  ['', null],
])('%s asks for %o', (text, trigger) => {
  expect(findTrigger(text, text.length)).toEqual(trigger);
});

test('only what stands before the caret counts', () => {
  expect(findTrigger('/прив мир', 5)).toEqual({ sign: '/', query: 'прив', from: 0 });
  expect(findTrigger('/прив мир', 8)).toBeNull();
});

test('a piece takes the place of what was typed', () => {
  expect(insertAt('Ваша #10, спасибо', { from: 5, caret: 8, piece: '№ 1042' })).toEqual({
    text: 'Ваша № 1042, спасибо',
    caret: 11,
  });
});

test('colleagues are named once, the longer name first', () => {
  const colleagues = [
    { id: 'a', name: 'Анна' },
    { id: 'b', name: 'Анна Лидова' },
    { id: 'c', name: 'Олег' },
  ];
  expect(mentionsIn('@Анна Лидова и @Анна Лидова', colleagues)).toEqual(['b']);
  expect(mentionsIn('@Анна, @Олег!', colleagues).sort()).toEqual(['a', 'c']);
  expect(mentionsIn('Анна', colleagues)).toEqual([]);
});
