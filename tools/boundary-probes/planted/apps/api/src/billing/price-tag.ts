// breaks: @nx/enforce-module-boundaries, type:app
import { stopwatch } from '@canar/stopwatch';

export const tag = stopwatch;
