import { addDays } from '#app/features/sla/calendar-date.ts';
import type { Change, FailureClass } from '#carriers/port.ts';
import type { PracticeItem, PracticeLine, PracticeRoom } from '#carriers/practice-room.ts';
import type { PracticeKind } from './practice.ts';

/** What a past request tells of itself: neither who it was for nor on which number. */
export type PastRequest = {
  kind: PracticeKind;
  isDone: boolean;
  isTheft: boolean;
  itemName: string | null;
  failure: FailureClass | null;
  /** Picks an item where the simulator has none of that name. */
  seed: number;
};
/** What would serve the subscriber: a kind, and of which item or for which reason. */
export type Target = { kind: PracticeKind; itemCode: string | null; reason: 'wish' | 'theft' | null };
export type Setting = { line: PracticeLine; target: Target; itemName: string };
type Catalogue = Pick<PracticeRoom, 'options' | 'tariffs'>;

/** A line and a wish like those of a past request: what the carrier refused then stands in the way here, too. */
export function settingOf(past: PastRequest, catalogue: Catalogue): Setting {
  const { options, tariffs } = catalogue;
  const ofTariff = past.kind === 'tariff.change';
  const isItem = ofTariff || past.kind.startsWith('option.');
  const item = pick(ofTariff ? tariffs : options, past);
  const other = tariffs.find(({ code }) => code !== item.code) ?? item;
  const plain = { tariffCode: other.code, optionCodes: [], blocked: null };
  return {
    line: { ...plain, ...standing(past, item, options) },
    target: {
      kind: past.kind,
      itemCode: isItem ? item.code : null,
      reason: past.kind === 'line.block' ? (past.isTheft ? 'theft' : 'wish') : null,
    },
    itemName: isItem ? item.name : '',
  };
}

/** Of a refusal that hangs on another option only an item that knows such options can tell. */
function pick(items: readonly PracticeItem[], { itemName, seed, failure }: PastRequest): PracticeItem {
  const fit = items.filter(
    ({ conflicts, requires }) =>
      (failure !== 'conflict_option' || conflicts.length > 0) &&
      (failure !== 'precondition_missing' || requires.length > 0),
  );
  const named = fit.find(({ name }) => name === itemName);
  const found = named ?? fit[seed % Math.max(1, fit.length)] ?? items[0];
  if (!found) throw new Error('The simulator of this carrier has nothing to connect.');
  return found;
}

function standing(
  { kind, isDone, failure }: PastRequest,
  item: PracticeItem,
  options: readonly PracticeItem[],
): Partial<PracticeLine> {
  switch (kind) {
    case 'option.connect':
      if (isDone) return { optionCodes: requiredFor(item, options) };
      if (failure === 'precondition_missing') return {};
      if (failure === 'conflict_option') return { optionCodes: item.conflicts.slice(0, 1) };
      return { optionCodes: [...requiredFor(item, options), item.code] };
    case 'option.disconnect':
      return isDone ? { optionCodes: [...requiredFor(item, options), item.code] } : {};
    case 'tariff.change':
      return isDone ? {} : { tariffCode: item.code };
    case 'line.block':
      return isDone ? {} : { blocked: 'wish' };
    case 'line.unblock':
      return { blocked: isDone ? 'wish' : 'operator' };
    case 'sim.replace':
      return isDone ? {} : { blocked: 'operator' };
    default:
      return {};
  }
}

function requiredFor(item: PracticeItem, options: readonly PracticeItem[]): string[] {
  return item.requires.flatMap((code) => {
    const required = options.find((option) => option.code === code);
    return [...(required ? requiredFor(required, options) : []), code];
  });
}

/** A new card and last month's papers are the same in every exercise. `today`: a date of the centre's zone. */
export function changeOf({ kind, itemCode, reason }: Target, today: string): Change {
  const code = itemCode ?? '';
  const email = 'practice@example.com';
  const period = { ...lastMonth(today), email };
  switch (kind) {
    case 'option.connect':
    case 'option.disconnect':
      return { kind, optionCode: code };
    case 'tariff.change':
      return { kind, tariffCode: code };
    case 'line.block':
      return { kind, reason: reason ?? 'wish' };
    case 'line.unblock':
      return { kind };
    case 'sim.replace':
      return { kind, iccid: '897010000000000002', imsi: '250010000000002' };
    default:
      return { kind, ...period };
  }
}

function lastMonth(today: string): { from: string; to: string } {
  const to = addDays(firstOfMonth(today), -1);
  return { from: firstOfMonth(to), to };
}

const firstOfMonth = (date: string) => `${date.slice(0, 8)}01`;
