/**
 * Most commands are words, simple quotes and pipes: bash need not be asked whether more of them is to come. Errs on
 * the side of asking. A syntax error counts as complete: bash will not wait for more of it. Pure.
 */
const reserved =
  /(?:^|[\s;&|])(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|select|function|time|coproc)(?=$|[\s;&|<>])/
const quoted = /'[^']*'|"[^"\\`$]*"/g
const plain = /^(?:[\w .,/:=@%+~*?^;&|>-]|<(?!<)|\$(?=[\w?$#!@*_-]))*$/
const waiting = /(?:\|&?|&&)\s*$/

export function isCertainlyComplete(text: string): boolean {
  const words = text.replace(quoted, 'x')
  return plain.test(words) && !reserved.test(words) && !waiting.test(words)
}
