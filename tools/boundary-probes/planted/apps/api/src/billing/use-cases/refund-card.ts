// breaks: stripe-behind-its-adapter
import * as vendor from 'stripe';

export const refundCard = vendor;
