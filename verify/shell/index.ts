/** The shell that replays a transcript, and zx for everything else that verify runs. */
export { createAsker, type Asker, type Completeness } from './ask-bash.ts'
export { openChannels, type Channels } from './channels.ts'
export { driveShell, type Shell, type ShellRun } from './drive-shell.ts'
export type { Preparation } from './report.ts'
export { $ } from './zx.ts'
