export { findProgram, MissingProgramError, programPath, type ProgramName } from './program-path';
