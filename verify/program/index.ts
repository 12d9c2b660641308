export { binary, projectRoot } from './project.ts'
export { runProgram } from './run-program.ts'
export type { ProgramOptions, ProgramResult } from './run-program.ts'
export { findChromium, findProgram } from './find-program.ts'
