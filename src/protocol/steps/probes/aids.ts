/** Requests as they should be, which negative tests need before or after them: no rule judges these. */
export const PROBE_AIDS = {
  'own-session': 'For the probes: a session of their own',
  announced: 'For the probes: initialized',
  right: 'For the probes: the right request, to compare with',
  'end-of-session': 'For the probes: the end of their session',
  authorization: 'For a probe: an authorization request that nobody has to answer',
  'second-registration': 'For a probe: a second client',
  'code-exchange': 'For a probe: a code exchange',
  refresh: 'For a probe: a refresh',
} as const

/** The name of one such request. */
export type ProbeAidName = keyof typeof PROBE_AIDS
