import { ActionIcon, Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './card-editor.module.css';
import { type CardContent, type CardItem, errorEffects, errorFamilies, scales } from './scorecard.ts';
import type { CardForm } from './use-card-form.ts';

type Section = CardContent['sections'][number];

/** A section of a card as it is typed, with its items. */
export function CardSection({ section, form }: { section: Section; form: CardForm }) {
  const { t } = useTranslation('scorecard');
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <TextInput
          label={t('sectionTitle')}
          value={section.title}
          maxLength={200}
          onChange={(event) => form.setSection(section.id, { title: event.currentTarget.value })}
        />
        <Weight
          label={t('sectionWeight')}
          value={section.weight}
          onChange={(weight) => form.setSection(section.id, { weight })}
        />
        <Remove title={section.title} onClick={() => form.removeSection(section.id)} />
      </div>
      {section.items.map((item) => (
        <ItemRow key={item.id} item={item} sectionId={section.id} form={form} />
      ))}
      <Button variant="subtle" style={{ alignSelf: 'start' }} onClick={() => form.addItem(section.id)}>
        {t('addItem')}
      </Button>
    </section>
  );
}

function ItemRow({ item, sectionId, form }: { item: CardItem; sectionId: string; form: CardForm }) {
  const { t } = useTranslation('scorecard');
  const set = (part: Partial<CardItem>) => form.setItem(sectionId, item.id, part);
  return (
    <div className={styles.item}>
      <TextInput
        aria-label={t('item')}
        placeholder={t('item')}
        value={item.title}
        maxLength={200}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        aria-label={t('hint')}
        placeholder={t('hint')}
        rows={2}
        maxLength={1000}
        value={item.hint}
        onChange={(event) => set({ hint: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('scale.title')}
        data={scales.map((value) => ({ value, label: t(`scale.${value}`) }))}
        value={item.scale}
        onChange={(event) =>
          set({ scale: scales.find((one) => one === event.currentTarget.value) ?? 'yes-no' })
        }
      />
      <Weight value={item.weight} onChange={(weight) => set({ weight })} />
      <CriticalFields critical={item.critical} onChange={(critical) => set({ critical })} />
      <Remove title={item.title} onClick={() => form.removeItem(sectionId, item.id)} />
    </div>
  );
}

type CriticalProps = { critical: CardItem['critical']; onChange(critical: CardItem['critical']): void };

function CriticalFields({ critical, onChange }: CriticalProps) {
  const { t } = useTranslation('scorecard');
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('critical')}
        data={[
          { value: '', label: t('family.none') },
          ...errorFamilies.map((value) => ({ value, label: t(`family.${value}`) })),
        ]}
        value={critical?.family ?? ''}
        onChange={(event) => {
          const family = errorFamilies.find((one) => one === event.currentTarget.value);
          onChange(family ? { family, effect: critical?.effect ?? 'flag' } : null);
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('effect.title')}
        disabled={critical === null}
        data={errorEffects.map((value) => ({ value, label: t(`effect.${value}`) }))}
        value={critical?.effect ?? 'flag'}
        onChange={(event) => {
          const effect = errorEffects.find((one) => one === event.currentTarget.value) ?? 'flag';
          if (critical) onChange({ ...critical, effect });
        }}
      />
    </>
  );
}

type WeightProps = { label?: string; value: number; onChange(weight: number): void };

function Weight({ label, value, onChange }: WeightProps) {
  const { t } = useTranslation(['scorecard', 'errors']);
  const isSound = Number.isInteger(value) && value >= 1 && value <= 100;
  return (
    <NumberInput
      {...(label ? { label } : { 'aria-label': t('weight') })}
      value={value}
      max={100}
      hideControls
      error={isSound ? null : t('errors:field.weight')}
      onChange={(weight) => onChange(Number(weight))}
    />
  );
}

function Remove({ title, onClick }: { title: string; onClick(): void }) {
  const { t } = useTranslation('scorecard');
  const label = title === '' ? t('removeEmpty') : t('remove', { title });
  return (
    <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} title={label} onClick={onClick}>
      <IconX size={16} />
    </ActionIcon>
  );
}
