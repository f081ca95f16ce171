// breaks: @nx/enforce-module-boundaries, runtime:universal
import { variable } from '@canar/api-env';

export const limit = variable;
