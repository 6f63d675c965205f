import type { Change, Localised, Order } from '../port.ts';
import { toWireDay } from './branch-time.ts';

/** Numbered steps for the person who carries an order out in MegaFon's corporate cabinet. */
export function orderInstructions({ msisdn, change }: Order): Localised {
  const steps = stepsOf(change);
  const open = {
    ru: [
      'Войдите в корпоративный кабинет https://b2blk.megafon.ru; если кабинет просит капчу, введите её.',
      `Раздел «Абоненты»: найдите номер ${msisdn} и откройте его карточку.`,
    ],
    en: [
      'Sign in to the corporate cabinet https://b2blk.megafon.ru; if it shows a captcha, type it in.',
      `Section “Абоненты” (Subscribers): find ${msisdn} and open its card.`,
    ],
  };
  const close = {
    ru: 'Запишите номер заявки из окна подтверждения в эту заявку и отметьте её выполненной, когда карточка номера покажет изменение.',
    en: 'Copy the order number from the confirmation into this request and mark it done once the card shows the change.',
  };
  return {
    ru: numbered([...open.ru, ...steps.map((step) => step.ru), close.ru]),
    en: numbered([...open.en, ...steps.map((step) => step.en), close.en]),
  };
}

function numbered(steps: string[]): string {
  return steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
}

function stepsOf(change: Change): Localised[] {
  switch (change.kind) {
    case 'option.connect':
      return optionSteps(change.optionCode, { ru: 'Подключить', en: 'Connect' });
    case 'option.disconnect':
      return optionSteps(change.optionCode, { ru: 'Отключить', en: 'Disconnect' });
    case 'tariff.change':
      return tariffSteps(change.tariffCode);
    case 'line.block':
      return blockSteps(change.reason);
    case 'line.unblock':
      return unblockSteps;
    case 'sim.replace':
      return simSteps(change.iccid, change.imsi);
    case 'invoice.order':
      return documentSteps({ ru: 'Счёт', en: 'Invoice' }, change);
    case 'details.order':
      return documentSteps({ ru: 'Детализация', en: 'Call details' }, change);
  }
}

function optionSteps(code: string, verb: Localised): Localised[] {
  return [
    {
      ru: `Вкладка «Услуги и опции»: найдите услугу с кодом ${code}.`,
      en: `Tab “Услуги и опции” (Services and options): find the service with code ${code}.`,
    },
    {
      ru: `Нажмите «${verb.ru}», сверьте плату и дату с заявкой; если они другие или кабинет называет несовместимую услугу, не подтверждайте и верните заявку.`,
      en: `Press “${verb.ru}” (${verb.en}), compare fee and date with the request; if they differ or the cabinet names a conflicting service, do not confirm and return the request.`,
    },
    { ru: 'Подтвердите заказ.', en: 'Confirm the order.' },
  ];
}

function tariffSteps(code: string): Localised[] {
  return [
    {
      ru: `«Сменить тариф»: выберите тарифный план с идентификатором ${code}, дата начала: сегодня.`,
      en: `“Сменить тариф” (Change tariff): choose the plan with id ${code}, starting today.`,
    },
    {
      ru: 'Прочитайте список услуг, которые отключатся, сверьте его с заявкой и подтвердите.',
      en: 'Read the list of services that will be dropped, compare it with the request and confirm.',
    },
  ];
}

function blockSteps(reason: 'wish' | 'theft'): Localised[] {
  const why =
    reason === 'theft'
      ? { ru: 'утрата или кража', en: 'loss or theft' }
      : { ru: 'по желанию', en: 'own wish' };
  return [
    {
      ru: `«Блокировка номера»: «Заблокировать», причина: ${why.ru}, с сегодняшнего дня, дата окончания через 365 дней (без неё кабинет не примет заказ).`,
      en: `“Блокировка номера” (Block number): block, reason: ${why.en}, from today, end date in 365 days (the cabinet refuses an order without one).`,
    },
    { ru: 'Подтвердите заказ.', en: 'Confirm the order.' },
  ];
}

const unblockSteps: Localised[] = [
  {
    ru: '«Блокировка номера»: проверьте, что блокировку поставил клиент. Блокировку оператора снимает только МегаФон: передайте заявку персональному менеджеру.',
    en: '“Блокировка номера” (Block number): check that the client placed the block. Only MegaFon lifts its own block: hand the request to the account manager there.',
  },
  {
    ru: 'Нажмите «Разблокировать» с сегодняшнего дня и подтвердите.',
    en: 'Press “Разблокировать” (Unblock) from today and confirm.',
  },
];

function simSteps(iccid: string, imsi: string): Localised[] {
  return [
    {
      ru: 'Проверьте по документам, что замену просит владелец номера или лицо с доверенностью.',
      en: 'Check by the papers that the owner of the number, or a person with a power of attorney, asks for it.',
    },
    {
      ru: `«Замена SIM-карты»: введите ICCID новой карты ${iccid} (IMSI ${imsi}) и сверьте последние цифры с картой.`,
      en: `“Замена SIM-карты” (Replace SIM): enter the new card's ICCID ${iccid} (IMSI ${imsi}) and compare the last digits with the card.`,
    },
    {
      ru: 'Подтвердите заказ: старая карта отключится сразу.',
      en: 'Confirm the order: the old card stops working at once.',
    },
  ];
}

function documentSteps(
  document: Localised,
  { from, to, email }: { from: string; to: string; email: string },
): Localised[] {
  return [
    {
      ru: `Раздел «Финансы и документы», «${document.ru}»: период с ${toWireDay(from)} по ${toWireDay(to)}.`,
      en: `Section “Финансы и документы” (Finance and documents), “${document.ru}” (${document.en}): from ${toWireDay(from)} to ${toWireDay(to)}.`,
    },
    {
      ru: `Доставка: электронная почта ${email}. Закажите документ.`,
      en: `Delivery: e-mail ${email}. Order the document.`,
    },
  ];
}
