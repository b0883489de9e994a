/** What made-up people of one country are called, do and live. The last third of each list is for held-back cards. */
export interface Place {
  readonly region: 'US' | 'GB' | 'DE' | 'FR' | 'MX';
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Name and domain. */
  readonly companies: readonly (readonly [string, string])[];
  readonly titles: readonly string[];
  readonly longTitles: readonly string[];
  /** Lines, as printed. */
  readonly addresses: readonly (readonly string[])[];
  /** `#` is any digit, `%` any but 0 and 1. */
  readonly phones: readonly string[];
  readonly mobiles: readonly string[];
  /** What numbers are called: mobile, office, direct, fax. */
  readonly labels: readonly (readonly [string, string, string, string])[];
}

const us: Place = {
  region: 'US',
  given:
    'Dana Marcus Priya Helen Tyrone Alicia Greg Monica Wei Sandra Derek Joanna Raj Beth Carlos Naomi Todd Yvonne'.split(
      ' ',
    ),
  family:
    'Whitfield Okafor Raman Lindqvist Barnes Delgado Kowalski Hughes Chen Petrov Mahoney Sato Fletcher Brandt Novak Ellison Grady Tran'.split(
      ' ',
    ),
  companies: [
    ['Whitfield & Sons Roofing', 'whitfieldroofing.com'],
    ['Lakeshore Realty Group', 'lakeshorerealty.com'],
    ['Bluebird Mortgage', 'bluebirdmortgage.com'],
    ['Harbor Point Insurance', 'harborpoint.net'],
    ['Northline Title Agency', 'northlinetitle.com'],
    ['Cedar Street Bakery', 'cedarstreet.co'],
    ['Apex Home Inspections', 'apexhomes.com'],
    ['Motor City Printing LLC', 'motorcityprint.com'],
    ['Greenleaf Landscaping Inc.', 'greenleafscape.com'],
    ['Summit Legal Partners', 'summitlegal.org'],
    ['Brightway Dental', 'brightwaydental.com'],
    ['Ironwood Construction Co.', 'ironwoodbuild.com'],
    ['Riverbend Photography', 'riverbendphoto.com'],
    ['Keystone Credit Union', 'keystonecu.org'],
    ['Maple Grove Veterinary', 'maplegrovevet.com'],
  ],
  titles: [
    'Realtor',
    'Owner',
    'Loan Officer',
    'Sales Manager',
    'Attorney at Law',
    'Project Manager',
    'Master Electrician',
    'Account Executive',
    'Office Manager',
    'Broker',
    'Insurance Agent',
    'General Contractor',
  ],
  longTitles: [
    'Senior Vice President of Residential Lending',
    'Associate Broker and Relocation Specialist',
    'Director of Business Development, Midwest Region',
    'Certified Public Accountant and Tax Advisor',
    'Regional Manager, Commercial Property Services',
    'Lead Designer and Customer Experience Manager',
  ],
  addresses: [
    ['1420 Woodward Avenue, Suite 300', 'Detroit, MI 48226'],
    ['88 Lakeshore Drive', 'Grosse Pointe, MI 48236'],
    ['2207 Cedar Street', 'Lansing, MI 48910'],
    ['510 N. Main Street', 'Royal Oak, MI 48067'],
    ['7300 Telegraph Road, Unit 12', 'Southfield, MI 48033'],
    ['19 Elm Court', 'Ann Arbor, MI 48104'],
    ['3415 Peachtree Road NE', 'Atlanta, GA 30326'],
    ['640 Harbor Blvd', 'Oakland, CA 94607'],
    ['1201 Riverside Drive, Floor 4', 'Austin, TX 78704'],
  ],
  phones: [
    '(313) %##-####',
    '248-%##-####',
    '734.%##.####',
    '+1 517 %## ####',
    '586 %## ####',
    '(512) %##-####',
  ],
  mobiles: ['(313) %##-####', '248-%##-####', '734.%##.####', '313 %## ####', '(404) %##-####'],
  labels: [
    ['Cell', 'Office', 'Direct', 'Fax'],
    ['M', 'O', 'D', 'F'],
    ['mobile', 'office', 'direct', 'fax'],
    ['c.', 'p.', 'd.', 'f.'],
    ['Mobile', 'Phone', 'Direct', 'Fax'],
  ],
};

const gb: Place = {
  region: 'GB',
  given: ['Oliver', 'Harriet', 'Graham', 'Fiona', 'Nigel', 'Imogen'],
  family: ['Ashworth', 'Pemberton', 'Clarke', 'MacLeod', 'Thornton', 'Whitaker'],
  companies: [
    ['Ashworth & Pike Ltd', 'ashworthpike.co.uk'],
    ['Thames Valley Lettings', 'tvlettings.co.uk'],
    ['Northgate Surveyors', 'northgatesurveyors.co.uk'],
  ],
  titles: ['Chartered Surveyor', 'Managing Director', 'Lettings Manager'],
  longTitles: ['Head of Residential Lettings and Management'],
  addresses: [
    ['14 Bishopsgate', 'London EC2N 4AJ'],
    ['22 High Street', 'Reading RG1 2AG'],
    ['5 Castle Terrace', 'Edinburgh EH1 2EN'],
  ],
  phones: ['020 7946 0###', '+44 20 7946 0###', '0131 496 0###'],
  mobiles: ['07812 4#####', '+44 7400 8#####'],
  labels: [
    ['Mobile', 'Tel', 'Direct', 'Fax'],
    ['M', 'T', 'D', 'F'],
  ],
};

