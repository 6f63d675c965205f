/** The steps by which a complaint is taken as a gift, in their order (Barlow and Møller, 1996). */
export const complaintSteps = [
  'thanks',
  'why-a-gift',
  'apology',
  'promise',
  'missing-facts',
  'fix',
  'satisfaction',
  'lesson',
] as const;
export type ComplaintStep = (typeof complaintSteps)[number];

/** The next step that nobody has taken; none: the gift is unpacked. */
export function nextComplaintStep(taken: readonly ComplaintStep[]): ComplaintStep | undefined {
  return complaintSteps.find((step) => !taken.includes(step));
}
