import { Anchor, List, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { useFigureWords } from '#app/features/metric/use-figure-words.ts';
import type { MorningView } from './read-morning.ts';

const deeds = {
  today: 'plan/today',
  shifts: 'plan/shifts',
  forecast: 'plan/forecast',
  manual: 'desk/requests?state=manual',
  debt: 'plan/debt',
  risk: 'plan/churn/risk',
  campaigns: 'plan/campaigns',
  months: 'plan/months',
} as const;

/** The manager's first page of a day: yesterday in figures, what was new in it, and where to go from here. */
export function MorningPage({ view }: { view: MorningView }) {
  const { t } = useTranslation('morning');
  const { format } = useDesk();
  const isEmpty = view.day.every(({ figure }) => !figure.numerator && !figure.denominator);
  return (
    <Page title={t('title')} note={t('note')}>
      <Deeds />
      {isEmpty ? (
        <NothingHere text={t('none')} hint={t('noneHint')} />
      ) : (
        <>
          <Section title={t('yesterday', { date: format.period(view.on, view.on) })}>
            <DayTable view={view} />
          </Section>
          {view.hours.length > 0 ? (
            <Section title={t('hours')}>
              <HourTable view={view} />
            </Section>
          ) : null}
          {view.topics.length > 0 ? (
            <Section title={t('topics')} note={t('topicNote')}>
              <TopicTable view={view} />
            </Section>
          ) : null}
        </>
      )}
    </Page>
  );
}

function Deeds() {
  const { t } = useTranslation('morning');
  const { workplace } = useDesk();
  return (
    <Section title={t('deeds')}>
      <List size="sm" spacing={4}>
        {Object.entries(deeds).map(([deed, to]) => (
          <List.Item key={deed}>
            <Anchor component={Link} to={`/t/${workplace.slug}/${to}`}>
              {t(`deed.${deed as keyof typeof deeds}`)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function DayTable({ view }: { view: MorningView }) {
  const { t } = useTranslation(['morning', 'metric']);
  const { format } = useDesk();
  const { write } = useFigureWords();
  return (
    <Wide label={t('column.metric')}>
      <Table miw={360} maw={640} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.metric')}</Table.Th>
            <Table.Th ta="right">{t('column.value')}</Table.Th>
            <Table.Th ta="right">
              {t('column.before', { date: format.period(view.weekBefore, view.weekBefore) })}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.day.map(({ figure, before }) => (
            <Table.Tr key={figure.metric}>
              <Table.Td>{t(`metric:${figure.metric}.title`)}</Table.Td>
              <Table.Td ta="right">
                <FigureValue figure={figure} />
              </Table.Td>
              <Table.Td ta="right">{write(figure.metric, before)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function HourTable({ view }: { view: MorningView }) {
  const { t } = useTranslation(['morning', 'metric']);
  return (
    <Wide label={t('hours')}>
      <Table miw={560} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('hour')}</Table.Th>
            {view.ofHour.map((metric) => (
              <Table.Th key={metric} ta="right">
                {t(`metric:${metric}.title`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.hours.map(({ hour, figures }) => (
            <Table.Tr key={hour}>
              <Table.Td>{`${hour}:00`}</Table.Td>
              {view.ofHour.map((metric) => {
                const figure = figures.find((one) => one.metric === metric);
                return (
                  <Table.Td key={metric} ta="right">
                    {figure ? <FigureValue figure={figure} /> : '—'}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function TopicTable({ view }: { view: MorningView }) {
  const { t, i18n } = useTranslation('morning');
  const one = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <Wide label={t('topics')}>
      <Table miw={360} maw={640} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('topic')}</Table.Th>
            <Table.Th ta="right">{t('count')}</Table.Th>
            <Table.Th ta="right">{t('usual')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.topics.map(({ topic, title, count, usual, isNew, isMore }) => (
            <Table.Tr key={topic}>
              <Table.Td>{title ?? t('noTopic')}</Table.Td>
              <Table.Td ta="right">{one.format(count)}</Table.Td>
              <Table.Td ta="right">{one.format(usual)}</Table.Td>
              <Table.Td>{isNew ? t('isNew') : isMore ? t('isMore') : ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
