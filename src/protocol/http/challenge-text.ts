/** The characters of a token (RFC 9110 section 5.6.2), for building patterns. */
const TCHAR = "!#$%&'*+\\-.^_`|~0-9A-Za-z"

const TOKEN = new RegExp(`[${TCHAR}]+`, 'y')
const PARAMETER_START = new RegExp(`[${TCHAR}]+[ \\t]*=`, 'y')
const QUOTED_PARAMETER_START = new RegExp(`[${TCHAR}]+[ \\t]*=[ \\t]*"`, 'y')
const SPACE = /[ \t]+/y
const GAP = /[ \t,]+/y

const TOKEN_CHARACTER = new RegExp(`^[${TCHAR}]$`)

/** What a sticky pattern matches at a place, or an empty text. */
export function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** The token that begins at a place, or an empty text. */
export function tokenAt(text: string, at: number): string {
  return matchAt(TOKEN, text, at)
}

/** The spaces, tabs and commas that begin at a place. */
export function gapAt(text: string, at: number): string {
  return matchAt(GAP, text, at)
}

/** The first place at or after `at` that is no space and no tab. */
export function afterSpace(text: string, at: number): number {
  return at + matchAt(SPACE, text, at).length
}

/** True when `name =` begins at a place. */
export function isParameterAt(text: string, at: number): boolean {
  return matchAt(PARAMETER_START, text, at) !== ''
}

/** True when `name = "` begins at a place. */
export function isQuotedParameterAt(text: string, at: number): boolean {
  return matchAt(QUOTED_PARAMETER_START, text, at) !== ''
}

/** True for one character that a token may hold. */
export function isTokenCharacter(character: string): boolean {
  return TOKEN_CHARACTER.test(character)
}

/** True when a whole text is one token. */
export function isToken(text: string): boolean {
  return text !== '' && tokenAt(text, 0) === text
}

/** True for a space, a tab, a comma, and for what lies past the end. */
export function isDelimiter(character: string | undefined): boolean {
  return character === undefined || isSpace(character) || character === ','
}

/** True for a space or a tab. */
export function isSpace(character: string): boolean {
  return character === ' ' || character === '\t'
}

/** Goes back from `at` to `floor` at most, over the characters that `wanted` takes. */
export function backOver(
  text: string,
  range: { readonly floor: number; readonly at: number },
  wanted: (character: string) => boolean,
): number {
  let at = range.at
  while (at > range.floor && wanted(text[at - 1] ?? '')) at -= 1
  return at
}

/** A piece of a header for a sentence, shortened when it is long. */
export function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
