import type { Rule } from '../../model/rule.js'

/** A matter or deviation past the draft is tied to something: it says where it is dealt with, or something points at it. */
export const rule: Rule = {
  name: 'foraldralos',
  reach: 'archive',
  level: { draft: undefined, review: 'note', final: 'note' },
  states: {
    sv: 'Ett ärende eller en avvikelse säger var det behandlas, eller så pekar något dit.',
    en: 'A matter or a deviation says where it is dealt with, or something points at it.',
  },
  because: {
    sv: 'Det som inget pekar på hittar bara den som redan vet att det finns.',
    en: 'What nothing points at is found only by those who know already that it is there.',
  },
  kinds: ['ärende', 'avvikelse'],
  *check(document, archive) {
    if (document.id === undefined) return
    if (archive.pointersOf(document).some(({ relation }) => relation === 'behandlas_i')) return
    if (archive.pointingAt(document.id).some(({ from }) => from !== document)) return
    yield {
      at: { field: ['id'] },
      says: {
        sv: `Inget i arkivet pekar på \`${document.id}\`, och dokumentet säger inte var det behandlas.`,
        en: `Nothing in the archive points at \`${document.id}\`, and the document does not say where it is dealt with.`,
      },
      advice: {
        sv: 'Skriv mötet under `länkar: {behandlas_i: […]}`, eller ta upp det på nästa dagordning.',
        en: 'Write the meeting under `länkar: {behandlas_i: […]}`, or put it on the next agenda.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Ett ärende som inget möte känner till', en: 'A matter that no meeting knows of' },
      typ: 'ärende',
      path: 'arenden/2024/are-2024-k3k3.md',
      front: { id: 'ARE-2024-k3k3', länkar: undefined },
      finds: ['id: ARE-2024-k3k3'],
    },
    {
      shows: { sv: 'Ett möte har ärendet på sin dagordning', en: 'A meeting has the matter on its agenda' },
      typ: 'ärende',
      front: { länkar: undefined },
      finds: [],
    },
    {
      shows: {
        sv: 'Ärendet säger var det behandlas, eller är nytt',
        en: 'The matter says where it is dealt with, or is new',
      },
      typ: 'ärende',
      path: 'arenden/2024/are-2024-k3k3.md',
      front: { id: 'ARE-2024-k3k3', status: 'nytt', länkar: undefined },
      files: {
        'arenden/2024/are-2024-n5n5.md':
          '---\nid: ARE-2024-n5n5\ntyp: ärende\ntitel: Nattis\nstatus: pågår\ngrupp: demo\nlänkar: {behandlas_i: [PROT-demo-2024-05-23 § 1]}\n---\n\n# Nattis\n',
      },
      finds: [],
    },
  ],
}
