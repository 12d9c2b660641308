/** The widget in English: a page loads the words of its own language alone. */
import { en as wording } from '#wording/pod-cgroups'
import { en as ui } from '#widgets/kit/strings/en.ts'
import { labels } from './labels.en.ts'
import { View, type ViewProps } from './view.tsx'

export const language = { wording, ui, labels }

export default (props: ViewProps) => <View {...props} {...language} />
