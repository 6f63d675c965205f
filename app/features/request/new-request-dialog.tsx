import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import type { ChosenLine } from './desk-tools.ts';
import { LinePicker } from './line-picker.tsx';
import { type AskedFor, RequestFields } from './request-fields.tsx';

/** A new request: for which number, what, then the carrier's terms, which are confirmed before anything is sent. */
export function NewRequestDialog({ line: given, onClose }: { line: ChosenLine | null; onClose(): void }) {
  const { t } = useTranslation('desk');
  const [line, setLine] = useState(given);
  const [asked, setAsked] = useState<AskedFor | null>(null);
  const [isConfirming, setConfirming] = useState(false);
  return (
    <Dialog onClose={onClose} title={t('create.title')} size={520} holdsWork>
      {line === null ? <LinePicker onChoose={setLine} /> : null}
      {line ? (
        // Kept while the terms are shown, so that going back finds the form as it was.
        <div hidden={isConfirming}>
          <RequestFields
            line={line}
            onChangeLine={() => setLine(null)}
            onDrafted={(drafted) => {
              setAsked(drafted);
              setConfirming(true);
            }}
          />
        </div>
      ) : null}
      {line && asked && isConfirming ? (
        <ConfirmStep
          key={asked.draft.id}
          line={line}
          asked={asked}
          onEdit={() => setConfirming(false)}
          onSent={onClose}
        />
      ) : null}
    </Dialog>
  );
}
