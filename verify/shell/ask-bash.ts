/**
 * One helper bash that says whether commands are complete, by parsing each in a subshell with `set -n`: a fork instead
 * of a program a command. Nothing of a command is run.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { isCertainlyComplete } from './certainly-complete.ts'

/** `complaint` is what bash said to a command of which it would have waited for more. */
export type Completeness = { complete: true } | { complete: false; complaint: string }

export type Asker = {
  ask(text: string): Promise<Completeness>
  close(): void
}

const loop = `while IFS= read -r -d '' text; do
  (eval 'set -n'$'\\n'"$text") 2>&1; printf '\\0'
done`

const openEnded = /unexpected EOF|unexpected end of file|here-document|token .EOF. in conditional/

export function createAsker(): Asker {
  let helper: ChildProcess | undefined
  let heard = ''
  const waiting: ((said: string) => void)[] = []
  const known = new Map<string, Promise<Completeness>>()

  const start = (): ChildProcess => {
    const child = spawn('bash', ['--norc', '-c', loop, 'bash'], {
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (heard + chunk).split('\0')
      heard = parts.pop() ?? ''
      for (const said of parts) waiting.shift()?.(said)
    })
    const failed = () => waiting.splice(0).forEach((answer) => answer(''))
    child.once('error', failed).once('close', failed)
    child.stdin.on('error', failed)
    return child
  }

  const parse = async (text: string): Promise<Completeness> => {
    if (text.includes('\0')) return { complete: false, complaint: 'bash cannot read a NUL byte' }
    helper ??= start()
    const said = await new Promise<string>((answer) => {
      waiting.push(answer)
      helper?.stdin?.write(`${text}\0`)
    })
    const complaint = said.trim().replace(/^bash: (?:eval: )?line \d+: /gm, 'bash: ')
    return openEnded.test(complaint) ? { complete: false, complaint } : { complete: true }
  }

  return {
    ask(text) {
      if (isCertainlyComplete(text)) return Promise.resolve({ complete: true })
      const answer = known.get(text) ?? parse(text)
      known.set(text, answer)
      return answer
    },
    close: () => helper?.stdin?.destroy(),
  }
}
