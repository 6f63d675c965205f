import { useState } from 'react';
import type { ImportLine } from './import-report.ts';

type Rejected = Extract<ImportLine, { type: 'rejected' }>;
type Ending = Extract<ImportLine, { type: 'done' | 'refused' }> | { type: 'broken' };
export type ImportState = {
  isRunning: boolean;
  report: Extract<ImportLine, { type: 'progress' }>['report'] | null;
  rejected: Rejected[];
  ending: Ending | null;
};

const idle: ImportState = { isRunning: false, report: null, rejected: [], ending: null };

/** Sends a file and follows the report of its import, line by line. */
export function useImport(): ImportState & { start(tenantId: string, file: File): Promise<void> } {
  const [state, setState] = useState(idle);

  async function start(tenantId: string, file: File): Promise<void> {
    setState({ ...idle, isRunning: true });
    const rejected: Rejected[] = [];
    try {
      for await (const line of sendFile(tenantId, file)) {
        if (line.type === 'rejected') rejected.push(line);
        else if (line.type === 'progress')
          setState((before) => ({ ...before, report: line.report, rejected: [...rejected] }));
        else setState((before) => ended(before, rejected, line));
      }
      setState((before) => (before.isRunning ? ended(before, rejected, { type: 'broken' }) : before));
    } catch {
      setState((before) => ended(before, rejected, { type: 'broken' }));
    }
  }

  return { ...state, start };
}

function ended(before: ImportState, rejected: Rejected[], ending: Ending): ImportState {
  const report = ending.type === 'done' ? ending.report : before.report;
  return { isRunning: false, report, rejected, ending };
}

async function* sendFile(tenantId: string, file: File): AsyncGenerator<ImportLine> {
  const headers = { 'Content-Type': 'text/csv' };
  const answer = await fetch(`/admin/imports/${tenantId}/file`, { method: 'POST', headers, body: file });
  if (!answer.ok || !answer.body) throw new Error(`The import was answered with ${answer.status}.`);
  let rest = '';
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}
