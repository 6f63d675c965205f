import type { SimulatedCatalogue, SimulatedItem, SimulatedTariff } from '../simulation.ts';

type Rules = { conflicts?: string[]; requires?: string[] };

/** Invented, plausible: no price or rule here is MTS's own. Fees in kopecks: once, then a month. */
function option(code: string, name: string, once: number, month: number, rules: Rules = {}): SimulatedItem {
  const { conflicts = [], requires = [] } = rules;
  return { code, name, feeOnceKopecks: once, feeMonthKopecks: month, conflicts, requires };
}

function tariff(
  code: string,
  name: string,
  once: number,
  month: number,
  drops: string[] = [],
): SimulatedTariff {
  return { ...option(code, name, once, month), drops };
}

export const catalogue: SimulatedCatalogue = {
  options: [
    option('PE0010', 'Запрет контента', 0, 0),
    option('PE0021', 'Определитель номера', 0, 4_900, { conflicts: ['PE0022'] }),
    option('PE0022', 'Антиопределитель', 3_400, 7_500, { conflicts: ['PE0021'] }),
    option('PE0034', 'Вам звонили', 0, 3_900),
    option('PE0041', 'Голосовая почта', 0, 6_900),
    option('PE0052', 'Вежливый отказ', 0, 4_500, { requires: ['PE0250'] }),
    option('PE0077', 'Список запрещённых номеров', 150, 4_500),
    option('PE0092', 'Видеозвонок', 0, 0),
    option('PE0118', 'Интернет S 5 ГБ', 0, 20_000, { conflicts: ['PE0119', 'PE0120'] }),
    option('PE0119', 'Интернет M 15 ГБ', 0, 35_000, { conflicts: ['PE0118', 'PE0120'] }),
    option('PE0120', 'Интернет L 50 ГБ', 0, 60_000, { conflicts: ['PE0118', 'PE0119'] }),
    option('PE0131', 'Турбо 3 ГБ', 25_000, 0, { requires: ['PE0118'] }),
    option('PE0144', 'Безлимитные мессенджеры', 0, 9_900),
    option('PE0150', 'Раздача без границ', 0, 7_500),
    option('PE0163', 'Статический IP', 9_000, 14_500, { requires: ['PE0164'] }),
    option('PE0164', 'Корпоративная точка доступа', 0, 10_000),
    option('PE0201', 'Международный доступ', 0, 0),
    option('PE0202', 'Роуминг', 0, 0, { requires: ['PE0201'] }),
    option('PE0215', 'Забугорище', 0, 45_000, { requires: ['PE0202'] }),
    option('PE0250', 'Переадресация вызова', 3_000, 0),
    option('PE0320', 'SMS', 0, 0),
    option('PE0333', 'Пакет 300 SMS', 0, 12_000, { requires: ['PE0320'] }),
    option('PE0410', 'Мобильный помощник', 0, 2_500),
    option('PE0502', 'Защитник от спама', 0, 3_900),
    option('PE2125', 'Скидка на блокировку 14 дней', 0, 0),
  ],
  tariffs: [
    tariff('0495', 'Умный бизнес S', 0, 45_000),
    tariff('0496', 'Умный бизнес M', 0, 65_000),
    tariff('0497', 'Умный бизнес L', 0, 95_000),
    tariff('0512', 'Для ноутбука', 10_000, 80_000, ['PE0041', 'PE0320']),
    tariff('0530', 'Телеметрия', 0, 9_000, ['PE0092', 'PE0320', 'PE0144']),
    tariff('0544', 'Команда 10', 0, 55_000),
    tariff('0545', 'Команда 50', 0, 120_000),
    tariff('0601', 'Коннект 4', 15_000, 49_000, ['PE0092']),
    tariff('0602', 'Коннект 5', 15_000, 59_000, ['PE0092', 'PE0118']),
    tariff('0777', 'Руководитель', 0, 190_000),
  ],
};
