import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { NonceContext } from '#app/components/nonce.tsx';
import { VisitorLocaleContext } from '#app/components/visitor-locale.tsx';

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
const locale = document.documentElement.lang === 'en' ? 'en' : 'ru';

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <NonceContext.Provider value={nonce}>
        <VisitorLocaleContext.Provider value={locale}>
          <HydratedRouter />
        </VisitorLocaleContext.Provider>
      </NonceContext.Provider>
    </StrictMode>,
  );
});
