/** `npm run verify`: arguments and exit codes only. */
import { targets as targetNames } from '#transcript'
import { CallError, readArguments } from './cli/arguments.ts'
import { enterSandbox } from './cli/enter.ts'
import { help } from './cli/help.ts'
import { loadBook } from './cli/load-book.ts'
import { listBook, matchOffline, mutateRecords } from './cli/offline.ts'
import { replayBook } from './cli/replay.ts'
import { standardScreen } from './cli/say.ts'
import { readRequired } from './test/require.ts'

const screen = standardScreen()
const say = ({ lines, exit }: { lines: readonly string[]; exit: number }): number => {
  screen.write(lines.map((line) => `${line}\n`).join(''))
  return exit
}

try {
  process.exitCode = await main()
} catch (error) {
  const wrong = error instanceof CallError
  console.error(wrong ? `${error.message}\n\nnpm run verify -- --help says more.` : (error as Error).message)
  process.exitCode = wrong ? 2 : 1
}

async function main(): Promise<number> {
  const call = readArguments(process.argv.slice(2))
  if (call.mode === 'help') return say({ lines: [help], exit: 0 })
  const insisted = readRequirements()
  const required = new Set(targetNames.filter((name) => insisted.has(name)))
  const book = await loadBook(call)
  switch (call.mode) {
    case 'list':
      return say(listBook(call, book))
    case 'offline':
      return say(await matchOffline(call, book, required))
    case 'mutate':
      return say(mutateRecords(call, book))
    case 'enter':
      return await enterSandbox(call, book)
    case 'replay':
      return await replayBook(call, book, required, screen)
  }
}

function readRequirements(): ReadonlySet<string> {
  try {
    return readRequired(process.env['NODEBOOK_REQUIRE'])
  } catch (error) {
    throw new CallError((error as Error).message)
  }
}
