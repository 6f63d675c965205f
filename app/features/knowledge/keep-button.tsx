import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';

/** The article was the right one: of the search that led here, and of the case named in the address. */
export function KeepButton({ articleId }: { articleId: string }) {
  const { t } = useTranslation('knowledge');
  const { home } = useDesk();
  const [params] = useSearchParams();
  const [isKept, setKept] = useState(false);
  const searchId = searchOf(useLocation().state);
  const caseId = params.get('case');
  if (searchId === null && caseId === null) return null;
  const keep = async () => {
    await sendQuietly(`${home}/knowledge/${articleId}/keeping`, { searchId, caseId });
    setKept(true);
  };
  return (
    <Button
      leftSection={<IconCheck size={16} />}
      title={t('article.keepHint')}
      disabled={isKept}
      onClick={() => void keep()}
      data-autofocus
    >
      {isKept ? t(caseId ? 'article.keptForCase' : 'article.kept') : t('article.keep')}
    </Button>
  );
}

function searchOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('searchId' in state)) return null;
  return typeof state.searchId === 'string' ? state.searchId : null;
}
