import { expect, test } from 'vitest';
import { isShown } from './nav-item.tsx';

const list = '/t/a/desk/requests';

test.each([
  [list, list, '', false, true],
  [list, list, '?state=manual', false, false],
  [`${list}?state=manual`, list, '?state=manual', false, true],
  [`${list}?state=manual`, `${list}/1`, '?state=manual', false, true],
  [list, `${list}-of-another`, '', true, false],
  ['/t/a/desk/batches', '/t/a/desk/batches/new', '', true, true],
])('%s at %s%s', (to, pathname, search, isDeep, isCurrent) => {
  expect(isShown(to, pathname, search, isDeep)).toBe(isCurrent);
});
