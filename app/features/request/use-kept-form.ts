import { useSessionStorage } from '@mantine/hooks';
import { useDesk } from '#app/components/use-desk.ts';
import type { RequestKind } from './request.ts';

type KeptForm = { kind: RequestKind; values: Record<string, string>; isLater: boolean };
const empty: KeptForm = { kind: 'option.connect', values: {}, isLater: false };

/**
 * What is filled in for a line, kept in this tab until it is sent: a session that ends in the middle of a
 * form, or a window closed by mistake, loses nothing. Nobody else who signs in here sees it.
 */
export function useKeptForm(lineId: string) {
  const { person } = useDesk();
  const key = `pult-request:${person.email}:${lineId}`;
  const [form, keep, forget] = useSessionStorage({
    key,
    defaultValue: empty,
    getInitialValueInEffect: false,
  });
  return { form, keep, forget };
}
