import Markdown from 'react-markdown';
import gfm from 'remark-gfm';
import styles from './knowledge.module.css';

/** An article as elements. Its HTML, if it has any, is left out; links lead only where links may. */
export function ArticleBody({ text }: { text: string }) {
  return (
    <div className={styles.body}>
      <Markdown
        skipHtml
        remarkPlugins={[gfm]}
        disallowedElements={['img', 'input']}
        components={{
          // The page has its title already.
          h1: ({ children }) => <h2>{children}</h2>,
          a: ({ children, href }) => (
            <a href={href} rel="noreferrer noopener" target="_blank">
              {children}
            </a>
          ),
          table: ({ children }) => (
            <div className={styles.tableScroll}>
              <table>{children}</table>
            </div>
          ),
        }}
      >
        {text}
      </Markdown>
    </div>
  );
}
