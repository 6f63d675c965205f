import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#app/components/page.tsx';
import type { MacroActions } from './macro.ts';
import { MacroEditor } from './macro-editor.tsx';

export type ListedMacro = {
  id: string;
  title: string;
  body: string;
  isShared: boolean;
  actions: MacroActions;
};
type PageProps = {
  macros: ListedMacro[];
  topics: { id: string; parentId: string | null; title: string }[];
  mayShare: boolean;
};

/** Ready texts, one's own and everybody's. */
export function MacroListPage({ macros, topics, mayShare }: PageProps) {
  const { t } = useTranslation('case');
  const [edited, setEdited] = useState<ListedMacro | 'new' | null>(null);
  return (
    <Page
      title={t('macro.title')}
      note={t('macro.note')}
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>
          {t('macro.new')}
        </Button>
      }
    >
      {macros.length === 0 ? <Text c="dimmed">{t('macro.empty')}</Text> : null}
      <Stack gap="xs">
        {macros.map((macro) => (
          <Group key={macro.id} justify="space-between" align="flex-start" wrap="nowrap">
            <div>
              <Group gap="xs">
                <Text fw={600}>{macro.title}</Text>
                <Badge variant="default" tt="none">
                  {t(macro.isShared ? 'macro.shared' : 'macro.own')}
                </Badge>
              </Group>
              <Text c="dimmed" lineClamp={2} maw="72ch" style={{ whiteSpace: 'pre-wrap' }}>
                {macro.body}
              </Text>
            </div>
            {macro.isShared && !mayShare ? null : (
              <Button variant="default" onClick={() => setEdited(macro)}>
                {t('gift.change')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {edited ? (
        <MacroEditor
          macro={edited === 'new' ? null : edited}
          topics={topics}
          mayShare={mayShare}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Page>
  );
}
