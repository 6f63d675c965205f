import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Change } from '../port.ts';
import { connect, lineOf, number, orderOf, replyOf } from './test-account.ts';

const Sample = z.strictObject({
  source: z.string().min(10),
  date: z.iso.date(),
  ask: z.enum(['getLine', 'preview', 'submit', 'observe']),
  change: Change,
  operation: z.string(),
  status: z.int(),
  message: z.string(),
  expected: z.record(z.string(), z.unknown()),
});

const folder = new URL('./samples/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

it.each(files)('understands %s', async (file) => {
  const sample = Sample.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  const { carrier, operations } = connect({
    lines: [lineOf(number, { optionCodes: ['KTOZVON'] })],
    script: ({ operation }) =>
      operation === sample.operation ? replyOf(sample.status, sample.message) : null,
  });
  const order = orderOf(sample.change);
  const hint = sample.operation;
  const ref = { id: '7002934411', submittedAt: '2026-11-22T08:59:59.000Z', hint };
  const answers = {
    getLine: () => carrier.getLine(number),
    preview: () => carrier.preview(order),
    submit: () => carrier.submit(order),
    observe: () => carrier.observe(order, ref),
  };
  expect(await answers[sample.ask]()).toMatchObject(sample.expected);
  expect(operations().filter((operation) => operation === sample.operation)).toHaveLength(1);
});
