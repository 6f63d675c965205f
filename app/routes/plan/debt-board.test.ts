import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { loader as openBoard } from './debt-board.tsx';
import { loader as openDebtors } from './debt-debtors.tsx';
import { loader as openFile } from './debt-debtors-file.ts';

async function openDebts() {
  const desk = await openTestDesk();
  await addReceivable(desk.db, 'r1', [{ dueOn: '2026-01-20', kopecks: 50_000 }]);
  const enter = (path: string, role: 'lead' | 'agent' = 'lead') => desk.enter({ role, path });
  return { ...desk, enter };
}

test('a figure of the board is the list behind it, and the list a file', async () => {
  const { enter } = await openDebts();
  const { board } = await openBoard(await enter('/plan/debt'));
  const now = board.ageing.at(-1);
  expect(now?.by['31-60']).toEqual({ receivables: 1, kopecks: 50_000 });
  const { view } = await openDebtors(await enter('/plan/debt/debtors?bucket=31-60'));
  expect(view).toMatchObject({ total: { debts: 1, kopecks: 50_000 }, debtors: [{ id: 'r1' }], next: null });
  const file = await openFile(await enter('/plan/debt/debtors/file?bucket=31-60'));
  expect(file.headers.get('Content-Disposition')).toContain('debtors.csv');
  const text = await file.text();
  expect(text).toContain('"Абонент";"Оператор";"Просрочено"');
  expect(text).toContain('"Должник r1";"";"500,00"');
  const other = await openFile(await enter('/plan/debt/debtors/file?bucket=1-30'));
  expect(await other.text()).not.toContain('Должник');
});

test('an agent sees neither', async () => {
  const { enter } = await openDebts();
  for (const open of [openBoard, openDebtors, openFile]) {
    await expect(open(await enter('/plan/debt', 'agent'))).rejects.toBeTruthy();
  }
});
