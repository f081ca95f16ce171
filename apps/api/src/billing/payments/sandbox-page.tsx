import type { ReactElement } from 'react';
import type { CheckoutStatus } from '../domain/checkout';
import type { Money } from '../domain/plans';
import { amountText, OrderLines, paymentPage } from './payment-page';
import { returnAddress } from './return-address';
import type { CheckoutId } from '../../platform/ids/ids';

/** What the page shows, and where it leads. */
export interface SandboxPageContent {
  id: CheckoutId;
  description: string;
  price: Money;
  status: CheckoutStatus;
  /** The origin of the site. */
  publicUrl: string;
  secret: string;
}

/** The checkout page of the sandbox, in which every button is a form's. */
export function sandboxPage(content: SandboxPageContent): string {
  const body = content.status === 'paid' ? <Paid {...content} /> : <Offer {...content} />;
  return paymentPage('Test payment', 'Test payment', body);
}

function Offer({ id, description, price, publicUrl, secret }: SandboxPageContent): ReactElement {
  const amount = amountText(price.amount);
  const page = `${publicUrl}/api/billing/sandbox/checkouts/${id}`;
  return (
    <form method="post" action={`${page}/pay`}>
      <h1>Your order</h1>
      <OrderLines description={description} amount={amount} />
      <p>This is a test payment: no money moves and no card is asked for.</p>
      <input type="hidden" name="secret" value={secret} />
      <button className="main" type="submit">
        Pay {amount}
      </button>
      <div className="pair">
        <button type="submit" formAction={`${page}/decline`}>
          Decline
        </button>
        <button type="submit" formAction={`${page}/abandon`}>
          Abandon
        </button>
      </div>
      <p className="soft">Decline plays a refused card. Abandon goes back without paying.</p>
    </form>
  );
}

function Paid({ id, description, price, publicUrl, secret }: SandboxPageContent): ReactElement {
  const page = `${publicUrl}/api/billing/sandbox/checkouts/${id}`;
  return (
    <form method="post" action={`${page}/dispute`}>
      <h1>Paid</h1>
      <OrderLines description={description} amount={amountText(price.amount)} />
      <p>This test payment was made. Nothing more is due.</p>
      <a href={returnAddress(publicUrl, id, 'paid')}>Back to Canar</a>
      <input type="hidden" name="secret" value={secret} />
      <button type="submit">Dispute the payment</button>
      <div className="pair">
        <button type="submit" formAction={`${page}/win`}>
          Seller wins
        </button>
        <button type="submit" formAction={`${page}/lose`}>
          Seller loses
        </button>
      </div>
      <p className="soft">A dispute plays a bank that claims the money back, until one side wins.</p>
    </form>
  );
}
