import { useTranslation } from 'react-i18next';

/** What the tab of the browser says; React moves it to the head of the document. */
export function PageTitle({ name }: { name: string }) {
  const { t } = useTranslation('common');
  return <title>{`${name} · ${t('product')}`}</title>;
}
