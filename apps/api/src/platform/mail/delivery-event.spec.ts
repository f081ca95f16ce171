import { suppressionOf } from './delivery-event';

const bounce = (bounceType: string, emailAddress = 'ada@example.com') =>
  JSON.stringify({ eventType: 'Bounce', bounce: { bounceType, bouncedRecipients: [{ emailAddress }] } });
const complaint = (complaintFeedbackType?: string) =>
  JSON.stringify({
    eventType: 'Complaint',
    complaint: { complaintFeedbackType, complainedRecipients: [{ emailAddress: 'ada@example.com' }] },
  });

describe('an event of Amazon SES', () => {
  it.each([
    ['mail that came back for good', bounce('Permanent'), 'bounce'],
    ['an address with its name', bounce('Permanent', 'Ada <ada@example.com>'), 'bounce'],
    ['a complaint', complaint(), 'complaint'],
    ['a complaint of abuse', complaint('abuse'), 'complaint'],
  ])('suppresses the address after %s', (_case, text, reason) => {
    expect(suppressionOf(text)).toEqual({ addresses: ['ada@example.com'], reason });
  });

  it.each([
    ['a full mailbox', bounce('Transient')],
    ['a bounce of unknown kind', bounce('Undetermined')],
    ['a mail that was marked as no spam', complaint('not-spam')],
    ['a delivery', JSON.stringify({ eventType: 'Delivery' })],
    ['the test of a topic', JSON.stringify({ notificationType: 'AmazonSnsSubscriptionSucceeded' })],
  ])('suppresses nothing after %s', (_case, text) => {
    expect(suppressionOf(text)).toBeNull();
  });
});
