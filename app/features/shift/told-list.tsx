import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './publish-dialog.module.css';
import type { PublicationView } from './read-publication.ts';

type Person = PublicationView['people'][number];
type Change = Person['changes'][number];
/** More people than these are folded. */
const mostUnfolded = 5;

/** Each person with the shifts he knows and those he will be told; what needs his consent is marked. */
export function ToldList({ people }: Pick<PublicationView, 'people'>) {
  const { t } = useTranslation('shift');
  return people.map(({ userId, name, needConsent, changes }) => (
    <details key={userId} className={styles.person} open={people.length <= mostUnfolded}>
      <summary>
        <b>{name}</b>: {t('publish.ofPerson', { count: changes.length })}
        {needConsent > 0 ? (
          <span className={styles.consent}>
            {' '}
            <IconAlertTriangle size={13} aria-hidden /> {t('publish.needConsent', { count: needConsent })}
          </span>
        ) : null}
      </summary>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <ToldLine key={`${change.id} ${change.after ? 'after' : 'before'}`} change={change} />
        ))}
      </ul>
    </details>
  ));
}

function ToldLine({ change: { before, after, needsConsent, isOver } }: { change: Change }) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const clock = (at: number) => format.clock(new Date(at)).slice(0, 5);
  const write = ({ startsAt, endsAt }: NonNullable<Change['after']>) =>
    `${format.day(new Date(startsAt))} ${clock(startsAt)}–${clock(endsAt)}`;
  return (
    <li {...(isOver ? { className: styles.over } : {})}>
      {words()}
      {needsConsent ? <span className={styles.consent}> · {t('publish.consent')}</span> : null}
      {isOver ? ` · ${t('publish.over')}` : ''}
    </li>
  );

  function words(): string {
    if (before && after) {
      const [was, is] = [write(before), write(after)];
      return was === is ? t('publish.rewritten', { is }) : t('publish.changed', { was, is });
    }
    if (before) return t('publish.taken', { was: write(before) });
    return after ? t('publish.added', { is: write(after) }) : '';
  }
}
