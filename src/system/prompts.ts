import { UserError } from '../model/failure.js'
import type { Prompts } from '../model/ports.js'
import type { Language } from '../model/said.js'

/** Questions on a terminal, in the reader's language; inquirer is loaded when the first is asked. */
export function terminalPrompts(language: () => Language): Prompts {
  const say = (sv: string, en: string) => (language() === 'sv' ? sv : en)
  const theme = () => ({
    style: {
      keysHelpTip: () => say('↑↓ väljer · ⏎ tar', '↑↓ choose · ⏎ take'),
      help: (text: string) => text,
    },
  })
  const asking = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask()
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'ExitPromptError') {
        throw new UserError(
          { sv: 'Avbrutet.', en: 'Interrupted.' },
          { sv: 'Ingenting har skrivits.', en: 'Nothing was written.' },
          { cause },
        )
      }
      throw cause
    }
  }
  return {
    choose: (question, choices) =>
      asking(async () => {
        const { default: inquirer } = await import('inquirer')
        const { answer } = await inquirer.prompt<{ answer: string }>([
          {
            type: 'select',
            name: 'answer',
            message: question,
            choices: choices.map(({ value, label }) => ({ value, name: label })),
            theme: theme(),
          },
        ])
        return answer
      }),
    ask: (question, suggestion, check) =>
      asking(async () => {
        const { default: inquirer } = await import('inquirer')
        const { answer } = await inquirer.prompt<{ answer: string }>([
          {
            type: 'input',
            name: 'answer',
            message: question,
            ...(suggestion !== undefined && { default: suggestion }),
            validate: (given: string) => check(given) ?? true,
          },
        ])
        return answer
      }),
    confirm: (question, suggestion) =>
      asking(async () => {
        const { default: inquirer } = await import('inquirer')
        const { answer } = await inquirer.prompt<{ answer: boolean }>([
          {
            type: 'confirm',
            name: 'answer',
            message: question,
            default: suggestion === 'yes',
            theme: {
              keywords: {
                yes: say('Ja', 'Yes'),
                no: say('Nej', 'No'),
                error: say('Svara ja eller nej', 'Answer yes or no'),
              },
            },
          },
        ])
        return answer
      }),
  }
}
