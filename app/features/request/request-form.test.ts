import { expect, test } from 'vitest';
import { readDraftForm } from './request-form.ts';

const formToken = '0199f0c4-7a00-7000-8000-000000000001';
const period = { from: '2026-10-01', to: '2026-10-31', email: 'a@example.com' };

test.each([
  [{ kind: 'option.connect', optionCode: '' }, ['optionCode']],
  [{ kind: 'tariff.change' }, ['tariffCode']],
  [{ kind: 'line.block', reason: 'anger' }, ['reason']],
  [{ kind: 'sim.replace', iccid: '12', imsi: 'x' }, ['iccid', 'imsi']],
  [{ kind: 'details.order', ...period, from: 'soon', email: 'nobody' }, ['from', 'email']],
  [{ kind: 'device.setup', device: 'x', task: '' }, ['device', 'task']],
  [{ kind: 'other', task: 'ab' }, ['task']],
  [{ kind: 'delete.everything' }, ['kind']],
])('%o: the faults stand beside their fields', (payload, fields) => {
  const read = readDraftForm({ formToken, payload });
  expect(read).toMatchObject({ ok: false });
  if (!read.ok) expect(Object.keys(read.faults).sort()).toEqual([...fields].sort());
});

test.each([
  [{ formToken: 'once', payload: { kind: 'line.unblock' } }, { formToken: 'other' }],
  [{ formToken, payload: { kind: 'line.unblock' }, scheduledFor: 'tomorrow' }, { scheduledFor: 'date' }],
  [{ formToken, payload: 'all' }, { payload: 'other' }],
  [null, { form: 'other' }],
])('%o: %o', (body, faults) => {
  expect(readDraftForm(body)).toEqual({ ok: false, faults });
});

test('a field that nobody asked for is not taken along', () => {
  const payload = { kind: 'line.unblock', lineId: 'another' };
  expect(readDraftForm({ formToken, payload })).toMatchObject({ ok: false });
  expect(readDraftForm({ formToken, payload: { kind: 'line.unblock' }, state: 'done' })).toMatchObject({
    ok: false,
  });
});

test('a whole form', () => {
  const scheduledFor = '2026-12-01T06:00:00.000Z';
  const payload = { kind: 'details.order', ...period };
  expect(readDraftForm({ formToken, payload, scheduledFor })).toEqual({
    ok: true,
    value: { formToken, payload, scheduledFor: new Date(scheduledFor) },
  });
});
