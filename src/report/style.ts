/**
 * The style of every page. Colours are named by their use, with one value for light and one for
 * dark mode.
 */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf7; --sheet: #ffffff; --ink: #1b1d1f; --quiet: #565c62; --line: #dcdedf;
  --link: #00528a; --focus: #b3470a;
  --good: #00613f; --bad: #973400; --open: #565c62; --note: #6d5200; --on-badge: #ffffff;
  --first: #0067a5; --second: #b34a08; --band: #0067a522;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #131517; --sheet: #1b1e21; --ink: #e9e9e6; --quiet: #a7adb3; --line: #373c41;
    --link: #84c5f4; --focus: #ffb073;
    --good: #63d3a6; --bad: #ff9d6c; --open: #b4bac0; --note: #e5c464; --on-badge: #131517;
    --first: #6fbcf0; --second: #ff9d5c; --band: #6fbcf033;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; background: var(--sheet); padding: 0.5rem 1rem; z-index: 1; }
body > header, main, body > footer { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
body > header { padding-top: 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
nav a { display: inline-block; padding: 0.25rem 0; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
body > footer { color: var(--quiet); padding-top: 2rem; padding-bottom: 2rem; font-size: 0.9rem; }
h1 { font-size: clamp(1.6rem, 5vw, 2.2rem); line-height: 1.2; margin: 1.5rem 0 0.5rem; text-wrap: balance; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 0.5rem; line-height: 1.25; }
h3 { font-size: 1.05rem; margin: 0 0 0.4rem; line-height: 1.35; }
p { margin: 0.5rem 0; max-width: 46rem; }
.quiet, small { color: var(--quiet); }
code, kbd, pre { font: 0.9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 0.6rem 0.8rem; overflow-x: auto; margin: 0.5rem 0; }
.hash { display: inline-block; min-width: 11rem; overflow-wrap: anywhere; }
.nowrap { white-space: nowrap; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; margin: 0.9rem 0; }
.cards { list-style: none; margin: 0.75rem 0; padding: 0; display: grid; gap: 0.9rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); }
.cards .sheet { margin: 0; }
.overview, .overview ul { list-style: none; margin: 0; padding: 0; }
.overview { margin: 1.2rem 0; border-top: 2px solid var(--line); }
.overview > li { display: grid; gap: 0.3rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
.overview ul li { margin-bottom: 0.3rem; }
.badge { display: inline-block; border-radius: 1rem; padding: 0.05rem 0.7rem; white-space: nowrap; font-size: 0.85rem; font-weight: 600; background: var(--open); color: var(--on-badge); }
.badge.good { background: var(--good); } .badge.bad { background: var(--bad); } .badge.note { background: var(--note); }
.heading { display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem; align-items: baseline; justify-content: space-between; }
.fault { border-left: 5px solid var(--bad); }
dl { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: 0.3rem 1rem; margin: 0.6rem 0; }
dt { color: var(--quiet); } dd { margin: 0; min-width: 0; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } }
.wide { overflow-x: auto; margin: 0.6rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.7rem 0.35rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; border-bottom-width: 2px; white-space: nowrap; }
tbody th { font-weight: 600; }
td.differs { color: var(--note); font-weight: 600; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
details { margin: 0.5rem 0; } summary { cursor: pointer; padding: 0.15rem 0; }
.state-fails, .state-unproven { color: var(--bad); font-weight: 600; }
.state-passes { color: var(--good); } .state-waived, .state-not-checked { color: var(--note); }
.state-not-applicable { color: var(--quiet); }
figure { margin: 1rem 0; } figcaption { color: var(--quiet); font-size: 0.92rem; max-width: 46rem; }
img { max-width: 100%; height: auto; border-radius: 6px; background: #ffffff; }
svg.strip, svg.curve { display: block; width: 100%; overflow: visible; }
svg text { font-size: 12px; fill: var(--quiet); }
svg .grid { stroke: var(--line); } svg .zero { stroke: var(--quiet); }
svg .asked { stroke: var(--bad); stroke-dasharray: 4 3; }
svg .dot { fill: var(--first); fill-opacity: 0.72; stroke: var(--sheet); }
svg .dot.second { fill: var(--second); }
svg .middle { stroke: var(--ink); stroke-width: 3; }
svg .theirs { fill: none; stroke: var(--ink); stroke-width: 1.5; }
svg .band { fill: var(--band); }
svg .path { fill: none; stroke: var(--first); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
svg .path.second { stroke: var(--second); stroke-dasharray: 5 3; }
.strip-label { font-size: 0.92rem; margin: 0.7rem 0 0; }
form .row { display: flex; flex-wrap: wrap; gap: 0.8rem 1.2rem; align-items: end; }
label { display: block; font-weight: 600; font-size: 0.92rem; }
input, select, textarea, button { font: inherit; color: inherit; }
input, select, textarea { background: var(--ground); border: 1px solid var(--quiet); border-radius: 6px; padding: 0.4rem 0.5rem; max-width: 100%; }
form .row input, form .row select { height: 2.5rem; }
textarea { width: 100%; font-family: ui-monospace, Menlo, Consolas, monospace; }
button { background: var(--link); color: var(--on-badge); border: 0; border-radius: 6px; padding: 0.5rem 1.1rem; font-weight: 600; cursor: pointer; }
button.plain { background: none; color: var(--link); border: 1px solid var(--link); }
button:disabled { background: var(--line); color: var(--quiet); cursor: default; }
progress { width: 100%; height: 0.8rem; accent-color: var(--first); }
.drop { border: 2px dashed var(--line); border-radius: 8px; padding: 0.6rem 0.8rem; }
.drop.over { border-color: var(--focus); }
.run-view { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); margin-top: 1rem; }
canvas { image-rendering: pixelated; width: 100%; max-width: 26rem; height: auto; border-radius: 6px; }
.verdict { font-size: 1.1rem; font-weight: 600; }
.verdict.same { color: var(--good); } .verdict.parts { color: var(--bad); }
[hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print { nav, form, .skip { display: none; } body { background: #ffffff; } }
`
