import type { Rule } from '../../protocol/engine.ts'
import type { SeenBy } from './codes.ts'
import type { Duty } from './duties.ts'
import type { WithoutRule } from './without-rule.ts'

/** What the table is made of. `duties` has the tests that show our own client keeping a rule. */
export type Sources = {
  readonly codes: ReadonlyMap<string, SeenBy>
  readonly rules: readonly Rule[]
  readonly duties: ReadonlyMap<string, Duty>
  readonly without: { readonly [code: string]: WithoutRule }
}

const WORDS: { readonly [by in SeenBy]: string } = {
  walk: 'a walk',
  probe: 'a negative test',
  self: 'our own tests',
  nothing: 'nothing from outside',
}

const HEAD = `# Every rule of the specifications, and what becomes of it

Made by \`npm run rules\`; a test sees to it that it is up to date. A **rule** judges each run. A **duty** binds our own
client: the test that is named walks the practice server and looks at what was sent. Codes of our own, without a number in the
specifications, are at the end.`

/** The table of all codes as Markdown. */
export function ruleTable(sources: Sources): string {
  const own = sources.rules.filter(({ id }) => !sources.codes.has(id))
  return [
    HEAD,
    countsOf(sources),
    tableOf(inOrder(sources.codes).map(([code, by]) => rowOf(code, by, sources))),
    '## Codes of our own',
    tableOf(own.map(({ id }) => rowOf(id, 'walk', sources))),
    '',
  ].join('\n\n')
}

function inOrder(codes: Sources['codes']): readonly (readonly [string, SeenBy])[] {
  return [...codes].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** The codes that no rule, no test and no reason accounts for. */
export function unaccounted({ codes, rules, duties, without }: Sources): readonly string[] {
  const isJudged = new Set(rules.map(({ id }) => id))
  return [...codes].flatMap(([code, by]) => {
    const isDone = duties.has(code) || (by !== 'self' && isJudged.has(code))
    return isDone || without[code] ? [] : [code]
  })
}

function countsOf({ codes, rules, duties, without }: Sources): string {
  const all = [...codes.keys()]
  const judged = all.filter((code) => rules.some(({ id }) => id === code))
  const kept = all.filter((code) => duties.has(code))
  const rest = all.filter((code) => !judged.includes(code) && !kept.includes(code))
  const explained = rest.filter((code) => without[code])
  return `${all.length} codes: ${judged.length} have a rule, ${kept.length} a test of our own client, ${explained.length} neither, for the reason given.`
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`)
  return [
    '| code | what it asks for | shown by | rule | level | revisions | duty | why neither |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}

function rowOf(code: string, by: SeenBy, { rules, duties, without }: Sources): readonly string[] {
  const rule = rules.find(({ id }) => id === code)
  const duty = duties.get(code)
  const reason = without[code]
  const title = rule?.title ?? duty?.title ?? reason?.title ?? ''
  return [
    code,
    escaped(title),
    WORDS[by],
    rule ? `[${rule.name}](${fileOf(rule)})` : '',
    rule?.level ?? '',
    rule ? revisionsOf(rule) : '',
    duty ? `[${duty.file.split('/').at(-1)}](../../../${duty.file})` : '',
    rule || duty ? '' : escaped(reason?.why ?? ''),
  ]
}

function fileOf({ id, name }: Rule): string {
  return `${id.split('-')[0]?.toLowerCase()}/${name}.ts`
}

function revisionsOf({ since, until }: Rule): string {
  if (since === undefined && until === undefined) return 'all'
  return until === undefined ? `${since} and later` : `${since ?? ''} to ${until}`
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|')
}
