// breaks: ui-knows-no-feature
import { SignedIn } from '@/signed-in/signed-in';

export const readSession = SignedIn;
