import type { CardPerson, PrintedNumber } from './make-person.ts';
import type { Seeded } from './seeded.ts';

/** One card as HTML of 1050 x 600, and which of the person's fields stand on it. */
export interface DrawnCard {
  readonly html: string;
  readonly shown: {
    readonly hasName: boolean;
    readonly title: string;
    readonly company: string;
    readonly numbers: readonly PrintedNumber[];
    readonly email: boolean;
    readonly site: boolean;
    readonly address: boolean;
  };
}

type Layout = (person: CardPerson, random: Seeded) => DrawnCard;

const fonts = [
  'Liberation Sans',
  'Liberation Serif',
  'DejaVu Sans',
  'DejaVu Serif',
  'Liberation Sans Narrow',
] as const;

const all = { hasName: true, email: true, site: true, address: true };

const twoColumns: Layout = (person, random) => {
  const numbers = [person.mobile, person.office];
  return {
    html: card(
      random,
      'display:flex;justify-content:space-between;align-items:center;gap:40px;padding:60px',
      `<div>${name(person.name, 58)}${line(person.title, 30)}${line(person.company, 32, 'margin-top:70px;font-weight:bold')}</div>
       <div style="text-align:${random.pick(['left', 'right'])}">${numbers.map((one) => line(labelled(one), 27)).join('')}
       ${line(person.email, 27)}${line(person.site, 27)}${addressLines(person, 27)}</div>`,
    ),
    shown: { ...all, title: person.title, company: person.company, numbers },
  };
};

const centred: Layout = (person, random) => {
  const numbers = [person.mobile, person.office];
  return {
    html: card(
      random,
      'text-align:center;padding:55px',
      `${line(person.company, 44, 'letter-spacing:2px;color:#1d4d7a')}<hr style="width:60%;margin:18px auto">
       ${name(person.name, 54)}${line(person.title, 28)}
       ${line(numbers.map(labelled).join('  |  '), 27, 'margin-top:36px;white-space:pre')}
       ${line(`${person.email}  |  ${person.site}`, 25, 'white-space:pre')}${line(person.address.join(', '), 24)}`,
    ),
    shown: { ...all, title: person.title, company: person.company, numbers },
  };
};

const darkGround: Layout = (person, random) => {
  const ground = random.pick(['#1c2430', '#0c3b2e', '#3a1420', '#222222']);
  return {
    html: card(
      random,
      `background:${ground};color:${random.pick(['#ffffff', '#f2e6c9', '#dfe9f2'])};padding:65px`,
      `${name(person.name, 60)}${line(person.title, 30, 'opacity:.85')}${line(person.company, 34, 'margin-top:16px')}
       <div style="position:absolute;bottom:60px">${line(person.mobile.text, 30)}${line(person.email, 30)}${line(person.site, 30)}</div>`,
    ),
    shown: {
      ...all,
      address: false,
      title: person.title,
      company: person.company,
      numbers: [{ ...person.mobile, label: '' }],
    },
  };
};

const manyNumbers: Layout = (person, random) => {
  const numbers = random.pick([
    [person.office, person.direct, person.mobile, person.fax],
    [person.fax, person.office, person.mobile],
    [person.mobile, person.office, person.fax],
  ]);
  return {
    html: card(
      random,
      'padding:55px',
      `${line(person.company, 40, 'font-weight:bold')}${name(person.name, 48, 'margin-top:26px')}${line(person.title, 27)}
       <div style="position:absolute;bottom:50px;left:55px">${numbers.map((one) => line(labelled(one), 26)).join('')}</div>
       <div style="position:absolute;bottom:50px;right:55px;text-align:right">${line(person.email, 26)}${line(person.site, 26)}${addressLines(person, 26)}</div>`,
    ),
    shown: { ...all, title: person.title, company: person.company, numbers },
  };
};

const noLabels: Layout = (person, random) => {
  const numbers = [person.office, person.mobile].map((one) => ({ ...one, label: '' }));
  return {
    html: card(
      random,
      'padding:70px',
      `${name(person.name, 50)}${line(person.title, 28)}${line(person.company, 28)}
       <div style="margin-top:60px">${numbers.map(({ text }) => line(text, 28)).join('')}${line(person.email, 28)}${line(person.site, 28)}${line(person.address.join(', '), 26)}</div>`,
    ),
    shown: { ...all, title: person.title, company: person.company, numbers },
  };
};

const longTitles: Layout = (person, random) => ({
  html: card(
    random,
    'padding:60px',
    `${name(person.name, 52)}<div style="width:${random.pick([460, 560, 900])}px">${line(person.longTitle, 29)}</div>
     ${line(person.company, 36, 'margin-top:24px;color:#7a1d2f')}
     <div style="position:absolute;bottom:50px">${line(labelled(person.office), 26)}${line(labelled(person.mobile), 26)}${line(person.email, 26)}${line(person.site, 26)}</div>`,
  ),
  shown: {
    ...all,
    address: false,
    title: person.longTitle,
    company: person.company,
    numbers: [person.office, person.mobile],
  },
});

const accents: Layout = (person, random) => twoColumns(person, random);

const smallCaps: Layout = (person, random) => ({
  html: card(
    random,
    'text-align:center;padding:70px',
    `${name(person.name, 64, `font-variant:small-caps;letter-spacing:${random.pick([0, 3, 6])}px`)}
     ${line(person.title, 30, 'font-variant:small-caps')}${line(person.company.toUpperCase(), 30, 'margin-top:20px;letter-spacing:2px')}
     <div style="margin-top:50px">${line(person.office.text, 28)}${line(person.email, 28)}${line(person.site, 28)}</div>`,
  ),
  shown: {
    ...all,
    address: false,
    title: person.title,
    company: person.company,
    numbers: [{ ...person.office, label: '' }],
  },
});

