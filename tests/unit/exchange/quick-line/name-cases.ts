import type { QuickLineCase } from './quick-line-case.ts';

/** Names with everything that names have. */
export const nameCases: readonly QuickLineCase[] = [
  {
    line: "Mary-Kate O'Neil 616 555 0131",
    region: 'US',
    expect: { name: "Mary-Kate O'Neil", phones: ['616 555 0131'] },
  },
  {
    line: 'mary-kate o’neil 616 555 0131 twins',
    region: 'US',
    expect: { name: 'mary-kate o’neil', phones: ['616 555 0131'], note: 'twins' },
  },
  {
    line: 'José de la Cruz, tiene una panadería',
    region: 'MX',
    expect: { name: 'José de la Cruz', note: 'tiene una panadería' },
  },
  {
    line: 'Nguyễn Thị Hoa 616 555 0132 nail salon on Fourth',
    region: 'US',
    expect: { name: 'Nguyễn Thị Hoa', phones: ['616 555 0132'], note: 'nail salon on Fourth' },
  },
  {
    line: 'Dr. Anna Weber, 030 901820',
    region: 'DE',
    expect: { name: 'Dr. Anna Weber', phones: ['030 901820'] },
  },
  {
    line: 'Dr Chen 616 555 0133 dentist',
    region: 'US',
    expect: { name: 'Dr Chen', phones: ['616 555 0133'], note: 'dentist' },
  },
  { line: 'Mrs. Patel from next door', region: 'GB', expect: { name: 'Mrs. Patel', note: 'from next door' } },
  {
    line: 'Ludwig van der Berg 0151 23456789',
    region: 'DE',
    expect: { name: 'Ludwig van der Berg', phones: ['0151 23456789'] },
  },
  {
    line: 'J. R. Whitfield, 616-555-0134',
    region: 'US',
    expect: { name: 'J. R. Whitfield', phones: ['616-555-0134'] },
  },
  {
    line: 'John Q. Public Jr. 616-555-0135 coaches little league',
    region: 'US',
    expect: {
      name: 'John Q. Public Jr.',
      phones: ['616-555-0135'],
      note: 'coaches little league',
    },
  },
  {
    line: 'Jean-Luc Lefèvre 06 12 34 56 78',
    region: 'FR',
    expect: { name: 'Jean-Luc Lefèvre', phones: ['06 12 34 56 78'] },
  },
  {
    line: 'Ana María Fernández García tiene dos gatos',
    region: 'ES',
    expect: { name: 'Ana María Fernández García', note: 'tiene dos gatos' },
  },
  {
    line: 'Zoë Müller-Lüdenscheidt hat einen Hund',
    region: 'DE',
    expect: { name: 'Zoë Müller-Lüdenscheidt', note: 'hat einen Hund' },
  },
  { line: '李娜 616 555 0136', region: 'US', expect: { name: '李娜', phones: ['616 555 0136'] } },
  {
    line: 'Мария Иванова 616 555 0137 поёт в хоре',
    region: 'US',
    expect: { name: 'Мария Иванова', phones: ['616 555 0137'], note: 'поёт в хоре' },
  },
  {
    line: 'Siobhán Ní Bhriain 616 555 0138',
    region: 'US',
    expect: { name: 'Siobhán Ní Bhriain', phones: ['616 555 0138'] },
  },
  {
    line: 'Bob "Buddy" Harris 616 555 0139',
    region: 'US',
    expect: { name: 'Bob "Buddy" Harris', phones: ['616 555 0139'] },
  },
  { line: 'Will', region: 'US', expect: { name: 'Will' } },
  {
    line: 'Will Grant 616 555 0140',
    region: 'US',
    expect: { name: 'Will Grant', phones: ['616 555 0140'] },
  },
  {
    line: 'will grant 616 555 0140 wants a porch',
    region: 'US',
    expect: { name: 'will grant', phones: ['616 555 0140'], note: 'wants a porch' },
  },
  {
    line: 'April May June, teacher at Lincoln Elementary School',
    region: 'US',
    expect: {
      name: 'April May June',
      title: 'teacher',
      company: 'Lincoln Elementary School',
    },
  },
  {
    line: 'Rose owns the flower shop on Main',
    region: 'US',
    expect: { name: 'Rose', note: 'owns the flower shop on Main' },
  },
  {
    line: 'priya venkat has two kids, 3 and 5',
    region: 'US',
    expect: { name: 'priya venkat', note: 'has two kids, 3 and 5' },
  },
  {
    line: 'Priya (Cedar Lending)',
    region: 'US',
    expect: { name: 'Priya', company: 'Cedar Lending' },
  },
  {
    line: "Dana's husband Mike",
    region: 'US',
    expect: { note: "Dana's husband Mike" },
  },
  {
    line: 'Dana & Mike Ruiz 231 555 0142',
    region: 'US',
    expect: { name: 'Dana & Mike Ruiz', phones: ['231 555 0142'] },
  },
  {
    line: 'sofia lindqvist - sofia@lindqvist.se - stockholm',
    region: 'US',
    expect: {
      name: 'sofia lindqvist',
      emails: ['sofia@lindqvist.se'],
      note: 'stockholm',
    },
  },
  {
    line: 'Sofia Lindqvist\nloves to sail\nhas a boat in Holland',
    region: 'US',
    expect: { name: 'Sofia Lindqvist', note: 'loves to sail\nhas a boat in Holland' },
  },
  {
    line: 'McKenzie MacDonald 616 555 0141',
    region: 'US',
    expect: { name: 'McKenzie MacDonald', phones: ['616 555 0141'] },
  },
  {
    line: 'Prof. Dr. Karl-Heinz von Stein, Klinikum Nord',
    region: 'DE',
    expect: { name: 'Prof. Dr. Karl-Heinz von Stein', company: 'Klinikum Nord' },
  },
];
