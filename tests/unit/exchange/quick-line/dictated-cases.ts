import type { QuickLineCase } from './quick-line-case.ts';

/** Lines as a phone keyboard's microphone writes them. */
export const dictatedCases: readonly QuickLineCase[] = [
  {
    line: 'dana ruiz two three one five five five oh one four two dana at ruizbakery dot com owns the bakery',
    region: 'US',
    expect: {
      name: 'dana ruiz',
      phones: ['2315550142'],
      emails: ['dana@ruizbakery.com'],
      note: 'owns the bakery',
    },
  },
  {
    line: 'dana ruiz 231-555-0142 dana at ruiz bakery dot com',
    region: 'US',
    expect: { name: 'dana ruiz', phones: ['231-555-0142'], emails: ['dana@ruizbakery.com'] },
  },
  {
    line: 'Terrence Moore two three one triple five zero one four two',
    region: 'US',
    expect: { name: 'Terrence Moore', phones: ['2315550142'] },
  },
  {
    line: 'Hanna Smith oh two oh seven nine four six oh nine five eight',
    region: 'GB',
    expect: { name: 'Hanna Smith', phones: ['02079460958'] },
  },
  {
    line: 'hanna smith oh seven four double oh one two three four five six works in the city',
    region: 'GB',
    expect: { name: 'hanna smith', phones: ['07400123456'], note: 'works in the city' },
  },
  {
    line: 'Terrence Moore plus one two three one five five five oh one four two',
    region: 'GB',
    expect: { name: 'Terrence Moore', phones: ['+12315550142'] },
  },
  {
    line: 'terrence moore plus 1 231 555 0142',
    region: 'GB',
    expect: { name: 'terrence moore', phones: ['+12315550142'] },
  },
  {
    line: 'Anita, two three one, five five five, oh one four two, two kids',
    region: 'US',
    expect: { name: 'Anita', phones: ['2315550142'], note: 'two kids' },
  },
  {
    line: 'Anita Rao two thirty one five five five zero one forty two',
    region: 'US',
    expect: { name: 'Anita Rao', phones: ['2315550142'] },
  },
  {
    line: 'Anita Rao eight hundred five five five oh one nine nine',
    region: 'US',
    expect: { name: 'Anita Rao', phones: ['8005550199'] },
  },
  {
    line: 'Jo Kowalski six one six five five five oh one seven seven extension twelve',
    region: 'US',
    expect: { name: 'Jo Kowalski', phones: ['6165550177 ext 12'] },
  },
  {
    line: 'Jo Kowalski cell six one six five five five oh one seven seven work six one six five five five oh one seven eight',
    region: 'US',
    expect: {
      name: 'Jo Kowalski',
      phones: [
        ['cell', '6165550177'],
        ['work', '6165550178'],
      ],
    },
  },
  {
    line: 'wei chen email wei dot chen at gmail dot com',
    region: 'US',
    expect: { name: 'wei chen', emails: ['wei.chen@gmail.com'] },
  },
  {
    line: 'wei chen her email is wei underscore chen at gmail dot com she sails',
    region: 'US',
    expect: { name: 'wei chen', emails: ['wei_chen@gmail.com'], note: 'she sails' },
  },
  {
    line: 'Wei Chen wei plus mixer at gmail dot com',
    region: 'US',
    expect: { name: 'Wei Chen', emails: ['wei+mixer@gmail.com'] },
  },
  {
    line: 'Wei Chen wei dash chen at chen hyphen law dot co dot uk',
    region: 'GB',
    expect: { name: 'Wei Chen', emails: ['wei-chen@chen-law.co.uk'] },
  },
  {
    line: 'Wei Chen, W dot Chen at ChenLaw dot com',
    region: 'US',
    expect: { name: 'Wei Chen', emails: ['w.chen@chenlaw.com'] },
  },
  {
    line: 'marcus reyes marcus 23 at yahoo dot com likes golf',
    region: 'US',
    expect: { name: 'marcus reyes', emails: ['marcus23@yahoo.com'], note: 'likes golf' },
  },
  {
    line: 'Marcus Reyes marcus at reyes.com golf on Sundays',
    region: 'US',
    expect: { name: 'Marcus Reyes', emails: ['marcus@reyes.com'], note: 'golf on Sundays' },
  },
  {
    line: 'dana at ruizbakery dot com',
    region: 'US',
    expect: { emails: ['dana@ruizbakery.com'] },
  },
  {
    line: 'two three one five five five oh one four two',
    region: 'US',
    expect: { phones: ['2315550142'] },
  },
  {
    line: 'chloe baker instagram chloe underscore bakes',
    region: 'US',
    expect: { name: 'chloe baker', handles: ['instagram chloe_bakes'] },
  },
  {
    line: 'chloe baker insta chloe dot bakes loves tulips',
    region: 'US',
    expect: { name: 'chloe baker', handles: ['instagram chloe.bakes'], note: 'loves tulips' },
  },
  {
    line: 'chloe baker on instagram at chloe dot bakes',
    region: 'US',
    expect: { name: 'chloe baker', handles: ['instagram chloe.bakes'] },
  },
  {
    line: 'chloe baker website chloebakes dot com',
    region: 'US',
    expect: { name: 'chloe baker', handles: ['chloebakes.com'] },
  },
  {
    line: 'chloe baker www dot chloebakes dot com two cats',
    region: 'US',
    expect: { name: 'chloe baker', handles: ['www.chloebakes.com'], note: 'two cats' },
  },
  {
    line: 'José Núñez cinco cinco uno dos tres cuatro cinco seis siete ocho jose arroba panaderia punto com punto mx',
    region: 'MX',
    expect: {
      name: 'José Núñez',
      phones: ['5512345678'],
      emails: ['jose@panaderia.com.mx'],
    },
  },
  {
    line: 'maría lópez seis uno dos tres cuatro cinco seis siete ocho maria guion bajo lopez arroba gmail punto com tiene dos hijos',
    region: 'ES',
    expect: {
      name: 'maría lópez',
      phones: ['612345678'],
      emails: ['maria_lopez@gmail.com'],
      note: 'tiene dos hijos',
    },
  },
  {
    line: 'María López maría.lopez arroba gmail punto com',
    region: 'ES',
    expect: { name: 'María López', emails: ['maria.lopez@gmail.com'] },
  },
  {
    line: 'María López maria guión lopez arroba correo punto es, le gusta el mar',
    region: 'ES',
    expect: {
      name: 'María López',
      emails: ['maria-lopez@correo.es'],
      note: 'le gusta el mar',
    },
  },
  {
    line: 'Anna Weber null eins fünf eins zwo drei vier fünf sechs sieben acht neun hat zwei Kinder',
    region: 'DE',
    expect: { name: 'Anna Weber', phones: ['015123456789'], note: 'hat zwei Kinder' },
  },
  {
    line: 'Anna Weber anna at weber minus bau punkt de',
    region: 'DE',
    expect: { name: 'Anna Weber', emails: ['anna@weber-bau.de'] },
  },
  {
    line: 'Claire Dubois zéro six un deux trois quatre cinq six sept huit claire arobase dubois point fr',
    region: 'FR',
    expect: { name: 'Claire Dubois', phones: ['0612345678'], emails: ['claire@dubois.fr'] },
  },
  {
    line: 'Arjun Mehta nine eight seven six five four three two one oh',
    region: 'IN',
    expect: { name: 'Arjun Mehta', phones: ['9876543210'] },
  },
  {
    line: 'Arjun Mehta double nine eight triple seven one two three four',
    region: 'IN',
    expect: { name: 'Arjun Mehta', phones: ['9987771234'] },
  },
  {
    line: 'Bruce Lee oh four one two three four five six seven eight has a ute',
    region: 'AU',
    expect: { name: 'Bruce Lee', phones: ['0412345678'], note: 'has a ute' },
  },
  {
    line: 'nora lund from harbor realty 616 555 0118 looking for a lender',
    region: 'US',
    expect: {
      name: 'nora lund',
      company: 'harbor realty',
      phones: ['616 555 0118'],
      note: 'looking for a lender',
    },
  },
  {
    line: 'my name is nora lund my number is 616 555 0118',
    region: 'US',
    expect: { name: 'nora lund', phones: ['616 555 0118'] },
  },
  {
    line: "I just met Nora Lund, her cell is 616-555-0118, she's looking for a three bedroom near the lake",
    region: 'US',
    expect: {
      name: 'Nora Lund',
      phones: [['cell', '616-555-0118']],
      note: "she's looking for a three bedroom near the lake",
    },
  },
  {
    line: 'This is Erik Lund phone number is 616-555-0118 email Erik at Lund homes dot com',
    region: 'US',
    expect: { name: 'Erik Lund', phones: ['616-555-0118'], emails: ['erik@lundhomes.com'] },
  },
  {
    line: 'erik lund e r i k at lund dot com',
    region: 'US',
    expect: { name: 'erik lund', emails: ['erik@lund.com'] },
  },
  {
    line: 'erik lund two three one five five five oh one',
    region: 'US',
    expect: { name: 'erik lund', note: 'two three one five five five oh one' },
  },
  {
    line: 'erik lund erik at lund dot',
    region: 'US',
    expect: { name: 'erik lund', note: 'erik at lund dot' },
  },
  {
    line: 'maria mgarcia at gmail dot com',
    region: 'US',
    expect: { name: 'maria', emails: ['mgarcia@gmail.com'] },
  },
  {
    line: 'ravi patel renter two kids three dogs one cat moved here in twenty nineteen',
    region: 'US',
    expect: {
      name: 'ravi patel',
      note: 'renter two kids three dogs one cat moved here in twenty nineteen',
    },
  },
  {
    line: 'need to buy milk and call the plumber',
    region: 'US',
    expect: { note: 'need to buy milk and call the plumber' },
  },
  {
    line: 'Dana Ruiz. 231-555-0142. Dana at ruizbakery.com. Owns the bakery on Fourth.',
    region: 'US',
    expect: {
      name: 'Dana Ruiz',
      phones: ['231-555-0142'],
      emails: ['dana@ruizbakery.com'],
      note: 'Owns the bakery on Fourth.',
    },
  },
  {
    line: 'Dana Ruiz new line 231-555-0142',
    region: 'US',
    expect: { name: 'Dana Ruiz', phones: ['231-555-0142'], note: 'new line' },
  },
  {
    line: 'Dana Ruiz owns the dot com on the corner at the bank dot',
    region: 'US',
    expect: { name: 'Dana Ruiz', note: 'owns the dot com on the corner at the bank dot' },
  },
];
