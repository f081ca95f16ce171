// breaks: @nx/enforce-module-boundaries, runtime:browser
import { variable } from '@canar/api-env';

export const address = variable;
