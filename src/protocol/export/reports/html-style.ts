/** The look of the HTML report: the page's colours, in both themes. */
export const STYLE = `
:root{color-scheme:light dark;--surface:#fff;--sunken:#f6f7f9;--line:#e3e6eb;--ink:#16191f;--ink-2:#4b5361;--ink-3:#616977;--accent:#3550dc;
--error:#c4232f;--error-soft:#fdeef0;--warning:#8a580a;--warning-soft:#fdf4e3;--pass:#177041;--pass-soft:#e8f6ee;--note:#3a5f9e;--note-soft:#ebf2fc;--unknown:#5d6573;--unknown-soft:#eff1f4}
@media (prefers-color-scheme:dark){:root{--surface:#14171c;--sunken:#0e1014;--line:#272c35;--ink:#e8ebf0;--ink-2:#b3bbc8;--ink-3:#929baa;--accent:#8fa4ff;
--error:#ff8088;--error-soft:#34191d;--warning:#efb34f;--warning-soft:#2f2412;--pass:#6ed49b;--pass-soft:#14291d;--note:#93b8f5;--note-soft:#182437;--unknown:#a0a8b5;--unknown-soft:#222731}}
*{box-sizing:border-box}
body{margin:0;background:var(--sunken);color:var(--ink);font:13px/20px Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header,main{max-width:1120px;margin:0 auto;padding:0 24px}
header{padding-top:32px}
h1{margin:4px 0 16px;font-size:28px;line-height:36px;font-weight:650;letter-spacing:-.01em}
code{font:12px/18px ui-monospace,"SF Mono","JetBrains Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
p,ul,dl{margin:0}
.meta{color:var(--ink-3);font-size:12px}
.bar{display:flex;gap:2px;height:8px;border-radius:4px;overflow:hidden}
.bar .pass{background:var(--pass)}.bar .error{background:var(--error)}.bar .unknown{background:var(--unknown)}
.counts{display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;margin:12px 0 24px;list-style:none;color:var(--ink-2)}
.dot{display:inline-block;width:8px;height:8px;border-radius:50%;margin-right:7px}
.dot.pass{background:var(--pass)}.dot.error{background:var(--error)}.dot.unknown{background:var(--unknown)}
.filter{border:0;padding:0;margin:0 0 12px;display:flex;gap:16px;align-items:center;color:var(--ink-2)}
.filter legend{float:left;padding:0;color:var(--ink-3);font-size:12px}
.filter input{accent-color:var(--accent);margin:0 4px 0 0;vertical-align:-1px}
main:has(#different:checked) .expected{display:none}
.targets{background:var(--surface);border:1px solid var(--line);border-radius:10px;overflow:hidden;margin-bottom:48px}
.target+.target,.not-run,.target+.not-run{border-top:1px solid var(--line)}
.target>summary{display:grid;grid-template-columns:20px minmax(0,1fr) auto 76px 72px 64px 56px;gap:12px;align-items:center;padding:10px 16px;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary:hover{background:var(--sunken)}
summary:focus-visible,a:focus-visible,input:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}
.mark{font-weight:700}.mark.pass{color:var(--pass)}.mark.error{color:var(--error)}
.name{min-width:0;display:block}
.name b{font-weight:600;margin-right:8px;overflow-wrap:anywhere}
.name .meta{overflow-wrap:anywhere}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.path{display:flex;gap:3px}
.step{width:8px;height:14px;border-radius:2px;background:var(--line)}
.step.passed{background:var(--pass)}.step.failed{background:var(--error)}.step.waiting,.step.running{background:var(--warning)}.step.skipped{background:var(--unknown-soft);box-shadow:inset 0 0 0 1px var(--unknown)}
.pill{display:inline-block;padding:0 8px;border-radius:10px;font-size:11px;line-height:18px;font-weight:600}
.pill.pass{color:var(--pass);background:var(--pass-soft)}.pill.error{color:var(--error);background:var(--error-soft)}
.pill.warning{color:var(--warning);background:var(--warning-soft)}.pill.note{color:var(--note);background:var(--note-soft)}.pill.unknown{color:var(--unknown);background:var(--unknown-soft)}
.body{padding:4px 16px 18px 48px;display:grid;gap:12px;overflow-wrap:anywhere}
.differences{padding:10px 14px;border-radius:6px;background:var(--error-soft);list-style:none}
.differences li{color:var(--error);white-space:pre-wrap}
.fix{padding:10px 14px;border-radius:6px;background:var(--sunken);white-space:pre-wrap}
.fix b{margin-right:6px}
.known{padding-left:18px;color:var(--ink-2)}
.findings{padding:0;list-style:none;border:1px solid var(--line);border-radius:6px}
.findings li{display:grid;grid-template-columns:68px 72px minmax(0,1fr);gap:8px;padding:8px 12px}
.findings li>.unknown{grid-column:1;grid-row:2;justify-self:start}
.findings li>div{grid-column:3;grid-row:1/span 2}
.findings li>.pill{justify-self:start;align-self:start}
.findings li+li{border-top:1px solid var(--line)}
.clients summary{cursor:pointer;color:var(--ink-2);width:max-content;max-width:100%}
.clients dl{display:grid;grid-template-columns:100px minmax(0,1fr);gap:6px 12px;margin-top:8px}
.clients dt{color:var(--ink-2)}.clients dd{margin:0}
.chip{display:inline-block;padding:0 7px;margin:0 2px 4px 0;border:1px solid var(--line);border-radius:6px;font-size:12px}
.not-run{padding:10px 16px}.not-run .mark{color:var(--unknown);margin-right:16px}
@media (max-width:720px){header,main{padding-left:12px;padding-right:12px}h1{font-size:22px;line-height:30px}
.target>summary{grid-template-columns:20px minmax(0,1fr) auto;gap:4px 10px}.name{grid-column:2}.name .meta{display:block}.state{grid-column:3;grid-row:1}.path{grid-column:2;grid-row:2}
.cause{grid-column:3;grid-row:2;text-align:right}.number{display:none}.body{padding:4px 14px 16px}
.findings li{grid-template-columns:auto 1fr}.findings li>div{grid-column:1/-1;grid-row:auto}.findings li>.unknown{grid-column:auto;grid-row:auto}.clients dl{grid-template-columns:1fr}}
@media print{.filter{display:none}body{background:#fff}}
`
