import { useMemo, useState } from 'react';

export type Selection = {
  ids: ReadonlySet<string>;
  /** `isRange`: everything from the last one toggled up to this. */
  toggle(id: string | undefined, isRange: boolean): void;
  clear(): void;
};

/** Which rows are selected. A row that is no longer in the list is not. */
export function useSelection(items: readonly { id: string }[]): Selection {
  const [chosen, setChosen] = useState<{ ids: ReadonlySet<string>; last: string | null }>(nothing);
  return useMemo(() => {
    const order = items.map(({ id }) => id);
    return {
      ids: new Set(order.filter((id) => chosen.ids.has(id))),
      toggle(id, isRange) {
        if (!id) return;
        setChosen(({ ids, last }) => ({
          ids: isRange ? withRange(order, ids, last, id) : toggled(ids, id),
          last: id,
        }));
      },
      clear: () => setChosen(nothing),
    };
  }, [items, chosen]);
}

const nothing = { ids: new Set<string>(), last: null };

export function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Adds every row between the last toggled and this one, both included, whichever is above. */
export function withRange(
  order: readonly string[],
  ids: ReadonlySet<string>,
  last: string | null,
  id: string,
) {
  const from = last === null ? -1 : order.indexOf(last);
  if (from < 0) return toggled(ids, id);
  const [top = 0, bottom = 0] = [from, order.indexOf(id)].sort((a, b) => a - b);
  return new Set([...ids, ...order.slice(top, bottom + 1)]);
}
