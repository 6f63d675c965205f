import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { readLetters } from './read-letters.ts';

type Letters = Awaited<ReturnType<typeof readLetters>>;

/** Letters of ladders: those that wait for the press, and the files that went to the post. */
export function LetterSection({ letters }: { letters: Letters }) {
  const { t } = useTranslation('outreach');
  const { workplace } = useDesk();
  const place = `/t/${workplace.slug}/plan/debt/letters`;
  const { waiting, withoutAddress, files } = letters;
  return (
    <Section title={t('letters.title')} note={t('letters.note')}>
      {waiting + withoutAddress === 0 ? <Text c="dimmed">{t('letters.none')}</Text> : null}
      {waiting > 0 ? (
        <ActionButton
          action={place}
          fields={{ way: 'address' }}
          label={t('letters.print', { count: waiting })}
          variant="default"
        />
      ) : null}
      {withoutAddress > 0 ? <Unaddressed letters={letters} place={place} /> : null}
      <List size="sm">
        {files.map((file) => (
          <LetterFile key={file.id} file={file} place={place} />
        ))}
      </List>
    </Section>
  );
}

/** They wait for an address, or are handed over for the post to find it by the contract. */
function Unaddressed({ letters, place }: { letters: Letters; place: string }) {
  const { t } = useTranslation('outreach');
  const { home } = useDesk();
  const { withoutAddress, unaddressed } = letters;
  return (
    <div>
      <Text size="sm">{t('letters.withoutAddress', { count: withoutAddress })}</Text>
      <List size="sm" my={4}>
        {unaddressed.map(({ id, name, contract, receivableId }) => (
          <List.Item key={id}>
            {receivableId ? (
              <Anchor component={Link} to={`${home}/debts/${receivableId}`} inherit>
                {name}
              </Anchor>
            ) : (
              name
            )}
            {` · ${contract} · ${t('letters.noAddress')}`}
          </List.Item>
        ))}
      </List>
      <ActionButton
        action={place}
        fields={{ way: 'contract' }}
        label={t('letters.byContract', { count: withoutAddress })}
        variant="subtle"
      />
    </div>
  );
}

function LetterFile({ file, place }: { file: Letters['files'][number]; place: string }) {
  const { t } = useTranslation('outreach');
  const { format } = useDesk();
  return (
    <List.Item>
      {t('letters.file', { count: file.letters, at: format.moment(file.madeAt) })}{' '}
      <a href={`${place}/${file.id}`} download>
        CSV
      </a>
      {file.addressed > 0 ? (
        <>
          {' · '}
          <a href={`${place}/${file.id}/pages`} download>
            PDF
          </a>
        </>
      ) : null}
    </List.Item>
  );
}
