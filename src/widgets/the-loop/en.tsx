/** The widget in English: a page loads the words of its own language alone. */
import { en as wording } from '#wording/reconcile'
import { en as ui } from '#widgets/kit/strings/en.ts'
import type { ViewProps } from '#widgets/kit'
import { labels } from './labels.en.ts'
import { View } from './view.tsx'

export const language = { wording, ui, labels }

export default (props: ViewProps) => <View {...props} {...language} />
