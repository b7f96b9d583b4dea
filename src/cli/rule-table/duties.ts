import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A test that shows our own client keeping a rule. */
export type Duty = { readonly file: string; readonly title: string }

/** Every test in `src` whose name begins with codes and a colon, by code; the first one of each. */
export function findDuties(root: string): ReadonlyMap<string, Duty> {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .toSorted()
  const found = files.flatMap((file) => dutiesIn(file, readFileSync(join(root, file), 'utf8')))
  return new Map(found.toReversed())
}

/** The duties that the text of a test file names, in its order. */
export function dutiesIn(file: string, text: string): readonly (readonly [string, Duty])[] {
  const names = text.matchAll(/'((?:[A-Z]{3,5}-\d\d(?:, )?)+): ([^'\n]+)',/g)
  return [...names].flatMap(([, codes = '', sentence = '']) => {
    const title = sentence.replaceAll('%s', '…')
    return codes.split(', ').map((code) => [code, { file, title }] as const)
  })
}
