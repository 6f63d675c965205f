import { useState } from 'react';
import { useRevalidator } from 'react-router';

/** Takes a file that is made by asking for it, with its reason, and hands it to the browser to be saved. */
export function useExport(action: string) {
  const { revalidate } = useRevalidator();
  const [answer, setAnswer] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async (form: FormData) => {
    setBusy(true);
    const response = await fetch(action, { method: 'POST', body: form }).catch(() => null);
    const isFile = response?.ok && response.headers.has('Content-Disposition');
    setAnswer(isFile ? { taken: true } : response ? await response.json().catch(() => broken) : unread);
    if (response && isFile) save(await response.blob(), `${form.get('list')}.${form.get('format')}`);
    setBusy(false);
    void revalidate();
  };
  return { take, answer, isBusy };
}

const unread = { error: { code: 'no-answer' } };
const broken = { error: { code: 'broken' } };

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
