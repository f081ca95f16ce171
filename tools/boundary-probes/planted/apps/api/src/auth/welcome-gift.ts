// breaks: auth-imports-its-neighbours-only
import { SpendCredits } from '../credits';

export const gift = SpendCredits;
