import { z } from 'zod';

/** The names of the payment providers that there are. */
export const paymentProviderNames = ['razorpay', 'stripe', 'sandbox'] as const;

/** The name of a payment provider, in addresses, tables and PAYMENT_PROVIDERS. */
export type PaymentProviderName = (typeof paymentProviderNames)[number];

const providers = z
  .string()
  .default('sandbox')
  .transform((value) => value.split(',').map((part) => part.trim()))
  .pipe(
    z
      .array(z.enum(paymentProviderNames, `must be a list of ${paymentProviderNames.join(', ')}`))
      .refine((names) => new Set(names).size === names.length, 'must name each provider once'),
  );

const endpoint = z.url({ protocol: /^https?$/ });

/** The variables of payment: which providers are offered, and what each of them needs. */
export const paymentVariables = {
  PAYMENT_PROVIDERS: providers,
  RAZORPAY_KEY_ID: z.string().optional(),
  RAZORPAY_KEY_SECRET: z.string().optional(),
  RAZORPAY_WEBHOOK_SECRET: z.string().min(16, 'must hold at least 16 random characters').optional(),
  RAZORPAY_ENDPOINT: endpoint.optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_ENDPOINT: endpoint.optional(),
  SANDBOX_SECRET: z.string().min(32, 'must hold at least 32 random characters').optional(),
};

type PaymentEnv = z.output<z.ZodObject<typeof paymentVariables>>;

/** What each provider needs to collect, and to read its events. */
export const paymentSecrets: Record<PaymentProviderName, readonly (keyof PaymentEnv)[]> = {
  razorpay: ['RAZORPAY_KEY_ID', 'RAZORPAY_KEY_SECRET', 'RAZORPAY_WEBHOOK_SECRET'],
  stripe: ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  sandbox: ['SANDBOX_SECRET'],
};

/** What an offered provider needs and does not have, each with its error message. */
export function missingPaymentVariables(env: PaymentEnv): { name: keyof PaymentEnv; message: string }[] {
  return env.PAYMENT_PROVIDERS.flatMap((provider) =>
    paymentSecrets[provider]
      .filter((name) => !env[name])
      .map((name) => ({ name, message: `is required when PAYMENT_PROVIDERS holds ${provider}` })),
  );
}

/** The name of a variable of payment. */
export type PaymentVariableName = keyof typeof paymentVariables;

/** Every variable of payment. */
export const paymentVariableNames = Object.keys(paymentVariables) as PaymentVariableName[];
