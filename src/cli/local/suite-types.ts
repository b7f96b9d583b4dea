import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const API = new URL('../suite/api.ts', import.meta.url)

/** What `suite/e2e.ts` exports; the types are those of `suite/api.ts`. */
const EXPORTS = `
export declare const test: FlowTest
export declare const expect: FlowExpect
export declare const flow: FlowAlone
export declare const matchers: FlowMatchers
`

/** Writes the types of `mcp-flow-debugger/e2e` beside its code. */
export function suiteTypes(): Plugin {
  return {
    name: 'mcp-flow:suite-types',
    applyToEnvironment: ({ name }) => name === 'node',
    generateBundle() {
      const source = readFileSync(API, 'utf8') + EXPORTS
      this.emitFile({ type: 'asset', fileName: 'e2e.d.ts', source })
    },
  }
}
