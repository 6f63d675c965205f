import type { Findable } from '#app/features/knowledge/prepare-documents.ts';
import { createDraws, type Draws } from './draws.ts';

/**
 * The archive of a large centre, invented: devices, sales points, old tariffs, distant countries, planned
 * works, notes on companies. It shares its words with the articles people look for, and answers none of the
 * questions of tests/evals.
 */
export function* generateArchive(count: number, seed: number): Generator<Findable> {
  const draws = createDraws(seed);
  for (let index = 0; index < count; index++) {
    const carrier = draws.pick(['', 'mts', 'beeline', 'megafon']);
    const kind = draws.weigh({ device: 25, shop: 20, tariff: 20, country: 10, works: 15, company: 10 });
    const { title, keywords } = heads[kind](draws, index);
    const body = Array.from({ length: draws.int(4, 9) }, () => sentence(draws)).join(' ');
    const held = { carrier, validFrom: null, validUntil: null };
    yield { kind: 'article', ref: `archive-${index}`, title, keywords, body, ...held };
  }
}

type Head = { title: string; keywords: string };

const brands = [
  'Samsung Galaxy',
  'Xiaomi Redmi',
  'Huawei',
  'Honor',
  'Realme',
  'Tecno',
  'Infinix',
  'Nokia',
  'Vivo',
  'Oppo',
];
const cities =
  'Пермь,Тула,Казань,Омск,Самара,Тверь,Рязань,Липецк,Киров,Чита,Псков,Курск,Орёл,Барнаул,Сургут,Вологда,Якутск,Нальчик,Саранск,Элиста'.split(
    ',',
  );
const streets =
  'Ленина,Мира,Садовая,Гагарина,Победы,Лесная,Советская,Пушкина,Кирова,Набережная,Заводская,Чехова'.split(
    ',',
  );
const adjectives =
  'Зелёный,Быстрый,Свободный,Дружный,Смелый,Лёгкий,Северный,Домашний,Летний,Простой,Новый,Честный'.split(',');
const nouns = 'разговор,день,старт,диалог,город,маршрут,ритм,пакет,формат,класс,выбор,сезон'.split(',');
const countries =
  'Перу,Чили,Непал,Кения,Исландия,Мальта,Куба,Панама,Гана,Лаос,Камбоджа,Фиджи,Боливия,Уругвай,Маврикий,Тунис'.split(
    ',',
  );
const companies = 'Ромашка,Вектор,Сигма,Прогресс,Каскад,Орион,Меридиан,Гранит,Восход,Парус,Маяк,Квант'.split(
  ',',
);
const months = 'января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря'.split(',');

const heads = {
  device: (draws: Draws, index: number): Head => {
    const model = `${draws.pick(brands)} ${draws.pick(['A', 'S', 'X', 'Note '])}${(index % 90) + 10}`;
    return { title: `Телефон ${model}: характеристики и настройки`, keywords: `модель ${index}` };
  },
  shop: (draws: Draws, index: number): Head => {
    const where = `${draws.pick(cities)}, ${draws.pick(streets)}, ${(index % 180) + 1}`;
    return { title: `Салон связи: ${where}`, keywords: 'адрес, часы работы' };
  },
  tariff: (draws: Draws, index: number): Head => {
    const name = `${draws.pick(adjectives)} ${draws.pick(nouns)} ${2004 + (index % 18)}`;
    return { title: `Тариф «${name}», ${draws.pick(cities)}`, keywords: 'описание, пакеты, плата' };
  },
  country: (draws: Draws, index: number): Head => {
    return { title: `Роуминг: ${draws.pick(countries)}, тариф ${index % 400}`, keywords: 'цены, зона' };
  },
  works: (draws: Draws, index: number): Head => {
    const day = `${(index % 28) + 1} ${draws.pick(months)} ${2018 + (index % 8)}`;
    return { title: `Плановые работы ${day}, ${draws.pick(cities)}`, keywords: 'сеть, перерыв связи' };
  },
  company: (draws: Draws, index: number): Head => {
    return {
      title: `Компания «${draws.pick(companies)}-${index}»: как обслуживать`,
      keywords: 'договор, лимиты',
    };
  },
};

const subjects =
  'Абонент,Оператор,Номер,Тариф,Интернет,Пакет минут,Роуминг,Баланс,Услуга,SIM-карта,Опция,Звонок,SMS,Договор,Личный кабинет,Абонентская плата'.split(
    ',',
  );
const verbs =
  'подключается,действует,списывается,проверяется,блокируется,меняется,сохраняется,отключается,оплачивается,настраивается,учитывается,возвращается'.split(
    ',',
  );
const places =
  'в домашнем регионе,за границей,по всей России,в сети 4G,в салоне,в приложении,после оплаты,с первого числа,до конца месяца,без доплаты,по заявлению,на следующий день'.split(
    ',',
  );
const tails =
  'если баланс выше нуля,пока действует пакет,кроме международных звонков,по команде с телефона,после проверки личности,при смене тарифа,если включён роуминг,вместе с услугой переадресации,когда закончился трафик,по запросу владельца,при потере телефона,на номерах компании'.split(
    ',',
  );

function sentence(draws: Draws): string {
  return `${draws.pick(subjects)} ${draws.pick(verbs)} ${draws.pick(places)}, ${draws.pick(tails)}.`;
}
