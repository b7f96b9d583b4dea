import { ASM_WHY } from './asm/why.ts'
import { AUD_WHY } from './aud/why.ts'
import { AUR_WHY } from './aur/why.ts'
import { AUZ_WHY } from './auz/why.ts'
import { CHL_WHY } from './chl/why.ts'
import { CIMD_WHY } from './cimd/why.ts'
import { CORS_WHY } from './cors/why.ts'
import { DBG_WHY } from './dbg/why.ts'
import { DCR_WHY } from './dcr/why.ts'
import { ECC_WHY } from './ecc/why.ts'
import { ERR_WHY } from './err/why.ts'
import { INI_WHY } from './ini/why.ts'
import { ISS_WHY } from './iss/why.ts'
import { MET_WHY } from './met/why.ts'
import { NET_WHY } from './net/why.ts'
import { ORG_WHY } from './org/why.ts'
import { PKCE_WHY } from './pkce/why.ts'
import { PRM_WHY } from './prm/why.ts'
import { RED_WHY } from './red/why.ts'
import { REF_WHY } from './ref/why.ts'
import { REG_WHY } from './reg/why.ts'
import { RES_WHY } from './res/why.ts'
import { SCO_WHY } from './sco/why.ts'
import { SEC_WHY } from './sec/why.ts'
import { SES_WHY } from './ses/why.ts'
import { TLI_WHY } from './tli/why.ts'
import { TOK_WHY } from './tok/why.ts'
import { TRN_WHY } from './trn/why.ts'
import { URI_WHY } from './uri/why.ts'
import { USE_WHY } from './use/why.ts'
import { VER_WHY } from './ver/why.ts'

/** Why each rule is there: what breaks for whom when it is not kept, in one or two sentences of our own. */
export const WHY: { readonly [code: string]: string } = {
  ...ASM_WHY,
  ...AUD_WHY,
  ...AUR_WHY,
  ...AUZ_WHY,
  ...CHL_WHY,
  ...CIMD_WHY,
  ...CORS_WHY,
  ...DBG_WHY,
  ...DCR_WHY,
  ...ECC_WHY,
  ...ERR_WHY,
  ...INI_WHY,
  ...ISS_WHY,
  ...MET_WHY,
  ...NET_WHY,
  ...ORG_WHY,
  ...PKCE_WHY,
  ...PRM_WHY,
  ...RED_WHY,
  ...REF_WHY,
  ...REG_WHY,
  ...RES_WHY,
  ...SCO_WHY,
  ...SEC_WHY,
  ...SES_WHY,
  ...TLI_WHY,
  ...TOK_WHY,
  ...TRN_WHY,
  ...URI_WHY,
  ...USE_WHY,
  ...VER_WHY,
}
