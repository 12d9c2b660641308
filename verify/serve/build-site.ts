/** Builds the site and its search index. SITE and BASE reach astro.config.mjs through the environment. */
import { join } from 'node:path'
import { projectRoot, runTool } from '../program/index.ts'

export type BuildOptions = {
  /** `show` passes the programs' own output through; `keep` says only what failed. */
  output: 'show' | 'keep'
  outDir?: string
  env?: Record<string, string>
  timeout?: number
  log?: (line: string) => void
}

export type Built = { ok: true; outDir: string } | { ok: false; message: string; code: number }

export async function buildSite(options: BuildOptions): Promise<Built> {
  const { output, outDir = join(projectRoot, 'dist'), env = {}, timeout, log = () => {} } = options
  const programs = [
    { name: 'astro', args: ['build', '--outDir', outDir], what: 'pages' },
    { name: 'pagefind', args: ['--site', outDir], what: 'search index' },
  ]
  for (const { name, args, what } of programs) {
    const start = performance.now()
    const result = await runTool(name, args, {
      output,
      env: { ASTRO_TELEMETRY_DISABLED: '1', ...env },
      ...(timeout === undefined ? {} : { timeout }),
    })
    if (result.code !== 0) {
      const printed = output === 'show' ? '' : `\n${result.stdout}${result.stderr}`.trimEnd()
      const how = result.timedOut ? `did not end in ${timeout} ms` : `ended with ${result.code}`
      return { ok: false, code: result.code ?? 1, message: `${name} (${what}) ${how}.${printed}` }
    }
    log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
  return { ok: true, outDir }
}
