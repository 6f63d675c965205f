import { useTranslation } from 'react-i18next';
import { roles } from '#app/features/access/role.ts';
import ruAdmin from '#app/locales/ru/admin.ts';

type Field = keyof typeof ruAdmin.audit.field;
const isField = (name: string): name is Field => Object.hasOwn(ruAdmin.audit.field, name);

type AuditDetailProps = { detail: [string, unknown][]; carriers: Record<string, string> };

/** What a row of the audit adds, each part under its name. */
export function AuditDetail({ detail, carriers }: AuditDetailProps) {
  const { t } = useTranslation(['admin', 'role']);
  const valueText = (name: string, value: unknown): string => {
    const role = roles.find((known) => name === 'role' && known === value);
    if (role) return t(`role:${role}`);
    if (name === 'carrier') return carriers[String(value)] ?? String(value);
    return Array.isArray(value) ? value.join(', ') : String(value);
  };
  const parts = detail.map(
    ([name, value]) => `${isField(name) ? t(`audit.field.${name}`) : name}: ${valueText(name, value)}`,
  );
  return parts.join(', ');
}
