import { expect, test } from 'vitest';
import { zoneOfRegion } from './region-zone.ts';

test.each([
  ['Asia/Kamchatka', 'Asia/Kamchatka'],
  ['europe/moscow', 'Europe/Moscow'],
  ['Калининградская область', 'Europe/Kaliningrad'],
  ['г. Москва', 'Europe/Moscow'],
  ['Республика Татарстан (Татарстан)', null],
  ['Респ. Татарстан', 'Europe/Moscow'],
  ['Самарская обл.', 'Europe/Samara'],
  ['Ханты-Мансийский автономный округ — Югра', 'Asia/Yekaterinburg'],
  ['ЯМАЛО-НЕНЕЦКИЙ АО', 'Asia/Yekaterinburg'],
  ['Омская', 'Asia/Omsk'],
  ['Кемеровская область – Кузбасс', 'Asia/Krasnoyarsk'],
  ['Республика Северная Осетия - Алания', 'Europe/Moscow'],
  ['Донецкая Народная Республика', 'Europe/Moscow'],
  ['Еврейская автономная область', 'Asia/Vladivostok'],
  ['Камчатский край', 'Asia/Kamchatka'],
  ['Республика Саха (Якутия)', null],
  ['Сахалинская область', null],
  ['+03:00', null],
  ['MSK', null],
  ['Атлантида', null],
])('%j is %j', (text, zone) => {
  expect(zoneOfRegion(text)).toBe(zone);
});
