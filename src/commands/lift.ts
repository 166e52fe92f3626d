import { type OpenArchive, openArchive } from '../archive/open.js'
import { withTexts } from '../archive/write-fields.js'
import { type Command, OPTIONS } from '../model/command.js'
import type { Day } from '../model/day.js'
import { dayAsked } from '../model/day-asked.js'
import { difference } from '../model/difference.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { textOf as fieldText } from '../model/fields.js'
import { groupOf } from '../model/group.js'
import { groupAsked } from '../model/group-asked.js'
import { broken } from '../model/line-breaks.js'
import { found } from '../model/lookup.js'
import { choices } from '../model/said.js'

export const command: Command = {
  name: 'lift',
  aliases: ['lyft'],
  about: {
    sv: 'lyfter ett ärende till en annan grupp, med en dag då svaret ska komma',
    en: 'lifts a matter to another group, with a day by which the answer is due',
  },
  arguments: [
    {
      name: { sv: 'id', en: 'id' },
      about: { sv: 'ärendets id', en: 'id of the matter' },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [
    OPTIONS.archive,
    {
      name: 'to',
      takes: { sv: 'GRUPP', en: 'GROUP' },
      values: 'groups',
      about: { sv: 'gruppen som ska svara', en: 'the group that is to answer' },
    },
    {
      name: 'answer-by',
      takes: { sv: 'DATUM', en: 'DATE' },
      about: { sv: 'dagen då svaret ska komma', en: 'the day by which the answer is due' },
    },
    {
      ...OPTIONS.date,
      about: {
        sv: 'dagen då det lyftes; i dag när ingen anges',
        en: 'day on which it was lifted; today when none is given',
      },
    },
    OPTIONS.dryRun,
  ],
  examples: [
    {
      call: 'samverkan lift ARE-2024-xh1n --to styrgruppen --answer-by 2025-03-01',
      does: {
        sv: 'styrgruppen ska svara senast den 1 mars; båda ser det i `status`',
        en: 'styrgruppen is to answer by 1 March; both see it in `status`',
      },
    },
  ],
  async run(call, world) {
    const open = await openArchive(world, call.value('archive'))
    const { document } = found(open.archive, call.words[0] ?? '')
    const to = receiverAsked(open, call.value('to'), document)
    const answer = dayAsked(call, 'answer-by')
    const day = dayAsked(call, 'date') ?? world.today
    if (answer === undefined || answer < day) throw noAnswerDay(answer, day)
    refuseUnlessLiftable(document, open)
    const text = open.writtenAt(document.path) ?? ''
    const lifted = withTexts(text, [
      ['status', 'lyft'],
      ['lyft', day],
      ['lyft_till', to],
      ['svar_senast', answer],
    ])
    if (call.has('dry-run')) {
      world.print(`${document.path}\n${difference(text, lifted)}\n`)
      return 0
    }
    world.disk.replace(open.at(document.path), lifted)
    const says =
      world.language === 'sv'
        ? `${nameOf(document)} är lyft till ${to}, som ska svara senast ${answer}. Båda grupperna ser det i \`samverkan status\` till dess.`
        : `${nameOf(document)} is lifted to ${to}, which is to answer by ${answer}. Both groups see it in \`samverkan status\` until then.`
    world.print(`${broken(says, world.columns).join('\n')}\n`)
    return 0
  },
}

/** @throws UserError for a group that does not exist, and for the one that has the matter already. */
function receiverAsked({ archive }: OpenArchive, given: string | undefined, document: Document): string {
  const own = fieldText(document.fields, 'grupp')
  if (given !== undefined && given !== own) return groupOf(groupAsked(archive, given)).slug
  const others = choices(archive.groups.map(group => groupOf(group).slug).filter(slug => slug !== own))
  throw new UserError(
    given === undefined
      ? {
          sv: '`--to` saknas: vilken grupp lyfts det till?',
          en: '`--to` is missing: to which group is it lifted?',
        }
      : {
          sv: `${nameOf(document)} ligger redan hos ${given}.`,
          en: `${nameOf(document)} is with ${given} already.`,
        },
    { sv: `Välj ${others.sv}.`, en: `Choose ${others.en}.` },
  )
}

const noAnswerDay = (answer: Day | undefined, day: Day): UserError =>
  new UserError(
    answer === undefined
      ? {
          sv: '`--answer-by` saknas: när ska svaret komma?',
          en: '`--answer-by` is missing: when is the answer due?',
        }
      : {
          sv: `Svaret ska komma ${answer}, före dagen då ärendet lyfts (${day}).`,
          en: `The answer is due on ${answer}, before the day on which the matter is lifted (${day}).`,
        },
    {
      sv: 'Skriv en dag, till exempel `--answer-by 2025-03-01`; utan den vet ingen när frågan ska komma tillbaka.',
      en: 'Write a day, such as `--answer-by 2025-03-01`; without it nobody knows when the question comes back.',
    },
  )

/** Only a matter is lifted, and only from a status that its kind lets become `lyft`. */
function refuseUnlessLiftable(document: Document, { archive }: OpenArchive): void {
  const status = archive.kindOf(document)?.statuses.find(({ name }) => name === document.status)
  if (document.typ === 'ärende' && status?.next.includes('lyft')) return
  const name = nameOf(document)
  throw document.typ !== 'ärende'
    ? new UserError(
        { sv: `${name} är inget ärende.`, en: `${name} is no matter.` },
        {
          sv: 'Bara ärenden lyfts. Skapa ett med `samverkan new ärende` och länka det hit.',
          en: 'Only matters are lifted. Make one with `samverkan new matter` and link it here.',
        },
      )
    : new UserError(
        {
          sv: `${name} har status \`${document.status ?? ''}\` och kan inte lyftas.`,
          en: `${name} has the status \`${document.status ?? ''}\` and cannot be lifted.`,
        },
        {
          sv: 'Ett ärende lyfts när det är berett eller pågår.',
          en: 'A matter is lifted when it is prepared or under way.',
        },
      )
}
