import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';

type Failure = 'notFound' | 'forbidden' | 'refused' | 'broken';

function failureOf(error: unknown): Failure {
  if (!isRouteErrorResponse(error)) return 'broken';
  if (error.status === 404) return 'notFound';
  if (error.status === 403) return 'forbidden';
  return error.status < 500 ? 'refused' : 'broken';
}

/** What a person reads when a page cannot be shown. Says nothing of the cause that only we understand. */
export function FailurePage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const failure = failureOf(error);
  return (
    <Stack maw={440} mx="auto" px="md" py={96} gap="sm">
      <Title order={1}>{t(`errors.${failure}.title`)}</Title>
      <Text c="dimmed">{t(`errors.${failure}.text`)}</Text>
      <Group>
        <Button component={Link} to="/" variant="default" reloadDocument>
          {t('home')}
        </Button>
      </Group>
    </Stack>
  );
}

/** As the error boundary of a page: what surrounds the page stays. */
export function PageFailure() {
  return <FailurePage error={useRouteError()} />;
}
