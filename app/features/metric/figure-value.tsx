import { Anchor, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { AskForm } from '#app/features/figure-question/ask-form.tsx';
import styles from './figure-value.module.css';
import { type Figure, metricOf } from './metric.ts';
import { searchOf } from './open-search.ts';
import { useFigureWords } from './use-figure-words.ts';

/** A number that says what it is, what it is made of and where it opens. */
export function FigureValue({ figure }: { figure: Figure }) {
  const { t } = useTranslation('metric');
  const { of } = useFigureWords();
  const value = of(figure);
  const title = t(`${figure.metric}.title`);
  return (
    <Popover width={320} withArrow position="bottom" shadow="none" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles.figure} aria-label={t('explain', { title, value })}>
          {value}
          {figure.isProvisional && figure.value !== null ? ' *' : ''}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Definition figure={figure} title={title} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Definition({ figure, title }: { figure: Figure; title: string }) {
  const { t } = useTranslation('metric');
  const { format, workplace } = useDesk();
  const { write } = useFigureWords();
  const { metric, numerator, denominator, interval, isProvisional } = figure;
  const { counts, owner, since, opens, unit } = metricOf(metric);
  const excluded = t(`${metric}.excludes`);
  const sum = unit === 'ms' ? write(metric, numerator) : format.count(numerator);
  return (
    <Stack gap={4} ta="left">
      <Text fw={600}>{title}</Text>
      <Text size="sm">{t(`${metric}.formula`)}</Text>
      {denominator === null ? null : (
        <Text size="sm">{t('parts', { numerator: sum, denominator: format.count(denominator) })}</Text>
      )}
      {interval ? (
        <Text size="sm">
          {t('interval', { low: write(metric, interval[0]), high: write(metric, interval[1]) })}
        </Text>
      ) : null}
      {excluded ? <Text size="sm">{t('excluded', { what: excluded })}</Text> : null}
      {isProvisional ? <Text size="sm">{t('provisional')}</Text> : null}
      <Text size="xs" c="dimmed">
        {t(`owner.${owner}`)}; {t(`counts.${counts}`)}. {t('since', { version: since })}
      </Text>
      {opens ? (
        <Anchor component={Link} size="sm" to={`/t/${workplace.slug}/report/open?${searchOf(figure)}`}>
          {t('open')}
        </Anchor>
      ) : null}
      <AskForm figure={figure} />
    </Stack>
  );
}
