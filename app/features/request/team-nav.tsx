import {
  IconAdjustmentsStar,
  IconBook2,
  IconBulb,
  IconCertificate,
  IconClockCheck,
  IconDeviceTv,
  IconEraser,
  IconHeartHandshake,
  IconTemplate,
  IconTrophy,
  IconUrgent,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useShownKey } from '#app/components/use-keys.ts';

/** What the people of this desk share: knowledge, ready texts, troubles of many, good deeds, who is at work. */
export function TeamNav() {
  const { t } = useTranslation([
    'desk',
    'knowledge',
    'admission',
    'case',
    'incident',
    'goodwill',
    'game',
    'wall',
  ]);
  const { home, may, incidents, admissionNews } = useDesk();
  const shownKey = useShownKey();
  if (!may.readCases) return null;
  return (
    <NavSection title={t('area.together')}>
      {may.readKnowledge ? (
        <NavItem
          to={`${home}/knowledge`}
          label={t('knowledge:title')}
          icon={IconBook2}
          deep
          keys={shownKey('goKnowledge')}
        />
      ) : null}
      {may.takeAdmission ? (
        <NavItem
          to={`${home}/admission`}
          label={t('admission:title')}
          icon={IconCertificate}
          count={admissionNews}
          deep
        />
      ) : null}
      {may.writeCases ? (
        <NavItem to={`${home}/macros`} label={t('case:area.macros')} icon={IconTemplate} />
      ) : null}
      <NavItem
        to={`${home}/incidents`}
        label={t('incident:title')}
        icon={IconUrgent}
        count={incidents.length}
        deep
      />
      {may.decideGoodwill ? (
        <NavItem to={`${home}/goodwill`} label={t('goodwill:title')} icon={IconHeartHandshake} />
      ) : null}
      <NavItem to={`${home}/wall-board`} label={t('wall:title')} icon={IconDeviceTv} />
      {may.play ? <NavItem to={`${home}/game`} label={t('game:title')} icon={IconTrophy} deep /> : null}
      <LeadItems />
    </NavSection>
  );
}

function LeadItems() {
  const { t } = useTranslation(['case', 'routing', 'sla', 'erasure', 'game']);
  const { home, may, workplace } = useDesk();
  return (
    <>
      {may.readLessons ? (
        <NavItem to={`${home}/lessons`} label={t('case:area.lessons')} icon={IconBulb} />
      ) : null}
      {may.leadTeam ? <NavItem to={`${home}/team`} label={t('routing:title')} icon={IconUsers} /> : null}
      {may.ruleGame ? (
        <NavItem
          to={`/t/${workplace.slug}/plan/game`}
          label={t('game:area.rules')}
          icon={IconAdjustmentsStar}
          deep
        />
      ) : null}
      {may.readSla ? (
        <NavItem
          to={`/t/${workplace.slug}/plan/sla`}
          label={t('sla:page.title')}
          icon={IconClockCheck}
          deep
        />
      ) : null}
      {may.erasePersons ? (
        <NavItem
          to={`/t/${workplace.slug}/plan/erasures`}
          label={t('erasure:title')}
          icon={IconEraser}
          deep
        />
      ) : null}
    </>
  );
}
