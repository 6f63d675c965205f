import { numbers, openWorld, simulatedLine, type World, type WorldOptions } from './conformance-world.ts';
import type { CarrierDefinition, Change, ChangeKind, Msisdn } from './port.ts';
import type { SimulatedItem, SimulatedLine, SimulatorDefinition } from './simulation.ts';

/** A carrier under test: what it can do, what to ask of it, and a fresh world for every test. */
export type Fixture = {
  definition: CarrierDefinition;
  /** Kinds that go through the carrier's interface, and those left to a person. */
  carried: ChangeKind[];
  personal: ChangeKind[];
  open(options?: WorldOptions): World;
  subject(kind: ChangeKind): { msisdn: Msisdn; change: Change };
  free: SimulatedItem;
  needy: SimulatedItem;
  rivals: { connected: string; wanted: string };
  tariffs: { current: string; next: string; other: string };
  dropping: { tariff: string; option: string };
};

const period = { from: '2026-02-01', to: '2026-02-28', email: 'bills@example.org' };
const newSim = { iccid: '897010000000000777', imsi: '250010000000777' };

/**
 * Builds the lines from the simulator's own catalogue, which must hold: an option without prerequisites or
 * conflicts, one with a prerequisite, two in conflict, three tariffs that drop nothing and one that does.
 */
export function fixtureFor(definition: CarrierDefinition, simulator: SimulatorDefinition): Fixture {
  const { options } = simulator.catalogue;
  const rivalled = new Set(options.flatMap((option) => option.conflicts));
  const isFree = (option: SimulatedItem) =>
    option.requires.length + option.conflicts.length === 0 && !rivalled.has(option.code);
  const free = found(options.find(isFree), 'an option without conflicts or prerequisites');
  const needy = found(
    options.find((option) => option.requires.length > 0),
    'an option with a prerequisite',
  );
  const rivals = findRivals(options);
  const tariffs = findTariffs(simulator);
  const dropping = findDropping(simulator);
  const lines = [
    simulatedLine(numbers.plain, tariffs.current),
    simulatedLine(numbers.equipped, tariffs.current, { optionCodes: [free.code] }),
    simulatedLine(numbers.wished, tariffs.current, { blocked: 'wish' }),
    simulatedLine(numbers.barred, tariffs.current, { blocked: 'operator' }),
    simulatedLine(numbers.rivalled, tariffs.current, { optionCodes: [rivals.connected] }),
    simulatedLine(numbers.droppable, tariffs.current, { optionCodes: [dropping.option] }),
  ];
  const settings = definition.settings.parse(simulator.account('http://carrier.test').settings);
  const kinds = Object.entries(definition.capabilities(settings)) as [ChangeKind, { by: string }][];
  const kindsBy = (who: string) => kinds.flatMap(([kind, { by }]) => (by === who ? [kind] : []));
  return {
    definition,
    carried: kindsBy('carrier'),
    personal: kindsBy('person'),
    open: (opening) => openWorld(definition, simulator, structuredClone(lines), opening),
    subject: (kind) => subjectOf(kind, free.code, tariffs.next),
    free,
    needy,
    rivals,
    tariffs,
    dropping,
  };
}

function subjectOf(
  kind: ChangeKind,
  optionCode: string,
  tariffCode: string,
): { msisdn: Msisdn; change: Change } {
  const { plain, equipped, wished } = numbers;
  const subjects: Record<ChangeKind, { msisdn: Msisdn; change: Change }> = {
    'option.connect': { msisdn: plain, change: { kind: 'option.connect', optionCode } },
    'option.disconnect': { msisdn: equipped, change: { kind: 'option.disconnect', optionCode } },
    'tariff.change': { msisdn: plain, change: { kind: 'tariff.change', tariffCode } },
    'line.block': { msisdn: plain, change: { kind: 'line.block', reason: 'wish' } },
    'line.unblock': { msisdn: wished, change: { kind: 'line.unblock' } },
    'sim.replace': { msisdn: plain, change: { kind: 'sim.replace', ...newSim } },
    'invoice.order': { msisdn: plain, change: { kind: 'invoice.order', ...period } },
    'details.order': { msisdn: plain, change: { kind: 'details.order', ...period } },
  };
  return subjects[kind];
}

/** Whether the simulated line itself shows the goal of a finished change; orders of papers leave no trace. */
export function isReached(line: SimulatedLine | undefined, change: Change): boolean {
  if (!line) return false;
  switch (change.kind) {
    case 'option.connect':
      return line.optionCodes.includes(change.optionCode);
    case 'option.disconnect':
      return !line.optionCodes.includes(change.optionCode);
    case 'tariff.change':
      return line.tariffCode === change.tariffCode;
    case 'line.block':
      return line.blocked === change.reason;
    case 'line.unblock':
      return line.blocked === null;
    case 'sim.replace':
      return line.imsi === change.imsi || line.iccid === change.iccid;
    default:
      return true;
  }
}

function findRivals(options: SimulatedItem[]): Fixture['rivals'] {
  const byCode = new Map(options.map((option) => [option.code, option]));
  const wanted = found(
    options.find((option) => option.requires.length === 0 && option.conflicts.length > 0),
    'an option with a conflict and no prerequisite',
  );
  const connected = wanted.conflicts.find((code) => byCode.get(code)?.requires.length === 0);
  return { connected: found(connected, 'a conflicting option without prerequisites'), wanted: wanted.code };
}

function findTariffs(simulator: SimulatorDefinition): Fixture['tariffs'] {
  const codes = simulator.catalogue.tariffs.flatMap((tariff) => (tariff.drops.length ? [] : [tariff.code]));
  const [current, next, other] = codes;
  const complaint = 'three tariffs that drop nothing, the first of which may become the second or the third';
  return { current: found(current, complaint), next: found(next, complaint), other: found(other, complaint) };
}

function findDropping(simulator: SimulatorDefinition): Fixture['dropping'] {
  const tariff = found(
    simulator.catalogue.tariffs.find(({ drops }) => drops.length > 0),
    'a tariff that drops an option',
  );
  return { tariff: tariff.code, option: found(tariff.drops[0], 'a dropped option') };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The simulator's catalogue lacks ${what}: the suite needs it.`);
  return value;
}
