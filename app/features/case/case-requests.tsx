import { Button, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { RequestStateChip } from '#app/features/request/request-state-chip.tsx';
import { useSubjectText } from '#app/features/request/use-subject-text.ts';
import styles from './case-context.module.css';
import { useCaseDeeds } from './case-deeds.ts';
import { PickDialog } from './pick-dialog.tsx';
import type { CaseDetail } from './read-case-detail.ts';
import { useCaseLinks } from './use-case-links.ts';

/** Requests made to solve this case, with how far they are; another one is linked by its number. */
export function CaseRequests({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation(['case', 'request']);
  const { home } = useDesk();
  const subjectText = useSubjectText();
  const [isLinking, setLinking] = useState(false);
  return (
    <>
      <ul className={styles.list}>
        {detail.requests.map((request) => (
          <li key={request.id} className={styles.item}>
            <Link to={`${home}/requests/${request.id}`}>
              {request.number} · {t(`request:kind.${request.kind}`)} {subjectText(request.subject)}
            </Link>
            <RequestStateChip state={request.state} />
          </li>
        ))}
      </ul>
      {detail.requests.length ? null : <Text c="dimmed">{t('about.noRequests')}</Text>}
      {detail.mayWrite ? (
        <Button
          mt={6}
          mr={6}
          variant="subtle"
          leftSection={<IconLink size={14} />}
          onClick={() => setLinking(true)}
        >
          {t('about.link')}
        </Button>
      ) : null}
      {isLinking ? <LinkDialog detail={detail} onClose={() => setLinking(false)} /> : null}
    </>
  );
}

function LinkDialog({ detail, onClose }: { detail: CaseDetail; onClose(): void }) {
  const { t } = useTranslation(['case', 'request']);
  const { perform } = useCaseDeeds();
  const [text, setText] = useState('');
  const { requests } = useCaseLinks(text);
  return (
    <PickDialog
      title={t('about.linkHint')}
      choices={requests.map(({ id, number, kind, who }) => ({
        value: id,
        label: `${number} · ${t(`request:kind.${kind}`)}`,
        note: who,
      }))}
      onSearch={setText}
      onClose={onClose}
      onPick={({ value }) =>
        perform({
          caseId: detail.id,
          path: 'requests',
          body: { requestId: value },
          message: t('deed.classified', { number: detail.number }),
        })
      }
    />
  );
}
