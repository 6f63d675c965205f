import { Code, Group, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { macroVariables, unknownVariables } from './macro.ts';

type TextProps = {
  title: string;
  body: string;
  fault(field: string): string | undefined;
  onTitle(title: string): void;
  onBody(body: string): void;
};

/** The title and the text, with the variables it may use; a misspelt one is told at once. */
export function MacroText({ title, body, fault, onTitle, onBody }: TextProps) {
  const { t } = useTranslation('case');
  const unknown = unknownVariables(body);
  const misspelt = unknown.length > 0 ? t('macro.unknown', { names: unknown.join(', ') }) : undefined;
  return (
    <>
      <TextInput
        data-autofocus
        label={t('macro.name')}
        value={title}
        error={fault('title')}
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
      <Textarea
        autosize
        minRows={5}
        maxRows={14}
        label={t('macro.body')}
        value={body}
        error={fault('body') ?? misspelt}
        onChange={(event) => onBody(event.currentTarget.value)}
      />
      <Group gap={6}>
        <Text size="xs" c="dimmed">
          {t('macro.bodyHint')}
        </Text>
        {macroVariables.map((name) => (
          <Code key={name}>{`{{${name}}}`}</Code>
        ))}
      </Group>
    </>
  );
}
