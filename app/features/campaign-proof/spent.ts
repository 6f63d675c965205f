/** What was done for one campaign: its contacts, and the offers that were carried out. */
export type Deeds = { campaignId: string; contacts: number; offers: number; offersKopecks: number };
export type Spent = Omit<Deeds, 'campaignId'> & { contactsKopecks: number; kopecks: number };

/** What was spent on all of the treated of a campaign. */
export function spentOn(
  { id, contactKopecks }: { id: string; contactKopecks: number },
  deeds: readonly Deeds[],
): Spent {
  const { contacts, offers, offersKopecks } = deeds.find(({ campaignId }) => campaignId === id) ?? {
    contacts: 0,
    offers: 0,
    offersKopecks: 0,
  };
  const contactsKopecks = contacts * contactKopecks;
  return { contacts, offers, offersKopecks, contactsKopecks, kopecks: contactsKopecks + offersKopecks };
}
