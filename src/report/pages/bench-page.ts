import { type MachineHistory, type Series, seriesOf } from '../bench-history.ts'
import { type Child, type Html, html } from '../html.ts'
import { faultsNotice, type Page, table } from '../layout.ts'
import { curve } from '../parts/curve.ts'
import type { SiteSource } from '../source.ts'

/** The measured speed, commit by commit, on each class of machines. */
export function benchPage({ history, faults }: SiteSource): Page {
  return {
    path: 'bench.html',
    title: 'Speed, commit by commit',
    description: 'History of the benchmarks on each class of machines.',
    main: html`<h1>Speed</h1>
${faultsNotice(faults.filter((fault) => fault.of === 'history'))}
${history.length === 0 ? html`<p>No history has been recorded. Run: <code>npx assay bench</code></p>` : html`<p>Medians over interleaved rounds, milliseconds a call: less is faster. “Of peak” is the share of what the processor can multiply and add at that vector width, measured in the same rounds; “numpy takes” is numpy’s best time, with one thread or two, divided by ours: above 1 ours is faster. Only runs of committed code are shown.</p>`}
${history.map(machine)}`,
  }
}

function machine(history: MachineHistory): Html {
  const last = history.runs.at(-1)
  const rows = seriesOf(history).map(row)
  return html`<section aria-labelledby="machine-${history.machineClass}">
<h2 id="machine-${history.machineClass}">${history.machineClass}</h2>
${last && html`<p class="quiet">${last.machine.cpu}, ${last.machine.cores} cores, Node ${last.machine.node}; ${history.runs.length} runs</p>`}
${table(`Benchmarks on ${history.machineClass}`, ['Benchmark', 'Now, ms', 'GFLOP/s', 'Of peak', 'numpy takes', 'At', 'Since the first', 'Over time'], rows)}
</section>
`
}

function row({ name, points }: Series): Child[] {
  const [first, last] = [points[0], points[points.length - 1]]
  const times = last.milliseconds / first.milliseconds
  return [
    name,
    last.milliseconds.toPrecision(3),
    last.gigaflops?.toPrecision(3) ?? '-',
    last.shareOfPeak === undefined ? '-' : `${(100 * last.shareOfPeak).toFixed(0)} %`,
    last.numpyTakes === undefined ? '-' : `${last.numpyTakes.toPrecision(3)} times`,
    html`<code>${last.commit.slice(0, 10)}</code><br><span class="quiet nowrap">${last.date.slice(0, 10)}</span>`,
    points.length > 1 ? `${times.toFixed(2)} times` : '-',
    points.length > 1
      ? curve(
          [points.map(({ milliseconds }) => milliseconds)],
          `${name}: from ${first.milliseconds.toPrecision(3)} to ${last.milliseconds.toPrecision(3)} ms over ${points.length} runs`,
          { height: 40, leastRange: 0.2 * first.milliseconds },
        )
      : 'one run',
  ]
}
