import { createHash } from 'node:crypto';

/**
 * The look of the public page, with the colours of src/app/styles/tokens.css. Strangers' phones are older than the
 * agent's own: no `light-dark()`, no nesting.
 */
export const cardStyle = `
:root{color-scheme:light dark;--ground:#f3f5f8;--card:#fff;--ink:#12151c;--soft:#565e6c;--line:#d9dee6;--edge:#858d9b;
--on:#fff;--blue:#1c4fd6;--green:#13773b;--alert:#c5282f;--tint:#fde8e8;--focus:#1c4fd6;
--lift:0 1px 2px rgb(18 21 28/7%),0 6px 20px rgb(18 21 28/8%)}
@media (prefers-color-scheme:dark){:root{--ground:#0d0f13;--card:#181b22;--ink:#f2f4f8;--soft:#a3abba;--line:#2c313c;
--edge:#6c7585;--on:#12151c;--alert:#ff7d7d;--tint:#3a1719;--focus:#8fb0ff;--lift:none}}
*{box-sizing:border-box;margin:0}
html{background:var(--ground);color:var(--ink);font:1rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;
-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{min-height:100vh;overflow-wrap:anywhere;padding:max(1.25rem,env(safe-area-inset-top)) max(1.25rem,env(safe-area-inset-right))
max(2.5rem,env(safe-area-inset-bottom)) max(1.25rem,env(safe-area-inset-left))}
main{display:grid;gap:1.25rem;max-width:27rem;margin:0 auto}
main>*,form>*{min-width:0}
.tag{background:var(--card);border-radius:1.125rem;box-shadow:var(--lift);overflow:hidden}
.band{background:var(--blue);color:#fff;padding:.6875rem 1.125rem .75rem;display:flex;flex-wrap:wrap;
justify-content:space-between;align-items:baseline;gap:.125rem 1rem}
.band b,.band h2{font-size:1rem;font-weight:750;letter-spacing:-.005em;line-height:1.3}
.band span{font-size:.875rem}
form .band,.sent .band{background:var(--green)}
h1{font-size:2.125rem;font-weight:780;letter-spacing:-.03em;line-height:1.12;padding:1rem 1.125rem}
h1.long{font-size:clamp(1.25rem,6.2vw,1.5rem);line-height:1.2;letter-spacing:-.02em}
.title{color:var(--soft);font-size:1.0625rem;padding:0 1.125rem 1rem;margin-top:-.75rem;text-wrap:balance}
ul{list-style:none;padding:0}
li,.field{border-top:1px solid var(--line)}
.way{display:flex;align-items:center;justify-content:space-between;gap:1rem;min-height:3.75rem;padding:.5rem 1.125rem .625rem;
color:inherit;text-decoration:none}
.way small,.key{display:block;font-size:.8125rem;color:var(--soft)}
.way span{min-width:0;font-size:1.0625rem}
.way svg{flex:none;width:1.375rem;height:1.375rem;fill:none;stroke:var(--soft);stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
a.way:hover{background:var(--ground)}
.go,.send{display:grid;place-items:center;width:100%;min-height:3.5rem;border-radius:1rem;padding:.75rem 1rem;font:inherit;
font-size:1.0625rem;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
.go{background:var(--ink);color:var(--on);border:0;position:sticky;bottom:max(1rem,env(safe-area-inset-bottom));
box-shadow:0 0 0 .5rem var(--ground)}
.send{background:var(--card);color:var(--ink);border:2px solid var(--ink)}
form{display:grid;gap:1rem}
.field label{display:block;padding:.625rem 1.125rem .5rem;cursor:text}
.band+.field{border:0}
.field:focus-within{box-shadow:inset 0 0 0 3px var(--focus)}
.field:last-child{border-radius:0 0 1.125rem 1.125rem}
input,textarea{display:block;width:100%;border:0;border-radius:0;background:none;color:inherit;font:inherit;font-size:1.0625rem;
padding:.25rem 0;outline:0;min-height:2rem}
#name{font-size:1.375rem;font-weight:700;letter-spacing:-.02em}
textarea{resize:none;min-height:4.75rem;line-height:1.4}
::placeholder{color:var(--soft);opacity:1}
.remark,.say{color:var(--alert);font-size:.9375rem}
.remark{padding:0 1.125rem .75rem}
.say{background:var(--tint);border-radius:.875rem;padding:.75rem 1.125rem;font-size:1rem}
.small{color:var(--soft);font-size:.875rem;text-align:center;text-wrap:balance}
.said{padding:0 1.125rem 1.125rem;margin-top:-.25rem;font-size:1.0625rem}
.off{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.way:focus-visible{outline-offset:-3px}
input:focus-visible,textarea:focus-visible{outline:0}
@media (min-width:56rem){body{padding-top:4rem}.two{max-width:60rem;gap:2.5rem;
grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}.two form{position:sticky;top:2rem}}
.mine{display:grid;gap:1.25rem}
`.replace(/\n/g, '');

const hash = createHash('sha256').update(cardStyle).digest('base64');

/** Nothing runs, nothing is loaded, and the form goes nowhere else. */
export const cardPolicy = [
  `default-src 'none'`,
  `style-src 'sha256-${hash}'`,
  'img-src data:',
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');
