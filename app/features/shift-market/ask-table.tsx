import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './ask-table.module.css';
import { RefuseButton } from './refuse-button.tsx';

/** Requests of one kind that wait for a planner. */
export function AskTable({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title}>
      <ul className={styles.list}>{children}</ul>
    </Section>
  );
}

type RowProps = {
  text: string;
  note: string;
  /** Something speaks against it so strongly that a yes would be refused. */
  isBarred?: boolean;
  when: ReactNode;
  /** `place`: which request, within the requests' own address. */
  answers: { place: string; yes: string; no: string };
};

/** Who asks for what, for when, and the two answers; on a phone beneath each other. */
export function AskRow({ text, note, isBarred = false, when, answers: { place, yes, no } }: RowProps) {
  const { t } = useTranslation('life');
  const { workplace } = useDesk();
  const action = `/t/${workplace.slug}/plan/shifts/asks/${place}/answer`;
  return (
    <li className={styles.row}>
      <span>
        {text}
        <Text size="xs" c={isBarred ? 'red' : 'dimmed'}>
          {note}
        </Text>
      </span>
      <span>{when}</span>
      <Group gap={6} wrap="nowrap">
        <ActionButton
          action={action}
          fields={{ answer: yes }}
          label={t('asks.approve')}
          about={text}
          variant="filled"
        />
        <RefuseButton action={action} answer={no} about={text} />
      </Group>
    </li>
  );
}
