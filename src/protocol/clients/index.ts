import type { ClientProfile } from '../run/client.ts'
import { spec } from './spec.ts'

/** The clients that a walk can imitate. */
export const CLIENTS: readonly ClientProfile[] = [spec]
