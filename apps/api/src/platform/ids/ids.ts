declare const kind: unique symbol;

/** A UUID that names a thing of one kind; ids of different kinds cannot be exchanged. */
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/**
 * Marks a string as an id of one kind, where it enters: a path parameter, a claim, a new id. It does not check the text.
 * At run time it is `String`: the type that decorators must see for a path parameter to be documented as a string.
 */
type Brand<Kind extends string> = (text: string) => Id<Kind>;

export type TenantId = Id<'tenant'>;
export const TenantId = String as unknown as Brand<'tenant'>;

export type UserId = Id<'user'>;
export const UserId = String as unknown as Brand<'user'>;

export type SessionId = Id<'session'>;
export const SessionId = String as unknown as Brand<'session'>;

export type ProfileId = Id<'profile'>;
export const ProfileId = String as unknown as Brand<'profile'>;

export type RevisionId = Id<'revision'>;
export const RevisionId = String as unknown as Brand<'revision'>;

export type ShareLinkId = Id<'share-link'>;
export const ShareLinkId = String as unknown as Brand<'share-link'>;

export type CheckoutId = Id<'checkout'>;
export const CheckoutId = String as unknown as Brand<'checkout'>;

export type PaymentId = Id<'payment'>;
export const PaymentId = String as unknown as Brand<'payment'>;