const foreign: Layout = (person, random) => {
  const numbers = [person.office, person.mobile];
  return {
    html: card(
      random,
      'padding:60px',
      `${line(person.company, 40, 'color:#224a8f;font-weight:bold')}
       <div style="position:absolute;top:170px;left:60px">${name(person.name, 46)}${line(person.title, 27)}</div>
       <div style="position:absolute;bottom:55px;left:60px">${addressLines(person, 26)}${line(person.site, 26)}</div>
       <div style="position:absolute;bottom:55px;right:60px">${numbers.map((one) => line(labelled(one), 26)).join('')}${line(person.email, 26)}</div>`,
    ),
    shown: { ...all, title: person.title, company: person.company, numbers },
  };
};

const logoWord: Layout = (person, random) => {
  const colour = random.pick(['#c0392b', '#0a7d55', '#6c3483', '#b9770e']);
  return {
    html: card(
      random,
      'padding:60px',
      `<div style="display:flex;align-items:center;gap:24px"><div style="width:90px;height:90px;border-radius:${random.pick(['50%', '12px'])};background:${colour}"></div>
       <div style="font:bold 62px 'DejaVu Sans';color:${colour}">${person.company}</div></div>
       <div style="position:absolute;bottom:60px;left:60px">${name(person.name, 40)}${line(person.title, 26)}</div>
       <div style="position:absolute;bottom:60px;right:60px;text-align:right">${line(person.mobile.text, 26)}${line(person.email, 26)}${line(person.site, 26)}</div>`,
    ),
    shown: {
      ...all,
      address: false,
      title: person.title,
      company: person.company,
      numbers: [{ ...person.mobile, label: '' }],
    },
  };
};

const minimal: Layout = (person, random) => ({
  html: card(
    random,
    'display:flex;flex-direction:column;justify-content:center;align-items:center',
    `${name(person.name, 44, 'font-weight:normal')}<div style="margin-top:30px;text-align:center">${line(person.mobile.text, 27)}${line(person.email, 27)}</div>`,
  ),
  shown: {
    hasName: true,
    title: '',
    company: '',
    numbers: [{ ...person.mobile, label: '' }],
    email: true,
    site: false,
    address: false,
  },
});

const sloganLicence: Layout = (person, random) => ({
  html: card(
    random,
    'padding:50px',
    `<div style="background:#1d3c6b;color:#fff;margin:-50px -50px 36px;padding:26px 50px">${line(person.company, 44, 'font-weight:bold')}${line(person.slogan, 26, 'font-style:italic')}</div>
     ${name(person.name, 50)}${line(person.title, 28)}${line(person.licence, 22)}
     <div style="position:absolute;bottom:45px">${line(labelled(person.mobile), 27)}${line(person.email, 27)}${line(person.site, 27)}</div>
     <div style="position:absolute;bottom:45px;right:50px;text-align:right">${addressLines(person, 25)}</div>`,
  ),
  shown: { ...all, title: person.title, company: person.company, numbers: [person.mobile] },
});

const backOfCard: Layout = (person, random) => ({
  html: card(
    random,
    'text-align:center;padding:110px 60px',
    `${line(person.company, 62, 'font-weight:bold')}${line(person.slogan, 34, 'font-style:italic;margin-top:20px')}
     <div style="margin-top:60px">${line(person.office.text, 30)}${line(person.site, 30)}${line(person.address.join(', '), 27)}</div>`,
  ),
  shown: {
    ...all,
    hasName: false,
    email: false,
    title: '',
    company: person.company,
    numbers: [{ ...person.office, label: '' }],
  },
});

export const layouts = {
  'two-columns': twoColumns,
  centred,
  'dark-ground': darkGround,
  'many-numbers': manyNumbers,
  'no-labels': noLabels,
  'long-titles': longTitles,
  accents,
  'small-caps': smallCaps,
  foreign,
  'logo-word': logoWord,
  minimal,
  'slogan-licence': sloganLicence,
  'back-of-card': backOfCard,
} as const satisfies Readonly<Record<string, Layout>>;

function card(random: Seeded, style: string, body: string): string {
  const ground = random.pick(['#ffffff', '#ffffff', '#fbf7ee', '#eef2f5']);
  const font = random.pick(fonts);
  return `<!doctype html><meta charset="utf-8"><style>*{margin:0;box-sizing:border-box}body{width:1050px;height:600px;overflow:hidden}</style>
<body><div style="position:relative;width:1050px;height:600px;line-height:1.35;font-family:'${font}';color:#1b1b1b;background:${ground};${style}">${body}</div></body>`;
}

function name(text: string, size: number, style = ''): string {
  return `<div style="font-size:${size}px;font-weight:bold;${style}">${text}</div>`;
}

function line(text: string, size: number, style = ''): string {
  return `<div style="font-size:${size}px;${style}">${text.replace(/&/g, '&amp;')}</div>`;
}

function labelled({ label, text }: PrintedNumber): string {
  return `${label}${label.endsWith('.') || label.length === 1 ? '' : ':'} ${text}`;
}

function addressLines({ address }: CardPerson, size: number): string {
  return address.map((text) => line(text, size)).join('');
}
