import { Group, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';

/** One's own language, kept with the person, and theme, kept in the browser. */
export function Preferences() {
  const { t, i18n } = useTranslation('account');
  const { submit, data } = useFetcher();
  const fault = useFaults(data);
  // The server does not know what this browser keeps.
  const isMounted = useMounted();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const languages = (['ru', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }));
  const themes = (['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`theme.${value}`) }));
  return (
    <>
      <Section title={t('language.title')}>
        <FormAlert text={fault('form')} />
        <Group>
          <SegmentedControl
            aria-label={t('language.title')}
            data={languages}
            value={i18n.language}
            onChange={(locale) => submit({ locale }, { method: 'post', action: '/account/language' })}
          />
        </Group>
      </Section>
      <Section title={t('theme.title')}>
        <Group>
          <SegmentedControl
            aria-label={t('theme.title')}
            data={themes}
            value={isMounted ? colorScheme : 'auto'}
            onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
          />
        </Group>
      </Section>
    </>
  );
}
