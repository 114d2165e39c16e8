import type { Command } from 'commander'
import { packageRoot } from '../package-root.ts'
import { papers } from '../papers/index.ts'
import { listGoldens } from '../records/golden.ts'
import { exitCodes } from '../user-error.ts'
import type { Terminal } from './terminal.ts'
import { catalogueText } from './text/catalogue-text.ts'

/** `assay list`. */
export function define(command: Command, terminal: Terminal): void {
  command
    .option('--json', 'one JSON document')
    .addHelpText('after', '\nExamples:\n  assay list\n  assay list --json')
    .action(({ json }: { json?: boolean }) => {
      const goldens = listGoldens(packageRoot)
      const entries = papers.map((paper) => ({
        paper,
        goldens: goldens.filter((golden) => golden.paper === paper.slug),
      }))
      terminal.write(
        json
          ? `${JSON.stringify({ schema: 'assay/list@1', papers: entries.map(plain) }, null, 2)}\n`
          : `${catalogueText(entries, terminal).join('\n')}\n`,
      )
      terminal.exitWith(exitCodes.fine)
    })
}

type Entry = Parameters<typeof catalogueText>[0][number]

function plain({ paper, goldens }: Entry) {
  const { slug, citation, demonstrates, claims, deviations, presets, arms, metrics } = paper
  return {
    slug,
    citation,
    demonstrates,
    presets,
    arms: Object.keys(arms),
    metrics,
    claims,
    deviations,
    goldens: goldens.map(({ dataset, preset }) => ({ dataset, preset })),
  }
}
