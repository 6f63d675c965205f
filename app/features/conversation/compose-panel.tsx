import { Text } from '@mantine/core';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { ReplyFiles } from '#app/features/attachment/reply-files.tsx';
import type { DialogName } from '#app/features/case/case-dialog.tsx';
import { newestId } from '#app/features/case/case-item.ts';
import { hasContacts } from '#app/features/case/find-strangers.ts';
import { macroValuesOf } from '#app/features/case/macro-values.ts';
import type { MacroChoice } from '#app/features/case/read-case-choices.ts';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import { useMacroActions } from '#app/features/case/use-macro-actions.ts';
import { carriesFiles, isWritten } from '#app/features/contact/contact.ts';
import { fillMacro, hasPlaceholder } from '#app/features/macro/macro.ts';
import { ComposeField, type FieldHandle } from './compose-field.tsx';
import { ComposeFoot } from './compose-foot.tsx';
import { StaleDialog } from './stale-dialog.tsx';
import { StrangerNote } from './stranger-note.tsx';
import { useDraft } from './use-draft.ts';
import { useSeen } from './use-seen.ts';
import { type NextState, useSend } from './use-send.ts';
import { useTyping } from './use-typing.ts';

export type PanelHandle = { focus(): void; takeBack(body: string): void; insert(macro: MacroChoice): void };
type PanelProps = {
  ref: Ref<PanelHandle>;
  kind: 'reply' | 'note';
  detail: CaseDetail;
  onOpen(name: DialogName): void;
};

function FilesOfReply({ detail: { id, channel, version } }: Pick<PanelProps, 'detail'>) {
  const { t } = useTranslation('channel');
  if (carriesFiles(channel)) return <ReplyFiles caseId={id} turn={version} />;
  if (!isWritten(channel)) return null;
  return (
    <Text c="dimmed" size="xs" mt={4}>
      {t('files.textOnly')}
    </Text>
  );
}

/** One text being written, with everything that is checked before it goes. */
export function ComposePanel({ ref, kind, detail, onOpen }: PanelProps) {
  const { t } = useTranslation('case');
  const { person, workplace } = useDesk();
  const field = useRef<FieldHandle>(null);
  const draft = useDraft(detail, kind);
  const seen = useSeen(detail, draft.body !== '');
  const sending = useSend(detail, draft.forget);
  const fault = useFaults(sending.answer);
  const sayTyping = useTyping(detail.id);
  const { nextState, act } = useMacroActions(detail);
  const [accepted, setAccepted] = useState('');
  const [asked, setAsked] = useState<NextState | null>(null);
  const isUnfilled = hasPlaceholder(draft.body);
  const strangers = draft.strangers.filter(({ contact }) => !accepted.includes(contact));
  // Whose they are is known once the draft is saved; without a connection nobody can tell.
  const isUnchecked = draft.state === 'saving' && hasContacts(draft.body);
  const isHeldBack = kind === 'reply' && (strangers.length > 0 || isUnchecked);
  const send = (state: NextState, isRead = false) => {
    const body = draft.body.trim();
    if (body === '' || isUnfilled || sending.isSending) return;
    if (kind === 'note') return sending.note(body);
    if (isHeldBack) return;
    if (seen.newer.length > 0 && !isRead) return setAsked(state);
    const last = sending.newer.at(-1)?.id;
    if (isRead) seen.look();
    setAsked(null);
    sending.forgetNewer();
    sending.reply(body, newestId(last ?? null, seen.seenMessageId()), state);
  };
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    takeBack: (body) => {
      sending.takeBack();
      draft.takeBack(body);
    },
    insert: (macro) => {
      const values = macroValuesOf(detail, { agent: person.name, client: workplace.name });
      field.current?.insert(fillMacro(macro.body, values));
      field.current?.focus();
      act(macro);
    },
  }));
  const newer = sending.newer.length > 0 ? sending.newer : asked ? seen.newer : [];
  return (
    <>
      {kind === 'reply' ? (
        <StrangerNote
          strangers={strangers}
          onAccept={() => setAccepted(draft.strangers.map(({ contact }) => contact).join())}
        />
      ) : null}
      <ComposeField
        ref={field}
        detail={detail}
        label={t(`write.${kind}`)}
        placeholder={t(kind === 'note' ? 'write.notePlaceholder' : 'write.replyPlaceholder')}
        value={draft.body}
        error={
          isUnfilled
            ? t('write.unfilled')
            : sending.isOffline
              ? t('write.offline')
              : (fault('body') ?? fault('form'))
        }
        onChange={(text) => {
          sayTyping();
          draft.write(text);
        }}
        onInsert={({ macro }) => macro && act(macro)}
        onSend={() => send(nextState)}
        onLeave={() => (document.activeElement as HTMLElement | null)?.blur()}
      />
      {kind === 'reply' ? <FilesOfReply detail={detail} /> : null}
      <ComposeFoot
        kind={kind}
        draftState={draft.state}
        isSending={sending.isSending}
        isBlocked={draft.body.trim() === '' || isUnfilled || isHeldBack}
        onSend={send}
        onMacro={() => onOpen('macro')}
      />
      {newer.length > 0 ? (
        <StaleDialog
          messages={newer}
          onSend={() => send(asked ?? nextState, true)}
          onClose={() => {
            seen.look();
            sending.forgetNewer();
            setAsked(null);
          }}
        />
      ) : null}
    </>
  );
}
