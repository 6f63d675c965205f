import { expect, test } from 'vitest';
import { z } from 'zod';
import { settingFaultOf } from './setting-fault.ts';

test.each<[string, z.ZodType, unknown, object]>([
  ['no text', z.string(), 5, { code: 'text' }],
  ['no whole number', z.int(), 1.5, { code: 'whole' }],
  ['no number', z.number(), 'five', { code: 'number' }],
  ['no list', z.array(z.string()), {}, { code: 'list' }],
  ['no object', z.record(z.string(), z.string()), 1, { code: 'object' }],
  ['no address', z.url(), 'here', { code: 'url' }],
  ['another shape', z.string().regex(/^\d+$/), 'x', { code: 'other' }],
  ['too little', z.int().min(32), 3, { code: 'least', bound: 32 }],
  ['nothing', z.int().positive(), 0, { code: 'above', bound: 0 }],
  ['too much', z.int().max(40), 41, { code: 'most', bound: 40 }],
  ['an empty text', z.string().min(1), '', { code: 'empty' }],
  ['an empty list', z.array(z.string()).min(1), [], { code: 'empty' }],
  ['another word', z.enum(['now', 'later']), 'never', { code: 'oneOf', values: 'now, later' }],
  ['a rule of its own', z.string().refine(() => false), 'x', { code: 'other' }],
])('%s', (_, value, given, expected) => {
  const parsed = z.object({ deep: z.object({ value }) }).safeParse({ deep: { value: given } });
  expect(parsed.error?.issues.map(settingFaultOf)).toEqual([{ path: 'deep.value', ...expected }]);
});
