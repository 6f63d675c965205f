import { Textarea } from '@mantine/core';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import styles from './composer.module.css';
import { findTrigger, insertAt, type Trigger } from './insertion.ts';
import { type Insertion, useInsertions } from './use-insertions.ts';

export type FieldHandle = { focus(): void; insert(piece: string): void };
type FieldProps = {
  ref: Ref<FieldHandle>;
  detail: CaseDetail;
  label: string;
  placeholder: string;
  value: string;
  error: string | undefined;
  onChange(text: string): void;
  onInsert(insertion: Insertion): void;
  onSend(): void;
  onLeave(): void;
};

/** The field one writes in. A sign offers what can be inserted; arrows and Enter choose, Esc goes on without. */
export function ComposeField({ ref, detail, label, placeholder, value, error, ...on }: FieldProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [marked, setMarked] = useState(0);
  const offers = useInsertions(detail, trigger);
  const look = () => {
    const { current } = input;
    setTrigger(current ? findTrigger(current.value, current.selectionStart) : null);
    setMarked(0);
  };
  const put = (piece: string, from: number) => {
    const caret = input.current?.selectionStart ?? value.length;
    const next = insertAt(value, { from, caret, piece });
    on.onChange(next.text);
    setTrigger(null);
    requestAnimationFrame(() => input.current?.setSelectionRange(next.caret, next.caret));
  };
  const choose = (offer: Insertion | undefined) => {
    if (!offer || !trigger) return;
    put(offer.piece, trigger.from);
    on.onInsert(offer);
  };
  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
    insert: (piece) => put(piece, input.current?.selectionStart ?? value.length),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      on.onSend();
    } else if (offers.length > 0) moveInOffers(event);
    else if (event.key === 'Escape') on.onLeave();
  };
  function moveInOffers(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setMarked((marked + step + offers.length) % offers.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offers[marked]);
    else if (event.key === 'Escape') setTrigger(null);
    else return;
    event.preventDefault();
  }
  const isOffering = trigger !== null && offers.length > 0;
  return (
    <div className={styles.field}>
      {isOffering ? (
        <div className={styles.offers} id={listId} role="listbox" aria-label={label}>
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
            <div
              key={offer.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === marked}
              className={styles.offer}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(offer)}
            >
              <span>{offer.label}</span>
              <span>{offer.note}</span>
            </div>
          ))}
        </div>
      ) : null}
      <Textarea
        ref={input}
        autosize
        minRows={3}
        maxRows={12}
        aria-label={label}
        aria-keyshortcuts="Control+Enter"
        aria-autocomplete="list"
        {...(isOffering ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${marked}` } : {})}
        placeholder={placeholder}
        value={value}
        error={error}
        onChange={(event) => {
          on.onChange(event.currentTarget.value);
          look();
        }}
        onClick={look}
        onKeyDown={onKeyDown}
        onBlur={() => setTrigger(null)}
      />
    </div>
  );
}
