import type { CampaignKind, MeasuredWindow } from '#app/features/campaign/campaign.ts';

/** A campaign of the demo; days are counted back from now. */
export type SeededCampaign = {
  name: string;
  kind: CampaignKind;
  state: 'finished' | 'running' | 'draft';
  carriers: readonly string[];
  beganDays: number;
  windowDays: MeasuredWindow;
  controlPercent: number;
  /** How long a member was a subscriber, or had been away, when he was drawn. */
  days: readonly [least: number, most: number];
  /** Of a hundred who would have left, so many stay when they are contacted: the new ones, the others. */
  kept: readonly [ofNew: number, ofOthers: number];
  note: string | null;
  /** The common name of its waves. */
  pool?: string;
};

/** Too few people for one of them to show anything; nobody is in two of them, they are of other months. */
const smallWave: Omit<SeededCampaign, 'name' | 'state' | 'beganDays'> = {
  kind: 'prevention',
  windowDays: 60,
  carriers: ['mts', 'beeline'],
  controlPercent: 40,
  days: [450, 510],
  kept: [0, 85],
  note: null,
  pool: 'Второй год',
};

/** One that works, one that does not, one that runs; and waves that tell more together. */
export const seededCampaigns: readonly SeededCampaign[] = [
  {
    name: 'Первый год вместе',
    kind: 'prevention',
    state: 'finished',
    beganDays: 135,
    windowDays: 60,
    carriers: ['mts', 'beeline', 'megafon'],
    controlPercent: 30,
    days: [20, 420],
    kept: [30, 95],
    note: 'Звонок удерживает тех, кто с нами больше полугода: им есть что обсудить в тарифе. Новых он почти не меняет, хотя уходят они чаще.',
  },
  {
    name: 'Новые базовые станции',
    kind: 'information',
    state: 'finished',
    beganDays: 105,
    windowDays: 60,
    carriers: ['megafon'],
    controlPercent: 20,
    days: [460, 1500],
    kept: [0, 0],
    note: 'Рассылка всем подряд ничего не показала. В следующий раз — только тем, кто жаловался на связь.',
  },
  {
    name: 'Повторное подключение, осень',
    kind: 'win-back',
    state: 'running',
    beganDays: 9,
    windowDays: 90,
    carriers: ['mts', 'beeline', 'megafon'],
    controlPercent: 20,
    days: [14, 120],
    kept: [0, 0],
    note: null,
  },
  { ...smallWave, name: 'Второй год, первая волна', state: 'finished', beganDays: 200 },
  { ...smallWave, name: 'Второй год, вторая волна', state: 'finished', beganDays: 134 },
  { ...smallWave, name: 'Второй год, третья волна', state: 'draft', beganDays: 0 },
];
