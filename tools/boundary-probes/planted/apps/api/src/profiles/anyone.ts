// breaks: testing-stays-in-tests
import { someone } from '../auth/testing';

export const anyone = someone;
