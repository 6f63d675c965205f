import type { ChangeKind, Localised, Order } from '../port.ts';

const steps: Record<ChangeKind, Localised> = {
  'option.connect': {
    ru: '«Услуги» → «Доступные»: найдите услугу по коду и нажмите «Подключить».',
    en: '"Services" → "Available": find the service by its code and press "Connect".',
  },
  'option.disconnect': {
    ru: '«Услуги» → «Подключённые»: найдите услугу по коду и нажмите «Отключить».',
    en: '"Services" → "Connected": find the service by its code and press "Disconnect".',
  },
  'tariff.change': {
    ru: '«Тариф» → «Сменить тариф»: выберите тариф по коду, проверьте состав услуг после смены.',
    en: '"Tariff" → "Change": choose the tariff by its code, then check the services that remain.',
  },
  'line.block': {
    ru: '«Блокировки» → «Добровольная блокировка»; при краже — «Утрата SIM-карты».',
    en: '"Blocks" → "Voluntary block"; for a theft "SIM card lost".',
  },
  'line.unblock': {
    ru: '«Блокировки» → «Снять». Блокировку оператора снимает только сам МТС: позвоните менеджеру договора.',
    en: '"Blocks" → "Lift". Only MTS lifts its own block: call the manager of the contract.',
  },
  'sim.replace': {
    ru: '«SIM-карты» → «Замена»: введите IMSI новой карты из заявки.',
    en: '"SIM cards" → "Replace": enter the IMSI of the new card from the request.',
  },
  'invoice.order': {
    ru: '«Документы» → «Счёт за период»: период и адрес почты возьмите из заявки.',
    en: '"Documents" → "Invoice for a period": take period and e-mail from the request.',
  },
  'details.order': {
    ru: '«Документы» → «Детализация»: период и адрес почты возьмите из заявки.',
    en: '"Documents" → "Call details": take period and e-mail from the request.',
  },
};

/** What a person does in the MTS Business cabinet; the number and the codes are those of the request. */
export function instructionsFor({ change }: Order): Localised {
  const code = 'optionCode' in change ? change.optionCode : 'tariffCode' in change ? change.tariffCode : null;
  const { ru, en } = steps[change.kind];
  return {
    ru: `Кабинет «МТС Бизнес», номер из заявки. ${ru}${code ? ` Код: ${code}.` : ''}`,
    en: `MTS Business cabinet, the number of the request. ${en}${code ? ` Code: ${code}.` : ''}`,
  };
}
