// breaks: platform-knows-no-module
import { Caller } from '../../auth';

export const whoCalls = Caller;
