// breaks: @nx/enforce-module-boundaries, type:lib
import { stopwatch } from '@canar/stopwatch';

export const timed = stopwatch;
