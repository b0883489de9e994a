import type { QuickLineCase } from './quick-line-case.ts';

const chatter = 'they moved here from Lansing and would like a garden with room for the dog. ';
const long = `Dana Ruiz 231 555 0142 ${chatter.repeat(120)}dana@ruizbakery.com`;

/** Words and figures that look like what they are not. */
export const lookAlikeCases: readonly QuickLineCase[] = [
  { line: 'Mark at the bank', region: 'US', expect: { name: 'Mark', note: 'at the bank' } },
  { line: 'Will call Tuesday', region: 'US', expect: { note: 'Will call Tuesday' } },
  { line: 'dot', region: 'US', expect: { note: 'dot' } },
  { line: 'at dot com', region: 'US', expect: { note: 'at dot com' } },
  {
    line: 'Grant Park Realty',
    region: 'US',
    expect: { company: 'Grant Park Realty' },
  },
  {
    line: 'Grant Park Realty 616 555 0150',
    region: 'US',
    expect: { company: 'Grant Park Realty', phones: ['616 555 0150'] },
  },
  { line: 'meet at 5', region: 'US', expect: { note: 'meet at 5' } },
  {
    line: 'Dana has 2 kids, 3 and 5',
    region: 'US',
    expect: { name: 'Dana', note: 'has 2 kids, 3 and 5' },
  },
  { line: 'budget 450 000', region: 'US', expect: { note: 'budget 450 000' } },
  { line: 'Budget 450 000', region: 'DE', expect: { note: 'Budget 450 000' } },
  {
    line: 'Anna Weber Budget 1 450 000 Euro',
    region: 'DE',
    expect: { name: 'Anna Weber', note: 'Budget 1 450 000 Euro' },
  },
  {
    line: 'Anna Weber Budget 0450 000 000 Euro',
    region: 'DE',
    expect: { name: 'Anna Weber', note: 'Budget 0450 000 000 Euro' },
  },
  {
    line: 'Dana Ruiz lives at 1420 Division Street',
    region: 'US',
    expect: { name: 'Dana Ruiz', note: 'lives at 1420 Division Street' },
  },
  {
    line: 'Dana Ruiz unit 231, 1420 Division Street, Grand Rapids 49503',
    region: 'US',
    expect: {
      name: 'Dana Ruiz',
      note: 'unit 231, 1420 Division Street, Grand Rapids 49503',
    },
  },
  { line: 'closing on 12/05/2026', region: 'US', expect: { note: 'closing on 12/05/2026' } },
  {
    line: 'Anna Weber Termin 12.05.2026',
    region: 'DE',
    expect: { name: 'Anna Weber', note: 'Termin 12.05.2026' },
  },
  {
    line: 'Anna Weber Termin 05.12.2026 030 901820',
    region: 'DE',
    expect: { name: 'Anna Weber', phones: ['030 901820'], note: 'Termin 05.12.2026' },
  },
  {
    line: 'Anna Weber 2026-12-05 14:30',
    region: 'DE',
    expect: { name: 'Anna Weber', note: '2026-12-05 14:30' },
  },
  {
    line: 'born 12/05/1984, married 06-07-2010',
    region: 'US',
    expect: { note: 'born 12/05/1984, married 06-07-2010' },
  },
  {
    line: 'Dana Ruiz offered $450,000 for the duplex',
    region: 'US',
    expect: { name: 'Dana Ruiz', note: 'offered $450,000 for the duplex' },
  },
  {
    line: 'Dana Ruiz 350k to 400k, 3 bed 2 bath, 49503-1234',
    region: 'US',
    expect: { name: 'Dana Ruiz', note: '350k to 400k, 3 bed 2 bath, 49503-1234' },
  },
  {
    line: 'order 2315550142 for the cake',
    region: 'US',
    expect: { note: 'order 2315550142 for the cake' },
  },
  {
    line: 'Dana Ruiz invoice #2315550142',
    region: 'US',
    expect: { name: 'Dana Ruiz', note: 'invoice #2315550142' },
  },
  {
    line: 'Dana Ruiz paid $2315550142',
    region: 'US',
    expect: { name: 'Dana Ruiz', note: 'paid $2315550142' },
  },
  {
    line: 'Dana Ruiz IBAN DE89 3704 0044 0532 0130 00',
    region: 'DE',
    expect: { name: 'Dana Ruiz', note: 'IBAN DE89 3704 0044 0532 0130 00' },
  },
  {
    line: 'Dana Ruiz 42.9634, -85.6681',
    region: 'US',
    expect: { name: 'Dana Ruiz', note: '42.9634, -85.6681' },
  },
  {
    line: '1 2 3 4 5 6 7 8 9 10 11 12',
    region: 'US',
    expect: { note: '1 2 3 4 5 6 7 8 9 10 11 12' },
  },
  { line: 'Call Tuesday', region: 'US', expect: { note: 'Call Tuesday' } },
  {
    line: 'Looking for a house near the lake',
    region: 'US',
    expect: { note: 'Looking for a house near the lake' },
  },
  { line: 'Loves dogs', region: 'US', expect: { note: 'Loves dogs' } },
  { line: 'Roof is leaking', region: 'US', expect: { note: 'Roof is leaking' } },
  {
    line: 'The Ruiz family wants to downsize',
    region: 'US',
    expect: { note: 'The Ruiz family wants to downsize' },
  },
  {
    line: 'two kids and a beagle',
    region: 'US',
    expect: { note: 'two kids and a beagle' },
  },
  {
    line: 'Chamber Mixer Tuesday 7pm',
    region: 'US',
    expect: { note: 'Chamber Mixer Tuesday 7pm' },
  },
  {
    line: 'Met at the Chamber mixer',
    region: 'US',
    expect: { note: 'Met at the Chamber mixer' },
  },
  {
    line: 'met Dana at Starbucks on Fourth',
    region: 'US',
    expect: { name: 'Dana', note: 'at Starbucks on Fourth' },
  },
  {
    line: 'Mark Ellis with Cedar Lending',
    region: 'US',
    expect: { name: 'Mark Ellis', company: 'Cedar Lending' },
  },
  {
    line: 'Mark Ellis with two kids',
    region: 'US',
    expect: { name: 'Mark Ellis', note: 'with two kids' },
  },
  {
    line: 'Dana at 5 on Tuesday',
    region: 'US',
    expect: { name: 'Dana', note: 'at 5 on Tuesday' },
  },
  {
    line: 'Dana 5 kids',
    region: 'US',
    expect: { name: 'Dana', note: '5 kids' },
  },
  {
    line: 'Dana said her plus one is Mike',
    region: 'US',
    expect: { name: 'Dana', note: 'said her plus one is Mike' },
  },
  {
    line: 'Dana wants one or two more bedrooms, seven at most',
    region: 'US',
    expect: { name: 'Dana', note: 'wants one or two more bedrooms, seven at most' },
  },
  {
    line: 'Dana owns a double five lot',
    region: 'US',
    expect: { name: 'Dana', note: 'owns a double five lot' },
  },
  {
    line: 'Dana read chapter 3.14 of plan.pdf',
    region: 'US',
    expect: { name: 'Dana', note: 'read chapter 3.14 of plan.pdf' },
  },
  {
    line: 'Dana Ruiz is a realtor who knows the area',
    region: 'US',
    expect: { name: 'Dana Ruiz', note: 'is a realtor who knows the area' },
  },
  {
    line: 'Dana Ruiz, owner loves dogs',
    region: 'US',
    expect: { name: 'Dana Ruiz', note: 'owner loves dogs' },
  },
  {
    line: 'Dana Ruiz 231 555 0142 home owner',
    region: 'US',
    expect: { name: 'Dana Ruiz', phones: ['231 555 0142'], note: 'home owner' },
  },
  {
    line: 'Dana Ruiz (231 555 0142)',
    region: 'US',
    expect: { name: 'Dana Ruiz', phones: ['231 555 0142'] },
  },
  {
    line: 'Dana 7pm-9pm @ the bar',
    region: 'US',
    expect: { name: 'Dana', note: '7pm-9pm @ the bar' },
  },
  { line: '🎉🎉🎉', region: 'US', expect: { note: '🎉🎉🎉' } },
  { line: '...', region: 'US', expect: {} },
  {
    line: long,
    region: 'US',
    expect: {
      name: 'Dana Ruiz',
      phones: ['231 555 0142'],
      emails: ['dana@ruizbakery.com'],
      note: chatter.repeat(120).trim(),
    },
  },
];
