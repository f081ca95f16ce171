/** The query keys that several features use; a key of one feature stands in the file of its request. */
export const queryKeys = {
  user: ['user'],
  credits: ['credits'],
  plans: ['plans'],
  subscription: ['subscription'],
  payments: ['payments'],
  profiles: ['profiles'],
  profile: (id: string) => ['profiles', id],
  draft: (id: string) => ['profiles', id, 'draft'],
  statistics: (id: string, days: number) => ['profiles', id, 'statistics', days],
} as const;
