import type { ISSUER_METADATA_FAULTS } from '../faults/issuer-metadata.ts'
import { type Expected, failed, passed, row } from './ending.ts'

const AT = 'server-metadata'
const ILLEGAL = 'the string is illegal in itself; that it is another one ends the walk'

export const ISSUER_METADATA_EXPECTED: Expected<keyof typeof ISSUER_METADATA_FAULTS> = {
  'asm-nowhere': row(failed(AT, 'ASM-01', 'issuer')),
  'asm-suffix-appended': row(failed(AT, 'ASM-01', 'issuer')),
  'asm-html': row(failed(AT, 'ASM-02', 'issuer')),
  'asm-media-type': row(passed('ASM-02')),
  'asm-cut-off': row(failed(AT, 'ASM-02', 'issuer')),
  'asm-array': row(failed(AT, 'ASM-02', 'issuer')),
  'asm-500': row(failed(AT, 'ASM-02', 'issuer')),
  'asm-without-issuer': row(failed(AT, 'ASM-03', 'issuer')),
  'asm-issuer-slash': row(failed(AT, 'ASM-03', 'issuer')),
  'asm-issuer-other-host': row(failed(AT, 'ASM-03', 'issuer')),
  'asm-issuer-other-path': row(failed(AT, 'ASM-03', 'issuer')),
  'asm-issuer-case': row(failed(AT, 'ASM-03', 'issuer')),
  'asm-issuer-default-port': row(failed(AT, 'ASM-03', 'issuer')),
  'asm-issuer-query': row(failed(AT, 'ASM-03', 'issuer', { 'ASM-05': ILLEGAL })),
  'asm-issuer-fragment': row(failed(AT, 'ASM-03', 'issuer', { 'ASM-05': ILLEGAL })),
}
