import { IconFileOff, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import ruCase from '#app/locales/ru/case.ts';
import styles from './conversation.module.css';
import type { MessageEntry } from './read-conversation.ts';

type Reason = keyof typeof ruCase.talk.refusedFile;

/** A file of a message, to be saved; of one that was not kept, why. */
export function MessageFile({ file }: { file: MessageEntry['files'][number] }) {
  const { t } = useTranslation('case');
  const { home, format } = useDesk();
  const { id, title, kind, sizeBytes, refusedReason } = file;
  if (refusedReason) {
    const reason: Reason = isTold(refusedReason) ? refusedReason : 'other';
    return (
      <div className={styles.state}>
        <IconFileOff size={14} aria-hidden />
        {title} — {t(`talk.refusedFile.${reason}`)}
      </div>
    );
  }
  return (
    <div className={styles.state}>
      <IconPaperclip size={14} aria-hidden />
      <a href={`${home}/attachments/${id}`} download className={styles.file}>
        {title}
      </a>
      <span className={styles.quiet}>
        {t(`talk.fileKind.${kind}`)}, {format.size(sizeBytes)}
      </span>
    </div>
  );
}

function isTold(reason: string): reason is Reason {
  return Object.hasOwn(ruCase.talk.refusedFile, reason);
}
