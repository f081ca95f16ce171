// breaks: billing-imports-its-neighbours-only
import type { Profile } from '../profiles';

export const lineItemFor = (profile: Profile): string => profile.title;
