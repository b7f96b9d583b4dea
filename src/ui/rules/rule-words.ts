import type { Culprit, Severity } from '../../protocol/index.ts'
import type { ToldRule } from '../../protocol/reasons.ts'

type Level = ToldRule['level']

/** The keyword of a rule. */
export const LEVEL_WORDS: { readonly [level in Level]: string } = {
  must: 'MUST',
  should: 'SHOULD',
  practice: 'practice',
}

export const LEVEL_TONES: { readonly [level in Level]: Severity } = {
  must: 'error',
  should: 'warning',
  practice: 'note',
}

/** What the keyword means for a run. */
export const LEVEL_SENTENCES: { readonly [level in Level]: string } = {
  must: 'MUST: the cited text demands it, and a break is an error.',
  should: 'SHOULD: the cited text recommends it, and a break is a warning.',
  practice: 'Practice: no text demands it of everyone, and a break is a note.',
}

/** Who mends a break. */
export const SIDE_SENTENCES: { readonly [culprit in Culprit]: string } = {
  server: 'Whoever runs the MCP server mends a break.',
  issuer: 'Whoever runs the authorization server mends a break.',
  client: 'Whoever writes the client mends a break.',
  browser: 'Nobody breaks a rule of MCP: browsers keep pages out, and native clients get in.',
  network: 'Something on the way between the two.',
  person: 'You: it is about what you entered.',
}

/** Whose change mends it, in a word or two. */
export const SIDE_WORDS: { readonly [culprit in Culprit]: string } = {
  server: 'MCP server',
  issuer: 'authorization server',
  client: 'client',
  browser: 'rule of browsers',
  network: 'network',
  person: 'your input',
}
