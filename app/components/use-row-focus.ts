import { useMemo, useRef } from 'react';

/**
 * Walks the focus over the rows: the focused link is the cursor, so Enter opens it and a reader says it.
 * Rows mark their link with `data-row`.
 */
export function useRowFocus() {
  const ref = useRef<HTMLDivElement>(null);
  return useMemo(() => {
    const links = () => [...(ref.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const indexOfFocus = (all: HTMLElement[]) => all.findIndex((link) => link.matches(':focus'));
    const indexOfOpen = (all: HTMLElement[]) => all.findIndex((link) => link.ariaCurrent === 'true');
    return {
      ref,
      move(step: 1 | -1) {
        const all = links();
        const from = indexOfFocus(all) >= 0 ? indexOfFocus(all) : indexOfOpen(all);
        const at = from < 0 ? 0 : Math.max(0, Math.min(from + step, all.length - 1));
        all[at]?.focus();
        all[at]?.scrollIntoView({ block: 'nearest' });
      },
      focusedId: () => links().find((link) => link.matches(':focus'))?.dataset.row,
    };
  }, []);
}
