import { SegmentedControl, Text } from '@mantine/core';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { DialogName } from '#app/features/case/case-dialog.tsx';
import type { MacroChoice } from '#app/features/case/read-case-choices.ts';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import { isWritten } from '#app/features/contact/contact.ts';
import { ComposePanel, type PanelHandle } from './compose-panel.tsx';
import styles from './composer.module.css';

export type ComposerHandle = {
  write(kind: 'reply' | 'note'): unknown;
  /** Puts a reply that was sent back into its field, before what has been written since. */
  takeBack(body: string): void;
  insert(macro: MacroChoice): void;
};
type ComposerProps = { ref: Ref<ComposerHandle>; detail: CaseDetail; onOpen(name: DialogName): void };

/** Where one writes: to the subscriber, or on yellow to colleagues. Both texts are kept. */
export function Composer({ ref, detail, onOpen }: ComposerProps) {
  const { t } = useTranslation('case');
  const isSpoken = !isWritten(detail.channel);
  const [kind, setKind] = useState<'reply' | 'note'>(isSpoken ? 'note' : 'reply');
  const panels = { reply: useRef<PanelHandle>(null), note: useRef<PanelHandle>(null) };
  const show = (wanted: 'reply' | 'note') => {
    const shown = isSpoken ? 'note' : wanted;
    // What is hidden cannot have the focus; the next letter typed must find the field.
    flushSync(() => setKind(shown));
    panels[shown].current?.focus();
    return panels[shown].current;
  };
  useImperativeHandle(ref, () => ({
    write: show,
    takeBack: (body) => show('reply')?.takeBack(body),
    insert: (macro) => show(kind)?.insert(macro),
  }));
  return (
    <div className={styles.composer} data-kind={kind}>
      <SegmentedControl
        mb={6}
        value={kind}
        onChange={(value) => show(value === 'note' ? 'note' : 'reply')}
        data={[
          { value: 'reply', label: t('write.reply'), disabled: isSpoken },
          { value: 'note', label: t('write.note') },
        ]}
      />
      <Text span c="dimmed" size="xs" ml="sm">
        {isSpoken
          ? t('write.spoken')
          : kind === 'note'
            ? t('write.noteHint')
            : t('write.replyTo', { channel: t(`channel.${detail.channel}`) })}
      </Text>
      {(['reply', 'note'] as const).map((one) => (
        <div key={one} hidden={one !== kind}>
          <ComposePanel ref={panels[one]} kind={one} detail={detail} onOpen={onOpen} />
        </div>
      ))}
    </div>
  );
}
