import { Caller } from './caller';

export const someone = new Caller('someone');
