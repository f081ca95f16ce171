export { freePort } from './free-port';
export { findProgram, MissingProgramError, programPath, type ProgramName } from './program-path';
export { startRedis, type TestRedis } from './redis-server';
