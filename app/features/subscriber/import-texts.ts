import type { Localised } from '#carriers/port.ts';
import type { ImportFault, Rejection } from './import-row.ts';

/** Why a row was left out, for the report that people read. */
export const faultTexts: Record<ImportFault, Localised> = {
  empty: { ru: 'пусто', en: 'empty' },
  'too-long': { ru: 'слишком длинно', en: 'too long' },
  'unreadable-characters': {
    ru: 'нечитаемые знаки: проверьте кодировку файла',
    en: 'unreadable characters: check the encoding of the file',
  },
  'too-many-cells': {
    ru: 'ячеек больше, чем в заголовке: разделитель внутри текста нужно взять в кавычки',
    en: 'more cells than the header has: quote a text with the delimiter in it',
  },
  'phone-unreadable': { ru: 'это не номер телефона', en: 'not a phone number' },
  'phone-length': { ru: 'в номере не одиннадцать цифр', en: 'not eleven digits' },
  'phone-foreign': { ru: 'номер не российский', en: 'not a Russian number' },
  'phone-not-mobile': { ru: 'номер не мобильный', en: 'not a mobile number' },
  'kind-unknown': {
    ru: 'неизвестный тип: нужно «физлицо» или «юрлицо»',
    en: 'neither "person" nor "company"',
  },
  'balance-unreadable': { ru: 'это не сумма в рублях', en: 'not an amount in roubles' },
  'zone-unknown': {
    ru: 'это не часовой пояс IANA и не регион с одним поясом',
    en: 'neither an IANA time zone nor a region with one zone',
  },
  'email-unreadable': { ru: 'это не адрес почты', en: 'not an e-mail address' },
  'item-unreadable': { ru: 'нужно КОД или КОД=Название', en: 'must be CODE or CODE=Name' },
  'carrier-unknown': {
    ru: 'у клиента нет договора с таким оператором',
    en: 'the tenant has no account at this carrier',
  },
  'carrier-account-unknown': {
    ru: 'у клиента нет такого договора с оператором',
    en: 'the tenant has no such carrier account',
  },
  'carrier-account-ambiguous': {
    ru: 'договоров с этим оператором несколько: укажите, какой',
    en: 'several accounts at this carrier: say which',
  },
  'number-twice': { ru: 'этот номер уже был в файле', en: 'this number came before in the file' },
  'contract-of-another-name': {
    ru: 'у этого договора в файле уже другой абонент',
    en: 'this contract came before with another name',
  },
};

/** The fault in the reader's words, with the row it clashes with. */
export function faultText({ fault, otherRow }: Rejection, locale: 'ru' | 'en'): string {
  const text = faultTexts[fault][locale];
  if (otherRow === undefined) return text;
  return locale === 'ru' ? `${text} (строка ${otherRow})` : `${text} (row ${otherRow})`;
}
