import { renderToStaticMarkup } from 'react-dom/server';
import { returnAddress } from './return-address';
import type { CheckoutId } from '../../platform/ids/ids';
import type { Money } from '../domain/plans';

/** What the page shows, and what its form sends. */
export interface RazorpayPageContent {
  id: CheckoutId;
  description: string;
  price: Money;
  /** Razorpay's id of the order. */
  orderId: string;
  keyId: string;
  /** The address of the hosted checkout. */
  action: string;
  /** Who sells, as Razorpay's page names it. */
  seller: string;
  /** The origin of the site. */
  publicUrl: string;
}

const style = `
:root { color-scheme: light dark; --paper: #FBFAF6; --raised: #FFFFFF; --ink: #17181C; --muted: #5C5F68; --line: #E4E1D8; --leaf: #1E6B52 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #121316; --raised: #1A1C20; --ink: #F1EFE8; --muted: #A2A5AE; --line: #2B2D33; --leaf: #7CC9AC }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink); font: 16px/1.5 "Instrument Sans", system-ui, sans-serif }
main { max-width: 28rem; margin: 0 auto; padding: 48px 20px }
form { background: var(--raised); border: 1px solid var(--line); border-radius: 10px; padding: 24px }
h1 { font: 500 28px/1.15 Newsreader, Georgia, "Times New Roman", serif; margin: 0 0 16px }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 } dt { color: var(--muted) } dd { margin: 0; text-align: right }
button { display: block; width: 100%; min-height: 44px; margin: 24px 0 12px; padding: 10px 16px; border-radius: 6px; font: inherit; font-weight: 600;
  cursor: pointer; background: #F6C445; color: #17181C; border: 1px solid #F6C445 }
a { color: var(--leaf) } a:focus-visible, button:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
`;

const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

/** The fields of the hosted checkout. */
function fieldsOf({ id, description, orderId, keyId, seller, publicUrl }: RazorpayPageContent) {
  return {
    key_id: keyId,
    order_id: orderId,
    name: seller,
    description,
    callback_url: `${publicUrl}/api/billing/razorpay/checkouts/${id}/returned`,
    cancel_url: returnAddress(publicUrl, id, 'abandoned'),
  };
}

/** The page that leads to Razorpay's hosted checkout: complete HTML without script, whose form carries the order there. */
export function razorpayPage(content: RazorpayPageContent): string {
  const { description, price, action } = content;
  const amount = rupees.format(price.amount / 100);
  const fields = fieldsOf(content);
  const markup = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Payment · Canar</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <form method="post" action={action}>
            <h1>Your order</h1>
            <dl>
              <dt>What</dt>
              <dd>{description}</dd>
              <dt>Total, GST included</dt>
              <dd>{amount}</dd>
            </dl>
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button type="submit">Pay {amount} with Razorpay</button>
            <a href={fields.cancel_url}>Back without paying</a>
          </form>
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}
