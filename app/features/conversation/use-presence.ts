import { useEffect, useState } from 'react';
import { presenceHeard } from '#app/components/presence-heard.ts';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { hearPresence, type Present, presenceBeatMs, presentAt } from '#app/features/case/presence.ts';
import { useCaseChoices } from '#app/features/case/use-case-choices.ts';

/** How often what was heard is looked at again for those who fell silent. */
const lookMs = 3000;

/** Who else is in a case now. Says so of oneself, and answers whoever has just come. */
export function usePresence(caseId: string): Present[] {
  const { home } = useDesk();
  const { userId } = useCaseChoices();
  const [known, setKnown] = useState<Present[]>([]);
  useEffect(() => {
    const address = `${home}/cases/${caseId}/presence`;
    const say = (doing: 'viewing' | 'left') => void sendQuietly(address, { doing }).catch(() => {});
    let heard: Present[] = [];
    const show = () => setKnown(presentAt(heard, Date.now()));
    const stop = presenceHeard.listen((told) => {
      if (told.id !== caseId) return;
      const isNewcomer = told.doing === 'viewing' && !heard.some((one) => one.userId === told.userId);
      heard = hearPresence(heard, told, Date.now());
      show();
      if (isNewcomer) say('viewing');
    });
    say('viewing');
    const beat = setInterval(() => say('viewing'), presenceBeatMs);
    const look = setInterval(show, lookMs);
    return () => {
      stop();
      clearInterval(beat);
      clearInterval(look);
      say('left');
    };
  }, [home, caseId]);
  return known.filter((one) => one.userId !== userId);
}
