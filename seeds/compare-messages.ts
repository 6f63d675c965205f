import type { Finding } from './compare-ledgers.ts';

/**
 * Pure: what one side of a channel knows against what the other has, by the names of the messages. Each known one
 * must be there once, and nothing else.
 */
export function compareMessages(
  where: string,
  known: readonly string[],
  found: readonly string[],
): Finding[] {
  const times = Map.groupBy(found, (name) => name);
  const names = new Set(known);
  const finding = (kind: Finding['kind'], what: string): Finding => ({ kind, carrier: where, what });
  const faults = [...names].flatMap((name) => {
    const n = times.get(name)?.length ?? 0;
    if (n === 1) return [];
    return [
      n === 0
        ? finding('lost', `${name} is not there`)
        : finding('duplicated', `${name} is there ${n} times`),
    ];
  });
  const strange = [...times.keys()].filter((name) => !names.has(name));
  return [...faults, ...strange.map((name) => finding('mismatched', `nobody knows of ${name}`))];
}
