import type { Archive } from '../model/archive.js'
import {
  type CheckedApproval,
  type CheckedDocument,
  isHolding,
  type SignatureState,
  type SinceSealed,
} from '../model/checked-adjustment.js'
import type { Document } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { type Approval, meetingOf } from '../model/meeting.js'
import type { World } from '../model/ports.js'
import type { Said } from '../model/said.js'
import { keyOf } from '../model/signature.js'
import { approvalsBy } from '../model/yet-to-adjust.js'
import type { OpenArchive } from './open.js'
import { sinceSealed } from './sealed-version.js'
import { keysOf } from './sign-seal.js'

/** Holds every line of `justering` in a document against its text, and against the keys of the register. */
export async function checkAdjustments(
  document: Document,
  open: OpenArchive,
  world: World,
): Promise<CheckedDocument> {
  const { archive } = open
  const meeting = meetingOf(document)
  const now = archive.sealOf(document)
  const approvals: CheckedApproval[] = []
  let unchecked: Said | undefined
  for (const approval of meeting.approvals) {
    const { state, why } = await signatureState(approval, archive, world)
    unchecked ??= why
    approvals.push({ ...approval, isSealHolding: approval.seal === now, signed: state })
  }
  const missing =
    document.status === 'justerat' || document.status === 'justering'
      ? meeting.adjusters
          .map(({ name }) => name)
          .filter(name => approvalsBy(name, meeting, archive).length === 0)
      : []
  const broken = new Set(
    approvals.flatMap(({ isSealHolding, seal }) => (isSealHolding || seal === undefined ? [] : [seal])),
  )
  const changes: SinceSealed[] = []
  for (const seal of broken) changes.push(await sinceSealed(document, seal, open, world))
  const isFinal = document.status === 'justerat'
  const isEmpty = isFinal && approvals.length === 0
  return {
    document,
    approvals,
    missing,
    changes,
    ...(unchecked !== undefined && { unchecked }),
    holds: !isEmpty && (missing.length === 0 || !isFinal) && approvals.every(isHolding),
  }
}

async function signatureState(
  { person, seal, signature }: Approval,
  archive: Archive,
  { signing }: World,
): Promise<{ readonly state: SignatureState; readonly why?: Said }> {
  if (signature === undefined) return { state: 'unsigned' }
  const key = keyOf(signature)
  if (key === undefined || seal === undefined) return { state: 'invalid' }
  const keys = keysOf(person, archive)
  if (!keys.includes(key)) return { state: 'key not in the register' }
  try {
    return { state: (await signing.isBy(seal, signature, keys)) ? 'valid' : 'invalid' }
  } catch (cause) {
    if (cause instanceof UserError) return { state: 'unchecked', why: cause.says }
    throw cause
  }
}
