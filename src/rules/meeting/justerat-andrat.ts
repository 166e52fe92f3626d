import { type Document, mayBeQuoted } from '../../model/document.js'
import { type Approval, meetingOf } from '../../model/meeting.js'
import type { Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'

/** What has been adjusted still says what it said then: its seal is that of the line in `justering` (archive format § 6). */
export const rule: Rule = {
  name: 'justerat-andrat',
  level: 'error',
  exempt: 'never',
  states: {
    sv: 'Ett justerat dokument är oförändrat sedan det justerades.',
    en: 'An adjusted document is unchanged since it was adjusted.',
  },
  because: {
    sv: 'Den som justerade intygade just de orden; ändras de efteråt står namnet under något som personen aldrig har läst.',
    en: 'Who adjusted certified those very words; if they are changed, the name stands under something that was never read.',
  },
  *check(document, surroundings) {
    if (document.fields['justering'] === undefined) return
    const sealed = meetingOf(document).approvals.filter(({ seal }) => seal !== undefined)
    if (sealed.length === 0) return
    const now = surroundings.sealOf(document)
    const empty = sealed.filter(({ seal }) => isPlaceholder(seal))
    const broken = sealed.filter(({ seal }) => seal !== now && !isPlaceholder(seal))
    const [first] = empty
    if (first !== undefined) {
      yield {
        at: { field: [...first.field, 'sigill'] },
        says: {
          sv: 'Sigillet är bara nollor: det visar inte vad som justerades.',
          en: 'The seal is only zeros: it does not show what was adjusted.',
        },
        advice: {
          sv: `Ta bort raden och kör \`samverkan approve ${document.id ?? 'ID'} --as "Förnamn Efternamn"\`.`,
          en: `Take out the line and run \`samverkan approve ${document.id ?? 'ID'} --as "First Last"\`.`,
        },
      }
    }
    const [changed] = broken
    if (changed === undefined) return
    const who = adjustersIn(document, broken)
    yield {
      at: { field: [...changed.field, 'sigill'] },
      says: {
        sv: `Dokumentet har ändrats sedan det justerades${who.sv}.`,
        en: `The document has been changed since it was adjusted${who.en}.`,
      },
      advice: {
        sv: `Kör \`samverkan verify ${document.id ?? document.path}\` för att se vad som har ändrats, och återställ det. Ska något rättas, skriv ett nytt dokument med \`ersätter:\` och låt det justeras.`,
        en: `Run \`samverkan verify ${document.id ?? document.path}\` to see what has been changed, and restore it. If something is to be corrected, write a new document with \`ersätter:\` and have it adjusted.`,
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Ett ord har ändrats efter justeringen', en: 'A word was changed after the adjustment' },
      text: adjusted('hyra lokalen i två år'),
      files: { 'moten/demo/2024/2024-03-21-protokoll.md': undefined },
      finds: ['sigill:'],
    },
    {
      shows: { sv: 'Ett sigill av bara nollor', en: 'A seal of zeros only' },
      text: adjusted('hyra lokalen i ett år', '0'.repeat(64)),
      files: { 'moten/demo/2024/2024-03-21-protokoll.md': undefined },
      finds: ['sigill:'],
    },
    {
      shows: { sv: 'Dokumentet är som när det justerades', en: 'The document is as it was adjusted' },
      text: adjusted('hyra lokalen i ett år'),
      files: { 'moten/demo/2024/2024-03-21-protokoll.md': undefined },
      finds: [],
    },
    {
      shows: {
        sv: 'Ett avbockat uppdrag och en anteckning under det bryter inte sigillet',
        en: 'A ticked action and a note under it do not break the seal',
      },
      text: adjusted('hyra lokalen i ett år')
        .replace(
          '- [ ] Bo Berg: skriva avtalet',
          '- [x] Bo Berg: skriva avtalet (klart 2024-06-03)\n  - 2024-06-01 Hyresvärden har svarat.',
        )
        .replace('status: justering', 'status: justerat'),
      files: { 'moten/demo/2024/2024-03-21-protokoll.md': undefined },
      finds: [],
    },
  ],
}

/** A seal that was written to fill the place: one character over and over. */
const isPlaceholder = (seal: string | undefined): boolean => /^(?:sha256:)?0+$/.test(seal ?? '')

/** ` av Cia Dahl 2024-05-30`: who had adjusted and when; only how many where the document may not be quoted. */
function adjustersIn(document: Document, approvals: readonly Approval[]) {
  if (!mayBeQuoted(document)) {
    return { sv: ` av ${approvals.length === 1 ? 'en' : approvals.length}`, en: ` by ${approvals.length}` }
  }
  const who = enumerated(
    approvals.map(({ person, day }) => `\`${person}\`${day === undefined ? '' : ` ${day}`}`),
  )
  return { sv: ` av ${who.sv}`, en: ` by ${who.en}` }
}

/** A small adjusted protocol; the seal is that of the decision to rent for one year. */
function adjusted(
  decision: string,
  seal = '5a29f23c6ef3ab71b5245bd5d7018191e716b575ac1cba2bd6ac6978424dcf65',
): string {
  return `---
id: PROT-demo-2024-05-23
typ: protokoll
titel: Demogruppens möte 2024-05-23
status: justering
sekretess: öppen
grupp: demo
datum: 2024-05-23
ordförande: Alva Ask
sekreterare: Bo Berg
justerare: [Cia Dahl]
närvarande: [Alva Ask, Bo Berg, Cia Dahl]
justering:
  - {person: Cia Dahl, roll: justerare, datum: 2024-05-30, sigill: "sha256:${seal}"}
---

# Demogruppens möte 2024-05-23

## § 1 Lokal

### Demogruppen beslutar

**att** ${decision}.

- [ ] Bo Berg: skriva avtalet
`
}
