import type { Archive } from '../../model/archive.js'
import { daysAfter, daysBetween } from '../../model/day.js'
import { type Deviation, deviationOf, handlingsOf } from '../../model/deviation.js'
import type { Finding } from '../../model/diagnostic.js'
import { groupOf } from '../../model/group.js'
import { longestGap } from '../../model/meeting-gap.js'
import type { Rule } from '../../model/rule.js'
import { documentsOf, isPlanned } from '../../model/sitting.js'

/**
 * A deviation that has come to a group is dealt with at its next meeting, and a group that does not meet has one waiting no
 * longer than its own rhythm allows. From the first meeting on `avvikelse-steg-hoppat` and the limit of the answer follow it.
 */
export const rule: Rule = {
  name: 'avvikelse-obehandlad',
  reach: 'archive',
  level: { draft: undefined, review: 'warning', final: undefined },
  states: {
    sv: 'En avvikelse som har kommit till en grupp tas upp vid gruppens nästa möte.',
    en: 'A deviation that has come to a group is taken up at its next meeting.',
  },
  because: {
    sv: 'En avvikelse som ligger ett möte för länge hinner inte få svar i tid, och ingen minns längre vad som hände.',
    en: 'A deviation that lies a meeting too long is not answered in time, and nobody remembers any longer what happened.',
  },
  kinds: ['avvikelse'],
  *check(document, archive) {
    const deviation = deviationOf(document)
    const { group, solved } = deviation
    if (group === undefined || solved === 'lokalt' || handlingsOf(deviation, archive).length > 0) return
    const [held] = archive.fatesFrom(document, group)
    if (held?.fate.is === 'lost') {
      const { at } = held.fate
      yield {
        at: { field: ['status'] },
        ...(isPlanned(at) && { level: 'note' as const }),
        says: {
          sv: `Avvikelsen saknas vid gruppens möte ${at.day} (${documentsOf(at)}).`,
          en: `The deviation is missing from the meeting of the group on ${at.day} (${documentsOf(at)}).`,
        },
        advice: {
          sv: `Skriv \`*Avvikelser: ${document.id ?? 'AVV-…'}*\` under den punkt där den togs upp, eller ta upp den vid nästa möte.`,
          en: `Write \`*Avvikelser: ${document.id ?? 'AVV-…'}*\` under the item where it was taken up, or take it up at the next meeting.`,
        },
      }
    } else yield* waitingTooLong(deviation, group, archive)
  },
  examples: [
    {
      shows: { sv: 'Gruppens möte tog inte upp den', en: 'The meeting of the group did not take it up' },
      typ: 'avvikelse',
      front: { id: 'AVV-2024-k3k3', länkar: undefined },
      path: 'avvikelser/2024/avv-2024-k3k3.md',
      finds: ['status: mottagen'],
    },
    {
      shows: {
        sv: 'Gruppen har inte träffats på ett halvår',
        en: 'The group has not met for half a year',
      },
      typ: 'avvikelse',
      front: { id: 'AVV-2024-k3k3', mottagen: '2024-05-27', länkar: undefined },
      path: 'avvikelser/2024/avv-2024-k3k3.md',
      today: '2024-12-01',
      finds: ['status: mottagen'],
    },
    {
      shows: { sv: 'Den togs upp', en: 'It was taken up' },
      typ: 'avvikelse',
      finds: [],
    },
    {
      shows: { sv: 'Gruppen har inte träffats sedan dess', en: 'The group has not met since' },
      typ: 'avvikelse',
      front: { id: 'AVV-2024-k3k3', mottagen: '2024-05-27', länkar: undefined },
      path: 'avvikelser/2024/avv-2024-k3k3.md',
      finds: [],
    },
    {
      shows: {
        sv: 'Det står inte när den kom till gruppen',
        en: 'It does not say when it came to the group',
      },
      typ: 'avvikelse',
      front: { id: 'AVV-2024-k3k3', rapporterad: undefined, mottagen: undefined, länkar: undefined },
      path: 'avvikelser/2024/avv-2024-k3k3.md',
      finds: [],
    },
  ],
}

/** No meeting has been held since it came, for longer than the rhythm of the group allows. */
function* waitingTooLong({ dates }: Deviation, group: string, archive: Archive): Iterable<Finding> {
  const came = dates.mottagen ?? dates.rapporterad
  const home = archive.group(group)
  const gap = home === undefined ? undefined : longestGap(groupOf(home).rhythm)
  if (came === undefined || gap === undefined || archive.today <= daysAfter(came, gap)) return
  const days = daysBetween(came, archive.today)
  yield {
    at: { field: ['status'] },
    says: {
      sv: `Avvikelsen kom ${came} och har väntat ${days} dagar på ett möte i gruppen.`,
      en: `The deviation came on ${came} and has waited ${days} days for a meeting of the group.`,
    },
    advice: {
      sv: 'Kalla gruppen till ett möte, eller låt cheferna lösa frågan och skriv `löses: lokalt`.',
      en: 'Call the group to a meeting, or let the managers solve it and write `löses: lokalt`.',
    },
  }
}
