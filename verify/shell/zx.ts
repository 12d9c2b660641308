/** zx as verify uses it: silent, and a failing command throws. Everything that only runs a program runs it with this. */
import { $ as zx } from 'zx/core'

export const $ = zx({ quiet: true, verbose: false, stdio: ['ignore', 'pipe', 'pipe'] })
