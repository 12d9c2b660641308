/** Dates and durations as each language writes them. */
import { tagOf, type Language } from '../language/index.ts'

export function showDate(iso: string, language: Language): string {
  const date = new Date(iso)
  if (language === 'zh-cn') return iso.slice(0, 10)
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(date)
}

export function showDuration(milliseconds: number, language: Language): string {
  const [value, unit] =
    milliseconds < 1000
      ? [Math.max(1, Math.round(milliseconds)), 'millisecond']
      : [milliseconds / 1000, 'second']
  return new Intl.NumberFormat(tagOf(language), {
    style: 'unit',
    unit: unit as string,
    unitDisplay: language === 'en' ? 'short' : 'long',
    maximumFractionDigits: 1,
  }).format(value as number)
}

export const showMinutes = (seconds: number, language: Language) =>
  new Intl.NumberFormat(tagOf(language), { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(
    Math.max(1, Math.round(seconds / 60)),
  )

export const showShare = (share: number, language: Language) =>
  new Intl.NumberFormat(tagOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(share)

export const showList = (items: readonly string[], language: Language) =>
  new Intl.ListFormat(tagOf(language)).format(items)

/** `6.18.44-custom` is shown as 6.18.44; the whole name stands in the environment. */
export const showKernel = (kernel: string) => `Linux ${/^\d+(\.\d+)*/.exec(kernel)?.[0] ?? kernel}`

export const showNumber = (value: number, language: Language) =>
  new Intl.NumberFormat(tagOf(language)).format(value)
