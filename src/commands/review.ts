import { openPremises } from '../archive/open.js'
import { review } from '../archive/review-versions.js'
import { FORMATS } from '../formats/index.js'
import { type Command, OPTIONS } from '../model/command.js'
import { UserError } from '../model/failure.js'
import { stated } from '../model/fields.js'
import { asJson, deliver, sheetWriter } from '../model/output.js'
import { reviewData, reviewSheet } from '../model/review-sheet.js'

export const command: Command = {
  name: 'review',
  aliases: ['genomgång'],
  about: {
    sv: 'berättar vad en ändring betyder: beslut, uppdrag, status och deltagare, i meningar',
    en: 'tells what a change means: decisions, actions, status and participants, in sentences',
  },
  arguments: [
    {
      name: { sv: 'från..till', en: 'base..head' },
      about: {
        sv: 'grenar eller versioner i git; utan till jämförs katalogen som den är, utan båda med huvudgrenen',
        en: 'branches or commits; without a head the folder as it is, without both against the default branch',
      },
      presence: 'optional',
    },
  ],
  options: [
    OPTIONS.archive,
    { ...OPTIONS.tableFormat, values: ['text', 'md', 'json'] },
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    {
      call: 'samverkan review',
      does: { sv: 'vad som skiljer från huvudgrenen', en: 'what differs from the default branch' },
    },
    {
      call: 'samverkan review HEAD',
      does: { sv: 'det som inte är sparat i git än', en: 'what is not committed yet' },
    },
    {
      call: 'samverkan review main..min-gren --format md',
      does: { sv: 'till den som ska godkänna ändringen', en: 'for whoever is to approve the change' },
    },
  ],
  async run(call, world) {
    const write = await sheetWriter(FORMATS, call, world)
    const found = await review(
      stretchIn(call.words[0]),
      await openPremises(world, call.value('archive')),
      world,
    )
    if (call.value('format') === 'json') deliver(call, world, asJson(reviewData(found, world.language)))
    else await write(reviewSheet(found))
    return 0
  },
}

/** Reads `main`, `main..branch` and `main...branch`; both compare from where the two went apart. */
function stretchIn(written: string | undefined) {
  if (written === undefined) return {}
  const [base = '', head, ...more] = written.split(/\.{2,3}/)
  const names = head === undefined ? [base] : [base, head === '' ? 'HEAD' : head]
  if (more.length > 0 || names.some(name => name === '' || name.startsWith('-'))) {
    throw new UserError(
      {
        sv: `\`${written}\` säger inte vad som ska jämföras.`,
        en: `\`${written}\` does not say what to compare.`,
      },
      {
        sv: 'Skriv en gren eller en version, eller två med `..` emellan: `main..min-gren`.',
        en: 'Write a branch or a commit, or two with `..` between: `main..my-branch`.',
      },
    )
  }
  return { base, ...stated('head', names[1]) }
}
