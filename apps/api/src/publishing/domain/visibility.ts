/** Who may open a page: everyone, including search engines; people with the address; people with the password. */
export const visibilities = ['public', 'unlisted', 'protected'] as const;

/** One of the visibilities of a publication. */
export type Visibility = (typeof visibilities)[number];
