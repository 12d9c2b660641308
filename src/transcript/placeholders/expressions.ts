/** The longer expressions of the table, put together from named parts so that each can be read on its own. */

const octet = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
export const ip4 = `${octet}(\\.${octet}){3}`

const group = '[0-9A-Fa-f]{1,4}'
const lastTwo = `(${group}:${group}|${ip4})`

/** RFC 3986's rule IPv6address: `::` stands at most once, for at least one group. */
export const ip6 = [
  `(${group}:){6}${lastTwo}`,
  `::(${group}:){5}${lastTwo}`,
  `(${group})?::(${group}:){4}${lastTwo}`,
  `((${group}:){0,1}${group})?::(${group}:){3}${lastTwo}`,
  `((${group}:){0,2}${group})?::(${group}:){2}${lastTwo}`,
  `((${group}:){0,3}${group})?::${group}:${lastTwo}`,
  `((${group}:){0,4}${group})?::${lastTwo}`,
  `((${group}:){0,5}${group})?::${group}`,
  `((${group}:){0,6}${group})?::`,
].join('|')

export const cidr = `${ip4}/(3[0-2]|[12]?[0-9])|(${ip6})/(12[0-8]|1[01][0-9]|[1-9]?[0-9])`

/** Exactly what `duration.HumanDuration` of k8s.io/apimachinery can print, and kubectl's two words beside it. */
export const age = [
  '([1-9]?[0-9]|1[01][0-9])s',
  '[2-9]m(([1-9]|[1-5][0-9])s)?',
  '([1-9][0-9]|1[0-7][0-9])m',
  '[3-7]h(([1-9]|[1-5][0-9])m)?',
  '([89]|[1-3][0-9]|4[0-7])h',
  '[2-7]d(([1-9]|1[0-9]|2[0-3])h)?',
  '([89]|[1-9][0-9]|[1-6][0-9]{2}|7[0-2][0-9])d',
  '[2-7]y(([1-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-4])d)?',
  '([89]|[1-9][0-9]+)y',
  '<invalid>',
  '<unknown>',
].join('|')

const clock = '([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)'
const shortClock = '([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)([.,][0-9]+)?)?'
const isoDay = '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
const isoOffset = '(Z|[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)'
const weekday = '(Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const month = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'

/** ISO 8601's extended form, or date(1) in the C locale: `Sat Nov 21 04:46:02 UTC 2026`. */
export const date = [
  `${isoDay}(T${shortClock}${isoOffset}?)?`,
  `${weekday} ${month} +([1-9]|[12][0-9]|3[01]) ${clock} ([A-Z]{3,5}|[+-][0-9]{2,4}) [0-9]{4}`,
].join('|')

/** What Go's `time.Duration` prints, and the shorter forms that Kubernetes' API prints (`1h`). */
export const duration = '-?([0-9]+(\\.[0-9]+)?(ns|us|µs|μs|ms|s|m|h))+'

/** The grammar in k8s.io/apimachinery's resource.Quantity. */
export const quantity =
  '[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]+)?'

/** The alphabet of k8s.io/apimachinery's util/rand: no vowels and no look-alikes. A template's hash may come first. */
const safe = '[bcdfghjklmnpqrstvwxz2456789]'
export const suffix = `${safe}{5,10}(-${safe}{5})?`
