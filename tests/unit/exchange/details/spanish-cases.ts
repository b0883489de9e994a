import type { DetailCase } from './detail-case.ts';

/** Notes as they are spoken or typed, without much to mislead. */
export const spanishCases: readonly DetailCase[] = [
  {
    note: 'bueno dana está casada con miguel tienen dos hijos ana de cuatro y luis de siete y es dueña de la panadería ruiz',
    expect: { partner: 'married Miguel', kids: '2: Ana 4, Luis 7', work: 'owner: Panadería Ruiz' },
  },
  {
    note: 'Recién llegada de Guadalajara, desde marzo. Renta un departamento, se le acaba el contrato en mayo. Quiere un jardín para la primavera.',
    expect: {
      town: 'new from Guadalajara since marzo',
      home: 'rents until mayo',
      wants: 'un jardín para la primavera',
    },
  },
  {
    note: 'este tiene una beagle que se llama galleta y la lleva a su trabajo es recepcionista en la clínica del valle',
    expect: { pets: 'beagle Galleta', work: 'employee recepcionista: Clínica del Valle' },
  },
  {
    note: 'llámala el martes. su restaurante favorito es la casona y conoce a los garza',
    expect: { touch: '2026-12-01 call', restaurant: 'La Casona', knows: 'los Garza' },
  },
  {
    note: 'los dos corrimos el medio maratón y él también es de Morelia como yo',
    expect: { common: ['los dos corrimos el medio maratón', 'también es de Morelia como yo'] },
    allow: { town: 'from Morelia' },
  },
  {
    note: 'soltero, sin hijos, un gato, renta, trabaja en Walmart, está pensando en comprar algo chico el próximo año',
    expect: {
      partner: 'single',
      kids: '0',
      pets: 'cat',
      home: 'rents',
      work: 'employee: Walmart',
      wants: 'comprar algo chico el próximo año',
    },
  },
  {
    note: 'su esposa es enfermera y él es gerente de la ferretería del centro tienen un niño y una niña',
    expect: { partner: 'married', work: 'manager: ferretería', kids: '2' },
    allow: { work: 'manager: ferretería del centro' },
    traps: ['third person'],
  },
  {
    note: 'lleva treinta años viviendo aquí, crió a tres hijos, ya todos grandes, y está pensando en algo más chico',
    expect: { town: 'long since 30 años', kids: '3', wants: 'algo más chico' },
  },
  {
    note: 'Tiene casa propia en la calle Olmo. Jubilado de la Ford. Mandarle un mensaje después de las fiestas.',
    expect: { home: 'owns', work: 'retired: Ford', touch: '2027-01-04 text' },
  },
  {
    note: 'el teléfono es dos tres uno cinco cinco cinco cero uno cuatro dos y el correo dana arroba ruizbakery punto com',
    expect: { phone: '2315550142', email: 'dana@ruizbakery.com' },
  },
  {
    note: 'acaban de comprar casa en el norte, esperan su primer bebé en junio. El marido se llama Raúl.',
    expect: { home: 'owns', kids: '0; expecting', partner: 'married Raúl' },
    allow: { kids: '?; expecting' },
  },
  {
    note: 'trabaja para la comisión de luz y tiene dos perros max y luna',
    expect: { work: 'employee: comisión de luz', pets: '2 dog Max, Luna' },
  },
  {
    note: 'Su hija Ximena juega futbol con mi sobrina. El esposo es el entrenador.',
    expect: { kids: '1: Ximena', partner: 'married' },
    allow: { common: 'su hija Ximena juega futbol con mi sobrina' },
    traps: ['third person'],
  },
  {
    note: 'Ángela es la gerente general del Marriott. Comprometida, se casa en septiembre. Busca tres recámaras con cocina grande.',
    expect: {
      work: 'manager: Marriott',
      partner: 'engaged',
      wants: 'tres recámaras con cocina grande',
    },
  },
  {
    note: 'nacido y criado aquí, fuimos a la misma prepa, divorciado, un hijo, Iker, de doce años',
    expect: {
      town: 'long',
      common: 'fuimos a la misma prepa',
      partner: 'divorced',
      kids: '1: Iker 12',
    },
  },
  {
    note: 'hablarle en dos semanas por lo del condominio lo quiere vender antes del verano',
    expect: { touch: '2026-12-10 call', wants: 'vender antes del verano' },
    allow: { home: 'owns' },
  },
  {
    note: 'Se mudó de Tijuana hace poco. Vive con su novio Fabián y una galga que se llama Flecha.',
    expect: { town: 'new from Tijuana', partner: 'partner Fabián', pets: 'galga Flecha' },
  },
  {
    note: 'da clases de yoga y ella y su esposo Andrés quieren vivir más cerca del lago',
    expect: { partner: 'married Andrés', wants: 'vivir más cerca del lago' },
    allow: { work: ['employee yoga', 'employee maestra', 'employee clases de yoga'] },
  },
  {
    note: 'dueño del taller de bicicletas del centro come en Los Tres Compadres cada viernes',
    expect: { work: 'owner: taller de bicicletas', restaurant: 'Los Tres Compadres' },
    allow: { work: 'owner: taller de bicicletas del centro' },
  },
  {
    note: 'Mandarle un correo mañana con la lista de escuelas. Tienen una niña de cinco y un bebé.',
    expect: { touch: '2026-11-27 email', kids: '2: 5' },
  },
  {
    note: 'vive en la avenida Juárez 1420 y espera mudarse antes de marzo',
    expect: { address: 'avenida Juárez 1420', wants: 'mudarse antes de marzo' },
  },
  {
    note: 'Viuda. Se vino de Florida hace dos años para estar cerca de su hijo Darío. Tiene una yorkie, Duquesa.',
    expect: {
      partner: 'widowed',
      town: 'new from Florida since 2 años',
      kids: '1: Darío',
      pets: 'yorkie Duquesa',
    },
  },
  {
    note: 'o sea que abrió su propia empresa de jardinería el año pasado y anda ocupadísimo llamarle el lunes',
    expect: { work: 'owner: empresa de jardinería', touch: '2026-11-30 call' },
  },
  {
    note: 'sus hijos tienen ocho, diez y trece. El esposo viaja mucho. Necesita una casa más grande.',
    expect: { kids: '3: 8, 10, 13', partner: 'married', wants: 'una casa más grande' },
  },
  {
    note: 'cantinero en El Barril, soltero, renta hasta julio y quiere su propio lugar',
    expect: {
      work: 'employee cantinero: El Barril',
      partner: 'single',
      home: 'rents until julio',
      wants: 'su propio lugar',
    },
  },
  {
    note: 'es amiga de Juana la del notario y le encanta comer en Sopas y Más',
    expect: { knows: 'Juana', restaurant: 'Sopas y Más' },
    allow: { knows: 'Juana la del notario' },
  },
  {
    note: 'creció en Toluca se vino por la universidad ya lleva cinco años aquí trabaja en sistemas en el ayuntamiento',
    expect: { town: 'long from Toluca since 5 años', work: 'employee sistemas: ayuntamiento' },
    allow: {
      town: ['from Toluca since 5 años', 'long since 5 años'],
      work: ['employee: sistemas', 'employee: ayuntamiento'],
    },
  },
  {
    note: 'Llamar a Esteban el 15 de diciembre. Quiere poner la casa en venta en primavera.',
    expect: { touch: '2026-12-15 call', wants: 'poner la casa en venta en primavera' },
    allow: { home: 'owns' },
  },
  {
    note: 'tres gatos y un perico que se llama capitán ella es un personaje trabaja de noche en urgencias',
    expect: { pets: ['3 cat', 'perico Capitán'], work: 'employee: urgencias' },
  },
  {
    note: 'su hermano es nuestro plomero, qué risa. Estilista en Studio Nueve. Casada con Antonio.',
    expect: {
      knows: 'su hermano es nuestro plomero',
      work: 'employee estilista: Studio Nueve',
      partner: 'married Antonio',
    },
  },
  {
    note: 'vino de Guatemala en 2012, maneja para Amazon, cuatro hijos, ya no quiere rentar',
    expect: { town: 'long from Guatemala since 2012', kids: '4' },
    allow: { work: 'employee: Amazon', wants: 'no rentar', home: 'rents' },
  },
  {
    note: 'toda la vida ha vivido en el barrio, es bombero, su mujer se llama Keli, tres varones',
    expect: {
      town: 'long',
      work: 'employee bombero',
      partner: 'married Keli',
      kids: '3',
    },
  },
  {
    note: 'volver a hablar con ellos en enero, ya tienen el crédito y buscan un dúplex',
    expect: { touch: '2027-01-04', wants: 'un dúplex' },
    allow: { touch: '2027-01-04 call' },
  },
  {
    note: 'Está embarazada del segundo, tiene una niña, Mila, se veía cansada.',
    expect: { kids: '1: Mila; expecting' },
  },
  {
    note: 'Tomás es el jefe de mecánicos en la Chevrolet y su novia Jessica tiene un caballo',
    expect: { partner: 'partner Jessica', work: 'manager: mecánicos' },
    allow: {
      work: [
        'employee jefe de mecánicos: Chevrolet',
        'manager: Chevrolet',
        'manager: mecánicos en la Chevrolet',
        'employee mecánicos: Chevrolet',
      ],
    },
    traps: ['third person'],
  },
  {
    note: 'es dentista tiene su propio consultorio y quiere cambiarse de local el año que viene',
    expect: {
      work: ['employee dentista', 'owner: consultorio'],
      wants: 'cambiarse de local el año que viene',
    },
    allow: { work: 'owner dentista: consultorio' },
  },
  {
    note: 'Vive aquí desde 2015, es de Chicago, dos adolescentes, el marido en el ejército.',
    expect: { town: 'long from Chicago since 2015', kids: '2', partner: 'married' },
    traps: ['third person'],
  },
  {
    note: 'mándale un mensaje a mía el sábado por lo del desayuno, tiene un bebé así que temprano',
    expect: { touch: '2026-11-28 text', kids: '1' },
  },
  {
    note: 'Inquilina. Enfermera en el Hospital Ángeles. Novio. Perra mestiza que se llama Reina.',
    expect: {
      home: 'rents',
      work: 'employee enfermera: Hospital Ángeles',
      partner: 'partner',
      pets: 'dog Reina',
    },
  },
  {
    note: 'es madre soltera, tiene un niño de ocho años que se llama Noé, por ahora viven con la abuela',
    expect: { partner: 'single', kids: '1: Noé 8' },
  },
  {
    note: 'tenemos el mismo veterinario. sus dos labradores son gus y oliva. paga renta en una casita',
    expect: { common: 'tenemos el mismo veterinario', pets: '2 labrador Gus, Oliva', home: 'rents' },
  },
  {
    note: 'Llegó el año pasado por trabajo, originaria de Oaxaca, casada, sin niños',
    expect: { town: 'new from Oaxaca since el año pasado', partner: 'married', kids: '0' },
  },
  {
    note: 'tiene un puesto de tacos con su hermana. dos niñas, zoe e ivy. le gustaría una casa con cocina grande',
    expect: {
      work: 'owner: puesto de tacos',
      kids: '2: Zoe, Ivy',
      wants: 'una casa con cocina grande',
    },
  },
  {
    note: 'electricista por su cuenta, hijos ya grandes, él y su señora quieren una cabaña en el norte',
    expect: {
      work: 'owner electricista',
      kids: '?',
      partner: 'married',
      wants: 'una cabaña en el norte',
    },
    allow: { work: ['self-employed electricista', 'employee electricista'] },
  },
  {
    note: 'su pug se llama Albóndiga. toca el bajo igual que yo',
    expect: { pets: 'pug Albóndiga', common: 'toca el bajo igual que yo' },
  },
  {
    note: 'acaba de llegar a la ciudad, trabaja desde casa para Google y busca dos recámaras con oficina',
    expect: { town: 'new', work: 'employee: Google', wants: 'dos recámaras con oficina' },
  },
  {
    note: 'Casados, los dos jubilados. En abril quieren vender la casa grande.',
    expect: { partner: 'married', work: 'retired', wants: 'vender la casa grande' },
    allow: { wants: 'vender la casa grande en abril', home: 'owns', common: 'los dos jubilados' },
  },
  {
    note: 'escríbele la semana que viene, tiene tres peques y un pastor alemán, Thor, majísima',
    expect: { touch: '2026-11-30 text', kids: '3', pets: 'pastor alemán Thor' },
    allow: { touch: '2026-11-30' },
    region: 'ES',
  },
  {
    note: 'Vive de alquiler en Lavapiés, es camarera en un bar de la plaza y sale con un tal Nacho',
    expect: { home: 'rents', work: 'employee camarera: bar', partner: 'partner Nacho' },
    allow: { work: ['employee camarera: bar de la plaza', 'employee camarera'] },
    region: 'ES',
  },
  {
    note: 'llamar después de semana santa',
    expect: { touch: '2027-03-29 call' },
    writtenAt: '2027-03-02T09:10',
  },
  {
    note: 'su número es 231 555 0168, es la dueña',
    expect: { phone: '231 555 0168', work: 'owner' },
  },
];
