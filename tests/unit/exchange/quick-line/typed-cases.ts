import type { QuickLineCase } from './quick-line-case.ts';

/** Lines as they are typed with one thumb. */
export const typedCases: readonly QuickLineCase[] = [
  { line: '', region: 'US', expect: {} },
  { line: '   \t \n ', region: 'US', expect: {} },
  { line: 'Dana Ruiz', region: 'US', expect: { name: 'Dana Ruiz' } },
  { line: 'Dana', region: 'US', expect: { name: 'Dana' } },
  { line: 'dana ruiz', region: 'US', expect: { name: 'dana ruiz' } },
  { line: '231 555 0142', region: 'US', expect: { phones: ['231 555 0142'] } },
  { line: 'dana@ruizbakery.com', region: 'US', expect: { emails: ['dana@ruizbakery.com'] } },
  { line: '  Dana Ruiz  ', region: 'US', expect: { name: 'Dana Ruiz' } },
  {
    line: 'Dana Ruiz 231 555 0142',
    region: 'US',
    expect: { name: 'Dana Ruiz', phones: ['231 555 0142'] },
  },
  {
    line: 'Dana Ruiz 231 555 0142 dana at ruizbakery dot com insta dana.bakes owns the bakery on Fourth, two kids',
    region: 'US',
    expect: {
      name: 'Dana Ruiz',
      phones: ['231 555 0142'],
      emails: ['dana@ruizbakery.com'],
      handles: ['instagram dana.bakes'],
      note: 'owns the bakery on Fourth, two kids',
    },
  },
  {
    line: 'met Priya from Cedar Lending, 616.555.0177',
    region: 'US',
    expect: { name: 'Priya', company: 'Cedar Lending', phones: ['616.555.0177'] },
  },
  {
    line: 'Terrence Moore - Moore Roofing - 616-555-0121',
    region: 'US',
    expect: { name: 'Terrence Moore', company: 'Moore Roofing', phones: ['616-555-0121'] },
  },
  {
    line: 'Hanna Novak | Lakeside Dental | (616) 555-0188 | hanna@lakesidedental.com',
    region: 'US',
    expect: {
      name: 'Hanna Novak',
      company: 'Lakeside Dental',
      phones: ['(616) 555-0188'],
      emails: ['hanna@lakesidedental.com'],
    },
  },
  {
    line: 'Luis Garza, Garza Plumbing LLC, 2315550199, luis@garzaplumbing.com, fixes boilers',
    region: 'US',
    expect: {
      name: 'Luis Garza',
      company: 'Garza Plumbing LLC',
      phones: ['2315550199'],
      emails: ['luis@garzaplumbing.com'],
      note: 'fixes boilers',
    },
  },
  {
    line: 'Amir Saleh (231) 555-0110 cell (231) 555-0111 work',
    region: 'US',
    expect: {
      name: 'Amir Saleh',
      phones: [
        ['cell', '(231) 555-0110'],
        ['work', '(231) 555-0111'],
      ],
    },
  },
  {
    line: 'Amir Saleh cell 231-555-0110, work 231-555-0111, fax 231-555-0112',
    region: 'US',
    expect: {
      name: 'Amir Saleh',
      phones: [
        ['cell', '231-555-0110'],
        ['work', '231-555-0111'],
        ['fax', '231-555-0112'],
      ],
    },
  },
  {
    line: 'Jo Kowalski 616-555-0177 ext 12 front desk, ask for Ron',
    region: 'US',
    expect: {
      name: 'Jo Kowalski',
      phones: ['616-555-0177 ext 12'],
      note: 'front desk, ask for Ron',
    },
  },
  {
    line: 'Jo Kowalski 616.555.0177 x204',
    region: 'US',
    expect: { name: 'Jo Kowalski', phones: ['616.555.0177 x204'] },
  },
  {
    line: 'Wei Chen wei.chen+mixer@gmail.com likes sailing',
    region: 'US',
    expect: { name: 'Wei Chen', emails: ['wei.chen+mixer@gmail.com'], note: 'likes sailing' },
  },
  {
    line: 'Wei Chen,wei@chen.example,6165550133',
    region: 'US',
    expect: { name: 'Wei Chen', emails: ['wei@chen.example'], phones: ['6165550133'] },
  },
  {
    line: 'Chloe Baker\t616 555 0151\tchloe@bakerlaw.com\twants a bigger yard',
    region: 'US',
    expect: {
      name: 'Chloe Baker',
      phones: ['616 555 0151'],
      emails: ['chloe@bakerlaw.com'],
      note: 'wants a bigger yard',
    },
  },
  {
    line: 'Yuki Haddad\n616 555 0152\nrenting on Oak until spring',
    region: 'US',
    expect: {
      name: 'Yuki Haddad',
      phones: ['616 555 0152'],
      note: 'renting on Oak until spring',
    },
  },
  {
    line: 'Olek +1 231 555 0199 knows everybody at the chamber',
    region: 'DE',
    expect: {
      name: 'Olek',
      phones: ['+1 231 555 0199'],
      note: 'knows everybody at the chamber',
    },
  },
  {
    line: '616 555 0143 Marcus Reyes plays in a band',
    region: 'US',
    expect: { name: 'Marcus Reyes', phones: ['616 555 0143'], note: 'plays in a band' },
  },
  {
    line: 'amara@okafordesign.com Amara Okafor',
    region: 'US',
    expect: { name: 'Amara Okafor', emails: ['amara@okafordesign.com'] },
  },
  {
    line: 'Name: Sofia Lindqvist, phone: 231 555 0166, email: sofia@lindqvist.se',
    region: 'US',
    expect: {
      name: 'Sofia Lindqvist',
      phones: ['231 555 0166'],
      emails: ['sofia@lindqvist.se'],
    },
  },
  {
    line: 'Ravi Patel (Patel Motors) 616 555 0171',
    region: 'US',
    expect: { name: 'Ravi Patel', company: 'Patel Motors', phones: ['616 555 0171'] },
  },
  {
    line: 'Ravi Patel, owner of Patel Motors, 616 555 0171, three kids',
    region: 'US',
    expect: {
      name: 'Ravi Patel',
      title: 'owner',
      company: 'Patel Motors',
      phones: ['616 555 0171'],
      note: 'three kids',
    },
  },
  {
    line: 'Grace Kim, Senior Loan Officer at First Harbor Bank, grace.kim@firstharbor.com',
    region: 'US',
    expect: {
      name: 'Grace Kim',
      title: 'Senior Loan Officer',
      company: 'First Harbor Bank',
      emails: ['grace.kim@firstharbor.com'],
    },
  },
  {
    line: 'Ben Ortiz works at Google, 231-555-0120, moved from Lansing',
    region: 'US',
    expect: {
      name: 'Ben Ortiz',
      company: 'Google',
      phones: ['231-555-0120'],
      note: 'moved from Lansing',
    },
  },
  {
    line: 'Ben Ortiz from Lansing, two dogs',
    region: 'US',
    expect: { name: 'Ben Ortiz', note: 'from Lansing, two dogs' },
  },
  {
    line: 'Tess (616) 555-0119!!! call her about the condo',
    region: 'US',
    expect: { name: 'Tess', phones: ['(616) 555-0119'], note: 'call her about the condo' },
  },
  {
    line: 'Tess Brandt 🏡 616 555 0119 🎉 loves tulips',
    region: 'US',
    expect: { name: 'Tess Brandt', phones: ['616 555 0119'], note: '🏡 🎉 loves tulips' },
  },
  {
    line: 'likes hiking and old radios, has a beagle',
    region: 'US',
    expect: { note: 'likes hiking and old radios, has a beagle' },
  },
  {
    line: 'Dana Ruiz / 231-555-0142 / dana@ruizbakery.com / two kids',
    region: 'US',
    expect: {
      name: 'Dana Ruiz',
      phones: ['231-555-0142'],
      emails: ['dana@ruizbakery.com'],
      note: 'two kids',
    },
  },
  {
    line: 'DANA RUIZ 231 555 0142 TWO KIDS',
    region: 'US',
    expect: { name: 'DANA RUIZ', phones: ['231 555 0142'], note: 'TWO KIDS' },
  },
  {
    line: 'Mike Hess <mike@hessfarms.com>',
    region: 'US',
    expect: { name: 'Mike Hess', emails: ['mike@hessfarms.com'] },
  },
  {
    line: 'Mike Hess mike@hessfarms.com mike.hess@gmail.com 231 555 0105 616 555 0106',
    region: 'US',
    expect: {
      name: 'Mike Hess',
      emails: ['mike@hessfarms.com', 'mike.hess@gmail.com'],
      phones: ['231 555 0105', '616 555 0106'],
    },
  },
  {
    line: 'Mike Hess, hessfarms.com, sells hay',
    region: 'US',
    expect: { name: 'Mike Hess', handles: ['hessfarms.com'], note: 'sells hay' },
  },
  {
    line: 'call Nora at 231 555 0118 after five',
    region: 'US',
    expect: { phones: ['231 555 0118'], note: 'call Nora at after five' },
  },
  {
    line: 'Spoke with Nora Lund. Text 231 555 0118. Wants to sell by June.',
    region: 'US',
    expect: {
      name: 'Nora Lund',
      phones: ['231 555 0118'],
      note: 'Text. Wants to sell by June.',
    },
  },
  {
    line: 'Nora Lund and Erik Lund 231 555 0118',
    region: 'US',
    expect: { name: 'Nora Lund', phones: ['231 555 0118'], note: 'and Erik Lund' },
  },
  {
    line: 'Sam Ito 231 555 0142 231 555 01',
    region: 'US',
    expect: { name: 'Sam Ito', phones: ['231 555 0142'], note: '231 555 01' },
  },
  {
    line: 'Sam Ito 231 555 01',
    region: 'US',
    expect: { name: 'Sam Ito', note: '231 555 01' },
  },
  { line: 'Sam Ito sam@it', region: 'US', expect: { name: 'Sam Ito', note: 'sam@it' } },
  { line: 'Sam Ito sam@', region: 'US', expect: { name: 'Sam Ito', note: 'sam@' } },
];
