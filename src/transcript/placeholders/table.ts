/**
 * The placeholder types, as the book publishes them: the expression, three values accepted, three refused,
 * and one line in each language. A value is the whole text of the placeholder, after spaces are made equal.
 */
import { age, cidr, date, duration, ip4, ip6, quantity, suffix } from './expressions.ts'

type Three = readonly [string, string, string]

export type PlaceholderType = {
  expression: string
  accepts: Three
  refuses: Three
  words: { en: string; 'zh-cn': string }
}

export const placeholders = {
  int: {
    expression: '-?[0-9]+',
    accepts: ['0', '4026531836', '-17'],
    refuses: ['1.5', '0x1f', '+3'],
    words: { en: 'A whole number, with a minus or without.', 'zh-cn': '整数，可带负号。' },
  },
  num: {
    expression: '-?[0-9]+(\\.[0-9]+)?',
    accepts: ['0', '0.25', '-12.5'],
    refuses: ['.5', '1e9', '1.'],
    words: { en: 'A decimal number.', 'zh-cn': '十进制数。' },
  },
  mac: {
    expression: '[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}',
    accepts: ['ce:a5:5b:61:0b:49', '00:00:00:00:00:00', 'FF:FF:FF:FF:FF:FF'],
    refuses: ['ce:a5:5b:61:0b', 'ce-a5-5b-61-0b-49', 'ce:a5:5b:61:0b:4g'],
    words: { en: 'A link-layer address of six octets.', 'zh-cn': '六个八位组的链路层地址。' },
  },
  ip: {
    expression: ip4,
    accepts: ['10.42.0.7', '255.255.255.255', '0.0.0.0'],
    refuses: ['10.42.0.256', '10.42.0', '010.42.0.7'],
    words: { en: 'An IPv4 address, each octet 0–255.', 'zh-cn': 'IPv4 地址，每段 0–255。' },
  },
  ip6: {
    expression: ip6,
    accepts: ['fe80::1', '::', '::ffff:10.42.0.7'],
    refuses: ['fe80:::1', '1::2::3', '1:2:3:4:5:6:7'],
    words: { en: 'An IPv6 address in any of its forms.', 'zh-cn': '任意写法的 IPv6 地址。' },
  },
  cidr: {
    expression: cidr,
    accepts: ['10.42.0.0/24', '0.0.0.0/0', 'fd00::/128'],
    refuses: ['10.42.0.0/33', '10.42.0.0', 'fd00::/129'],
    words: {
      en: 'An IPv4 or IPv6 address with a prefix length in range.',
      'zh-cn': '带合法前缀长度的 IPv4 或 IPv6 地址。',
    },
  },
  age: {
    expression: age,
    accepts: ['5s', '2m30s', '4d2h'],
    refuses: ['5', '90m30s', '1h'],
    words: { en: 'An age as kubectl prints it.', 'zh-cn': 'kubectl 打印的存续时间。' },
  },
  date: {
    expression: date,
    accepts: ['2026-11-21', '2026-11-21T04:46:02Z', 'Sat Nov 21 04:46:02 UTC 2026'],
    refuses: ['2026-13-01', '21/11/2026', '2026-11-21T24:00:00Z'],
    words: { en: 'ISO 8601, or the default of date(1).', 'zh-cn': 'ISO 8601 日期，或 date(1) 的默认格式。' },
  },
  duration: {
    expression: duration,
    accepts: ['1h0m0s', '1.5s', '250ms'],
    refuses: ['5', '1d', '1h 5m'],
    words: { en: 'A duration as Go writes it.', 'zh-cn': 'Go 写法的时长。' },
  },
  quantity: {
    expression: quantity,
    accepts: ['500m', '128Mi', '1e3'],
    refuses: ['128MB', '1.5.0', 'Mi'],
    words: { en: 'A Kubernetes resource quantity.', 'zh-cn': 'Kubernetes 的资源数量。' },
  },
  version: {
    expression: 'v?[0-9]+\\.[0-9]+\\.[0-9]+([-+.~][0-9A-Za-z.+~_-]+)?',
    accepts: ['v1.36.2+k3s1', '6.1.0-18-amd64', '1.1.5'],
    refuses: ['v1', '1.36', '1.2.3-'],
    words: { en: 'A version of three numbers, with a suffix or without.', 'zh-cn': '三段版本号，可带后缀。' },
  },
  hash: {
    expression: '[0-9A-Fa-f]{7,}',
    accepts: ['f2e8de8', '0123456789abcdef', 'DEADBEEF'],
    refuses: ['f2e8de', 'sha256', 'f2e8deg'],
    words: { en: 'Seven or more hexadecimal digits.', 'zh-cn': '七位或更多十六进制数字。' },
  },
  uid: {
    expression: '[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}',
    accepts: [
      '123e4567-e89b-12d3-a456-426614174000',
      '00000000-0000-0000-0000-000000000000',
      'A987FBC9-4BED-3078-CF07-9141BA07C9F3',
    ],
    refuses: [
      '123e4567e89b12d3a456426614174000',
      '123e4567-e89b-12d3-a456',
      '123e4567-e89b-12d3-a456-42661417400g',
    ],
    words: { en: 'A UUID.', 'zh-cn': 'UUID。' },
  },
  suffix: {
    expression: suffix,
    accepts: ['x8k2p', '7d4b9c6f5', '7d4b9c6f5-x8k2p'],
    refuses: ['x8k2', 'abcde', 'x8k1p'],
    words: { en: 'The ending of a name that Kubernetes made up.', 'zh-cn': 'Kubernetes 生成的名称后缀。' },
  },
  word: {
    expression: '[^ ]+',
    accepts: ['veth-red@if2', '进程', '-'],
    refuses: ['two words', '', ' x'],
    words: { en: 'One or more characters, none of them a space.', 'zh-cn': '一个或多个非空格字符。' },
  },
  any: {
    expression: '.*',
    accepts: ['', 'two words', '<none>'],
    // A placeholder never leaves its line: that is all that can be refused.
    refuses: ['two\nlines', '\n', 'x\n'],
    words: {
      en: 'Anything on the line, nothing too; not counted as pinned.',
      'zh-cn': '行内任意内容，可为空；不计入“锁定”。',
    },
  },
  secret: {
    expression: '.*',
    accepts: ['', 'K10f3::server:9a', '•••'],
    refuses: ['two\nlines', '\n', 'x\n'],
    words: { en: 'Anything on the line, never stored.', 'zh-cn': '行内任意内容，绝不保存。' },
  },
} as const satisfies Record<string, PlaceholderType>

export type TypeName = keyof typeof placeholders