const de: Place = {
  region: 'DE',
  given: ['Stefan', 'Petra', 'Heike', 'Matthias', 'Ute', 'Carsten'],
  family: ['Baumann', 'Hoffmann', 'Schubert', 'Lindner', 'Weber', 'Brandt'],
  companies: [
    ['Hoffmann Bau GmbH', 'hoffmann-bau.de'],
    ['Nordlicht Immobilien GmbH', 'nordlicht-immobilien.de'],
    ['Rheinblick Druck AG', 'rheinblick-druck.de'],
  ],
  titles: ['Vertriebsleiter', 'Architektin', 'Projektleiter'],
  longTitles: ['Leiter Vertrieb und Marketing'],
  addresses: [
    ['Lindenallee 12', '50668 Berlin'],
    ['Hafenweg 8', '20459 Hamburg'],
    ['Rheinufer 31', '50679 Bonn'],
  ],
  phones: ['+49 40 3%## ###0', '030 2%## ####', '+49 (0)221 9%##-##'],
  mobiles: ['0171 %## ####', '+49 171 %######', '0160 %######'],
  labels: [
    ['Mobil', 'Telefon', 'Durchwahl', 'Telefax'],
    ['Mobil', 'Tel.', 'Durchwahl', 'Fax'],
  ],
};

const fr: Place = {
  region: 'FR',
  given: ['Camille', 'Julien', 'Sophie', 'Antoine', 'Claire', 'Bastien'],
  family: ['Moreau', 'Laurent', 'Dubois', 'Fontaine', 'Girard', 'Marchand'],
  companies: [
    ['Atelier Fontaine', 'atelier-fontaine.fr'],
    ['Moreau Conseil SARL', 'moreau-conseil.fr'],
    ['Maison Girard', 'maisongirard.fr'],
  ],
  titles: ['Directrice commerciale', 'Architecte', 'Avocat'],
  longTitles: ['Responsable du service commercial'],
  addresses: [
    ['18 rue de Rivoli', '75004 Paris'],
    ['7 avenue Foch', '69006 Lyon'],
    ['25 quai des Chartrons', '33000 Bordeaux'],
  ],
  phones: ['01 42 %# ## ##', '+33 4 72 %# ## ##', '05 56 %# ## ##'],
  mobiles: ['06 12 %# ## ##', '+33 6 80 %# ## ##'],
  labels: [
    ['Mobile', 'Tél.', 'Direct', 'Fax'],
    ['Port.', 'Tél.', 'Direct', 'Fax'],
  ],
};

const mx: Place = {
  region: 'MX',
  given: ['Lucia', 'Rodrigo', 'Carmen', 'Alejandro', 'Paola', 'Hector'],
  family: ['Mendoza', 'Salazar', 'Ortega', 'Cordero', 'Villarreal', 'Fuentes'],
  companies: [
    ['Inmobiliaria Mendoza', 'inmobiliariamendoza.mx'],
    ['Grupo Salazar S.A. de C.V.', 'gruposalazar.com.mx'],
    ['Muebles Cordero', 'mueblescordero.mx'],
  ],
  titles: ['Gerente de Ventas', 'Arquitecto', 'Abogada'],
  longTitles: ['Coordinadora de Proyectos Residenciales'],
  addresses: [
    ['Av. Reforma 222, Col. Juarez', '06600 Ciudad de Mexico'],
    ['Calle Hidalgo 45', '44100 Guadalajara, Jal.'],
    ['Blvd. Morelos 310', '64000 Monterrey, N.L.'],
  ],
  phones: ['55 5%## ####', '+52 33 3%## ####', '+52 81 8%## ####'],
  mobiles: ['+52 55 3%## ####', '33 1%## ####'],
  labels: [
    ['Cel.', 'Tel.', 'Directo', 'Fax'],
    ['Celular', 'Oficina', 'Directo', 'Fax'],
  ],
};

export const places = { us, gb, de, fr, mx } as const;

/** Names that an English alphabet has no letters for, and how they write their mail. */
export const accented: readonly (readonly [string, string, string])[] = [
  ['José', 'García', 'jose.garcia'],
  ['Renée', 'Côté', 'renee.cote'],
  ['Zoë', 'Müller', 'zoe.mueller'],
  ['André', 'Lefèvre', 'andre.lefevre'],
  ['Begoña', 'Núñez', 'begona.nunez'],
  ['Jörg', 'Weiß', 'joerg.weiss'],
];
