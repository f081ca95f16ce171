/** The names under which answers of the API are kept on a signed-in page. */
export const queryKeys = {
  user: ['user'],
  credits: ['credits'],
  entries: ['credits', 'entries'],
  recentEntries: ['credits', 'recent'],
  plans: ['plans'],
  subscription: ['subscription'],
  payments: ['payments'],
  profiles: ['profiles'],
  trash: ['trash'],
  profile: (id: string) => ['profiles', id],
  draft: (id: string) => ['profiles', id, 'draft'],
  revisions: (id: string) => ['profiles', id, 'revisions'],
  shareLinks: (id: string) => ['profiles', id, 'share-links'],
  statistics: (id: string, days: number) => ['profiles', id, 'statistics', days],
  revision: (id: string, number: number) => ['profiles', id, 'revisions', number],
} as const;
