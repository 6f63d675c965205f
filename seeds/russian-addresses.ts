import type { Draws } from './draws.ts';

/** Towns with the first three digits of their post offices. */
const towns = [
  ['101', 'Москва'],
  ['190', 'Санкт-Петербург'],
  ['236', 'Калининград'],
  ['344', 'Ростов-на-Дону'],
  ['350', 'Краснодар'],
  ['394', 'Воронеж'],
  ['420', 'Казань'],
  ['443', 'Самара'],
  ['603', 'Нижний Новгород'],
  ['614', 'Пермь'],
  ['620', 'Екатеринбург'],
  ['630', 'Новосибирск'],
  ['644', 'Омск'],
  ['660', 'Красноярск'],
  ['664', 'Иркутск'],
  ['690', 'Владивосток'],
] as const;
const streets =
  'Садовая Лесная Полевая Школьная Новая Набережная Заречная Зелёная Вокзальная Молодёжная Луговая Цветочная Солнечная Озёрная Северная Южная Кленовая Рябиновая Парковая Речная'.split(
    ' ',
  );

/** As an envelope has it: post office, town, street, house and flat. */
export function drawAddress(draws: Draws, isFirm: boolean): string {
  const [office, town] = draws.pick(towns);
  const house = `ул. ${draws.pick(streets)}, д. ${draws.int(1, 120)}`;
  const room = isFirm ? `офис ${draws.int(1, 60)}` : `кв. ${draws.int(1, 240)}`;
  return `${office}${draws.int(100, 199)}, г. ${town}, ${house}, ${room}`;
}
