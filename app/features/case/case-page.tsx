import { SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Composer, type ComposerHandle } from '#app/features/conversation/composer.tsx';
import { Conversation } from '#app/features/conversation/conversation.tsx';
import { useReading } from '#app/features/conversation/use-reading.ts';
import { useCaseNotices } from '#app/features/notice/use-case-notices.ts';
import { CaseContext } from './case-context.tsx';
import { useCaseDeeds } from './case-deeds.ts';
import { CaseDialog, type DialogName } from './case-dialog.tsx';
import { CaseHead } from './case-head.tsx';
import styles from './case-page.module.css';
import { CaseTabs } from './case-tabs.tsx';
import type { CaseDetail } from './read-case-detail.ts';
import { useCaseKeys } from './use-case-keys.ts';

/** One case: what was said and what to say next, and beside it whose it is. */
export function CasePage({ detail: read }: { detail: CaseDetail }) {
  const { t } = useTranslation('case');
  const detail = useCaseDeeds().patched(read);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [pane, setPane] = useState('talk');
  const composer = useRef<ComposerHandle>(null);
  const readBefore = useReading(detail);
  useCaseNotices(detail);
  useCaseKeys(detail, {
    open: setDialog,
    write: (kind) => {
      flushSync(() => setPane('talk'));
      composer.current?.write(kind);
    },
  });
  return (
    <article className={styles.page}>
      <CaseTabs openId={detail.id} />
      <header className={styles.head}>
        <CaseHead detail={detail} onOpen={setDialog} />
        <SegmentedControl
          className={styles.switch}
          value={pane}
          onChange={setPane}
          data={(['talk', 'about'] as const).map((value) => ({ value, label: t(`pane.${value}`) }))}
        />
      </header>
      <div className={styles.panes} data-pane={pane}>
        <section className={styles.talk} aria-label={t('pane.talk')}>
          <Conversation
            detail={detail}
            readBefore={readBefore}
            onTakenBack={(body) => composer.current?.takeBack(body)}
          />
          {detail.mayWrite ? <Composer ref={composer} detail={detail} onOpen={setDialog} /> : null}
        </section>
        <aside className={styles.about} aria-label={t('pane.about')}>
          <CaseContext detail={detail} />
        </aside>
      </div>
      {dialog ? (
        <CaseDialog
          name={dialog}
          detail={detail}
          onMacro={(macro) => composer.current?.insert(macro)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </article>
  );
}
