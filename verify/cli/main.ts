/** Arguments and exit codes only. */
import { targets as targetNames } from '#transcript'
import { readRequired } from '#verify/test/require.ts'
import { CallError, readArguments } from './arguments.ts'
import { help } from './help.ts'
import { loadBook } from './load-book.ts'
import { standardScreen } from './standard-screen.ts'

export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await obey(argv)
  } catch (error) {
    const wrong = error instanceof CallError
    console.error(
      wrong ? `${error.message}\n\nnpm run verify -- --help says more.` : (error as Error).message,
    )
    return wrong ? 2 : 1
  }
}

async function obey(argv: readonly string[]): Promise<number> {
  const screen = standardScreen()
  const say = ({ lines, exit }: { lines: readonly string[]; exit: number }): number => {
    screen.write(lines.map((line) => `${line}\n`).join(''))
    return exit
  }
  const call = readArguments(argv)
  if (call.mode === 'help') return say({ lines: [help], exit: 0 })
  const insisted = readRequirements()
  const required = new Set(targetNames.filter((name) => insisted.has(name)))
  const book = await loadBook(call)
  switch (call.mode) {
    case 'replay':
      return (await import('./replay.ts')).replayBook(call, book, required, screen)
    case 'enter':
      return (await import('./enter.ts')).enterSandbox(call, book)
    case 'list':
      return say((await import('./offline.ts')).listBook(call, book))
    case 'offline':
      return say(await (await import('./offline.ts')).matchOffline(call, book, required))
    case 'mutate':
      return say((await import('./offline.ts')).mutateRecords(call, book))
  }
}

function readRequirements(): ReadonlySet<string> {
  try {
    return readRequired(process.env['NODEBOOK_REQUIRE'])
  } catch (error) {
    throw new CallError((error as Error).message)
  }
}
