import type { Schema } from '@canar/api-client';

export type Checkout = Schema<'Checkout'>;
export type Credits = Schema<'Credits'>;
export type Cv = Schema<'Cv'>;
export type Draft = Schema<'Draft'>;
export type DraftSaved = Schema<'DraftSaved'>;
export type Entry = Schema<'Entry'>;
export type EntryPage = Schema<'EntryPage'>;
export type Imported = Schema<'Imported'>;
export type Payment = Schema<'Payment'>;
export type PaymentPage = Schema<'PaymentPage'>;
export type Photo = Schema<'Photo'>;
export type Plan = Schema<'Plan'>;
export type PlanList = Schema<'PlanList'>;
export type Profile = Schema<'Profile'>;
export type ProfileList = Schema<'ProfileList'>;
export type Publication = Schema<'Publication'>;
export type PublicationBody = Schema<'PublicationBody'>;
export type RefreshedToken = Schema<'RefreshedToken'>;
export type Revision = Schema<'Revision'>;
export type RevisionDocument = Schema<'RevisionDocument'>;
export type RevisionList = Schema<'RevisionList'>;
export type RevisionSaved = Schema<'RevisionSaved'>;
export type RevisionUndone = Schema<'RevisionUndone'>;
export type SignedIn = Schema<'SignedIn'>;
export type SlugAnswer = Schema<'SlugAnswer'>;
export type Subscription = Schema<'Subscription'>;
export type TopUpPack = Schema<'TopUpPack'>;
export type TrashedProfile = Schema<'TrashedProfile'>;
export type TrashList = Schema<'TrashList'>;
export type Upload = Schema<'Upload'>;
export type User = Schema<'User'>;
export type Warning = Schema<'Warning'>;

/** A contact detail that a published page may leave out. */
export type HiddenField = Publication['hiddenFields'][number];
