/** The last look before a record is written: what must never be published, wherever it was printed. */
const kinds: readonly { what: string; pattern: RegExp }[] = [
  { what: 'a PEM block', pattern: /-----BEGIN [A-Z ]*(?:PRIVATE KEY|CERTIFICATE)-----/ },
  { what: 'a JSON web token', pattern: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/ },
  { what: 'a k3s join token', pattern: /\bK10[0-9a-f]{16,}::[\w-]+:\S+/ },
  { what: 'a bootstrap token', pattern: /\b[a-z0-9]{6}\.[a-z0-9]{16}\b/ },
  {
    what: 'kubeconfig data',
    pattern: /\b(?:client-key-data|client-certificate-data|certificate-authority-data):\s*\S{16,}/,
  },
]

export type Secret = { what: string; line: number }

/** The first secret in a command's redacted output; `<secret>` has already hidden what it matched. */
export function findSecret(output: string): Secret | undefined {
  const lines = output.split('\n')
  for (const [index, line] of lines.entries()) {
    const kind = kinds.find(({ pattern }) => pattern.test(line))
    if (kind) return { what: kind.what, line: index + 1 }
  }
  return undefined
}
