import { RevealAddress } from '#app/features/subscriber/reveal-dialog.tsx';

type Props = { masked: string; contactId: string; mayReveal: boolean };

/** Where a contact came from or went to; pressed, it asks why and shows itself whole. */
export function SenderAddress({ masked, contactId, mayReveal }: Props) {
  if (!mayReveal) return <span>{masked}</span>;
  return <RevealAddress masked={masked} path={`contacts/${contactId}/address`} />;
}
