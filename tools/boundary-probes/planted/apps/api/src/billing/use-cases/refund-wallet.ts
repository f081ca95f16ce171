// breaks: razorpay-behind-its-adapter
import * as vendor from 'razorpay';

export const refundWallet = vendor;
