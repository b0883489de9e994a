import type { DetailCase } from './detail-case.ts';

/** Held back from tuning: only their totals are looked at. */
export const heldBackSpanishCases: readonly DetailCase[] = [
  {
    note: 'se llama corina trabaja en la cooperativa tiene una galga que se llama perla y ella y su marido abel rentan el segundo piso de una casa',
    expect: { work: 'employee: cooperativa', pets: 'galga Perla', partner: 'married Abel', home: 'rents' },
  },
  {
    note: 'Don Tito. Viudo. Jubilado del ferrocarril. Su hija Pilar se lo quiere llevar a Toledo. Quiere vender antes de abril.',
    expect: {
      partner: 'widowed',
      work: 'retired: ferrocarril',
      kids: '1: Pilar',
      wants: 'vender antes de abril',
    },
    traps: ['third person'],
  },
  {
    note: 'es nueva en la ciudad, llegó de Culiacán en septiembre, soltera, un hijo que se llama Raúl',
    expect: { town: 'new from Culiacán since septiembre', partner: 'single', kids: '1: Raúl' },
  },
  {
    note: 'no tiene mascotas ni planes de mudarse, nada más le gusta hablar de casas',
    expect: { pets: '0 pet' },
    traps: ['negation'],
  },
  {
    note: 'su hermano es abogado y su hermana tiene un spa, los dos en Chicago',
    expect: {},
    traps: ['third person'],
  },
  {
    note: 'mi hija está en su salón, es maestra en la primaria Bravo, llamarle en enero',
    expect: { work: 'employee maestra: primaria Bravo', touch: '2027-01-04 call' },
    traps: ['agent'],
  },
  {
    note: 'creo que su esposa es griega. es dueño de la fonda, eso sí',
    expect: { work: 'owner: fonda' },
    traps: ['hedge'],
  },
  {
    note: 'dos perros, perdón, tres perros, y duermen todos en la cama',
    expect: { pets: '3 dog' },
    traps: ['correction'],
  },
  {
    note: 'estábamos junto a la mesa de los niños y se quejó de la renta del salón',
    expect: {},
    traps: ['homonym'],
  },
  { note: 'me preguntó si aceptamos perros', expect: {}, traps: ['question'] },
  {
    note: 'antes daba clases, estuvo casada, ahora vende cerámica y tiene una gata que se llama Arcilla',
    expect: { pets: 'cat Arcilla' },
    traps: ['past'],
  },
  { note: 'le escribí anoche, ella me contesta el jueves', expect: {}, traps: ['other date'] },
  {
    note: 'Enrique y Lucila, casados, cinco hijos, toda la vida en el barrio, piensan comprar algo más chico',
    expect: { partner: 'married', kids: '5', wants: 'comprar algo más chico' },
    allow: { partner: 'married Lucila', town: 'long' },
  },
  {
    note: 'siempre come en El Sazón, conoce a los Arriaga, odia a su casero',
    expect: { restaurant: 'El Sazón', knows: 'los Arriaga' },
  },
  {
    note: 'los dos tenemos mal las rodillas y los dos entrenamos niñas',
    expect: { common: ['los dos tenemos mal las rodillas', 'los dos entrenamos niñas'] },
  },
  {
    note: 'gerente de la tienda Telcel, comprometido con Briana, renta hasta la boda, quiere algo con sótano',
    expect: {
      work: 'manager: tienda Telcel',
      partner: 'engaged Briana',
      home: 'rents',
      wants: 'algo con sótano',
    },
  },
  {
    note: 'su celular es 517 555 0121, hablarle el viernes',
    expect: { phone: '5175550121', touch: '2026-11-27 call' },
  },
  {
    note: 'se les vence el contrato en julio y tienen un bebé que se llama Otilio, necesitan otra recámara',
    expect: { home: 'rents until julio', kids: '1: Otilio', wants: 'otra recámara' },
  },
  {
    note: 'tiene casa propia, es papá de dos adolescentes y contador en un despacho',
    expect: { home: 'owns', kids: '2', work: 'employee contador: despacho' },
    allow: { work: 'employee contador' },
  },
  { note: 'no es de aquí, vino nada más al congreso', expect: {}, traps: ['negation'] },
  {
    note: 'su compañero de cuarto tiene una víbora y a él no le hace gracia. está buscando un estudio',
    expect: { wants: 'un estudio' },
    traps: ['third person'],
  },
  {
    note: 'le enseñé fotos de mi perro y ella me enseñó las de su caballo, Güisqui',
    expect: { pets: 'caballo Güisqui' },
    allow: { pets: 'caballo' },
    traps: ['agent'],
  },
  {
    note: 'compraron en la colonia Grove el verano pasado, está embarazada del segundo',
    expect: { kids: '1; expecting' },
    allow: { home: 'owns' },
  },
  {
    note: 'capaz que es doctora, traía bata. maneja una camioneta roja',
    expect: {},
    traps: ['hedge'],
    region: 'AR',
  },
  {
    note: 'el novio se llama Genaro, no, Gerardo, y es bombero',
    expect: { partner: 'partner Gerardo' },
    traps: ['correction', 'third person'],
  },
  {
    note: 'divorciada dos veces, sin hijos, un canario, trabaja para una aseguradora',
    expect: { partner: 'divorced', kids: '0', pets: 'canario', work: 'employee: aseguradora' },
  },
  {
    note: 'recuérdame llamar a Otón el día 10, quiere ver dúplex',
    expect: { touch: '2026-12-10 call', wants: 'ver dúplex' },
  },
  {
    note: 'es dueña de su departamento y su mamá del de al lado',
    expect: { home: 'owns' },
    traps: ['third person'],
  },
  {
    note: 'le encantan los niños pero no tiene, le encantan los gatos y tiene cuatro',
    expect: {},
    allow: { kids: '0', pets: '4 cat' },
    traps: ['negation'],
  },
  {
    note: 'Pato es plomero, la esposa vende casas, tres hijos en la universidad',
    expect: { work: 'employee plomero', partner: 'married', kids: '3' },
    traps: ['third person'],
  },
  { note: 'qué frío, qué fila, nada más nos saludamos', expect: {} },
];
