import { defineHastPlugin } from 'satteri'

const idAtEnd = /\s*\[#([a-z0-9-]+)\]\s*$/

/** `## Process 1 [#process-1]`: the id stands with the heading, so that both languages share one address. */
export const headingIds = defineHastPlugin({
  name: 'heading-ids',
  element: {
    filter: ['h2', 'h3'],
    visit(node, ctx) {
      const last = node.children.at(-1)
      if (last?.type !== 'text') return
      const id = idAtEnd.exec(last.value)?.[1]
      if (!id) return
      ctx.setProperty(node, 'id', id)
      ctx.replaceNode(last, { type: 'text', value: last.value.replace(idAtEnd, '') })
    },
  },
})
