import { Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './knowledge.module.css';
import { KnowledgeAreas } from './knowledge-areas.tsx';
import type { KnowledgeList } from './knowledge-page.tsx';
import { shownKinds } from './knowledge-query.ts';

type Props = {
  list: KnowledgeList;
  text: string;
  box: RefObject<HTMLInputElement | null>;
  onText(text: string): void;
  onDown(): void;
  onOpen(): void;
};

/** The question, whom it is for, and the other pages of the knowledge. */
export function KnowledgeHead({ list, text, box, onText, onDown, onOpen }: Props) {
  const { t } = useTranslation('knowledge');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === 'ArrowDown') onDown();
    else if (event.code === 'Enter' && !event.nativeEvent.isComposing) onOpen();
    else if (event.code === 'Escape' && text !== '') onText('');
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.head}>
      <TextInput
        ref={box}
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size={16} />}
        value={text}
        maxLength={300}
        autoFocus
        autoComplete="off"
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Choices list={list} />
      <KnowledgeAreas mayWrite={list.mayWrite} />
    </div>
  );
}

function Choices({ list }: Pick<Props, 'list'>) {
  const { t } = useTranslation('knowledge');
  const { carriers } = useDesk();
  const [params, setParams] = useSearchParams();
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  return (
    <Group gap="xs" grow>
      <NativeSelect
        aria-label={t('form.carrier')}
        value={list.query.carrier ?? ''}
        onChange={(event) => choose('carrier', event.currentTarget.value)}
        data={[
          { value: '', label: t('anyCarrier') },
          ...Object.entries(carriers).map(([value, label]) => ({ value, label })),
        ]}
      />
      {list.mayWrite ? (
        <NativeSelect
          aria-label={t('areas.new')}
          value={list.query.shown}
          onChange={(event) => choose('shown', event.currentTarget.value)}
          data={shownKinds.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      ) : null}
    </Group>
  );
}
