export { freePort } from './free-port';
export { findProgram, MissingProgramError, programPath } from './program-path';
export { startRedis, type TestRedis } from './redis-server';
