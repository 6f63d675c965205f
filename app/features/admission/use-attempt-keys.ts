import { useEffect, useRef } from 'react';

type Deeds = { choose(index: number): void; next(): void };

/** Keys 1–9 choose an option, Enter goes on: by places on the keyboard, and never while something is typed in. */
export function useAttemptKeys(deeds: Deeds): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      if (digit && !isTyping(event.target)) latest.current.choose(Number(digit) - 1);
      else if (/^(Numpad)?Enter$/.test(event.code) && !actsItself(event.target)) latest.current.next();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input[type="text"], textarea, select, [role="dialog"]') !== null
  );
}

/** Enter on a button or a link is its own. */
function actsItself(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, textarea, [role="dialog"]') !== null;
}
