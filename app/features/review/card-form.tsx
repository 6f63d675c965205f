import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CardContent, type CardItem, isError, marksOf } from '#app/features/scorecard/scorecard.ts';
import styles from './review-page.module.css';
import type { ReviewForm } from './use-review-form.ts';

type CardFormProps = { card: CardContent; form: Pick<ReviewForm, 'answers' | 'mark'> };

/** The card to be filled in. Every item can be reached, and takes its digit, by the keyboard. */
export function CardForm({ card, form }: CardFormProps) {
  return card.sections.map((section) => (
    <section key={section.id} aria-label={section.title}>
      <h2 className={styles.section}>{section.title}</h2>
      {section.items.map((item) => (
        <Item key={item.id} item={item} form={form} />
      ))}
    </section>
  ));
}

/** The attribute by which keys find the item that has the focus. */
export const itemAttribute = 'data-card-item';

function Item({ item, form }: { item: CardItem; form: CardFormProps['form'] }) {
  const { t } = useTranslation(['review', 'scorecard']);
  const mark = form.answers[item.id];
  const hasError = item.critical !== null && typeof mark === 'number' && isError(item.scale, mark);
  const words = (value: number) =>
    item.scale === 'yes-no' ? t(value === 1 ? 'page.yes' : 'page.no') : String(value);
  const marks = [...(item.scale === 'yes-no' ? [1, 0] : marksOf(item.scale)), null];
  return (
    <div
      className={styles.item}
      data-error={hasError}
      role="radiogroup"
      aria-label={item.title}
      tabIndex={0}
      {...{ [itemAttribute]: item.id }}
    >
      <Text fw={500}>
        {item.title}
        {item.critical ? (
          <Text span size="xs" c={hasError ? 'red' : 'dimmed'}>
            {' · '}
            {t(`scorecard:family.${item.critical.family}`)}, {t(`scorecard:effect.${item.critical.effect}`)}
          </Text>
        ) : null}
      </Text>
      <Text size="xs" c="dimmed">
        {item.hint}
      </Text>
      <div className={styles.marks}>
        {marks.map((value) => (
          // biome-ignore lint/a11y/useSemanticElements: one key a mark, and the group itself has the focus
          <button
            key={value}
            type="button"
            role="radio"
            tabIndex={-1}
            className={styles.mark}
            aria-checked={mark === value}
            onClick={() => form.mark(item.id, value)}
          >
            {value === null ? t('page.skip') : words(value)}
          </button>
        ))}
      </div>
    </div>
  );
}
