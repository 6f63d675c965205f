import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { StrategyView } from './read-strategy.ts';
import type { StrategyForm } from './use-strategy-form.ts';

type Props = { strategy: StrategyView; form: StrategyForm; seen: Date };

/** Puts the draft in force, after it was said who stands where. */
export function ForceSection({ strategy, form, seen }: Props) {
  const { t } = useTranslation('strategy');
  const { format, workplace } = useDesk();
  const { Form, data, state } = useFetcher();
  const fault = useFaults(data);
  const [isArmed, setArmed] = useState(false);
  const { people, id } = strategy;
  const list = people
    .map(({ version, count }) => t('force.standVersion', { version, people: format.count(count) }))
    .join(', ');
  const isFaulty = form.faults.some(({ level }) => level === 'error');
  const why = form.isTouched ? t('force.unsaved') : isFaulty ? t('force.faulty') : null;
  return (
    <Section title={t('force.title')} note={t('force.note')}>
      <Form
        method="post"
        action={`/t/${workplace.slug}/plan/debt/strategies/${id}/force`}
        onSubmit={() => setArmed(false)}
      >
        <input type="hidden" name="seen" value={seen.toISOString()} />
        <Stack gap="sm" maw={640}>
          <FormAlert text={fault('form')} />
          <Text>{people.length > 0 ? t('force.stand', { list }) : t('force.nobody')}</Text>
          {people.length > 0 ? (
            <Radio.Group name="moves" defaultValue="no">
              <Stack gap={6}>
                <Radio value="no" label={t('force.stay')} />
                <Radio value="yes" label={t('force.move')} />
              </Stack>
            </Radio.Group>
          ) : (
            <input type="hidden" name="moves" value="no" />
          )}
          <Group>
            <Button
              type={isArmed ? 'submit' : 'button'}
              variant={isArmed ? 'filled' : 'default'}
              disabled={why !== null}
              loading={state !== 'idle'}
              onBlur={() => setArmed(false)}
              onClick={(event) => {
                if (isArmed) return;
                event.preventDefault();
                setArmed(true);
              }}
            >
              {t(isArmed ? 'force.confirm' : 'force.submit')}
            </Button>
            {why ? <Text c="dimmed">{why}</Text> : null}
          </Group>
        </Stack>
      </Form>
    </Section>
  );
}
