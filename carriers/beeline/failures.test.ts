import { expect, it } from 'vitest';
import { failureClasses as classes } from '../port.ts';
import { codedRefusal, failureClasses, rejectionFailure } from './failures.ts';
import { BeelineSettings, requestStates } from './settings.ts';

const settings = BeelineSettings.parse({});

it.each([
  ['20001', 'invalid', 'refused'],
  ['20003', 'auth', 'unavailable'],
  ['20004', 'auth', 'unavailable'],
  ['20005', 'not_found', 'refused'],
  ['20006', 'forbidden_subscriber', 'refused'],
  ['20008', 'precondition_missing', 'refused'],
  ['20009', 'blocked_by_operator', 'refused'],
  ['20010', 'conflict_pending_change', 'refused'],
  ['20014', 'needs_human', 'refused'],
  ['20017', 'not_ready', 'refused'],
  ['20025', 'carrier_down', 'doubtful'],
  ['20037', 'not_found', 'refused'],
  ['20038', 'conflict_option', 'refused'],
  ['20092', 'conflict_pending_change', 'refused'],
  ['49999', 'carrier_down', 'doubtful'],
  ['50000', 'carrier_down', 'doubtful'],
  ['77777', 'unknown_outcome', 'doubtful'],
])('code %s is %s and %s', (code, failureClass, verdict) => {
  expect(codedRefusal(settings, code, 'text')).toMatchObject({
    failure: { class: failureClass, code },
    verdict,
  });
});

it('knows every code of the table by a class of the port, and all sixteen request states', () => {
  expect(Object.keys(failureClasses)).toHaveLength(32);
  expect(Object.values(failureClasses).every((name) => classes.includes(name))).toBe(true);
  expect(Object.keys(requestStates)).toHaveLength(16);
});

it.each([
  ['Отказ: 20009', 'blocked_by_operator', '20009'],
  ['Недостаточно средств', 'invalid', 'REJECTED'],
  [null, 'invalid', 'REJECTED'],
  ['номер 9030020010 занят', 'invalid', 'REJECTED'],
])('reads the reason in the comment %s', (comments, failureClass, code) => {
  expect(rejectionFailure(settings, 'REJECTED', comments)).toMatchObject({ class: failureClass, code });
});

it('lets an account correct single rows and keep the rest', () => {
  const own = BeelineSettings.parse({
    failureClasses: { '20008': 'carrier_down' },
    requestTypes: { 'tariff.change': 'PP' },
    blockReasons: { wish: 'S1B' },
    blockedBy: { XYZ: 'theft' },
  });
  expect([own.failureClasses['20008'], own.failureClasses['20010']]).toEqual([
    'carrier_down',
    'conflict_pending_change',
  ]);
  expect([own.requestTypes['tariff.change'], own.requestTypes['line.block']]).toEqual(['PP', 'SUSPEND_CTN']);
  expect([own.blockReasons, own.blockedBy.XYZ, own.blockedBy.STO]).toEqual([
    { wish: 'S1B', theft: 'STO' },
    'theft',
    'theft',
  ]);
});

it('stands being stored and read again', () => {
  expect(BeelineSettings.parse(settings)).toEqual(settings);
});
