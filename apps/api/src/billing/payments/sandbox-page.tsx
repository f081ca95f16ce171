import type { ReactElement } from 'react';
import type { CheckoutStatus } from '../domain/checkout';
import type { Money } from '../domain/plans';
import { amountText, OrderLines, paymentPage } from './payment-page';
import { returnAddress } from './return-address';
import type { SandboxMandate } from '../persistence/sandbox-mandate.repository';
import type { CheckoutId } from '../../platform/ids/ids';

/** What the page shows, and where it leads. */
export interface SandboxPageContent {
  id: CheckoutId;
  description: string;
  price: Money;
  status: CheckoutStatus;
  /** What the checkout asks to consent to, and what became of it; null for nothing. */
  mandate: SandboxMandate | null;
  /** The origin of the site. */
  publicUrl: string;
  secret: string;
}

/** The checkout page of the sandbox, in which every button is a form's. */
export function sandboxPage(content: SandboxPageContent): string {
  const body = content.status === 'paid' ? <Paid {...content} /> : <Offer {...content} />;
  return paymentPage('Test payment', 'Test payment', body);
}

function Offer({ id, description, price, mandate, publicUrl, secret }: SandboxPageContent): ReactElement {
  const amount = amountText(price.amount);
  const page = `${publicUrl}/api/billing/sandbox/checkouts/${id}`;
  return (
    <form method="post" action={`${page}/pay`}>
      <h1>Your order</h1>
      <OrderLines description={description} amount={amount} />
      <p>This is a test payment: no money moves and no card is asked for.</p>
      <input type="hidden" name="secret" value={secret} />
      {mandate && (
        <p>
          It renews automatically: each further period is announced to you a day before it is debited, up to{' '}
          {amountText(mandate.maximum)} at a time, until you switch that off.
        </p>
      )}
      <button className="main" type="submit">
        {mandate ? `Pay ${amount} and renew automatically` : `Pay ${amount}`}
      </button>
      {mandate && (
        <button type="submit" formAction={`${page}/pay-once`}>
          Pay once
        </button>
      )}
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

function Paid({ id, description, price, mandate, publicUrl, secret }: SandboxPageContent): ReactElement {
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
      {mandate?.endedAt === null && (
        <>
          <div className="pair">
            <button type="submit" formAction={`${page}/${mandate.refuses ? 'accept' : 'refuse'}`}>
              {mandate.refuses ? 'Let renewals succeed' : 'Let renewals fail'}
            </button>
            <button type="submit" formAction={`${page}/revoke`}>
              End automatic renewal
            </button>
          </div>
          <p className="soft">These play an account without money, and a bank where the consent is taken back.</p>
        </>
      )}
      <p className="soft">A dispute plays a bank that claims the money back, until one side wins.</p>
    </form>
  );
}
