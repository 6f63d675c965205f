import { expect, test } from 'vitest';
import { RuleForm } from './rule-form.ts';

const sent = { title: 'Решено', event: 'case-solved', points: '10', capPer: 'none', isOn: 'on' };

test('a form makes a rule', () => {
  expect(RuleForm.parse(sent)).toEqual({
    title: 'Решено',
    event: 'case-solved',
    points: 10,
    cap: null,
    isOn: true,
    control: null,
  });
  expect(RuleForm.parse({ ...sent, capPer: 'season', capPoints: '20000', control: 'a,b' })).toMatchObject({
    cap: { per: 'season', points: 20_000 },
    control: ['a', 'b'],
  });
});

test.each([
  ['worth nothing', { points: '0' }],
  ['worth half a point', { points: '0.5' }],
  ['worth too much', { points: '1001' }],
  ['with an empty cap', { capPer: 'day', capPoints: '' }],
  ['for what never happens', { event: 'smiled' }],
  ['without a name', { title: ' ' }],
])('a rule %s is refused', (_what, over) => {
  expect(RuleForm.safeParse({ ...sent, ...over }).success).toBe(false);
});
