import { Button, Group, NativeSelect } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher, useRevalidator } from 'react-router';
import type { RosterView } from './read-roster.ts';
import { useRereadWhenRefused } from './use-reread-when-refused.ts';

const choices = ['30', '60', '120', '300'];
/** While the engine works, the page asks so often how far it is. */
const askMs = 2500;

/** Starts the engine on what is not pinned, or stops it and keeps its best plan so far. */
export function SolveButton({ view: { roster }, place }: { view: RosterView; place: string }) {
  const { t } = useTranslation('shift');
  const fetcher = useFetcher();
  const [seconds, setSeconds] = useState('60');
  useRereadWhenRefused(fetcher.data);
  useAskAgain(roster.isSolving);
  const post = (path: string, fields: Record<string, string>) =>
    void fetcher.submit(fields, { method: 'post', action: `${place}/${path}` });
  if (roster.isSolving) {
    return (
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} />}
        loading={fetcher.state !== 'idle' || roster.state !== 'solving'}
        onClick={() => post('solving-end', {})}
      >
        {t('stop')}
      </Button>
    );
  }
  return (
    <Group gap={4}>
      <NativeSelect
        aria-label={t('solveFor')}
        value={seconds}
        onChange={(event) => setSeconds(event.currentTarget.value)}
        data={choices.map((value) => ({ value, label: t('seconds', { value }) }))}
      />
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={16} />}
        loading={fetcher.state !== 'idle'}
        disabled={roster.state === 'retired'}
        onClick={() => post('solving', { seconds })}
      >
        {t('solve')}
      </Button>
    </Group>
  );
}

function useAskAgain(isAsking: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isAsking) return;
    const timer = setInterval(() => void revalidate(), askMs);
    return () => clearInterval(timer);
  }, [isAsking, revalidate]);
}
