import type { QuickLineCase } from './quick-line-case.ts';

/** Profiles and sites, with the network said before, after or not at all. */
export const handleCases: readonly QuickLineCase[] = [
  {
    line: '@dana.bakes on instagram',
    region: 'US',
    expect: { handles: ['instagram dana.bakes'] },
  },
  {
    line: 'Dana Ruiz @dana.bakes',
    region: 'US',
    expect: { name: 'Dana Ruiz', handles: ['@dana.bakes'] },
  },
  {
    line: 'Dana Ruiz ig @dana.bakes two kids',
    region: 'US',
    expect: { name: 'Dana Ruiz', handles: ['instagram dana.bakes'], note: 'two kids' },
  },
  {
    line: 'Dana Ruiz, IG: dana_bakes, FB: danaruizbakery',
    region: 'US',
    expect: { name: 'Dana Ruiz', handles: ['instagram dana_bakes', 'facebook danaruizbakery'] },
  },
  {
    line: 'Dana Ruiz dana.bakes (insta)',
    region: 'US',
    expect: { name: 'Dana Ruiz', handles: ['instagram dana.bakes'] },
  },
  {
    line: 'Dana Ruiz instagram is dana.bakes',
    region: 'US',
    expect: { name: 'Dana Ruiz', handles: ['instagram dana.bakes'] },
  },
  {
    line: 'Dana Ruiz insta handle danabakes',
    region: 'US',
    expect: { name: 'Dana Ruiz', handles: ['instagram danabakes'] },
  },
  {
    line: 'Dana Ruiz tiktok @dana.bakes and youtube @danabakes',
    region: 'US',
    expect: {
      name: 'Dana Ruiz',
      handles: ['tiktok dana.bakes', 'youtube danabakes'],
      note: 'and',
    },
  },
  {
    line: 'Priya Venkat linkedin.com/in/priya-venkat',
    region: 'US',
    expect: { name: 'Priya Venkat', handles: ['linkedin.com/in/priya-venkat'] },
  },
  {
    line: 'Priya Venkat linkedin priya-venkat',
    region: 'US',
    expect: { name: 'Priya Venkat', handles: ['linkedin priya-venkat'] },
  },
  {
    line: 'Priya Venkat, find her on linkedin',
    region: 'US',
    expect: { name: 'Priya Venkat', note: 'find her on linkedin' },
  },
  {
    line: 'Priya Venkat on LinkedIn, wants a loan',
    region: 'US',
    expect: { name: 'Priya Venkat', note: 'on LinkedIn, wants a loan' },
  },
  {
    line: 'Amir facebook.com/amir.saleh.5 knows Dana',
    region: 'US',
    expect: { name: 'Amir', handles: ['facebook.com/amir.saleh.5'], note: 'knows Dana' },
  },
  {
    line: 'Amir runs a facebook group for new parents',
    region: 'US',
    expect: { name: 'Amir', note: 'runs a facebook group for new parents' },
  },
  {
    line: 'Amir sells on instagram and tiktok',
    region: 'US',
    expect: { name: 'Amir', note: 'sells on instagram and tiktok' },
  },
  {
    line: 'Amir has an instagram page with recipes',
    region: 'US',
    expect: { name: 'Amir', note: 'has an instagram page with recipes' },
  },
  {
    line: 'Amir Saleh x.com/amirsaleh',
    region: 'US',
    expect: { name: 'Amir Saleh', handles: ['x.com/amirsaleh'] },
  },
  {
    line: 'Amir Saleh twitter @amirsaleh',
    region: 'US',
    expect: { name: 'Amir Saleh', handles: ['x amirsaleh'] },
  },
  {
    line: 'Amir Saleh snapchat: amir_s',
    region: 'US',
    expect: { name: 'Amir Saleh', handles: ['snapchat amir_s'] },
  },
  {
    line: 'Amir Saleh whatsapp +52 55 1234 5678',
    region: 'US',
    expect: { name: 'Amir Saleh', phones: [['whatsapp', '+52 55 1234 5678']] },
  },
  {
    line: 'Amir Saleh wa.me/525512345678',
    region: 'MX',
    expect: { name: 'Amir Saleh', handles: ['wa.me/525512345678'] },
  },
  {
    line: 'Amir Saleh telegram @amir_s',
    region: 'DE',
    expect: { name: 'Amir Saleh', handles: ['telegram amir_s'] },
  },
  {
    line: 'Amir Saleh threads @amir.s',
    region: 'US',
    expect: { name: 'Amir Saleh', handles: ['threads amir.s'] },
  },
  {
    line: 'Amir sews with gold threads and silk',
    region: 'US',
    expect: { name: 'Amir', note: 'sews with gold threads and silk' },
  },
  {
    line: 'Chloe Baker insta @chloe.bakes chloebakes.com chloe@chloebakes.com',
    region: 'US',
    expect: {
      name: 'Chloe Baker',
      handles: ['instagram chloe.bakes', 'chloebakes.com'],
      emails: ['chloe@chloebakes.com'],
    },
  },
  {
    line: 'Chloe Baker https://chloebakes.com/menu?x=1, opens in May',
    region: 'US',
    expect: {
      name: 'Chloe Baker',
      handles: ['https://chloebakes.com/menu?x=1'],
      note: 'opens in May',
    },
  },
  {
    line: 'Chloe Baker (www.chloebakes.com)',
    region: 'US',
    expect: { name: 'Chloe Baker', handles: ['www.chloebakes.com'] },
  },
  {
    line: 'Carmen Díaz en instagram @carmen.diaz',
    region: 'ES',
    expect: { name: 'Carmen Díaz', handles: ['instagram carmen.diaz'] },
  },
  {
    line: 'Carmen Díaz insta arroba carmen punto diaz',
    region: 'ES',
    expect: { name: 'Carmen Díaz', handles: ['instagram carmen.diaz'] },
  },
  {
    line: 'Jonas Braun auf Instagram: @jonas.braun',
    region: 'DE',
    expect: { name: 'Jonas Braun', handles: ['instagram jonas.braun'] },
  },
  {
    line: 'Jonas Braun has a snap judgment about x and y',
    region: 'US',
    expect: { name: 'Jonas Braun', note: 'has a snap judgment about x and y' },
  },
  {
    line: 'Jonas loves dogs.it was a long talk',
    region: 'US',
    expect: { name: 'Jonas', note: 'loves dogs.it was a long talk' },
  },
];
