import type { KeyboardEvent } from 'react';
import { belongsElsewhere } from '#app/components/use-keys.ts';
import type { CardItem } from '#app/features/scorecard/scorecard.ts';
import { itemAttribute } from './card-form.tsx';
import { markOfKey } from './mark-key.ts';

type Deeds = {
  mark(itemId: string, mark: number | null): void;
  play(): void;
  skip(seconds: number): void;
  quicken(steps: 1 | -1): void;
  /** About the item that has the focus. */
  note(itemId: string | null): void;
  submit(): void;
};

/** What physical keys do on the page of a review; in a field they type. */
export function useReviewKeys(items: readonly CardItem[], deeds: Deeds) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      deeds.submit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || belongsElsewhere(event.nativeEvent)) return;
    const deed = markDeed(event, items, deeds) ?? deedOf(event, deeds);
    if (!deed) return;
    event.preventDefault();
    deed();
  };
}

function markDeed(
  { code, currentTarget }: KeyboardEvent<HTMLElement>,
  items: readonly CardItem[],
  deeds: Deeds,
) {
  const item = items.find(({ id }) => id === focusedItem()?.getAttribute(itemAttribute));
  const mark = item && markOfKey(code, item.scale);
  if (!item || mark === undefined) return undefined;
  return () => {
    deeds.mark(item.id, mark);
    stepTo(currentTarget, 1);
  };
}

function deedOf({ code, currentTarget, target }: KeyboardEvent<HTMLElement>, deeds: Deeds) {
  const isButton = target instanceof Element && target.closest('button, a') !== null;
  const byCode: Record<string, () => void> = {
    ArrowDown: () => stepTo(currentTarget, 1),
    ArrowUp: () => stepTo(currentTarget, -1),
    ArrowLeft: () => deeds.skip(-5),
    ArrowRight: () => deeds.skip(5),
    BracketLeft: () => deeds.quicken(-1),
    BracketRight: () => deeds.quicken(1),
    KeyM: () => deeds.note(focusedItem()?.getAttribute(itemAttribute) ?? null),
    ...(isButton ? {} : { Space: deeds.play }),
  };
  return byCode[code];
}

function focusedItem(): Element | null {
  return document.activeElement?.closest(`[${itemAttribute}]`) ?? null;
}

/** The next item, or the one before; from outside the card, the first. */
function stepTo(page: HTMLElement, by: 1 | -1) {
  const all = [...page.querySelectorAll(`[${itemAttribute}]`)];
  const here = focusedItem();
  const at = here ? all.indexOf(here) : -1;
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  if (next instanceof HTMLElement) next.focus();
}
