/** Where the metadata of the header samples is. */
export const POINTER = 'https://mcp.example/.well-known/oauth-protected-resource'

/** One header and what must be read from it. */
export type Case = {
  readonly about: string
  readonly header: string
  /** One Bearer challenge where this is left out. */
  readonly schemes?: readonly string[]
  readonly faults: readonly string[]
  /** The Bearer parameters that a lenient reader takes; null when it takes none. */
  readonly lenient: { readonly [name: string]: string } | null
  /** The same for a strict reader; left out where it takes none. */
  readonly strict?: { readonly [name: string]: string }
}

type Sound = Omit<Case, 'faults' | 'lenient' | 'strict'> & {
  readonly reads: NonNullable<Case['lenient']>
}

function sound({ reads, ...sample }: Sound): Case {
  return { ...sample, faults: [], lenient: reads, strict: reads }
}

/** Headers without a fault. */
export const WELL_FORMED: readonly Case[] = [
  sound({
    about: 'one quoted parameter',
    header: `Bearer resource_metadata="${POINTER}"`,
    reads: { resource_metadata: POINTER },
  }),
  sound({ about: 'a bare scheme', header: 'Bearer', reads: {} }),
  sound({
    about: 'a bare scheme before another',
    header: 'Negotiate, Bearer realm="x"',
    schemes: ['Negotiate', 'Bearer'],
    reads: { realm: 'x' },
  }),
  sound({
    about: 'a comma in a quoted text',
    header: 'Bearer realm="a, b=c", scope="x y"',
    reads: { realm: 'a, b=c', scope: 'x y' },
  }),
  sound({
    about: 'escaped quotes',
    header: String.raw`Bearer realm="a \"b\", \\c"`,
    reads: { realm: 'a "b", \\c' },
  }),
  sound({
    about: 'two challenges',
    header: 'Basic realm="x", Bearer scope="a"',
    schemes: ['Basic', 'Bearer'],
    reads: { scope: 'a' },
  }),
  sound({
    about: 'a comma without a space',
    header: 'Bearer error="e",scope="a",realm=b',
    reads: { error: 'e', scope: 'a', realm: 'b' },
  }),
  sound({
    about: 'upper-case names',
    header: 'BEARER Realm="x", SCOPE="a"',
    schemes: ['BEARER'],
    reads: { realm: 'x', scope: 'a' },
  }),
  sound({
    about: 'a token68',
    header: 'Negotiate YII/abc+d==, Bearer realm="x"',
    schemes: ['Negotiate', 'Bearer'],
    reads: { realm: 'x' },
  }),
  sound({
    about: 'a token68 with one padding sign',
    header: 'Negotiate YIIabc=, Bearer realm="x"',
    schemes: ['Negotiate', 'Bearer'],
    reads: { realm: 'x' },
  }),
  sound({
    about: 'the first of two Bearer challenges',
    header: 'Bearer realm="x", Bearer realm="y"',
    schemes: ['Bearer', 'Bearer'],
    reads: { realm: 'x' },
  }),
  sound({
    about: 'a name that ends in another name',
    header: 'Bearer x_scope="", scope="b"',
    reads: { x_scope: '', scope: 'b' },
  }),
]

