import { z } from 'zod';
import type { SuppressionReason } from './suppressed-addresses';

const recipients = z.array(z.object({ emailAddress: z.string() }));
const event = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    complaint: z.object({ complaintFeedbackType: z.string().nullish(), complainedRecipients: recipients }),
  }),
]);

/** Addresses to write to no more, and why. */
export interface Suppression {
  readonly addresses: readonly string[];
  readonly reason: SuppressionReason;
}

/**
 * What an event of Amazon SES means for its recipients: mail that came back for good and complaints end the writing; what
 * may pass (a full mailbox, an out-of-office answer) and "not spam" do not. Null when nothing follows.
 * @param text the event as JSON (SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon SNS")
 */
export function suppressionOf(text: string): Suppression | null {
  const read = event.safeParse(JSON.parse(text));
  if (!read.success) return null;
  const { data } = read;
  if (data.eventType === 'Bounce') {
    const { bounceType, bouncedRecipients } = data.bounce;
    return bounceType === 'Permanent' ? { addresses: addressesOf(bouncedRecipients), reason: 'bounce' } : null;
  }
  const { complaintFeedbackType, complainedRecipients } = data.complaint;
  if (complaintFeedbackType === 'not-spam') return null;
  return { addresses: addressesOf(complainedRecipients), reason: 'complaint' };
}

/** SES may write an address with its name: `Ada <ada@example.com>`. */
function addressesOf(list: z.output<typeof recipients>): string[] {
  return list.map(({ emailAddress }) => /<([^>]+)>$/.exec(emailAddress)?.[1] ?? emailAddress);
}
