import { useTranslation } from 'react-i18next';
import { PickDialog } from './pick-dialog.tsx';
import type { MacroChoice } from './read-case-choices.ts';
import { useCaseChoices } from './use-case-choices.ts';

/** One's own ready texts and everybody's. */
export function MacroDialog({ onMacro, onClose }: { onMacro(macro: MacroChoice): void; onClose(): void }) {
  const { t } = useTranslation('case');
  const { macros } = useCaseChoices();
  const choices = macros.map(({ id, title, isShared }) => ({
    value: id,
    label: title,
    note: t(isShared ? 'macro.shared' : 'macro.own'),
  }));
  return (
    <PickDialog
      title={t('macro.pick')}
      choices={choices}
      onClose={onClose}
      onPick={({ value }) => {
        const macro = macros.find(({ id }) => id === value);
        if (macro) onMacro(macro);
      }}
    />
  );
}
