/** The whole check, stage by stage, in the order in which they start when two run at a time: the long ones first. */
import type { Stage } from './stage.ts'
import { checkInBrowser } from './stages/browser.ts'
import { build, checkBelowBase, checkBuilt } from './stages/build.ts'
import { checkFormat, checkTypes } from './stages/check-source.ts'
import { checkContent } from './stages/content.ts'
import { mutateRecords } from './stages/mutation.ts'
import { matchRecords } from './stages/records.ts'
import { replay } from './stages/replay.ts'
import { replayOnVm } from './stages/replay-on-vm.ts'
import { runSnippets } from './stages/snippets.ts'
import { targetsHere } from './stages/targets-here.ts'
import { runVitest } from './run-vitest.ts'

type Order = Partial<Pick<Stage, 'needs' | 'after'>>

const stage = (name: string, about: string, run: Stage['run'], order: Order = {}): Stage => ({
  name,
  about,
  run,
  needs: order.needs ?? [],
  after: order.after ?? [],
})

// Two Astro processes at once write the same generated types, so those that start Astro come one after the other.
export const stages: readonly Stage[] = [
  stage('build', 'npm run build', build),
  stage('unit', 'vitest', () => runVitest('pure', 'unit')),
  stage('browser', 'the built site in Chromium', checkInBrowser, { needs: ['build'] }),
  stage('vm', 'transcripts replayed in a throwaway machine', replayOnVm),
  stage('base', 'the site built below a path', checkBelowBase, { needs: ['build'] }),
  stage('types', 'astro check, of every source', checkTypes, { after: ['build', 'base'] }),
  stage('format', 'prettier --check', checkFormat),
  stage('host', 'transcripts replayed on this machine', () => replay('host')),
  stage('k3s', 'transcripts replayed on a disposable cluster', () => replay('k3s')),
  stage('snippets', 'run by Node, output compared', runSnippets),
  stage('mutation', 'recorded outputs changed, each change noticed', () => mutateRecords()),
  stage('records', 'matched again, without a machine', async () => matchRecords(await targetsHere())),
  stage('content', 'the sources of the chapters', checkContent),
  stage('links', 'links, anchors, hreflang and policy of the built site', checkBuilt, { needs: ['build'] }),
]
