import type { Payload } from '#app/features/request/request.ts';
import type { Measure } from './suspension.ts';

const steps = (...texts: string[]) => texts.map((text, at) => `${at + 1}. ${text}`).join('\n');

/** No carrier's interface does these: a person is told what to do in its cabinet. He reads Russian, as his client does. */
const byHand = {
  restrict: steps(
    'Откройте номер из заявки в кабинете оператора.',
    'В разделе блокировок или услуг включите запрет исходящей связи и интернета. Входящие звонки и экстренные номера должны работать.',
    'Если такого запрета в кабинете нет, передайте его письмом менеджеру договора у оператора и запишите номер обращения в эту заявку.',
    'Убедитесь, что карточка номера показывает запрет, и только тогда отметьте заявку выполненной. Если оператор отказал, верните заявку с его ответом.',
  ),
  unrestrict: steps(
    'Долг оплачен: номер должен работать без ограничений в срок, указанный в заявке на приостановку.',
    'Откройте номер из заявки в кабинете оператора и снимите запрет исходящей связи и интернета, поставленный за долг.',
    'Если запрет ставил менеджер договора, попросите его снять и запишите номер обращения.',
    'Убедитесь, что запрета на карточке номера нет, и отметьте заявку выполненной.',
  ),
  end: steps(
    'Проверьте по журналу договора: абонент получил письменное уведомление о намерении приостановить связь и шесть месяцев с его получения прошли (126-ФЗ, ст. 44, п. 3). Если нет, верните заявку.',
    'Проверьте, что долг не оплачен и не оспорен сегодня.',
    'Подайте оператору заявление о расторжении по номеру из заявки: в кабинете, если он это умеет, иначе через менеджера договора. Запишите номер обращения.',
    'Когда оператор подтвердит, что номер выведен из договора, отметьте заявку выполненной. Отменить это будет нельзя.',
  ),
} as const;

/**
 * What is ordered for a line. Only what is a block at the carrier goes through its interface. The words depend on
 * nothing that changes: an order that is made again is the same order.
 */
export function measureOrder(measure: Measure, what: 'block' | 'unblock'): Payload {
  if (measure === 'suspension')
    return what === 'block' ? { kind: 'line.block', reason: 'wish' } : { kind: 'line.unblock' };
  if (what === 'unblock') return { kind: 'other', task: byHand.unrestrict };
  return { kind: 'other', task: measure === 'ending' ? byHand.end : byHand.restrict };
}
