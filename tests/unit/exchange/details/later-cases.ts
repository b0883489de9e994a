import type { DetailCase } from './detail-case.ts';

/** Notes that were added while the rules were written: what an earlier form of them got wrong, or could have. */
export const laterCases: readonly DetailCase[] = [
  {
    note: 'chatted with lena at the farmers market she and her boyfriend tom just got here from tulsa like three weeks ago they are renting a basement',
    expect: { partner: 'partner Tom', town: 'new from Tulsa since 3 weeks', home: 'rents' },
  },
  {
    note: "Roberto. Wife Alicia, three daughters. Runs a roofing crew. They've been in Flint since 2003. Rents now but wants to own.",
    expect: {
      partner: 'married Alicia',
      kids: '3',
      work: 'manager: roofing crew',
      home: 'rents',
      wants: 'own',
      town: 'long since 2003',
    },
  },
  {
    note: 'he is a dad of four and he coaches wrestling at the high school his wife teaches there too',
    expect: { kids: '4', partner: 'married' },
    traps: ['third person'],
  },
  {
    note: 'she said her landlord is selling so they have to be out by june and she needs a place that takes dogs she has a doberman named duke',
    expect: { wants: 'a place that takes dogs', pets: 'doberman Duke' },
    traps: ['third person'],
  },
  {
    note: 'no husband no kids no pets just her and her plants and she loves it',
    expect: { kids: '0', pets: '0 pet' },
    traps: ['negation'],
  },
  { note: 'they had to put their dog down in october so be gentle', expect: {}, traps: ['past'] },
  {
    note: "his dog's name is Bear, his daughter's name is Hazel",
    expect: { pets: 'dog Bear', kids: '1: Hazel' },
  },
  {
    note: "I'd say he's about forty, runs his own HVAC business with his brother, three employees",
    expect: { work: 'owner: HVAC business' },
  },
  {
    note: 'She is not a homeowner yet, she is renting month to month',
    expect: { home: 'rents' },
    traps: ['negation'],
  },
  { note: 'ping him in early march about listing their duplex', expect: { touch: '2027-03-01' } },
  {
    note: 'Remember to email Carla on the 15th, she wants comps for her street',
    expect: { touch: '2026-12-15 email', wants: 'comps for her street' },
  },
  {
    note: 'call the plumber tomorrow. then call Joyce back on Monday.',
    expect: { touch: '2026-11-30 call' },
    traps: ['other date'],
  },
  {
    note: 'not engaged, not dating, focused on work, she is a resident at Sparrow',
    expect: {},
    traps: ['negation'],
  },
  { note: "her mom's dog bit somebody lol", expect: {}, traps: ['third person'] },
  {
    note: 'my landlord came by. my daughter is sick. ok. so Wendy: engaged to Luke, wedding in June',
    expect: { partner: 'engaged Luke' },
    traps: ['agent'],
  },
  {
    note: 'she hates her apartment, the lease ends in September, so follow up with her in July',
    expect: { home: 'rents until September', touch: '2027-07-01' },
  },
  {
    note: "She's a widow, remarried last year to a guy named Stan",
    expect: { partner: 'married' },
    allow: { partner: 'married Stan' },
    traps: ['past'],
  },
  {
    note: "he's got a baby on the way but he and his girlfriend aren't married",
    expect: { kids: '?; expecting', partner: 'partner' },
    traps: ['negation'],
  },
  {
    note: 'my husband works with her husband at the plant',
    expect: { partner: 'married' },
    traps: ['agent'],
  },
  {
    note: "her ex-husband owns the car wash, they don't talk",
    expect: { partner: 'divorced' },
    traps: ['third person'],
  },
  {
    note: 'he works in the same building as my wife',
    expect: { common: 'works in the same building as my wife' },
    traps: ['agent'],
  },
  {
    note: "he's the kind of guy who knows everybody, knows the owner of the Tigers",
    expect: {},
    traps: ['third person'],
  },
  { note: 'he rents tuxes at the mall lol', expect: {}, traps: ['homonym'] },
  { note: 'no longer with the boyfriend', expect: {}, traps: ['past'] },
  { note: 'she told me to call her assistant on Monday', expect: {}, traps: ['third person'] },
  { note: 'her cat-eye glasses are great', expect: {}, traps: ['homonym'] },
  { note: 'her team is like family, her team owns the region', expect: {}, traps: ['third person'] },
  { note: 'He manages stress by running, ha', expect: {}, traps: ['homonym'] },
  { note: "she's been married three times", expect: {}, traps: ['past'] },
  { note: 'they have a five year old and a three year old', expect: { kids: '2: 3, 5' } },
  { note: 'one daughter, Abby, who just got married', expect: { kids: '1: Abby' }, traps: ['third person'] },
  { note: 'they just had a baby, a boy, Theo', expect: { kids: '1: Theo' }, allow: { kids: '1' } },
  {
    note: "she's due in April with a girl, her baby shower was packed",
    expect: { kids: '?; expecting' },
    traps: ['homonym'],
  },
  { note: 'two kids and a third on the way', expect: { kids: '2; expecting' } },
  {
    note: 'lives with his girlfriend and her two kids',
    expect: { partner: 'partner' },
    traps: ['third person'],
  },
  { note: 'her husband passed away in May', expect: { partner: 'widowed' }, traps: ['past'] },
  { note: 'the only single woman on her street', expect: {}, traps: ['homonym'] },
  {
    note: 'okay Janelle she is raising two girls on her own, Imani and Zuri, eight and eleven, works at the credit union',
    expect: { kids: '2: Imani 8, Zuri 11', work: 'employee: credit union' },
  },
  {
    note: "Big Mike. Married to Little Mike's sister lol. Three boys, all wrestlers. Has a bulldog named Tank.",
    expect: { partner: 'married', kids: '3', pets: 'bulldog Tank' },
    traps: ['third person'],
  },
  {
    note: 'so the husband is Vietnamese she is from Lansing they met in college they have a baby girl Linh nine months old',
    expect: { partner: 'married', town: 'from Lansing', kids: '1: Linh 9 months' },
    traps: ['homonym'],
  },
  {
    note: "her kids' names are Aiden and Ella and they're eleven and thirteen",
    expect: { kids: '2: Aiden 11, Ella 13' },
  },
  {
    note: 'her daughter plays with my daughter, her daughter is Chloe',
    expect: { kids: '1: Chloe' },
    traps: ['agent'],
  },
  {
    note: "she said her son Eddie just bought a house, he's thirty",
    expect: { kids: '1: Eddie' },
    allow: { kids: '1: Eddie 30' },
    traps: ['third person'],
  },
  {
    note: 'Ruth, never married, a cat named Mozart and another named Liszt',
    expect: { partner: 'not-married', pets: '2 cat Mozart, Liszt' },
  },
  {
    note: 'conocí a lorena en la feria vive con su novio paco acaban de llegar de durango rentan un sótano',
    expect: { partner: 'partner Paco', town: 'new from Durango', home: 'rents' },
    traps: ['agent'],
  },
  {
    note: 'sin marido sin hijos sin mascotas puras plantas y feliz',
    expect: { kids: '0', pets: '0 pet' },
    traps: ['negation'],
  },
  { note: 'su perro se llama Oso y su hija se llama Hazel', expect: { pets: 'dog Oso', kids: '1: Hazel' } },
  {
    note: 'llama al plomero mañana. y luego llama a Joyce el lunes',
    expect: { touch: '2026-11-30 call' },
    traps: ['other date'],
  },
  { note: 'dice que prefiere rentar toda la vida', expect: {}, traps: ['homonym'] },
  {
    note: 'trabaja como contadora en una empresa de transporte, lleva aquí tres años',
    expect: { work: 'employee contadora: empresa de transporte' },
  },
  { note: 'ya terminó con el novio', expect: {}, traps: ['past'] },
  { note: 'tiene dos casas que renta y una lancha', expect: {}, traps: ['homonym'] },
  { note: 'son cinco hermanos y ella es la mayor', expect: {}, traps: ['homonym'] },
  { note: 'su nuera está embarazada', expect: {}, traps: ['third person'] },
  { note: 'mamá de un bebé y de una niña de cuatro que se llama Sol', expect: { kids: '2: Sol 4' } },
  {
    note: 'vive con la novia y los dos hijos de ella',
    expect: { partner: 'partner' },
    traps: ['third person'],
  },
  {
    note: 'se llama Yadira cría sola a dos niñas, Ximena y Renata, de ocho y once',
    expect: { kids: '2: Ximena 8, Renata 11' },
  },
  {
    note: 'Beto, casado con la hermana de Chuy, tres varones, tiene un bulldog que se llama Tanque',
    expect: { partner: 'married', kids: '3', pets: 'bulldog Tanque' },
    traps: ['third person'],
  },
  {
    note: 'papá soltero, un niño que se llama Marcos y tiene siete, y una iguana',
    expect: { partner: 'single', kids: '1: Marcos 7', pets: 'iguana' },
  },
  { note: 'su difunta esposa plantó el jardín', expect: { partner: 'widowed' }, traps: ['past'] },
  {
    note: 'se acaba de casar con Alex y busca departamento',
    expect: { partner: 'married Alex', wants: 'departamento' },
  },
];
