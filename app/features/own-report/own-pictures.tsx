import { useTranslation } from 'react-i18next';
import type { Figure, MetricKey } from '#app/features/metric/metric.ts';
import { CourseChart } from '#app/features/report/course-chart.tsx';
import { GroupChart } from './group-chart.tsx';
import type { OwnFigures } from './read-own-figures.ts';
import { useOwnWords } from './use-own-words.ts';

/** So many groups are drawn one under the other. */
const mostCourses = 4;

/** What a report shows, metric by metric: its course through time, of each of the largest groups, or the groups beside each other. */
export function OwnPictures({ figures }: { figures: OwnFigures }) {
  const { definition } = figures;
  return definition.metrics.map((metric, place) => (
    <MetricPicture key={metric} metric={metric} place={place} figures={figures} />
  ));
}

type Props = { metric: MetricKey; place: number; figures: OwnFigures };

function MetricPicture({ metric, place, figures: { definition, rows, names } }: Props) {
  const { t } = useTranslation('metric');
  const { keyOf } = useOwnWords(names);
  const { by, step } = definition;
  const title = t(`${metric}.title`);
  const own = rows.flatMap(({ key, figures }) => {
    const figure = figures[place];
    return figure ? [{ key, figure }] : [];
  });
  if (step === null) {
    const groups = own.map(({ key, figure }) => ({ name: keyOf(by, key), figure }));
    return by === null ? null : <GroupChart title={title} groups={groups} />;
  }
  const courses = [...Map.groupBy(own, ({ key }) => key)].slice(0, mostCourses);
  const most = Math.max(0, ...courses.flatMap(([, of]) => of.map(({ figure }) => figure.value ?? 0)));
  return courses.map(([key, of]) => (
    <CourseChart
      key={key}
      title={by === null ? title : `${title}: ${keyOf(by, key)}`}
      course={{ figures: of.map(({ figure }): Figure => figure), thresholds: [] }}
      annotations={[]}
      most={most}
    />
  ));
}
