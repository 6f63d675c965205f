import {
  type DataStrategyResult,
  data,
  UNSAFE_ErrorResponseImpl as ErrorResponse,
  type Location,
  redirect,
} from 'react-router';
import { expect, test } from 'vitest';
import { answerInPlace } from './answer-in-place.ts';

const failed = (result: unknown): Record<string, DataStrategyResult> => ({
  cancel: { type: 'error', result },
});
const lost = data(new TypeError('Failed to fetch'));

async function answerTo(method: string, results: Record<string, DataStrategyResult>, signal?: AbortSignal) {
  const request = new Request('http://localhost/t/alfa/desk/x', { method, ...(signal && { signal }) });
  const isPage = (routeId: string) => routeId === 'page';
  return answerInPlace({ request }, async () => results, isPage);
}

test.each([
  ['not there', new ErrorResponse(404, '', null), 'gone', 404],
  ['forbidden', new ErrorResponse(403, '', null), 'forbidden', 403],
  ['too large', new ErrorResponse(413, '', null), 'not-taken', 413],
  ['a bug', data(new Error('a bug'), 500), 'broken', 500],
  ['a proxy that has lost the server', new ErrorResponse(502, '', 'Bad gateway'), 'broken', 502],
])('%s is a refusal of what was sent', async (_, failure, code, status) => {
  const answer = { type: 'data', result: { data: { error: { code } }, init: { status } } };
  expect(await answerTo('POST', failed(failure))).toMatchObject({ cancel: answer });
  expect(await answerTo('GET', failed(failure))).toMatchObject({ cancel: answer });
});

test.each([
  ['no connection', lost],
  ['an answer that broke off', new TypeError('terminated')],
])('with %s nobody knows whether it was written, and nothing was read', async (_, failure) => {
  const told = (code: string) => ({
    cancel: { type: 'data', result: { data: { error: { code } }, init: { status: 503 } } },
  });
  expect(await answerTo('POST', failed(failure))).toMatchObject(told('no-answer'));
  expect(await answerTo('GET', failed(failure))).toMatchObject(told('not-read'));
});

test('a page that cannot be read gives way to the error page', async () => {
  const results = { page: { type: 'error', result: lost } } as const;
  expect(await answerTo('GET', results)).toEqual(results);
});

const page = (pathname: string, state = 'idle') => ({
  location: { pathname, search: '?a=1' } as Location,
  loaderData: { page: { subject: 'Счёт' } },
  navigation: { state },
});
test.each([
  ['of the page that is shown', page('/t/alfa/desk/x'), lost, true],
  ['behind a proxy', page('/t/alfa/desk/x'), new ErrorResponse(502, '', ''), true],
  ['that found a bug', page('/t/alfa/desk/x'), data(new Error('a bug'), 500), false],
  ['of another page', page('/t/alfa/desk/y'), lost, false],
  ['on the way to another page', page('/t/alfa/desk/x', 'loading'), lost, false],
  ['before anything is shown', undefined, lost, false],
])('a new reading %s keeps what is shown, or not', async (_, shown, failure, isKept) => {
  const request = new Request('http://localhost/t/alfa/desk/x?a=1');
  const results = { page: { type: 'error' as const, result: failure } };
  const answered = await answerInPlace(
    { request },
    async () => results,
    () => true,
    shown,
  );
  expect(answered).toEqual(isKept ? { page: { type: 'data', result: { subject: 'Счёт' } } } : results);
});

test('an answer that came stays as it is', async () => {
  const results = { cancel: { type: 'data', result: { done: true } } } as const;
  expect(await answerTo('POST', results)).toEqual(results);
});

test('where to go on is no failure', async () => {
  const results = failed(redirect('/t/alfa'));
  expect(await answerTo('POST', results)).toEqual(results);
});

test('a question that nobody waits for any more is told to nobody', async () => {
  const results = failed(lost);
  expect(await answerTo('POST', results, AbortSignal.abort())).toBe(results);
});
