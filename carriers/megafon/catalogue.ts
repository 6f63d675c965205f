import type { SimulatedCatalogue, SimulatedItem, SimulatedTariff } from '../simulation.ts';

/** Invented, but shaped as the cabinet names and prices such things. Fees in kopecks. */
type Rules = Partial<Pick<SimulatedTariff, 'conflicts' | 'requires' | 'drops'>>;

function option(code: string, name: string, once: number, month: number, rules: Rules = {}): SimulatedItem {
  const { conflicts = [], requires = [] } = rules;
  return { code, name, feeOnceKopecks: once, feeMonthKopecks: month, conflicts, requires };
}

function tariff(code: string, name: string, month: number, drops: string[] = []): SimulatedTariff {
  return { ...option(code, name, 0, month), drops };
}

export const catalogue: SimulatedCatalogue = {
  options: [
    option('1101', 'Определитель номера', 0, 0),
    option('1102', 'Антиопределитель номера', 0, 15_000),
    option('1103', 'Переадресация вызовов', 0, 0),
    option('1104', 'Переадресация на голосовую почту', 0, 3_000, { requires: ['1103'] }),
    option('1105', 'Конференц-связь', 0, 0),
    option('1106', 'Удержание и ожидание вызова', 0, 0),
    option('1107', 'Кто звонил+', 0, 6_000),
    option('1108', 'Запись разговоров', 10_000, 30_000),
    option('1109', 'Запрет исходящих вызовов', 0, 0),
    option('1110', 'Запрет контент-услуг', 0, 0, { conflicts: ['1111'] }),
    option('1111', 'Контентный счёт', 0, 0, { conflicts: ['1110'] }),
    option('1201', 'Интернет S, 5 ГБ', 0, 20_000, { conflicts: ['1202', '1203'] }),
    option('1202', 'Интернет M, 20 ГБ', 0, 35_000, { conflicts: ['1201', '1203'] }),
    option('1203', 'Интернет L, 60 ГБ', 0, 60_000, { conflicts: ['1201', '1202'] }),
    option('1204', 'Продли интернет 1 ГБ', 9_000, 0),
    option('1205', 'Безлимит на мессенджеры', 0, 9_000),
    option('1206', 'Фиксированный IP-адрес', 0, 12_000, { requires: ['1207'] }),
    option('1207', 'Корпоративная точка доступа (APN)', 50_000, 0),
    option('1301', 'Роуминг', 0, 0),
    option('1302', 'Весь мир: интернет', 0, 49_900, { requires: ['1301'] }),
    option('1303', 'Международные звонки', 0, 0),
    option('1401', 'Пакет 300 SMS', 0, 15_000),
    option('1402', 'SMS с именем отправителя', 100_000, 200_000),
    option('1403', 'Мобильная видеосвязь VoLTE', 0, 0),
    option('1501', 'Контроль кадров: координаты', 0, 17_000),
  ],
  tariffs: [
    tariff('2101', 'Управляй! Базовый', 25_000),
    tariff('2102', 'Управляй! Оптимальный', 40_000),
    tariff('2103', 'Управляй! Максимум', 75_000),
    tariff('2104', 'Управляй! Интернет', 50_000, ['1201', '1202', '1203']),
    tariff('2105', 'Вместе дешевле', 30_000),
    tariff('2106', 'Корпоративный безлимит', 120_000, ['1201', '1202', '1203', '1204']),
    tariff('2107', 'Интернет вещей', 9_000, ['1403', '1205']),
    tariff('2108', 'Без границ. Россия', 65_000),
    tariff('2109', 'Минимальный', 10_000, ['1205']),
    tariff('2110', 'Федеральный', 90_000),
  ],
};
