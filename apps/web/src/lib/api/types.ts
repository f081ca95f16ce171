/** A whole number of paise. */
export interface Money {
  amount: number;
  currency: 'INR';
}

export interface User {
  id: string;
  email: string;
  name: string;
  emailVerified: boolean;
  tenantId: string;
  role: 'viewer' | 'editor' | 'billing' | 'admin' | 'owner';
  createdAt: string;
}

/** The access token is null when the server keeps the session in a cookie. */
export interface SignedIn {
  user: User;
  accessToken: string | null;
  expiresIn: number | null;
}

export interface RefreshedToken {
  accessToken: string;
  expiresIn: number;
}

export interface Plan {
  id: 'basic' | 'premium';
  name: string;
  price: Money;
  credits: number;
  periodDays: number;
  features: string[];
}

export interface TopUpPack {
  price: Money;
  credits: number;
  validDays: number;
}

export interface PlanList {
  plans: Plan[];
  topUp: TopUpPack;
}

export interface Subscription {
  status: 'none' | 'pending' | 'active' | 'past_due' | 'cancelling' | 'expired';
  plan: Plan['id'] | null;
  periodStart: string | null;
  periodEnd: string | null;
  daysLeft: number | null;
  cancelAtPeriodEnd: boolean;
  canEdit: boolean;
}

/** `url` is the payment provider's own page. */
export interface Checkout {
  checkoutId: string;
  url: string;
}

export interface Payment {
  id: string;
  kind: 'plan' | 'top_up';
  description: string;
  amount: Money;
  credits: number;
  paidAt: string;
}

export interface PaymentPage {
  payments: Payment[];
  nextCursor: string | null;
}

export interface Credits {
  balance: number;
  editCost: number;
  editsLeft: number;
  expiring: { amount: number; expiresAt: string }[];
}

/** One line of the statement; `amount` is signed. */
export interface Entry {
  id: string;
  kind: 'grant' | 'charge' | 'reversal' | 'expiry' | 'take_back';
  amount: number;
  balanceAfter: number;
  action: string | null;
  source: 'plan' | 'top_up' | 'operator' | null;
  profile: { id: string; title: string | null } | null;
  revisionNumber: number | null;
  effectiveAt: string;
  recordedAt: string;
}

export interface EntryPage {
  entries: Entry[];
  nextCursor: string | null;
}

export interface Photo {
  id: string;
  url: string;
  bytes: number;
  mediaType: string;
  sizes: { width: number; url: string }[];
}

export interface Cv {
  id: string;
  url: string;
  bytes: number;
  mediaType: 'application/pdf';
  fileName: string;
}

/** A contact detail that a published page may leave out. */
export type HiddenField = 'email' | 'phone' | 'address';

export interface Publication {
  slug: string;
  url: string;
  visibility: 'public' | 'unlisted';
  hiddenFields: HiddenField[];
  showCv: boolean;
  template: string;
  publishedAt: string;
}

export interface PublicationInput {
  slug: string;
  visibility: Publication['visibility'];
  hiddenFields?: HiddenField[];
  showCv?: boolean;
  template?: string;
}

export interface Profile {
  id: string;
  title: string;
  createdAt: string;
  updatedAt: string;
  latestRevision: number | null;
  hasUnsavedChanges: boolean;
  photo: Photo | null;
  cv: Cv | null;
  publication: Publication | null;
}

export interface ProfileList {
  profiles: Profile[];
  nextCursor: string | null;
}

export interface Warning {
  pointer: string;
  code: string;
}

export interface Draft {
  document: unknown;
  warnings: Warning[];
}

export interface Revision {
  id: string;
  number: number;
  createdAt: string;
  undone: boolean;
  undoableUntil: string | null;
}

/** `charge` is null when nothing had changed since the latest revision. */
export interface RevisionSaved {
  revision: Revision;
  charge: { credits: number; balanceAfter: number; entryId: string } | null;
}

export interface RevisionList {
  revisions: Revision[];
  nextCursor: string | null;
}

export interface RevisionUndone {
  revision: Revision;
  reversal: { credits: number; balanceAfter: number };
}

/** A résumé turned into a document, with what was put right and what found no place. */
export interface Imported {
  document: unknown;
  unplaced: { pointer: string; value: string; reason: string }[];
  repaired: { pointer: string; from: string; to: string }[];
}

export interface SlugAvailability {
  available: boolean;
  suggestion: string | null;
}

export interface TemplateList {
  templates: { id: string; name: string }[];
}
