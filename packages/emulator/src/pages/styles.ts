/** The look of every page: plain, light or dark as the system is, with nothing to load. */
export const styles = `
:root { color-scheme: light dark; --ink: light-dark(#16263a, #e4eaf1); --soft: light-dark(#55657a, #9fb0c3); --line: light-dark(#dde4ec, #2d3a49);
  --edge: light-dark(#8795a6, #66788c); --blue: light-dark(#0b5cab, #7db8f5); --fill: light-dark(#0b5cab, #1c6fc4); --bg: light-dark(#f3f6f9, #10171f); --card: light-dark(#fff, #18222d);
  --code: light-dark(#eef2f6, #22303d); --bad: light-dark(#b3261e, #ff9a92); --bad-bg: light-dark(#fbeeed, #3a2022); --good: light-dark(#2e6b3a, #7fce90); --good-bg: light-dark(#eef6ef, #1b3022); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--bg); }
a { color: var(--blue); text-decoration: none; } a:hover, p a:not(.button), dd a { text-decoration: underline; }
header { background: var(--card); border-bottom: 3px solid var(--fill); padding: 10px 24px 0; display: flex; gap: 0 24px; align-items: baseline; }
header strong { font-size: 17px; white-space: nowrap; } header .soft { margin-left: auto; white-space: nowrap; }
nav { display: flex; gap: 2px; min-width: 0; overflow-x: auto; scrollbar-width: thin; }
nav a { padding: 6px 8px 8px; white-space: nowrap; border-radius: 6px 6px 0 0; } nav a[aria-current] { scroll-initial-target: nearest; background: var(--fill); color: #fff; }
main { max-width: 1160px; margin: 20px auto; padding: 0 24px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 18px 22px; margin-bottom: 18px; }
.narrow { max-width: 460px; margin: 6vh auto; }
h1 { font-size: 22px; line-height: 1.25; margin: 0 0 12px; overflow-wrap: anywhere; } h2 { font-size: 16px; margin: 0 0 8px; } * + h2 { margin-top: 22px; }
p, ul, dl { margin: 0 0 12px; } ul { padding-left: 22px; } :is(.card, main) > :last-child { margin-bottom: 0; } .soft { color: var(--soft); font-size: 13px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; color: var(--soft); font-size: 13px; white-space: nowrap; }
th, td { padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: baseline; } tbody tr:hover { background: var(--bg); }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; } tbody tr:last-child td { border-bottom: 0; }
td { overflow-wrap: anywhere; } .number { text-align: right; } .number, time { font-variant-numeric: tabular-nums; } time { white-space: nowrap; } .action { text-align: right; white-space: nowrap; }
label, legend { display: block; font-size: 13px; color: var(--soft); margin: 10px 0 3px; }
input, textarea, select { font: inherit; width: 100%; padding: 6px 9px; border: 1px solid var(--edge); border-radius: 6px; background: var(--card); color: inherit; }
input[type=checkbox] { width: 18px; height: 18px; margin: 4px 0; accent-color: var(--fill); } textarea { min-height: 70px; }
label.check { display: flex; gap: 8px; align-items: center; color: inherit; font-size: inherit; }
button, .button { font: inherit; display: inline-block; padding: 6px 14px; border-radius: 6px; border: 1px solid var(--fill); background: var(--fill); color: #fff; cursor: pointer; }
button.quiet, .button { background: none; color: var(--blue); border-color: var(--edge); } button.bad { background: none; color: var(--bad); border-color: var(--bad); }
.button:hover { text-decoration: none; } td button { padding: 2px 10px; }
:focus-visible { outline: 3px solid light-dark(#2f8ae0, #7ab7f0); outline-offset: 1px; }
.row { display: flex; gap: 10px 14px; align-items: center; flex-wrap: wrap; } .row > * { margin: 0; } .row .grow { flex: 1 1 150px; max-width: 420px; } .row .end { margin-left: auto; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr)); gap: 0 24px; align-items: start; }
.bar { position: sticky; bottom: 0; background: var(--card); border-top: 1px solid var(--line); margin: 18px -22px -18px; padding: 12px 22px; border-radius: 0 0 8px 8px; }
details.sure summary { cursor: pointer; color: var(--bad); } details.sure[open] { display: flex; gap: 10px; align-items: center; flex-wrap: wrap; }
.users button { width: 100%; text-align: left; margin-bottom: 6px; } .users .soft { display: block; }
meter { width: 100%; max-width: 420px; height: 18px; }
.notice, .error { border-left: 4px solid var(--good); background: var(--good-bg); padding: 8px 12px; margin-bottom: 16px; border-radius: 0 6px 6px 0; }
.error { border-color: var(--bad); background: var(--bad-bg); } .failed { color: var(--bad); font-weight: 600; }
pre { background: var(--code); padding: 10px 12px; border-radius: 6px; overflow: auto; max-height: 60vh; font-size: 13px; margin: 0 0 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
fieldset { border: 0; padding: 0; margin: 12px 0 8px; min-width: 0; } legend { padding: 0; margin: 0; } td input[type=checkbox] { margin: 0; vertical-align: middle; } fieldset label.check { display: inline-flex; margin: 4px 18px 4px 0; }
.tabs { flex-wrap: wrap; border-bottom: 1px solid var(--line); margin-bottom: 10px; } .plain { list-style: none; padding: 0; margin: 0; }
code { background: var(--code); padding: 1px 5px; border-radius: 4px; font-size: 13px; overflow-wrap: anywhere; } label code { font-size: 12px; }
.tag { background: var(--code); border-radius: 10px; padding: 1px 8px; font-size: 12px; white-space: nowrap; }
@media (max-width: 1180px) { header { flex-wrap: wrap; } nav { order: 1; flex-basis: 100%; margin: 0 -8px; } }
@media (max-width: 640px) {
  header { padding: 8px 14px 0; } header .soft { font-size: 12px; } nav { margin: 0 -14px; padding: 0 8px; }
  main { margin: 12px auto; padding: 0 10px; } .card { padding: 14px; } .bar { margin: 14px -14px -14px; padding: 10px 14px; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; }
  thead { display: none; } tr { display: block; padding: 7px 0; border-bottom: 1px solid var(--line); } tr:last-child { border-bottom: 0; }
  td { display: flex; gap: 10px; justify-content: space-between; border: 0; padding: 2px 0; text-align: right; } td[data-label]::before { content: attr(data-label); color: var(--soft); font-size: 13px; text-align: left; flex: none; }
  td:empty { display: none; } td:not([data-label]) { display: block; text-align: left; font-weight: 500; } td.action.action { text-align: right; font-weight: 400; }
}
`
