import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { macroValuesOf } from '#app/features/case/macro-values.ts';
import type { MacroChoice } from '#app/features/case/read-case-choices.ts';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import { useCaseChoices } from '#app/features/case/use-case-choices.ts';
import { useCaseLinks } from '#app/features/case/use-case-links.ts';
import { fillMacro } from '#app/features/macro/macro.ts';
import type { Trigger } from './insertion.ts';

export type Insertion = { id: string; label: string; note: string; piece: string; macro?: MacroChoice };

const mostOffered = 7;

/** What can be inserted for a sign and the letters behind it. */
export function useInsertions(detail: CaseDetail, trigger: Trigger | null): Insertion[] {
  const { t } = useTranslation(['case', 'request']);
  const { person, workplace } = useDesk();
  const { colleagues, macros } = useCaseChoices();
  const links = useCaseLinks(trigger?.sign === '#' ? trigger.query : '');
  if (!trigger) return [];
  const wanted = trigger.query.toLowerCase();
  const fits = (text: string) => text.toLowerCase().includes(wanted);
  const number = (n: number) => t('number', { number: n });
  switch (trigger.sign) {
    case '/': {
      const values = macroValuesOf(detail, { agent: person.name, client: workplace.name });
      const own = macros.filter(({ title }) => fits(title)).slice(0, mostOffered);
      return own.map((macro) => ({
        id: macro.id,
        label: macro.title,
        note: macro.body.slice(0, 60),
        piece: fillMacro(macro.body, values),
        macro,
      }));
    }
    case '@': {
      const own = colleagues.filter(({ name }) => fits(name)).slice(0, mostOffered);
      return own.map(({ id, name }) => ({ id, label: name, note: t('write.colleague'), piece: `@${name} ` }));
    }
    case '#': {
      const cases = trigger.query ? links.cases : detail.otherCases;
      const requests = trigger.query ? links.requests : detail.requests;
      return [
        ...cases.map((one) => ({
          id: one.id,
          label: number(one.number),
          note: one.subject,
          piece: `${number(one.number)} `,
        })),
        ...requests.map((one) => ({
          id: one.id,
          label: t('request:number', { number: one.number }),
          note: t(`request:kind.${one.kind}`),
          piece: `${t('request:number', { number: one.number })} `,
        })),
      ].slice(0, mostOffered);
    }
  }
}
