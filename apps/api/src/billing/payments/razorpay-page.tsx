import { amountText, OrderLines, paymentPage } from './payment-page';
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

/** What both checkouts of Razorpay are told of an order, by the names of its hosted one. */
export function fieldsOf({ id, description, orderId, keyId, seller, publicUrl }: RazorpayPageContent) {
  return {
    key_id: keyId,
    order_id: orderId,
    name: seller,
    description,
    callback_url: `${publicUrl}/api/billing/razorpay/checkouts/${id}/returned`,
    cancel_url: returnAddress(publicUrl, id, 'abandoned'),
  };
}

/** The page that leads to Razorpay's hosted checkout, whose form carries the order there. */
export function razorpayPage(content: RazorpayPageContent): string {
  const { description, price, action } = content;
  const amount = amountText(price.amount);
  const fields = fieldsOf(content);
  return paymentPage(
    'Payment',
    null,
    <form method="post" action={action}>
      <h1>Your order</h1>
      <OrderLines description={description} amount={amount} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="main" type="submit">
        Pay {amount} with Razorpay
      </button>
      <p>
        <a href={fields.cancel_url}>Back without paying</a>
      </p>
    </form>,
  );
}
