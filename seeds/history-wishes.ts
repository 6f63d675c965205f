import type { Payload } from '#app/features/request/request.ts';
import type { SimulatedCatalogue } from '#carriers/simulation.ts';
import type { Draws } from './draws.ts';
import type { SeededLine } from './generate-base.ts';

/**
 * What a line's subscriber asked for and got, in an order that ends in what the line is today: options it
 * has were connected, those it lacks disconnected, its tariff was chosen once.
 */
export function drawGranted(
  draws: Draws,
  line: SeededLine,
  catalogue: SimulatedCatalogue,
  count: number,
): Payload[] {
  const { optionCodes, blocked, iccid, imsi } = line.simulated;
  const lacking = catalogue.options.filter(({ code }) => !optionCodes.includes(code)).map(({ code }) => code);
  const once: Payload[][] = [
    ...optionCodes.map((optionCode): Payload[] => [{ kind: 'option.connect', optionCode }]),
    ...draws
      .shuffle(lacking)
      .slice(0, 3)
      .map((optionCode): Payload[] => [{ kind: 'option.disconnect', optionCode }]),
    [{ kind: 'tariff.change', tariffCode: line.tariff.code }],
    [{ kind: 'sim.replace', iccid, imsi }],
    ...(blocked === null ? [[wishBlock, { kind: 'line.unblock' } satisfies Payload]] : []),
    ...(blocked === 'wish' ? [[wishBlock]] : []),
  ];
  const granted: Payload[] = [];
  for (const payloads of draws.shuffle(once)) {
    if (granted.length + payloads.length > count || draws.chance(0.3)) continue;
    granted.push(...payloads);
  }
  while (granted.length < count) granted.push(drawPaper(draws, line));
  return granted;
}

const wishBlock: Payload = { kind: 'line.block', reason: 'wish' };

const tasks = [
  'Абонент просит перезвонить после 18:00 и объяснить начисления за прошлый месяц',
  'Проверить, почему не приходят SMS с кодами от банка',
  'Переоформить договор на нового владельца, документы в почте',
  'Уточнить адрес доставки SIM-карты',
];
const devices = ['Роутер Huawei B535', 'iPhone 13', 'Samsung Galaxy A54', 'Терминал оплаты', 'Модем 4G'];

/** Papers and tasks for a person: they change nothing on the line, so any number of them may have been. */
function drawPaper(draws: Draws, line: SeededLine): Payload {
  const kind = draws.weigh({ 'invoice.order': 4, 'details.order': 3, 'device.setup': 2, other: 2 });
  if (kind === 'other') return { kind, task: draws.pick(tasks) };
  if (kind === 'device.setup')
    return { kind, device: draws.pick(devices), task: 'Настроить интернет и проверить связь' };
  const month = draws.int(1, 12);
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  return {
    kind,
    from: dayOf(Date.UTC(2025, month - 1, 1)),
    to: dayOf(Date.UTC(2025, month, 0)),
    email: `n${line.simulated.lineId}@mail.example`,
  };
}

/** What was refused or taken back: it left no trace on the line. */
export function drawDenied(draws: Draws, line: SeededLine, catalogue: SimulatedCatalogue): Payload {
  const lacking = catalogue.options.filter(({ code }) => !line.simulated.optionCodes.includes(code));
  const other = catalogue.tariffs.filter(({ code }) => code !== line.tariff.code);
  return draws.chance(0.8)
    ? { kind: 'option.connect', optionCode: draws.pick(lacking).code }
    : { kind: 'tariff.change', tariffCode: draws.pick(other).code };
}

/** What still waits for a person. */
export function drawWaiting(draws: Draws): Payload {
  return draws.chance(0.5)
    ? { kind: 'other', task: draws.pick(tasks) }
    : { kind: 'device.setup', device: draws.pick(devices), task: 'Настроить интернет и проверить связь' };
}
