import { createHash } from 'node:crypto';
import { amountText, OrderLines, paymentPage } from './payment-page';
import { fieldsOf, type RazorpayPageContent } from './razorpay-page';
import type { AskedConsent } from '../renewals/mandate.repository';

/** Razorpay's standard checkout, which alone takes consents to later debits. */
const checkoutScript = 'https://checkout.razorpay.com/v1/checkout.js';

/** Opens it with the options that the page carries. */
const opening = `
const button = document.querySelector('button');
button.addEventListener('click', () => new Razorpay(JSON.parse(button.dataset.options)).open());
`;

const dates = new Intl.DateTimeFormat('en-IN', { dateStyle: 'long', timeZone: 'Asia/Kolkata' });

/** The page from which Razorpay's standard checkout collects an order together with the consent to debit renewals. */
export function consentPage(
  content: RazorpayPageContent,
  { price, maximum, expiresAt, customerId }: AskedConsent,
): string {
  const { key_id: key, cancel_url: back, ...fields } = fieldsOf(content);
  const options = { key, ...fields, customer_id: customerId, recurring: '1', redirect: true };
  const amount = amountText(content.price.amount);
  return paymentPage(
    'Payment',
    null,
    <>
      <h1>Your order</h1>
      <OrderLines description={content.description} amount={amount} />
      <p>
        Renews by itself every 30 days for {amountText(price.amount)}. You consent to debits of up to{' '}
        {amountText(maximum.amount)} each until {dates.format(expiresAt)}, are told of each of them before, and can end
        this at any time.
      </p>
      <button className="main" type="button" data-options={JSON.stringify(options)}>
        Pay {amount} with Razorpay
      </button>
      <noscript>
        <p>Razorpay needs JavaScript to take your consent.</p>
      </noscript>
      <p>
        <a href={back}>Back without paying</a>
      </p>
      <script src={checkoutScript} />
      <script dangerouslySetInnerHTML={{ __html: opening }} />
    </>,
  );
}

/**
 * The policy of that page: its own script, by hash, and what is Razorpay's. Its checkout styles itself inside the page.
 * @param action the address at which forms of the checkout end
 */
export function consentPolicyOf(action: string): string {
  const own = createHash('sha256').update(opening).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${own}' https://checkout.razorpay.com`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data: https://*.razorpay.com",
    'connect-src https://*.razorpay.com',
    'frame-src https://*.razorpay.com',
    `form-action 'self' ${new URL(action).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
