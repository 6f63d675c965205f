import { expect, test } from 'vitest';
import { createDraws } from './draws.ts';

test('what is weighed is drawn in proportion, as often from the same seed', () => {
  const draw = () => {
    const draws = createDraws(5);
    return Array.from({ length: 2000 }, () => draws.weigh({ often: 9, seldom: 1, never: 0 }));
  };
  const drawn = draw();
  const seldom = drawn.filter((one) => one === 'seldom').length;
  expect([drawn.includes('never'), seldom > 140, seldom < 260]).toEqual([false, true, true]);
  expect(draw()).toEqual(drawn);
});
