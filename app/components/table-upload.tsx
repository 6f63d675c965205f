import { Button, FileInput, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFetcher } from 'react-router';
import { Section } from './page.tsx';
import { useDesk } from './use-desk.ts';

type Props<Answer> = {
  title: string;
  note: string;
  words: { file: string; choose: string; send: string };
  /** Where the file goes, under the client company's own address. */
  path: string;
  /** What came of it. */
  tell(answer: Answer): ReactNode;
};

/** Sends a table from a file and tells what was taken of it. */
export function TableUpload<Answer>({ title, note, words, path, tell }: Props<Answer>) {
  const { workplace } = useDesk();
  const fetcher = useFetcher();
  const [file, setFile] = useState<File | null>(null);
  const send = () => {
    if (!file) return;
    const form = new FormData();
    form.set('file', file);
    const action = `/t/${workplace.slug}/${path}`;
    void fetcher.submit(form, { method: 'post', encType: 'multipart/form-data', action });
  };
  return (
    <Section title={title} note={note}>
      <Group align="end">
        <FileInput
          label={words.file}
          placeholder={words.choose}
          accept=".csv,text/csv,text/plain"
          value={file}
          onChange={setFile}
          miw={260}
        />
        <Button variant="default" onClick={send} disabled={!file} loading={fetcher.state !== 'idle'}>
          {words.send}
        </Button>
      </Group>
      <div role="status">{fetcher.data ? tell(fetcher.data as Answer) : null}</div>
    </Section>
  );
}
