import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { Debtor } from './read-debtor.ts';
import { ruleWord } from './use-call-words.ts';

/** Every contact about a debt, and every one that the law held back, with the rule. */
export function ContactList({ contacts }: Pick<Debtor, 'contacts'>) {
  const { t } = useTranslation('debt');
  const { format } = useDesk();
  if (contacts.length === 0) return <NothingHere text={t('contacts.none')} hint={t('contacts.noneHint')} />;
  return (
    <Wide label={t('contacts.title')}>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {contacts.map((contact) => (
            <Table.Tr key={contact.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.moment(contact.at)}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {t(`action.${contact.channel}`)}
                <Text size="xs" c="dimmed">
                  {t(`purpose.${contact.purpose}`)}
                </Text>
              </Table.Td>
              <Table.Td style={{ minWidth: 220 }}>
                {contact.result === 'refused' ? (
                  <Text size="sm" c="orange">
                    {t('contacts.refused', { rule: t(`rule.${ruleWord(contact.rule)}`) })}
                    {contact.until ? `, ${t('contacts.until', { until: format.moment(contact.until) })}` : ''}
                  </Text>
                ) : (
                  <>
                    <Text size="sm">{t(`contacts.${contact.result}`)}</Text>
                    <Text size="xs" c="dimmed">
                      {contact.content}
                    </Text>
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
