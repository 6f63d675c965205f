import { useDesk } from '#app/components/use-desk.ts';
import type { Subject } from './request-item.ts';

/** What a change is about, as one reads it: «август 2026». */
export function useSubjectText(): (subject: Subject | null) => string | null {
  const { format } = useDesk();
  return (subject) =>
    subject !== null && typeof subject === 'object' ? format.period(subject.from, subject.to) : subject;
}
