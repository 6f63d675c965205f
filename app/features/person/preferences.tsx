import { Group, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSubmit } from 'react-router';
import { Section } from '#app/components/page.tsx';

/** One's own language, kept with the person, and theme, kept in the browser. */
export function Preferences() {
  const { t, i18n } = useTranslation('account');
  const submit = useSubmit();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const languages = (['ru', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }));
  const themes = (['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`theme.${value}`) }));
  return (
    <>
      <Section title={t('language.title')}>
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
            value={colorScheme}
            onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
          />
        </Group>
      </Section>
    </>
  );
}
