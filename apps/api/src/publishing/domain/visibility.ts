/** Who may open a page: everyone, including search engines; whoever has the address; whoever knows the password. */
export const visibilities = ['public', 'unlisted', 'protected'] as const;

/** One of the visibilities of a publication. */
export type Visibility = (typeof visibilities)[number];
