import { consentOfferNames, consentOffers, consentWords } from '#app/features/outreach/consent-offers.ts';
import { browserName } from '#app/features/person/user-agent.ts';
import type { TenantDb } from '#db/open.ts';
import { listCabinetSessions } from '#db/tenant/queries/cabinet.ts';
import { getPreference, listOwnConsents } from '#db/tenant/queries/cabinet-pages.ts';
import type { OpenCabinet } from './cabinet-session.ts';

type Consent = Awaited<ReturnType<typeof listOwnConsents>>[number];
type Viewer = { db: TenantDb; open: OpenCabinet; company: string; locale: 'ru' | 'en' };

/** Who he is here, what he agreed to, how he would be reached, and where his cabinet is open. */
export async function readProfile({ db, open, company, locale }: Viewer, now: Date) {
  const { subscriberId, msisdn, name } = open;
  const given = await listOwnConsents(db, subscriberId);
  const sessions = await listCabinetSessions(db, subscriberId, now);
  const held = given.filter(({ withdrawnAt }) => withdrawnAt === null);
  const offered = consentOfferNames.map((offer) => {
    const { purpose, isRobot } = consentOffers[offer];
    const own = held.find((one) => isOf(one, purpose, isRobot));
    const text = own?.text ?? consentWords(offer, company, locale);
    return { offer, purpose, isRobot, givenAt: own?.givenAt ?? null, text };
  });
  const others = held
    .filter((one) => !offered.some(({ purpose, isRobot }) => isOf(one, purpose, isRobot)))
    .map(({ purpose, channel, givenAt, text }) => ({
      offer: null,
      purpose,
      isRobot: channel === 'robot',
      givenAt,
      text: text ?? '',
    }));
  return {
    name,
    msisdn,
    offers: [...offered, ...others],
    past: given.filter(({ withdrawnAt }) => withdrawnAt).slice(0, 10),
    preference: await getPreference(db, subscriberId),
    sessions: sessions.map(({ id, address, userAgent, createdAt }) => ({
      id,
      address,
      createdAt,
      browser: browserName(userAgent),
      isCurrent: id === open.id,
    })),
  };
}
export type Profile = Awaited<ReturnType<typeof readProfile>>;

const isOf = (one: Pick<Consent, 'purpose' | 'channel'>, purpose: Consent['purpose'], isRobot: boolean) =>
  one.purpose === purpose && (one.channel === 'robot') === isRobot;
