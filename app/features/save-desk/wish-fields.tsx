import { SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type LeavingWish, leavingWishes } from './save-desk.ts';

export type WishDraft = { wish: LeavingWish; appliedOn: string; rival: string };
type Props = {
  draft: WishDraft;
  onChange(draft: WishDraft): void;
  fault(field: string): string | undefined;
};

/** What he wants, when he applied for it and to whom. */
export function WishFields({ draft, onChange, fault }: Props) {
  const { t } = useTranslation('save');
  return (
    <>
      <SegmentedControl
        aria-label={t('wishLabel')}
        value={draft.wish}
        onChange={(wish) => onChange({ ...draft, wish: wish as LeavingWish })}
        data={leavingWishes.map((value) => ({ value, label: t(`wish.${value}`) }))}
      />
      {draft.wish === 'port-out' ? (
        <TextInput
          type="date"
          label={t('appliedOn')}
          description={t('appliedHint')}
          value={draft.appliedOn}
          error={fault('appliedOn')}
          onChange={(event) => onChange({ ...draft, appliedOn: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label={t('rival')}
        maxLength={80}
        value={draft.rival}
        error={fault('rival')}
        onChange={(event) => onChange({ ...draft, rival: event.currentTarget.value })}
      />
    </>
  );
}

/** As it is sent: a disconnection has no application. */
export function sentWish({ wish, appliedOn, rival }: WishDraft) {
  return { wish, appliedOn: wish === 'disconnect' ? '' : appliedOn, rival };
}
