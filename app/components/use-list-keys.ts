import { useKeys } from './use-keys.ts';
import { useRowFocus } from './use-row-focus.ts';

/** J and K walk the rows of a list, Enter opens the one in focus. `back`: what Esc leaves, where something is open. */
export function useListKeys(back?: () => void) {
  const { ref, move, focusedId } = useRowFocus();
  useKeys({ next: () => move(1), previous: () => move(-1), ...(back ? { back } : {}) });
  return { ref, focusedId };
}
