import { expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { metricKeys, metricOf } from '#app/features/metric/metric.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { action as setTerms } from '../plan/service-term-versions.ts';
import { loader as openTerms } from '../plan/service-terms.tsx';
import { action as answer } from './figure-question-answer.ts';
import { action as ask, loader as openQuestions } from './figure-questions.tsx';
import { loader as openBase } from './report-base.tsx';
import { loader as openDebt } from './report-debt.tsx';
import { loader as openMoney } from './report-money.tsx';
import { loader as openBehind } from './report-open.tsx';
import { loader as openOverview } from './report-overview.tsx';
import { loader as openQuality } from './report-quality.tsx';
import { loader as openScorecard } from './report-scorecard.tsx';
import { loader as openSla } from './report-sla.tsx';

const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });
const pages = { openOverview, openSla, openBase, openDebt, openQuality, openMoney, openScorecard, openTerms };

async function openPortal() {
  const desk = await openTestDesk();
  const visit = async (given: Parameters<typeof desk.enter>[0], page: unknown) =>
    (page as (args: never) => Promise<unknown>)((await desk.enter(given)) as never);
  return { ...desk, visit };
}

test('a client company reads every page of its portal, of a month with nothing in it too, and nobody’s number', async () => {
  const { visit } = await openPortal();
  for (const page of Object.values(pages))
    for (const path of ['/report', '/report?month=2026-02&compare=year', "/report?month='&compare=%00"]) {
      const told = JSON.stringify(await visit({ role: 'client', path }, page));
      for (const canary of ['9161234567', 'Анна', 'Серова']) expect(told).not.toContain(canary);
    }
});

test('no list behind a number names anybody to a client company, and an agent reads none', async () => {
  const { visit } = await openPortal();
  for (const metric of metricKeys.filter((key) => metricOf(key).opens)) {
    const path = `/report/open?metric=${metric}&from=2020-01-01&to=2030-12-31`;
    const told = JSON.stringify(await visit({ role: 'client', path }, openBehind));
    expect(told).toContain(metric);
    for (const canary of ['9161234567', 'Анна', 'Серова']) expect(told).not.toContain(canary);
    await expect(visit({ role: 'agent', path }, openBehind)).rejects.toEqual(status(403));
  }
  for (const asked of ['', 'metric=constructor', "metric=opened&from=2026-02-31'&to=x"]) {
    const path = `/report/open?${asked}`;
    await expect(visit({ role: 'client', path }, openBehind)).rejects.toEqual(status(404));
  }
});

test('an agent reads none of it', async () => {
  const { visit } = await openPortal();
  for (const page of Object.values(pages))
    await expect(visit({ role: 'agent', path: '/report' }, page)).rejects.toEqual(status(403));
});

test('a client company asks about a number and reads the answer; only a manager sees the case', async () => {
  const { visit } = await openPortal();
  const asked = {
    metric: 'serviceLevel',
    from: '2026-02-01',
    to: '2026-02-28',
    page: 'report/sla',
    question: 'Почему упал уровень?',
  };
  const sent = await visit({ role: 'client', path: '/report/questions', json: asked }, ask);
  const { id = '' } = (sent as { done?: { id: string } }).done ?? {};
  const reply = { json: { answer: 'Авария у МТС.' }, params: { figureQuestionId: id }, path: '/answer' };
  expect(await visit({ role: 'client', ...reply }, answer)).toEqual(status(403));
  expect(await visit({ role: 'manager', ...reply }, answer)).toEqual({ done: null });
  const read = (role: Role) => visit({ role, path: '/report/questions' }, openQuestions);
  expect(await read('client')).toMatchObject({
    view: { mayAnswer: false, questions: [{ answer: 'Авария у МТС.', case: null }] },
  });
  expect(await read('manager')).toMatchObject({ view: { questions: [{ case: { number: 1 } }] } });
});

test('terms of service are a manager’s to write, and a fault stands beside its field', async () => {
  const { visit } = await openPortal();
  const parameters = { answeredWithinS: 20, shortAbandonS: 5, repeatDays: 7, chatFirstAnswerS: 60 };
  const terms = {
    parameters,
    feeKopecks: 100,
    mostPenaltyPerMille: 100,
    mostBonusPerMille: 0,
    thresholds: [],
  };
  const send = (role: Role, json: object) =>
    visit(
      { role, path: '/plan/service-terms/versions', json: { terms, reason: 'Договор', ...json } },
      setTerms,
    );
  expect(await send('client', { effectiveFrom: '2025-01-01' })).toEqual(status(403));
  expect(await send('manager', { effectiveFrom: '2025-01-02' })).toEqual(status(422));
  expect(await send('manager', { effectiveFrom: '2025-01-01' })).toMatchObject({ done: {} });
  expect(await send('manager', { effectiveFrom: '2025-01-01', reason: '' })).toMatchObject({
    data: { faults: { reason: 'short' } },
  });
});
