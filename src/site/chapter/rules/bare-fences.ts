/** Every command of the book is replayed; one in a fence would be seen by nobody but the reader. */
import type { Fence } from '../outline.ts'
import { faultOf, type Rule } from './rule.ts'

const shells = ['sh', 'bash', 'shell', 'console', 'zsh', 'shellsession', 'shell-session', 'terminal']
const plain = ['', 'text', 'txt', 'plain', 'plaintext']
const name = 'page/bare-fence'
const fault = faultOf(name)

export const bareFences: Rule = {
  name,
  check: ({ pages }) =>
    pages.flatMap(({ file, items }) =>
      items
        .filter((item) => item.kind === 'fence')
        .filter(isCommand)
        .map(({ language, at, text }) =>
          fault(
            file,
            at,
            'commands in a transcript, shown by <Step of="…" id="…" />',
            `a fence of ${language === '' ? 'no language' : language} with ${JSON.stringify(firstLine(text))}`,
            'Move the commands to a .transcript of this chapter; @not-run says why one cannot be run.',
          ),
        ),
    ),
}

const isCommand = ({ language, text }: Fence): boolean =>
  shells.includes(language.toLowerCase()) || (plain.includes(language.toLowerCase()) && /^\s*\$ /m.test(text))

const firstLine = (text: string): string => text.split('\n')[0] ?? ''
