// breaks: @nx/enforce-module-boundaries, type:e2e
import { stopwatch } from '@canar/stopwatch';

export const timed = stopwatch;
