import { ActionIcon, FileButton, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import styles from './reply-files.module.css';
import type { UploadedFile } from './upload-file.ts';

/** What this person has brought for his reply, and the way to bring more. `turn`: grows with the case. */
export function ReplyFiles({ caseId, turn }: { caseId: string; turn: number }) {
  const { t } = useTranslation('channel');
  const { home } = useDesk();
  const base = `${home}/cases/${caseId}/uploads`;
  const { load, data } = useLoaded<{ files: UploadedFile[] }>();
  const bringing = useFetcher();
  const removing = useFetcher();
  const fault = useFaults(bringing.data);
  useRefusalNotice(removing.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a reply that went took its files along
  useEffect(() => void load(base), [base, turn, bringing.data, removing.data]);
  const bring = (file: File | null) => {
    if (!file) return;
    const form = new FormData();
    form.append('file', file);
    void bringing.submit(form, { method: 'post', action: base, encType: 'multipart/form-data' });
  };
  return (
    <ul className={styles.files} aria-label={t('files.list')}>
      <li>
        <FileButton onChange={bring}>
          {(props) => (
            <ActionIcon {...props} aria-label={t('files.attach')} loading={bringing.state !== 'idle'}>
              <IconPaperclip size={16} />
            </ActionIcon>
          )}
        </FileButton>
      </li>
      {data?.files.map(({ id, name }) => (
        <li key={id} className={styles.file}>
          <span className={styles.name}>{name}</span>
          <ActionIcon
            aria-label={t('files.remove', { name })}
            onClick={() => void removing.submit(null, { method: 'post', action: `${base}/${id}/removal` })}
          >
            <IconX size={14} />
          </ActionIcon>
        </li>
      ))}
      <li>
        <Text c="red" size="xs" role="alert">
          {fault('file') ?? fault('form')}
        </Text>
      </li>
    </ul>
  );
}
