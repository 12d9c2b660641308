import mdx from '@astrojs/mdx'
import preact from '@astrojs/preact'
import sitemap from '@astrojs/sitemap'
import { satteri } from '@astrojs/markdown-satteri'
import { defineConfig } from 'astro/config'
import { headingIds } from './src/site/markdown/heading-ids.ts'
import { highlightFences } from './src/site/markdown/highlight-fences.ts'

// SITE is the origin, BASE the path below it; both come from whoever deploys.
const site = process.env.SITE ?? 'http://127.0.0.1:4321'
const base = process.env.BASE ?? '/'

// Chunks carry the names of what they hold, so that `npm run bench -- site` can weigh each against its bar.
const named = (kind, pattern) => ({
  test: pattern,
  name: (id) => `${kind}-${pattern.exec(id).slice(1).join('-')}`,
})
const chunks = [
  { name: 'preact', test: /node_modules\/(preact|@astrojs\/preact)\// },
  named('model', /src\/models\/([^/]+)\//),
  named('wording', /src\/wording\/([^/]+)\/([^/.]+)/),
]

export default defineConfig({
  site,
  base,
  publicDir: './src/site/public',
  trailingSlash: 'always',
  integrations: [
    mdx({ processor: satteri({ hastPlugins: [highlightFences, headingIds] }) }),
    preact(),
    sitemap({ i18n: { defaultLocale: 'en', locales: { en: 'en', 'zh-cn': 'zh-CN' } } }),
  ],
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: ["default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'self'"],
      // Pagefind's index is WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
  vite: {
    worker: { format: 'es' },
    // Found while developing only at the first click on a snippet, which a reload would swallow.
    optimizeDeps: { include: ['sucrase'] },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } },
    },
  },
})
