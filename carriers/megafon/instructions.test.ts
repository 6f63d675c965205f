import { expect, it } from 'vitest';
import type { Change } from '../port.ts';
import { megafon } from './adapter.ts';
import { number, orderOf, toTariff } from './test-cabinet.ts';

it.each<[Change, string]>([
  [{ kind: 'option.connect', optionCode: '1201' }, '1201'],
  [{ kind: 'option.disconnect', optionCode: '1201' }, '1201'],
  [toTariff('2102'), '2102'],
  [{ kind: 'line.block', reason: 'theft' }, '365'],
  [{ kind: 'line.unblock' }, '«Блокировка номера»|“Блокировка номера”'],
  [{ kind: 'sim.replace', iccid: '89701020000000777', imsi: '250020000000777' }, '89701020000000777'],
  [{ kind: 'invoice.order', from: '2026-10-01', to: '2026-10-31', email: 'a@example.org' }, '01.10.2026'],
  [{ kind: 'details.order', from: '2026-10-01', to: '2026-10-31', email: 'a@example.org' }, 'a@example.org'],
])('a person is told how to do %j', (change, detail) => {
  const { ru, en } = megafon.instructions(orderOf(change));
  for (const steps of [ru, en]) {
    expect(steps.split('\n').map((step) => Number.parseInt(step, 10))).toEqual(
      steps.split('\n').map((_, at) => at + 1),
    );
    expect(steps).toMatch(new RegExp(detail));
    expect(steps).toContain(number);
  }
});
