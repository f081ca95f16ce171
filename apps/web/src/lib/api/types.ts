import type { Schema } from '@canar/api-client';

export type BillingDetails = Schema<'BillingDetails'>;
export type Credits = Schema<'Credits'>;
export type Draft = Schema<'Draft'>;
export type Entry = Schema<'Entry'>;
export type EntryPage = Schema<'EntryPage'>;
export type Imported = Schema<'Imported'>;
export type Invoice = Schema<'Invoice'>;
export type Payment = Schema<'Payment'>;
export type PaymentPage = Schema<'PaymentPage'>;
export type Photo = Schema<'Photo'>;
export type Plan = Schema<'Plan'>;
export type Profile = Schema<'Profile'>;
export type Publication = Schema<'Publication'>;
export type PublicationBody = Schema<'PublicationBody'>;
export type Revision = Schema<'Revision'>;
export type ShareLink = Schema<'ShareLink'>;
export type ShareLinkBody = Schema<'ShareLinkBody'>;
export type Statistics = Schema<'Statistics'>;
export type Subscription = Schema<'Subscription'>;
export type TopUpPack = Schema<'TopUpPack'>;
export type TrashedProfile = Schema<'TrashedProfile'>;
export type Warning = Schema<'Warning'>;

/** A contact detail that a published page may leave out. */
export type HiddenField = Publication['hiddenFields'][number];
