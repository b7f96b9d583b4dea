/** A line of code, the place it stands in (`*` is the file's name), and the rule that must object. */
export type Sample = { readonly in: string; readonly text: string; readonly rule: string }

const imports = 'eslint(no-restricted-imports)'
const globals = 'eslint(no-restricted-globals)'
const properties = 'eslint(no-restricted-properties)'

function importing(place: string, ...targets: readonly string[]): readonly Sample[] {
  return targets.map((target) => ({ in: place, text: `import '${target}'`, rule: imports }))
}

function naming(place: string, rule: string, ...names: readonly string[]): readonly Sample[] {
  return names.map((name) => ({ in: place, text: `export const it: unknown = ${name}`, rule }))
}

function breaking(rule: string, place: string, text: string): Sample {
  return { in: place, text, rule }
}

const outside = ['state/x.ts', 'platform/x.ts', 'ui/x.ts', 'relay/x.ts', 'cli/x.ts']
const up = (folders: readonly string[]) => folders.map((folder) => `../${folder}`)

const folderBorders: readonly Sample[] = [
  ...importing('src/protocol/*.ts', ...up(outside), '../sandbox/x.ts', '../main.tsx'),
  ...importing('src/protocol/*.ts', 'react', 'zustand', 'node:fs', '@tanstack/react-query'),
  ...importing('src/protocol/rules/prm/*.ts', '../../../state/x.ts', '../../../sandbox/x.ts'),
  ...importing('src/protocol/*.test.ts', ...up(outside), 'react'),
  ...importing('src/sandbox/*.ts', ...up(outside), '../protocol/index.ts', 'oauth4webapi'),
  ...importing('src/state/*.ts', '../ui/x.ts', '../platform/x.ts', '../relay/wire.ts', 'react'),
  ...importing('src/state/*.ts', '../cli/x.ts', '../sandbox/x.ts', '../protocol/run/run.ts'),
  ...importing('src/platform/*.ts', '../ui/x.ts', '../state/x.ts', '../cli/x.ts'),
  ...importing('src/platform/*.ts', '../relay/server.ts', '../protocol/run/run.ts', 'zustand'),
  ...importing('src/ui/*.tsx', '../relay/wire.ts', '../cli/x.ts', '../sandbox/x.ts', 'node:fs'),
  ...importing('src/ui/launch/*.tsx', '../../protocol/run/run.ts', '../../main.tsx'),
  ...importing('src/ui/known/*.tsx', '../../protocol/quirks/index.ts'),
  ...importing('src/ui/launch/*.tsx', '../../protocol/remedies/nginx.ts'),
  ...importing('src/ui/launch/*.tsx', '../../protocol/compare/essence.ts'),
  ...importing('src/relay/*.ts', '../protocol/index.ts', '../sandbox/x.ts', '../cli/x.ts', 'jose'),
  ...importing('src/cli/*.ts', '../ui/x.ts', '../state/x.ts', '../platform/x.ts', 'react'),
  ...importing('src/cli/*.ts', '../protocol/run/run.ts', '../protocol/errors.ts'),
  ...importing('src/cli/*.ts', '@playwright/test'),
  ...importing('src/cli/suite/*.ts', '../../ui/x.ts', '../../protocol/errors.ts', 'react'),
  ...importing('src/cli/agreement/sdk-*.ts', '../../protocol/index.ts', 'node:fs'),
  ...importing('src/*.tsx', './relay/wire.ts', './cli/x.ts', './protocol/run/run.ts'),
  ...importing('e2e/*.ts', '../src/ui/x.ts', '../src/state/x.ts', '../src/protocol/run/run.ts'),
]

