// breaks: @nx/enforce-module-boundaries, relative
import { limit } from '../../profile-document/src/limit';

export const backDoor = limit;
