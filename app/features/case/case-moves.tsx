import { Button, Group, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconTag, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShownKey } from '#app/components/use-keys.ts';
import type { KeyName } from '#app/platform/key-map.ts';
import type { DialogName } from './case-dialog.tsx';
import type { CaseDetail } from './read-case-detail.ts';
import { useCaseChoices } from './use-case-choices.ts';
import { useCaseDeed } from './use-case-deed.ts';

type MovesProps = { detail: CaseDetail; onOpen(name: DialogName): void };

/** What this person may do with the case now: the likeliest as buttons, the rest in a menu. */
export function CaseMoves({ detail, onOpen }: MovesProps) {
  const { t } = useTranslation('case');
  const keyed = useKeyed();
  const { userId, colleagues } = useCaseChoices();
  const { id: assigneeId = null } = detail.assignee ?? {};
  const deed = useCaseDeed({ ...detail, assigneeId, topicId: detail.topic?.id ?? null });
  const own = colleagues.find(({ id }) => id === userId);
  const may = (move: CaseDetail['moves'][number]) => detail.moves.includes(move);
  return (
    <Group gap={6}>
      {may('solve') ? (
        <Button leftSection={<IconCheck size={14} />} onClick={deed.solve} {...keyed('done')}>
          {t('move.solve')}
        </Button>
      ) : null}
      {may('reopen') ? <Button onClick={() => onOpen('reopen')}>{t('move.reopen')}</Button> : null}
      {may('unmerge') ? (
        <Button variant="default" onClick={deed.unmerge}>
          {t('move.unmerge')}
        </Button>
      ) : null}
      {may('take') && assigneeId === null && own ? (
        <Button variant="default" onClick={() => deed.assign(own.id, own.name)}>
          {t('head.take')}
        </Button>
      ) : null}
      {may('take') ? (
        <Button
          variant="default"
          leftSection={<IconUser size={14} />}
          onClick={() => onOpen('assign')}
          {...keyed('assign')}
        >
          {detail.assignee?.name ?? t('list.nobodyYet')}
        </Button>
      ) : null}
      <Button variant="default" leftSection={<IconTag size={14} />} onClick={() => onOpen('topic')}>
        {detail.topic?.title ?? t('head.noTopic')}
      </Button>
      <MoreMoves detail={detail} onOpen={onOpen} />
    </Group>
  );
}

function MoreMoves({ detail, onOpen }: MovesProps) {
  const { t } = useTranslation('case');
  const shownKey = useShownKey();
  const { id: assigneeId = null } = detail.assignee ?? {};
  const deed = useCaseDeed({ ...detail, assigneeId, topicId: detail.topic?.id ?? null });
  const may = (move: CaseDetail['moves'][number]) => detail.moves.includes(move);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" aria-label={t('head.more')} px={8}>
          <IconDots size={16} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may('wait') ? <Menu.Item onClick={() => onOpen('wait')}>{t('move.wait')}</Menu.Item> : null}
        {may('resume') ? <Menu.Item onClick={deed.resume}>{t('move.resume')}</Menu.Item> : null}
        {detail.snoozedUntil ? (
          <Menu.Item onClick={() => deed.snooze(null)}>{t('move.wake')}</Menu.Item>
        ) : (
          <Menu.Item rightSection={shownKey('snooze')} onClick={() => onOpen('snooze')}>
            {t('move.snooze')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => deed.follow(!detail.isFollowed)}>
          {detail.isFollowed ? t('move.unfollow') : t('move.follow')}
        </Menu.Item>
        <Menu.Item onClick={() => onOpen('priority')}>{t('head.priority')}…</Menu.Item>
        <Menu.Item onClick={() => onOpen('kind')}>{t('head.kind')}…</Menu.Item>
        {may('merge') ? <Menu.Item onClick={() => onOpen('merge')}>{t('move.merge')}</Menu.Item> : null}
        <Menu.Item onClick={() => onOpen('split')}>{t('move.split')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A tooltip and its key, for sight and for readers. */
function useKeyed() {
  const { t } = useTranslation('desk');
  const shownKey = useShownKey();
  return (name: Extract<KeyName, 'done' | 'assign'>) => ({
    title: `${t(`keys.${name}`)} (${shownKey(name)})`,
    'aria-keyshortcuts': shownKey(name),
  });
}
