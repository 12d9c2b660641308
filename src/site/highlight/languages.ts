import { createHighlighterCore, createCssVariablesTheme } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import json from 'shiki/dist/langs/json.mjs'
import typescript from 'shiki/dist/langs/typescript.mjs'
import yaml from 'shiki/dist/langs/yaml.mjs'

export const languages = ['typescript', 'yaml', 'json'] as const
export type CodeLanguage = (typeof languages)[number]

export const isCodeLanguage = (name: string): name is CodeLanguage =>
  (languages as readonly string[]).includes(name)

export const variablePrefix = '--tk-'
export const theme = 'classes'

/** One highlighter for the whole build, made when the first code asks for it. */
let made: ReturnType<typeof createHighlighterCore> | undefined

export const highlighter = () =>
  (made ??= createHighlighterCore({
    themes: [createCssVariablesTheme({ name: theme, variablePrefix })],
    langs: [typescript, yaml, json],
    engine: createJavaScriptRegexEngine(),
  }))
