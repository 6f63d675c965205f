import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './root.css';
import { ColorSchemeScript, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useRouteLoaderData,
} from 'react-router';
import { FailurePage } from '#app/components/failure-page.tsx';
import favicon from '#app/components/favicon.svg';
import { useNonce } from '#app/components/nonce.tsx';
import { useVisitorLocale } from '#app/components/visitor-locale.tsx';
import { answerInPlace } from '#app/platform/answer-in-place.ts';
import { readVisitor, visitorContext } from '#app/platform/guards.ts';
import { chooseLocale, createTexts } from '#app/platform/i18n.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { themeOf } from '#app/platform/theme.ts';
import type { Route } from './+types/root.ts';
import type { loader as cabinetLoader } from './routes/cabinet/layout.tsx';
import type { loader as deskLoader } from './routes/desk/layout.tsx';

export const middleware: Route.MiddlewareFunction[] = [readVisitor];

export const clientMiddleware: Route.ClientMiddlewareFunction[] = [
  (asked, next) => answerInPlace(asked, next),
];

export function loader({ request, context }: Route.LoaderArgs) {
  const person = context.get(visitorContext);
  const locale = chooseLocale(person?.locale, request.headers.get('Accept-Language'));
  return { locale, keyChanges: person?.keyChanges ?? {} };
}

/** The language and the keys change only by a form. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== 'GET';
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, () => undefined);

export const links: Route.LinksFunction = () => [{ rel: 'icon', type: 'image/svg+xml', href: favicon }];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const visitorLocale = useVisitorLocale();
  const personal = useRouteLoaderData<typeof loader>('root')?.locale;
  const cabinet = useRouteLoaderData<typeof cabinetLoader>('routes/cabinet/layout');
  const desk = useRouteLoaderData<typeof deskLoader>('routes/desk/layout');
  const locale = cabinet?.locale ?? personal ?? visitorLocale;
  const colour = cabinet?.colour ?? desk?.workplace.colour;
  const texts = useMemo(() => createTexts(locale), [locale]);
  const theme = useMemo(() => themeOf(colour), [colour]);
  return (
    <html lang={locale} data-mantine-color-scheme="light" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
          <I18nextProvider i18n={texts}>
            {children}
            <Notifications position="bottom-right" limit={3} />
          </I18nextProvider>
        </MantineProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <main>
      <FailurePage error={error} />
    </main>
  );
}
