/** `npm run diagrams` */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBrowser } from '../browser/open-browser.ts'
import { projectRoot } from '../program/index.ts'
import { draw, loadMermaid } from './draw.ts'
import { findDiagrams } from './find-diagrams.ts'

const stale = (await findDiagrams(projectRoot)).filter(({ stale }) => stale)
if (stale.length === 0) console.log('Every drawing is that of its source: content/*/diagrams/*.mmd.')
else {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await loadMermaid(page)
  for (const diagram of stale) {
    await writeFile(join(projectRoot, diagram.drawing), await draw(page, diagram))
    console.log(`drew ${diagram.drawing}`)
  }
  await browser.close()
}
