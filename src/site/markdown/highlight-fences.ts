import { defineHastPlugin } from 'satteri'
import { highlight, isCodeLanguage } from '../highlight/index.ts'

/** A fence with a language we colour becomes classes, never style attributes: the security policy forbids those. */
export const highlightFences = defineHastPlugin({
  name: 'highlight-fences',
  element: {
    filter: ['pre'],
    async visit(node, ctx) {
      const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code')
      if (code?.type !== 'element') return
      const classes = code.properties['className']
      const language = String(Array.isArray(classes) ? classes[0] : '').replace('language-', '')
      if (!isCodeLanguage(language)) return
      const html = await highlight(ctx.textContent(code).replace(/\n$/, ''), language)
      ctx.replaceNode(node, {
        type: 'raw',
        value: `<pre class="code" tabindex="0"><code>${html}</code></pre>`,
      })
    },
  },
})
