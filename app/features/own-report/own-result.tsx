import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { OwnPictures } from './own-pictures.tsx';
import { OwnTable } from './own-table.tsx';
import type { OwnFigures } from './read-own-figures.ts';

/** A report as a picture and as a table. */
export function OwnResult({ figures }: { figures: OwnFigures }) {
  const { t } = useTranslation('own');
  const { format } = useDesk();
  const { span, rows, leftOut } = figures;
  const isEmpty = rows.every((row) => row.figures.every((figure) => !figure || (figure.value ?? 0) === 0));
  if (isEmpty) return <NothingHere text={t('nothing')} hint={t('nothingHint')} />;
  return (
    <>
      <Text c="dimmed">{t('span', { period: format.period(span.from, span.to) })}</Text>
      {leftOut > 0 ? <Text>{t('leftOut', { count: leftOut })}</Text> : null}
      <OwnPictures figures={figures} />
      <Section title={t('table')}>
        <OwnTable figures={figures} />
      </Section>
    </>
  );
}
