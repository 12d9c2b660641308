import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { chapterSchema } from './site/chapter/index.ts'

/** `content/namespaces/zh-cn.mdx` is the entry `namespaces/zh-cn`. */
const chapters = defineCollection({
  loader: glob({
    base: './content',
    pattern: '*/{en,zh-cn}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: chapterSchema,
})

export const collections = { chapters }