const coreBorders: readonly Sample[] = [
  ...importing('src/protocol/http/*.ts', '../run/run.ts', '../steps/x.ts', '../spec/x.ts'),
  ...importing('src/protocol/spec/*.ts', '../run/run.ts', '../rules/x.ts', '../http/x.ts'),
  ...importing('src/protocol/run/*.ts', '../steps/x.ts', '../rules/x.ts', '../clients/x.ts'),
  ...importing('src/protocol/run/*.ts', '../export/x.ts'),
  ...importing('src/protocol/steps/*.ts', '../rules/x.ts', '../clients/x.ts', '../export/x.ts'),
  ...importing('src/protocol/rules/prm/*.ts', '../../steps/x.ts', '../../clients/x.ts'),
  ...importing('src/protocol/clients/*.ts', '../steps/x.ts', '../rules/x.ts', '../export/x.ts'),
  ...importing('src/protocol/export/*.ts', '../steps/x.ts', '../rules/x.ts', '../clients/x.ts'),
  ...importing('src/protocol/quirks/*.ts', '../steps/x.ts', '../rules/index.ts', '../export/x.ts'),
  ...importing('src/protocol/rules/prm/*.ts', '../../quirks/x.ts'),
  ...importing('src/protocol/remedies/*.ts', '../rules/x.ts', '../steps/x.ts', '../export/x.ts'),
  ...importing('src/protocol/rules/prm/*.ts', '../../remedies/x.ts', '../../compare/x.ts'),
  ...importing('src/protocol/compare/*.ts', '../rules/x.ts', '../steps/x.ts', '../export/x.ts'),
  breaking(imports, 'src/protocol/steps/*.ts', "export { ResponseBodyError } from 'oauth4webapi'"),
  ...naming('src/protocol/*.ts', globals, 'document', 'window', 'localStorage', 'process'),
  ...naming('src/protocol/steps/*.ts', globals, 'fetch', 'navigator', 'location'),
  ...naming('src/protocol/run/*.ts', properties, 'Date.now()', 'Math.random()'),
  ...naming('src/protocol/run/*.ts', properties, 'performance.now()', 'crypto.randomUUID()'),
]

const waysOfWriting: readonly Sample[] = [
  breaking('import(no-default-export)', 'src/ui/*.ts', 'export default 1'),
  breaking('typescript(no-explicit-any)', 'src/ui/*.ts', 'export const it: any = 1'),
  breaking(
    'typescript(no-non-null-assertion)',
    'src/ui/*.ts',
    'export const it = (x: string | null) => x!',
  ),
  breaking(
    'typescript(consistent-type-assertions)',
    'src/ui/*.ts',
    'export const it = (x: unknown) => x as string',
  ),
  breaking(
    'typescript(consistent-type-definitions)',
    'src/ui/*.ts',
    'export interface It { x: string }',
  ),
  breaking(
    'eslint(max-params)',
    'src/ui/*.ts',
    'export function it(a: string, b: string, c: string, d: string) { return a + b + c + d }',
  ),
  breaking('eslint(max-lines)', 'src/ui/*.ts', 'export {}\n'.repeat(251)),
  breaking(
    'eslint(max-lines-per-function)',
    'src/ui/*.ts',
    `export function it() {\n${'  it()\n'.repeat(60)}}`,
  ),
  breaking(
    'typescript(no-floating-promises)',
    'src/ui/*.ts',
    'export function it(x: Promise<void>) { x }',
  ),
  breaking(
    'typescript(switch-exhaustiveness-check)',
    'src/ui/*.ts',
    "export function it(x: 'a' | 'b') { switch (x) { case 'a': return 1 } return 2 }",
  ),
  breaking('import(no-cycle)', 'src/ui/circle-a.ts', "export * from './circle-b.ts'"),
  breaking('import(no-cycle)', 'src/ui/circle-b.ts', "export * from './circle-a.ts'"),
  breaking(
    'react-hooks(rules-of-hooks)',
    'src/ui/*.tsx',
    "import { useState } from 'react'\nexport function It(p: { x: boolean }) { if (p.x) useState(1); return null }",
  ),
  breaking('unicorn(filename-case)', 'src/ui/someFile.ts', 'export {}'),
]

export const forbidden: readonly Sample[] = [...folderBorders, ...coreBorders, ...waysOfWriting]

export const allowed: readonly Sample[] = [
  ...importing('src/protocol/steps/*.ts', '../run/run.ts', '../http/x.ts', '../spec/x.ts', 'jose'),
  ...importing('src/protocol/*.test.ts', '../sandbox/x.ts', 'vitest', 'fast-check', 'node:fs'),
  ...importing('src/sandbox/*.ts', './x.ts', 'jose'),
  ...importing('src/state/*.ts', '../protocol/index.ts', 'zustand', 'zustand/vanilla'),
  ...importing('src/platform/*.ts', '../protocol/index.ts', '../relay/wire.ts'),
  ...importing('src/ui/*.tsx', '../state/x.ts', '../platform/x.ts', 'react', 'react-dom/client'),
  ...importing('src/ui/*.tsx', '../protocol/index.ts', '@tanstack/react-query'),
  ...importing('src/ui/*.tsx', '../protocol/remedies.ts', '../protocol/compare.ts'),
  ...importing('src/relay/*.ts', './wire.ts', 'node:http'),
  ...importing('src/cli/*.ts', '../protocol/index.ts', '../relay/x.ts', '../sandbox/x.ts'),
  ...importing('src/cli/*.ts', 'playwright-core', 'node:fs'),
  ...importing('src/cli/suite/*.ts', '@playwright/test', '../flow/target.ts'),
  ...importing('src/cli/agreement/sdk-*.ts', '@modelcontextprotocol/client', './host.ts'),
]
