import { useTranslation } from 'react-i18next';
import { caseKinds, priorities } from './case.ts';
import { MacroDialog } from './macro-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PickDialog } from './pick-dialog.tsx';
import type { MacroChoice } from './read-case-choices.ts';
import type { CaseDetail } from './read-case-detail.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { groupTopics } from './topic-choices.ts';
import { useCaseChoices } from './use-case-choices.ts';
import { useCaseDeed } from './use-case-deed.ts';

export type DialogName =
  | 'assign'
  | 'priority'
  | 'kind'
  | 'topic'
  | 'snooze'
  | 'wait'
  | 'reopen'
  | 'merge'
  | 'split'
  | 'macro';
type DialogProps = {
  name: DialogName;
  detail: CaseDetail;
  onMacro(macro: MacroChoice): void;
  onClose(): void;
};

/** The window that a move of the case asks for. */
export function CaseDialog({ name, detail, onMacro, onClose }: DialogProps) {
  const { t } = useTranslation('case');
  const { topics } = useCaseChoices();
  const deed = useCaseDeed({
    ...detail,
    assigneeId: detail.assignee?.id ?? null,
    topicId: detail.topic?.id ?? null,
  });
  const pick = { onClose };
  switch (name) {
    case 'assign':
      return <AssignDialog onAssign={deed.assign} onClose={onClose} />;
    case 'priority':
      return (
        <PickDialog
          {...pick}
          title={t('pick.priority')}
          choices={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
          onPick={({ value }) => deed.setPriority(priorities.find((one) => one === value) ?? 'normal')}
        />
      );
    case 'kind':
      return (
        <PickDialog
          {...pick}
          title={t('head.kind')}
          choices={caseKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onPick={({ value }) => deed.setKind(caseKinds.find((one) => one === value) ?? detail.kind)}
        />
      );
    case 'topic':
      return (
        <PickDialog
          {...pick}
          title={t('pick.topic')}
          choices={groupTopics(topics).flatMap(({ group, items }) =>
            items.map((item) => ({ ...item, note: group })),
          )}
          onPick={({ value, label }) => deed.setTopic(value, label)}
        />
      );
    case 'snooze':
      return <SnoozeDialog onSnooze={deed.snooze} onClose={onClose} />;
    case 'wait':
    case 'reopen':
      return <ReasonDialog name={name} onReason={deed[name]} onClose={onClose} />;
    case 'merge':
      return <MergeDialog detail={detail} onMerge={deed.merge} onClose={onClose} />;
    case 'split':
      return <SplitDialog detail={detail} onClose={onClose} />;
    case 'macro':
      return <MacroDialog onMacro={onMacro} onClose={onClose} />;
  }
}

type AssignProps = { onAssign(userId: string | null, name: string | null): void; onClose(): void };

function AssignDialog({ onAssign, onClose }: AssignProps) {
  const { t } = useTranslation('case');
  const { userId, colleagues } = useCaseChoices();
  const own = colleagues.filter(({ id }) => id === userId);
  const others = colleagues.filter(({ id }) => id !== userId);
  const choices = [
    ...own.map(({ id, name }) => ({ value: id, label: t('pick.me', { name }) })),
    ...others.map(({ id, name }) => ({ value: id, label: name })),
    { value: '', label: t('pick.nobody') },
  ];
  return (
    <PickDialog
      title={t('pick.assign')}
      choices={choices}
      onClose={onClose}
      onPick={({ value }) => {
        const name = colleagues.find(({ id }) => id === value)?.name ?? null;
        onAssign(value || null, name);
      }}
    />
  );
}
