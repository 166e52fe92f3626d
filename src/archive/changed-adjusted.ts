import { NO_BODY } from '../model/body.js'
import type { Document } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { textOf as fieldText, NO_FIELDS } from '../model/fields.js'
import { meetingOf } from '../model/meeting.js'
import { isSamePerson } from '../model/people.js'
import type { World } from '../model/ports.js'
import type { Register } from '../model/register.js'
import type { Said } from '../model/said.js'
import { approvalsBy } from '../model/yet-to-adjust.js'
import { readYamlFile } from '../parse/read-document.js'
import { checkAdjustments } from './check-adjustments.js'
import type { OpenArchive } from './open.js'
import { readRegister } from './read-register.js'
import { sealedFrom } from './sealed-version.js'
import { keysOf } from './sign-seal.js'
import { prefixIn, sinceBase } from './since-base.js'

/** A document that was adjusted before a change, or becomes so by it, and is not as it should be. */
export interface LostAdjustment {
  readonly path: string
  readonly id: string | undefined
  readonly says: Said
}

/** What a change has done to documents that were adjusted before it; or why that was left out. */
export type ChangedAdjusted =
  | {
      readonly base: string
      readonly commit: string
      /** Documents that were adjusted before the change, and that the change touches. */
      readonly compared: number
      /** Documents that the change makes adjusted. */
      readonly added: number
      readonly lost: readonly LostAdjustment[]
    }
  | { readonly leftOut: Said }

/**
 * Compares the documents that were `justerat` where the change began with what they are now. A changed text needs the
 * seals of all adjusters anew, signed by those whose keys the register had where the change began; a document that is
 * gone or has another status is lost, and so is one that becomes `justerat` without the seals of all its adjusters.
 * Left out in a clone without the history.
 * @throws UserError outside git, and when there is nothing to compare with.
 */
export async function changedAdjusted(
  named: string | undefined,
  open: OpenArchive,
  world: World,
): Promise<ChangedAdjusted> {
  const since = await sinceBase(named, open.top, world)
  if ('without' in since) {
    if (since.without === 'git') throw notInGit()
    return { leftOut: SHALLOW }
  }
  const { history } = world
  const { work, base, commit, paths } = since
  const lost: LostAdjustment[] = []
  let compared = 0
  let added = 0
  let register: Register | undefined
  for (const { path, inWork } of paths) {
    if (!path.endsWith('.md')) continue
    const before = sealedFrom((await history.textAt(work, commit, inWork)) ?? '')
    if (fieldText(before.fields, 'status') !== 'justerat') {
      const now = open.archive.byPath(path)
      if (now?.status !== 'justerat' || now.role !== 'document') continue
      added++
      const { holds } = await checkAdjustments(now, open, world)
      if (!holds) lost.push({ path, id: now.id, says: notAllSealed(now) })
      continue
    }
    compared++
    register ??= await registerAt(work, commit, prefixIn(work, open.top), world)
    const says = await whatIsLost(path, before, open, register, world)
    if (says !== undefined) lost.push({ path, id: fieldText(before.fields, 'id'), says })
  }
  return { base, commit: commit.slice(0, 10), compared, added, lost }
}

async function whatIsLost(
  path: string,
  before: ReturnType<typeof sealedFrom>,
  { archive }: OpenArchive,
  register: Register,
  world: World,
): Promise<Said | undefined> {
  const id = fieldText(before.fields, 'id')
  const now = archive.byPath(path) ?? (id === undefined ? undefined : archive.byId(id))
  if (now === undefined || now.role !== 'document') return GONE
  if (now.status !== 'justerat') return reopened(now.status)
  const then = meetingOf({ ...now, fields: before.fields, body: NO_BODY })
  const meeting = meetingOf(now)
  const seal = archive.sealOf(now)
  const isAsBefore =
    seal === before.seal &&
    then.approvals.every(({ person, seal: had, signature }) =>
      meeting.approvals.some(
        each => each.person === person && each.seal === had && each.signature === signature,
      ),
    )
  if (isAsBefore) return undefined
  const everybody = [...then.adjusters, ...meeting.adjusters].map(({ name }) => name)
  const adjusters = everybody.filter(
    (name, index) => everybody.findIndex(each => isSamePerson(archive, each, name)) === index,
  )
  const unsealed = adjusters.filter(
    name => !approvalsBy(name, meeting, archive).some(each => each.seal === seal),
  )
  if (unsealed.length > 0 || adjusters.length === 0)
    return seal === before.seal
      ? takenOut(unsealed.length)
      : unsealedText(now, unsealed.length, adjusters.length)
  let unproved = 0
  for (const name of adjusters) {
    const keys = keysOf(name, { register })
    if (keys.length === 0) continue
    const signatures = approvalsBy(name, meeting, archive).flatMap(({ signature }) => signature ?? [])
    const proofs = await Promise.all(signatures.map(each => world.signing.isBy(seal, each, keys)))
    if (!proofs.includes(true)) unproved++
  }
  return unproved === 0 ? undefined : unsignedText(unproved)
}