/** Headers with faults, each seen in the wild or next to one that was. */
export const FAULTY: readonly Case[] = [
  {
    about: 'an unquoted URL',
    header: `Bearer resource_metadata=${POINTER}, scope="a"`,
    faults: ['unquoted-value'],
    lenient: { resource_metadata: POINTER, scope: 'a' },
  },
  {
    about: 'a URL in single quotes',
    header: `Bearer resource_metadata='${POINTER}', scope="a"`,
    faults: ['single-quotes'],
    lenient: { resource_metadata: POINTER, scope: 'a' },
  },
  {
    about: 'a word in single quotes, which is a token by the grammar',
    header: "Bearer realm='x'",
    faults: ['single-quotes'],
    lenient: { realm: 'x' },
    strict: { realm: "'x'" },
  },
  {
    about: 'a quote that is never closed',
    header: `Bearer resource_metadata="${POINTER}`,
    faults: ['unterminated-quote'],
    lenient: { resource_metadata: POINTER },
  },
  {
    about: 'a forgotten closing quote before the next parameter',
    header: `Bearer error="invalid_token, resource_metadata="${POINTER}"`,
    faults: ['unterminated-quote'],
    lenient: { error: 'invalid_token', resource_metadata: POINTER },
  },
  {
    about: 'a forgotten closing quote and comma',
    header: `Bearer error="invalid_token resource_metadata="${POINTER}"`,
    faults: ['unterminated-quote', 'missing-comma'],
    lenient: { error: 'invalid_token', resource_metadata: POINTER },
  },
  {
    about: 'a quote that is never closed before an unquoted parameter',
    header: 'Bearer realm="x, scope=a',
    faults: ['unterminated-quote'],
    lenient: { realm: 'x', scope: 'a' },
  },
  {
    about: 'quotes inside a quoted text',
    header: `Bearer error_description="no "aud"", resource_metadata="${POINTER}"`,
    faults: ['bad-character', 'bad-character'],
    lenient: { error_description: 'no "aud"', resource_metadata: POINTER },
  },
  {
    about: 'a quote inside a quoted text that looks like its end',
    header: `Bearer error_description="no "aud" claim", resource_metadata="${POINTER}"`,
    faults: ['bad-character', 'missing-value', 'bad-character'],
    lenient: { error_description: 'no "aud', resource_metadata: POINTER },
  },
  {
    about: 'a missing comma',
    header: `Bearer error="invalid_token" resource_metadata="${POINTER}"`,
    faults: ['missing-comma'],
    lenient: { error: 'invalid_token', resource_metadata: POINTER },
    strict: { error: 'invalid_token', resource_metadata: POINTER },
  },
  {
    about: 'a missing comma and space',
    header: `Bearer error="invalid_token"resource_metadata="${POINTER}"`,
    faults: ['missing-comma'],
    lenient: { error: 'invalid_token', resource_metadata: POINTER },
    strict: { error: 'invalid_token', resource_metadata: POINTER },
  },
  {
    about: 'a missing comma between challenges',
    header: 'Basic realm="x" Bearer scope="a"',
    schemes: ['Basic', 'Bearer'],
    faults: ['missing-comma'],
    lenient: { scope: 'a' },
    strict: { scope: 'a' },
  },
  {
    about: 'a missing comma after a token68',
    header: 'Negotiate abc== Bearer scope="a"',
    schemes: ['Negotiate', 'Bearer'],
    faults: ['missing-comma'],
    lenient: { scope: 'a' },
    strict: { scope: 'a' },
  },
  {
    about: 'spaces around the equals sign',
    header: 'Bearer realm = "x", scope= "a"',
    faults: ['space-around-equals', 'space-around-equals'],
    lenient: { realm: 'x', scope: 'a' },
    strict: { realm: 'x', scope: 'a' },
  },
  {
    about: 'the same parameter twice',
    header: `Bearer resource_metadata="${POINTER}", Resource_Metadata="https://other.example"`,
    faults: ['duplicate-parameter'],
    lenient: { resource_metadata: POINTER },
    strict: { resource_metadata: 'https://other.example' },
  },
  {
    about: 'semicolons in place of commas',
    header: 'Bearer realm="x"; scope="a"',
    faults: ['bad-character'],
    lenient: { realm: 'x', scope: 'a' },
  },
  {
    about: 'a semicolon after an unquoted value',
    header: 'Bearer realm=x; scope="a"',
    faults: ['bad-character'],
    lenient: { realm: 'x', scope: 'a' },
  },
  {
    about: 'a colon after the scheme',
    header: 'Bearer: realm="x"',
    faults: ['bad-character'],
    lenient: { realm: 'x' },
  },
  {
    about: 'a comma after the scheme',
    header: 'Bearer, realm="x"',
    faults: ['bad-character'],
    lenient: { realm: 'x' },
  },
  {
    about: 'a parameter without a scheme',
    header: `resource_metadata="${POINTER}"`,
    schemes: [''],
    faults: ['missing-scheme'],
    lenient: null,
  },
  {
    about: 'a parameter without a value',
    header: 'Bearer scope=, realm="x"',
    faults: ['missing-value'],
    lenient: { scope: '', realm: 'x' },
  },
  {
    about: 'a parameter without a value at the end',
    header: 'Bearer realm="x", scope=',
    faults: ['missing-value'],
    lenient: { realm: 'x', scope: '' },
  },
  {
    about: 'an unquoted scope of two words',
    header: `Bearer scope=read write, resource_metadata="${POINTER}"`,
    faults: ['unquoted-value'],
    lenient: { scope: 'read', resource_metadata: POINTER },
  },
  {
    about: 'curly quotes',
    header: 'Bearer realm=“x”',
    faults: ['unquoted-value'],
    lenient: { realm: '“x”' },
  },
  {
    about: 'a quoted text without a name',
    header: `Bearer "${POINTER}", scope="a"`,
    faults: ['bad-character'],
    lenient: { scope: 'a' },
  },
  {
    about: 'a control character',
    header: 'Bearer realm="a\u0000b"',
    faults: ['bad-character'],
    lenient: { realm: 'a\u0000b' },
  },
]
