export type HeaderRule = {
  readonly path: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** Reads the `_headers` file that Cloudflare Pages and Netlify read, so that our own server says the same. */
export function parseHeaderRules(text: string): readonly HeaderRule[] {
  const rules: { path: string; headers: (readonly [string, string])[] }[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (!line.startsWith(' ')) rules.push({ path: line.trim(), headers: [] })
    else rules.at(-1)?.headers.push(parseHeaderLine(line))
  }
  return rules
}

export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const matching = rules.filter((rule) => isMatch(rule.path, path))
  return Object.fromEntries(matching.flatMap((rule) => rule.headers))
}

/** A meta element cannot carry `frame-ancestors`: browsers complain about it there. */
export function toMetaPolicy(rules: readonly HeaderRule[]): string {
  const policy = headersFor(rules, '/')['Content-Security-Policy']
  if (policy === undefined) throw new Error('public/_headers has no Content-Security-Policy for /')
  const directives = policy.split(';').map((directive) => directive.trim())
  return directives.filter((directive) => !directive.startsWith('frame-ancestors')).join('; ')
}

function parseHeaderLine(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  if (colon < 0) throw new Error(`public/_headers: "${line.trim()}" has no colon`)
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}

function isMatch(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}
