/** The orders in which profiles are listed: newest first, last changed first, or by title. */
export const profileOrders = ['created', 'changed', 'title'] as const;
export type ProfileOrder = (typeof profileOrders)[number];

/** What a list of profiles is narrowed to. */
export interface ProfileFilter {
  /** text in the title or in a tag, in any case */
  search?: string;
  /** a tag, in any case */
  tag?: string;
}
