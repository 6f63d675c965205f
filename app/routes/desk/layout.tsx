import { Outlet, type ShouldRevalidateFunctionArgs } from 'react-router';
import { Frame } from '#app/components/frame.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useLive } from '#app/components/use-live.ts';
import { CallPopup } from '#app/features/call/call-popup.tsx';
import { IncidentBanner } from '#app/features/incident/incident-banner.tsx';
import { DeskNav, DeskTools } from '#app/features/request/desk-nav.tsx';
import { DeskToolsProvider } from '#app/features/request/desk-tools-provider.tsx';
import { readDeskFrame } from '#app/platform/desk-frame.ts';
import { requirePerson, requireWorkplace } from '#app/platform/guards.ts';
import { isSameReading } from '#app/platform/revalidation.ts';
import type { Route } from './+types/layout.ts';
import styles from './layout.module.css';

export const middleware: Route.MiddlewareFunction[] = [requirePerson, requireWorkplace];

export function loader({ context }: Route.LoaderArgs) {
  return readDeskFrame(context);
}

/** Walking about the same desk changes nothing around it; a change there is told by the stream. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  return !isSameReading(args, args.currentParams.tenant === args.nextParams.tenant);
}

export default function DeskLayout() {
  const { person, places, workplace, incidents, may } = useDesk();
  useLive(`/t/${workplace.slug}/live`);
  return (
    <DeskToolsProvider>
      <Frame person={person} places={places} place={workplace} nav={<DeskNav />} tools={<DeskTools />}>
        <div className={styles.desk}>
          <IncidentBanner incidents={incidents} />
          <div className={styles.page}>
            <Outlet />
          </div>
        </div>
      </Frame>
      {may.findSubscribers ? <CallPopup /> : null}
    </DeskToolsProvider>
  );
}
