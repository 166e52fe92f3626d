import { UserError } from '../model/failure.js'
import type { Language } from '../model/said.js'
import type { ShownSheet } from '../model/shown-sheet.js'
import { asTypst } from './typst.js'

/**
 * A sheet as PDF that is read aloud in the right order (PDF/UA-1, tagged, its language stated). The same sheet gives the
 * same bytes.
 * @throws UserError where what sets it is not installed.
 */
export async function asPdf(sheet: ShownSheet, language: Language): Promise<Uint8Array> {
  const { NodeCompiler } = await typesetter()
  const compiler = NodeCompiler.create({})
  const set = (source: string) =>
    compiler.pdf({ mainFileContent: source }, { pdfStandard: 'ua-1', creationTimestamp: 0 })
  let source = asTypst(sheet, language)
  for (;;) {
    try {
      return new Uint8Array(set(source))
    } catch (fault) {
      const shown = withoutStrangers(source, String(fault))
      if (shown === source) throw new Error('Typst does not set the report.', { cause: fault })
      source = shown
    }
  }
}

/** The source with `\ufffd` for each character that no font at hand has: PDF/UA does not allow one that cannot be shown. */
function withoutStrangers(source: string, fault: string): string {
  const strangers = [...fault.matchAll(/the text `\\"(.+?)\\"` could not be displayed/g)]
    .map(([, shown = '']) =>
      shown.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      ),
    )
    .flatMap(text => [...text].filter(character => character > '\u007f'))
  return strangers.reduce((text, stranger) => text.replaceAll(stranger, '\ufffd'), source)
}

async function typesetter() {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler')
  } catch (cause) {
    throw new UserError(
      {
        sv: 'Det som sätter PDF är inte installerat här.',
        en: 'What sets PDF is not installed here.',
      },
      {
        sv: 'Skriv `npm install @myriaddreamin/typst-ts-node-compiler@0.7.0` i programmets katalog, eller välj `--format docx`.',
        en: 'Write `npm install @myriaddreamin/typst-ts-node-compiler@0.7.0` in the folder of the program, or choose `--format docx`.',
      },
      { cause },
    )
  }
}