/** Who is who at a commit: a key that comes with a change proves nothing about it. */
async function registerAt(work: string, commit: string, prefix: string, { history }: World) {
  const path = `${prefix}register/personer.yaml`
  const bytes = new TextEncoder().encode((await history.textAt(work, commit, path)) ?? '')
  return readRegister(readYamlFile({ bytes }).fields, NO_FIELDS)
}

const GONE: Said = {
  sv: 'Det justerade dokumentet är borttaget. Lägg tillbaka det; ska det inte längre gälla, skriv ett nytt med `ersätter:`.',
  en: 'The adjusted document has been removed. Put it back; if it is no longer to be in force, write a new one with `ersätter:`.',
}

const reopened = (status: string | undefined): Said => ({
  sv: `Dokumentet var \`justerat\` och har nu status \`${status ?? 'ingen'}\`. Sätt tillbaka \`status: justerat\`; en rättelse är ett nytt dokument med \`ersätter:\`.`,
  en: `The document was \`justerat\` and now has the status \`${status ?? 'none'}\`. Restore \`status: justerat\`; a correction is a new document with \`ersätter:\`.`,
})

const notAllSealed = ({ id, path }: Document): Said => ({
  sv: `Dokumentet blir \`justerat\` utan att alla justerare har sigill som håller. Sätt tillbaka \`status: justering\` tills alla har justerat; \`samverkan verify ${id ?? path}\` visar vad som fattas.`,
  en: `The document becomes \`justerat\` although not all adjusters have seals that hold. Restore \`status: justering\` until all have adjusted; \`samverkan verify ${id ?? path}\` shows what is missing.`,
})

const takenOut = (count: number): Said => ({
  sv: `Raden i \`justering\` från ${count === 1 ? 'en justerare' : `${count} justerare`} är borttagen eller ändrad. Lägg tillbaka den.`,
  en: `The line in \`justering\` of ${count === 1 ? 'one adjuster' : `${count} adjusters`} has been removed or changed. Put it back.`,
})

function unsealedText(document: Document, unsealed: number, all: number): Said {
  const who =
    all === 0
      ? {
          sv: 'ingen är vald som kan justera den nya',
          en: 'nobody was chosen who could adjust the new one',
        }
      : {
          sv: `${unsealed} av ${all} justerare har inte justerat den nya`,
          en: `${unsealed} of ${all} adjusters have not adjusted the new one`,
        }
  const call = `samverkan verify ${document.id ?? document.path}`
  return {
    sv: `Texten är ändrad, och ${who.sv}. Återställ texten; en rättelse är ett nytt dokument med \`ersätter:\`. \`${call}\` visar vad som är ändrat.`,
    en: `The text has been changed, and ${who.en}. Restore the text; a correction is a new document with \`ersätter:\`. \`${call}\` shows what was changed.`,
  }
}

const unsignedText = (count: number): Said => ({
  sv: `Texten eller justeringen är ändrad, och ${count === 1 ? 'en justerare som har en nyckel i registret har' : `${count} justerare som har nycklar i registret har`} inte signerat den nya. Återställ dokumentet; en rättelse är ett nytt dokument med \`ersätter:\`.`,
  en: `The text or the adjustment has been changed, and ${count === 1 ? 'one adjuster who has a key in the register has' : `${count} adjusters who have keys in the register have`} not signed the new one. Restore the document; a correction is a new document with \`ersätter:\`.`,
})

const SHALLOW: Said = {
  sv: 'Jämförelsen med det som var justerat är utelämnad: bara den senaste delen av historiken är hämtad. I GitHub och Forgejo behövs `fetch-depth: 0`, i GitLab `GIT_DEPTH: "0"`.',
  en: 'The comparison with what was adjusted was left out: only the latest part of the history has been fetched. GitHub and Forgejo need `fetch-depth: 0`, GitLab `GIT_DEPTH: "0"`.',
}

const notInGit = (): UserError =>
  new UserError(
    {
      sv: '`--changed` jämför med historiken i git, och arkivet ligger inte i git.',
      en: '`--changed` compares with the history in git, and the archive is not in git.',
    },
    {
      sv: 'Utelämna `--changed`, så prövas varje justerat dokument för sig.',
      en: 'Leave out `--changed`, and every adjusted document is checked by itself.',
    },
  )
