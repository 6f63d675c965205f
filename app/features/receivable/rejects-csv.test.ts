import { expect, test } from 'vitest';
import { readBillingFile } from './read-billing-file.ts';
import { rejectsCsv } from './rejects-csv.ts';

const head = 'Документ;Лицевой счёт;Телефон;Дата;Оплатить до;Сумма;Назначение';

test('rows that were not booked come back as a table that can be mended and sent again', async () => {
  const file = {
    content: 'charges' as const,
    name: 'x.csv',
    text: `${head}\nП-1;В-1;+79163334455;19.11.2026;20.12.2026;-5;=CMD()`,
  };
  const read = await readBillingFile(file, 'f1');
  const [row] = read.ok ? read.value : [];
  const csv = rejectsCsv([...head.split(';'), 'Причина'], [{ text: row?.text ?? '', why: 'Меньше нуля' }]);
  expect(csv).toContain(`"'=CMD()"`);
  expect(csv).toContain('"Меньше нуля"');
  const again = await readBillingFile({ ...file, text: csv.replace('"\'-5"', '5') }, 'f1');
  expect(again.ok && again.value[0]?.booking).toMatchObject({
    value: { amountKopecks: 500, whose: { accountNumber: 'В-1', msisdn: '+79163334455' } },
  });
});
