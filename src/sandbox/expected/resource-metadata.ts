import type { RESOURCE_METADATA_FAULTS } from '../faults/resource-metadata.ts'
import { type Expected, PROBES, failed, passed, row, unseen, when } from './ending.ts'

const AT = 'resource-metadata'
const OTHER_STRING = 'the value is illegal in itself; that it is another string ends the walk'

export const RESOURCE_METADATA_EXPECTED: Expected<keyof typeof RESOURCE_METADATA_FAULTS> = {
  'prm-without-issuers': row(failed(AT, 'PRM-01', 'server')),
  'prm-empty-issuers': row(failed(AT, 'PRM-01', 'server')),
  'prm-html': row(failed(AT, 'PRM-03', 'server')),
  'prm-media-type': row(passed('PRM-03')),
  'prm-cut-off': row(failed(AT, 'PRM-03', 'server')),
  'prm-array': row(failed(AT, 'PRM-03', 'server')),
  'prm-500': row(failed(AT, 'PRM-03', 'server')),
  'prm-empty-object': row(
    failed(AT, 'PRM-01', 'server', {
      'PRM-04': 'an empty object lacks resource too',
      'PRM-12': 'and scopes',
    }),
  ),
  'prm-without-resource': row(failed(AT, 'PRM-04', 'server')),
  'prm-resource-fragment': row(failed(AT, 'PRM-07', 'server', { 'PRM-05': OTHER_STRING })),
  'prm-resource-relative': row(failed(AT, 'PRM-07', 'server', { 'PRM-05': OTHER_STRING })),
  'prm-resource-other-origin': row(failed(AT, 'PRM-07', 'server')),
  'prm-resource-origin': row(failed(AT, 'PRM-07', 'server')),
  'prm-resource-sibling': row(failed(AT, 'PRM-07', 'server')),
  'prm-resource-slash': row(
    failed(AT, 'PRM-07', 'server', { 'RES-06': 'says what is odd about the string' }),
  ),
  'prm-resource-case': row(failed(AT, 'PRM-07', 'server')),
  'prm-root-names-endpoint': row(failed(AT, 'PRM-08', 'server')),
  'prm-below-path': row(failed(AT, 'PRM-09', 'server')),
  'prm-header-only': row(
    unseen('the walk asks no well-known address when the pointer works'),
    when(PROBES, passed('PRM-10')),
  ),
  'prm-names-metadata-url': row(failed('server-metadata', 'PRM-11', 'server')),
  'prm-names-endpoint': row(failed('server-metadata', 'PRM-11', 'server')),
  'prm-names-issuer-with-query': row(failed('server-metadata', 'PRM-11', 'server')),
  'prm-without-scopes': row(passed('PRM-12')),
  'prm-empty-scopes': row(passed('PRM-06', { 'PRM-12': 'an empty list names no scopes' })),
  'prm-offers-offline-access': row(passed('PRM-13')),
  'prm-no-header-method': row(passed('PRM-14')),
  'prm-needs-token': row(failed(AT, 'PRM-16', 'server')),
  'prm-unlisted-by-issuer': row(passed('PRM-17')),
  'prm-dpop-bound': row(passed('PRM-18')),
  'prm-mtls-bound': row(passed('PRM-18')),
}
