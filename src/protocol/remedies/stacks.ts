import { EXPRESS_V1 } from './express-v1.ts'
import { EXPRESS_V2 } from './express-v2.ts'
import { NGINX } from './nginx.ts'
import type { Stack } from './stack.ts'

/** The products that texts are made for, in the order in which they are offered. */
export const STACKS: readonly Stack[] = [EXPRESS_V1, EXPRESS_V2, NGINX]
