import type { Rule } from '../run/rule.ts'
import { ASM } from './families/asm.ts'
import { AUD } from './families/aud.ts'
import { AUR } from './families/aur.ts'
import { AUZ } from './families/auz.ts'
import { CHL } from './families/chl.ts'
import { CIMD } from './families/cimd.ts'
import { CORS } from './families/cors.ts'
import { DBG } from './families/dbg.ts'
import { DCR } from './families/dcr.ts'
import { ECC } from './families/ecc.ts'
import { ERR } from './families/err.ts'
import { INI } from './families/ini.ts'
import { ISS } from './families/iss.ts'
import { MET } from './families/met.ts'
import { NET } from './families/net.ts'
import { ORG } from './families/org.ts'
import { PKCE } from './families/pkce.ts'
import { PRM } from './families/prm.ts'
import { RED } from './families/red.ts'
import { REF } from './families/ref.ts'
import { REG } from './families/reg.ts'
import { RES } from './families/res.ts'
import { SCO } from './families/sco.ts'
import { SEC } from './families/sec.ts'
import { SES } from './families/ses.ts'
import { TLI } from './families/tli.ts'
import { TOK } from './families/tok.ts'
import { TRN } from './families/trn.ts'
import { URI } from './families/uri.ts'
import { USE } from './families/use.ts'
import { VER } from './families/ver.ts'

/** Every rule, by code; within one step, the first failing one is the cause of a stop. */
export const RULES: readonly Rule[] = [
  ...CHL,
  ...PRM,
  ...ASM,
  ...PKCE,
  ...SCO,
  ...REG,
  ...DCR,
  ...AUR,
  ...ISS,
  ...CIMD,
  ...RES,
  ...URI,
  ...AUZ,
  ...TOK,
  ...REF,
  ...USE,
  ...AUD,
  ...ERR,
  ...ORG,
  ...SES,
  ...VER,
  ...MET,
  ...INI,
  ...TLI,
  ...TRN,
  ...SEC,
  ...ECC,
  ...RED,
  ...CORS,
  ...NET,
  ...DBG,
]
