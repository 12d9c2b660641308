/** `ask-main.ts HOST PORT FILE COMMAND…`: FILE holds the word, which has no place on a command line. */
import { readFileSync } from 'node:fs'
import { runThere } from './ask.ts'

const [host = '', port = '', file = '', ...command] = process.argv.slice(2)
const word = readFileSync(file, 'utf8').trim()
try {
  process.exitCode = await runThere({ host, port: Number(port), word }, command)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 255
}
