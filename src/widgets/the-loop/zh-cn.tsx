/** The widget in Chinese: a page loads the words of its own language alone. */
import { zhCn as wording } from '#wording/reconcile'
import { zhCn as ui } from '#widgets/kit/strings/zh-cn.ts'
import type { ViewProps } from '#widgets/kit'
import { labels } from './labels.zh-cn.ts'
import { View } from './view.tsx'

export const language = { wording, ui, labels }

export default (props: ViewProps) => <View {...props} {...language} />
