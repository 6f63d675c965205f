import { Alert, Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page, Wide } from '#app/components/page.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { AuditDetail } from '#app/features/audit/audit-detail.tsx';
import { nameSubjects } from '#app/features/audit/name-subjects.ts';
import { type AuditVerdict, verifyAudit } from '#app/features/audit/verify-audit.ts';
import ruAdmin from '#app/locales/ru/admin.ts';
import { carrierTitlesFor } from '#app/platform/carrier-titles.ts';
import { servicesContext } from '#app/platform/context.ts';
import { listAudit } from '#db/control/queries/audit.ts';
import type { Route } from './+types/audit.ts';

const pageSize = 100;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { control } = context.get(servicesContext).databases;
  const query = new URL(request.url).searchParams;
  const before = Number(query.get('before')) || undefined;
  const rows = await listAudit(control, pageSize, before);
  return {
    rows: await nameSubjects(control, rows),
    older: rows.length === pageSize ? (rows.at(-1)?.id ?? null) : null,
    carriers: carrierTitlesFor(context),
    verdict: query.has('check') ? await verifyAudit(control) : null,
  };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const [query] = useSearchParams();
  const { rows, carriers, older, verdict } = loaderData;
  const check = (
    <Button component={Link} to="?check" variant="default">
      {t('audit.check')}
    </Button>
  );
  return (
    <Page title={t('audit.title')} note={t('audit.note')} actions={check}>
      {verdict ? <Verdict verdict={verdict} /> : null}
      {rows.length === 0 ? (
        <Text c="dimmed">{t('audit.empty')}</Text>
      ) : (
        <Rows rows={rows} carriers={carriers} />
      )}
      <Group>
        {query.has('before') ? (
          <Anchor component={Link} to="/admin/audit" size="sm">
            {t('audit.newest')}
          </Anchor>
        ) : null}
        {older ? (
          <Anchor component={Link} to={`/admin/audit?before=${older}`} size="sm">
            {t('audit.older')}
          </Anchor>
        ) : null}
      </Group>
    </Page>
  );
}

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { t } = useTranslation('admin');
  return (
    <Alert color={verdict.intact ? 'green' : 'red'} role="status" p="xs" style={{ overflowWrap: 'anywhere' }}>
      {verdict.intact
        ? t('audit.intact', { count: verdict.rows, tip: verdict.tipHash })
        : t('audit.broken', { at: verdict.brokenAt })}
    </Alert>
  );
}

type ActionKey = keyof typeof ruAdmin.audit.action;
const isKnown = (action: string): action is ActionKey => Object.hasOwn(ruAdmin.audit.action, action);

function Rows({ rows, carriers }: Pick<Route.ComponentProps['loaderData'], 'rows' | 'carriers'>) {
  const { t } = useTranslation('admin');
  const format = useCentreFormat();
  return (
    <Wide label={t('audit.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.number')}</Table.Th>
            <Table.Th>{t('audit.at')}</Table.Th>
            <Table.Th>{t('audit.who')}</Table.Th>
            <Table.Th>{t('audit.what')}</Table.Th>
            <Table.Th>{t('audit.whom')}</Table.Th>
            <Table.Th>{t('audit.detail')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ id, at, actor, action, subject, tenant, detail }) => (
            <Table.Tr key={id}>
              <Table.Td>{id}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.moment(at)}</Table.Td>
              <Table.Td>{actor}</Table.Td>
              <Table.Td>{isKnown(action) ? t(`audit.action.${action}`) : action}</Table.Td>
              <Table.Td>{[subject, tenant].filter((name) => name !== null).join(', ')}</Table.Td>
              <Table.Td c="dimmed">
                <AuditDetail detail={detail} carriers={carriers} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
