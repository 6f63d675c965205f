import { useState } from 'react';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { readTextFile } from '#app/features/batch/read-text-file.ts';
import type { Faults } from '#app/platform/form.ts';
import type { Refusal } from '#app/platform/http-errors.ts';
import type { ImportInput } from './plan-import.ts';
import type { ShownImport } from './show-import.ts';

type Planned = { plan: ShownImport } | { error: Refusal } | { faults: Faults };
type Applied = { done: { articles: number; prices: number } } | { error: Refusal } | { faults: Faults };

/** Files are read here, judged by the server, and sent again with what was approved. */
export function useKnowledgeImport() {
  const { home } = useDesk();
  const planning = useFetcher<Planned>();
  const applying = useFetcher<Applied>();
  const [input, setInput] = useState<ImportInput | null>(null);
  const [isApplied, setApplied] = useState(false);
  const send = (fetcher: { submit: typeof planning.submit }, path: string, body: object) =>
    fetcher.submit(JSON.parse(JSON.stringify(body)), {
      method: 'post',
      encType: 'application/json',
      action: `${home}/knowledge/${path}`,
    });
  const plan = planning.data && 'plan' in planning.data ? planning.data.plan : null;
  return {
    plan: isApplied ? null : plan,
    planAnswer: planning.data,
    applyAnswer: applying.data,
    isBusy: planning.state !== 'idle' || applying.state !== 'idle',
    async choose(files: File[]) {
      setApplied(false);
      const read = await Promise.all(
        files.map(async (file) => ({ name: file.name, text: await readTextFile(file) })),
      );
      setInput({ files: read });
      if (read.length > 0) void send(planning, 'import/plan', { files: read });
    },
    apply() {
      if (!input || !plan) return;
      setApplied(true);
      void send(applying, 'import', { input, fingerprint: plan.fingerprint });
    },
  };
}
