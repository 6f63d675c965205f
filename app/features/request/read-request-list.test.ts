import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { makeRequest } from '#seeds/factories.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { readRequestList } from './read-request-list.ts';
import type { RequestState } from './request.ts';
import { parseRequestQuery } from './request-query.ts';

/** Numbers 1…n of these states, as one page of the list after another shows them. */
async function listed(search: string, states: RequestState[]) {
  const desk = await openTestDesk('done');
  const { db, services } = desk;
  const { workplace } = await desk.enter({ role: 'agent', path: '' });
  const rows = states.map((state, place) =>
    makeRequest(place + 2, { lineId: desk.line.id, subject: `subject ${place}`, state }),
  );
  await commit(db, [db.insert(requests).values(rows)]);
  const seen: number[] = [];
  let page = parseRequestQuery(new URLSearchParams(search));
  for (let turn = 0; turn < 5; turn++) {
    const reader = { db, control: services.databases.control, actor: workplace.actor };
    const { items, next } = await readRequestList(reader, page);
    seen.push(...items.map(({ number }) => number));
    if (!next) return seen;
    page = { ...page, ...next };
  }
  throw new Error('The list does not end.');
}

const first = makeRequest(1).number;
const numbers = (...places: number[]) => places.map((place) => first + place);

test.each<[string, string, number[]]>([
  ['newest first', '', [5, 4, 3, 2, 1, 0]],
  ['oldest first', 'sort=oldest', [0, 1, 2, 3, 4, 5]],
  ['by state, what needs a person first', 'sort=state', [4, 1, 3, 2, 5, 0]],
  ['by state, of some', 'sort=state&state=done&state=manual', [4, 1, 5, 0]],
])('%s', async (_, search, expected) => {
  const states: RequestState[] = ['manual', 'queued', 'unconfirmed', 'manual', 'done'];
  expect(await listed(search, states)).toEqual(numbers(...expected));
});

test.each(['sort=newest', 'sort=oldest', 'sort=state'])(
  '%s: page after page shows each once',
  async (search) => {
    const stateAt = (place: number): RequestState => (place % 3 ? 'manual' : 'done');
    const states = Array.from({ length: 119 }, (_, place) => stateAt(place));
    const seen = await listed(search, states);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  },
);
