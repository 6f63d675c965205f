import type { SimulatedCatalogue, SimulatedItem } from '../simulation.ts';

type Rules = { conflicts?: string[]; requires?: string[] };

/** Invented services and plans: the names sound like Beeline's, the codes, fees and rules are ours. */
export const catalogue: SimulatedCatalogue = {
  options: [
    option('AONSTD', 'Определитель номера', 0, 0),
    option('ANTIAON', 'Антиопределитель номера', 0, 10_500, { conflicts: ['AONSUPER'] }),
    option('AONSUPER', 'СуперАОН', 0, 14_900, { conflicts: ['ANTIAON'] }),
    option('KTOZVON', 'Кто звонил', 0, 0),
    option('BUDKONT', 'Будь в курсе+', 0, 5_900),
    option('CALLWAIT', 'Ожидание вызова', 0, 0),
    option('CFWDALL', 'Переадресация', 0, 0),
    option('CONFCALL', 'Конференц-связь', 0, 4_500, { requires: ['CALLWAIT'] }),
    option('VOICEML', 'Голосовая почта', 3_000, 9_000, { requires: ['CFWDALL'] }),
    option('INET5GB', 'Интернет 5 ГБ для бизнеса', 0, 25_000, { conflicts: ['INET20GB', 'INETUNL'] }),
    option('INET20GB', 'Интернет 20 ГБ для бизнеса', 0, 55_000, { conflicts: ['INET5GB', 'INETUNL'] }),
    option('INETUNL', 'Безлимитный интернет', 10_000, 99_000, { conflicts: ['INET5GB', 'INET20GB'] }),
    option('AUTOPROD', 'Автопродление скорости', 0, 0, { requires: ['INET5GB'] }),
    option('0050ROAM', 'Роуминг «Весь мир»', 0, 0),
    option('ROAMINET', 'Интернет в роуминге', 20_000, 35_000, { requires: ['0050ROAM'] }),
    option('MEZHGOR', 'Звонки по России 500 минут', 0, 30_000),
    option('MEZHNAR', 'Выгодные звонки в СНГ', 2_500, 6_000),
    option('SMS300', 'Пакет 300 SMS', 0, 15_000, { conflicts: ['SMS1000'] }),
    option('SMS1000', 'Пакет 1000 SMS', 0, 39_000, { conflicts: ['SMS300'] }),
    option('SMSOTCH', 'SMS-отчёт о доставке', 0, 0),
    option('STOPCONT', 'Стоп-контент', 0, 0),
    option('BLKINTL', 'Запрет международных звонков', 0, 0, { conflicts: ['MEZHNAR'] }),
    option('STATIP', 'Постоянный IP-адрес', 30_000, 20_000),
    option('LOKATOR', 'Координаты сотрудников', 0, 10_000),
    option('PRIVET', 'Привет вместо гудков', 0, 7_500),
    option('ANTISPAM', 'Защита от нежелательных звонков', 0, 9_900),
  ],
  tariffs: [
    plan('BIZ_START', 'Старт для бизнеса', 0, 35_000),
    plan('BIZ_OPT', 'Оптимальный для бизнеса', 0, 60_000),
    plan('BIZ_PRO', 'Профессионал', 10_000, 95_000),
    plan('BIZ_UNL', 'Всё включено', 10_000, 150_000, ['INET5GB', 'INET20GB', 'AUTOPROD']),
    plan('BIZ_MINI', 'Мини', 0, 15_000, ['KTOZVON']),
    plan('BIZ_DATA', 'Только интернет', 0, 40_000, ['CFWDALL', 'CALLWAIT', 'CONFCALL', 'VOICEML']),
    plan('BIZ_M2M', 'Телематика', 0, 9_000, ['SMS300', 'SMS1000']),
    plan('BIZ_FLEX', 'Гибкий', 5_000, 50_000),
    plan('BIZ_TEAM', 'Команда', 0, 72_000, ['MEZHGOR']),
    plan('0011BUS', 'Близкие люди (архив)', 10_000, 29_000),
  ],
};

function option(
  code: string,
  name: string,
  feeOnceKopecks: number,
  feeMonthKopecks: number,
  rules: Rules = {},
): SimulatedItem {
  return {
    code,
    name,
    feeOnceKopecks,
    feeMonthKopecks,
    conflicts: rules.conflicts ?? [],
    requires: rules.requires ?? [],
  };
}

function plan(
  code: string,
  name: string,
  feeOnceKopecks: number,
  feeMonthKopecks: number,
  drops: string[] = [],
) {
  return { ...option(code, name, feeOnceKopecks, feeMonthKopecks), drops };
}
