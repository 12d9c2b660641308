/** The widget in Chinese: a page loads the words of its own language alone. */
import { zhCn as wording } from '#wording/pod-cgroups'
import { zhCn as ui } from '#widgets/kit/strings/zh-cn.ts'
import { labels } from './labels.zh-cn.ts'
import { View, type ViewProps } from './view.tsx'

export const language = { wording, ui, labels }

export default (props: ViewProps) => <View {...props} {...language} />
