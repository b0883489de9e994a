import type { QuickLineCase } from './quick-line-case.ts';

/** Mail signatures, messages and links as they are pasted. */
export const pastedCases: readonly QuickLineCase[] = [
  {
    line: 'Dana Ruiz\nOwner\nRuiz Bakery\n1420 Fourth Street, Grand Rapids, MI 49503\n231-555-0142\ndana@ruizbakery.com\nwww.ruizbakery.com',
    region: 'US',
    expect: {
      name: 'Dana Ruiz',
      title: 'Owner',
      company: 'Ruiz Bakery',
      phones: ['231-555-0142'],
      emails: ['dana@ruizbakery.com'],
      handles: ['www.ruizbakery.com'],
      note: '1420 Fourth Street, Grand Rapids, MI 49503',
    },
  },
  {
    line: 'Best regards,\n\nPriya Venkat\nSenior Loan Officer | NMLS 1234567890\nCedar Lending\nO: 616.555.0177  C: 616.555.0178\npriya@cedarlending.com',
    region: 'US',
    expect: {
      name: 'Priya Venkat',
      title: 'Senior Loan Officer',
      company: 'Cedar Lending',
      phones: [
        ['office', '616.555.0177'],
        ['cell', '616.555.0178'],
      ],
      emails: ['priya@cedarlending.com'],
      note: 'Best regards\nNMLS 1234567890',
    },
  },
  {
    line: 'Hi, it was great to meet you at the mixer!\n\nThanks,\nMarcus Reyes\n616-555-0143',
    region: 'US',
    expect: {
      name: 'Marcus Reyes',
      phones: ['616-555-0143'],
      note: 'Hi, it was great to meet you at the mixer!\n\nThanks',
    },
  },
  {
    line: 'Mit freundlichen Grüßen\n\nAnna Weber\nGeschäftsführerin\n\nWeber Bau GmbH\nHauptstraße 12, 10115 Berlin\nTel.: +49 30 901820\nFax: +49 30 901821\nanna.weber@weber-bau.de\nwww.weber-bau.de',
    region: 'DE',
    expect: {
      name: 'Anna Weber',
      title: 'Geschäftsführerin',
      company: 'Weber Bau GmbH',
      phones: ['+49 30 901820', ['fax', '+49 30 901821']],
      emails: ['anna.weber@weber-bau.de'],
      handles: ['www.weber-bau.de'],
      note: 'Mit freundlichen Grüßen\nHauptstraße 12, 10115 Berlin',
    },
  },
  {
    line: 'Claire Dubois\nDirectrice commerciale\nBoulangerie Dubois SARL\n12 rue de la Paix, 75002 Paris\nTél. : 01 42 68 53 00\nPortable : 06 12 34 56 78\nclaire@dubois.fr',
    region: 'FR',
    expect: {
      name: 'Claire Dubois',
      title: 'Directrice commerciale',
      company: 'Boulangerie Dubois SARL',
      phones: ['01 42 68 53 00', ['portable', '06 12 34 56 78']],
      emails: ['claire@dubois.fr'],
      note: '12 rue de la Paix, 75002 Paris',
    },
  },
  {
    line: 'Lic. José de la Cruz\nDirector de Ventas\nGrupo Cruz S.A. de C.V.\nAv. Reforma 222, Col. Juárez, 06600 CDMX\nTel. 55 1234 5678\nCel. 55 8765 4321\njose@grupocruz.com.mx',
    region: 'MX',
    expect: {
      name: 'Lic. José de la Cruz',
      title: 'Director de Ventas',
      company: 'Grupo Cruz S.A. de C.V.',
      phones: ['55 1234 5678', ['cel', '55 8765 4321']],
      emails: ['jose@grupocruz.com.mx'],
      note: 'Av. Reforma 222, Col. Juárez, 06600 CDMX',
    },
  },
  {
    line: 'Hannah Smith\nEstate Agent\nSmith & Sons Properties Ltd\nT: 020 7946 0958\nM: 07400 123456\nE: hannah@smithandsons.co.uk\nW: smithandsons.co.uk',
    region: 'GB',
    expect: {
      name: 'Hannah Smith',
      title: 'Estate Agent',
      company: 'Smith & Sons Properties Ltd',
      phones: ['020 7946 0958', ['mobile', '07400 123456']],
      emails: ['hannah@smithandsons.co.uk'],
      handles: ['smithandsons.co.uk'],
    },
  },
  {
    line: 'Bruce Lee\nDirector, Lee Constructions Pty Ltd\nABN 51 824 753 556\nm 0412 345 678\np (02) 9876 5432',
    region: 'AU',
    expect: {
      name: 'Bruce Lee',
      title: 'Director',
      company: 'Lee Constructions Pty Ltd',
      phones: [['mobile', '0412 345 678'], '(02) 9876 5432'],
      note: 'ABN 51 824 753 556',
    },
  },
  {
    line: 'Arjun Mehta\nFounder & CEO\nMehta Technologies Pvt. Ltd.\n+91 98765 43210\narjun@mehtatech.in\nGSTIN 27AAPFU0939F1ZV',
    region: 'IN',
    expect: {
      name: 'Arjun Mehta',
      title: 'Founder & CEO',
      company: 'Mehta Technologies Pvt. Ltd.',
      phones: ['+91 98765 43210'],
      emails: ['arjun@mehtatech.in'],
      note: 'GSTIN 27AAPFU0939F1ZV',
    },
  },
  {
    line: '--\nErik Lund\nRealtor®\nHarbor Realty\n(616) 555-0118 mobile\n(616) 555-0100 office\nhttps://www.harborrealty.com/erik\nhttps://www.linkedin.com/in/erik-lund-4242',
    region: 'US',
    expect: {
      name: 'Erik Lund',
      title: 'Realtor®',
      company: 'Harbor Realty',
      phones: [
        ['mobile', '(616) 555-0118'],
        ['office', '(616) 555-0100'],
      ],
      handles: ['https://www.harborrealty.com/erik', 'https://www.linkedin.com/in/erik-lund-4242'],
    },
  },
  {
    line: 'Sofia Lindqvist, PhD\r\nHead of Design\r\nBlue Door Studio\r\nsofia@bluedoor.studio\r\n\r\nSent from my iPhone',
    region: 'US',
    expect: {
      name: 'Sofia Lindqvist, PhD',
      title: 'Head of Design',
      company: 'Blue Door Studio',
      emails: ['sofia@bluedoor.studio'],
      note: 'Sent from my iPhone',
    },
  },
  {
    line: 'Tom Baker\nVP of Sales\nAcme\n616-555-0190\ntom@acme.com',
    region: 'US',
    expect: {
      name: 'Tom Baker',
      title: 'VP of Sales',
      company: 'Acme',
      phones: ['616-555-0190'],
      emails: ['tom@acme.com'],
    },
  },
  {
    line: 'Tom Baker | VP of Sales | Acme Inc. | 616-555-0190 | tom@acme.com | acme.com',
    region: 'US',
    expect: {
      name: 'Tom Baker',
      title: 'VP of Sales',
      company: 'Acme Inc.',
      phones: ['616-555-0190'],
      emails: ['tom@acme.com'],
      handles: ['acme.com'],
    },
  },
  {
    line: 'Tom Baker\nCedar Lending\nTel: 616-555-0190, ext. 7\n"Your home, our heart"',
    region: 'US',
    expect: {
      name: 'Tom Baker',
      company: 'Cedar Lending',
      phones: ['616-555-0190, ext. 7'],
      note: '"Your home, our heart"',
    },
  },
  {
    line: 'From: Tom Baker <tom@acme.com>',
    region: 'US',
    expect: { name: 'Tom Baker', emails: ['tom@acme.com'] },
  },
  {
    line: '"Baker, Tom" <tom@acme.com>',
    region: 'US',
    expect: { name: 'Baker, Tom', emails: ['tom@acme.com'] },
  },
  {
    line: 'mailto:tom@acme.com',
    region: 'US',
    expect: { emails: ['tom@acme.com'] },
  },
  {
    line: 'tel:+1-616-555-0190',
    region: 'US',
    expect: { phones: ['+1-616-555-0190'] },
  },
  {
    line: 'Hey! Dana here from the chamber, my new number is 231 555 0142',
    region: 'US',
    expect: { phones: ['231 555 0142'], note: 'Hey! Dana here from the chamber' },
  },
  {
    line: 'https://www.linkedin.com/in/priya-venkat/',
    region: 'US',
    expect: { handles: ['https://www.linkedin.com/in/priya-venkat/'] },
  },
  {
    line: 'Priya Venkat https://www.linkedin.com/in/priya-venkat?utm_source=share met at chamber',
    region: 'US',
    expect: {
      name: 'Priya Venkat',
      handles: ['https://www.linkedin.com/in/priya-venkat?utm_source=share'],
      note: 'met at chamber',
    },
  },
  {
    line: 'Check out my profile: instagram.com/dana.bakes.',
    region: 'US',
    expect: { handles: ['instagram.com/dana.bakes'], note: 'Check out my profile' },
  },
  {
    line: 'Name: Arjun Mehta\nCompany: Mehta Technologies\nTitle: Founder\nPhone: 98765 43210\nEmail: arjun@mehtatech.in\nWebsite: mehtatech.in',
    region: 'IN',
    expect: {
      name: 'Arjun Mehta',
      company: 'Mehta Technologies',
      title: 'Founder',
      phones: ['98765 43210'],
      emails: ['arjun@mehtatech.in'],
      handles: ['mehtatech.in'],
    },
  },
  {
    line: 'Nombre: Lucía Gómez\nEmpresa: Inmobiliaria Gómez\nMóvil: 612 345 678\nCorreo: lucia@gomez.es',
    region: 'ES',
    expect: {
      name: 'Lucía Gómez',
      company: 'Inmobiliaria Gómez',
      phones: [['móvil', '612 345 678']],
      emails: ['lucia@gomez.es'],
    },
  },
  {
    line: 'Un saludo,\nLucía Gómez\nAgente inmobiliaria\n+34 612 345 678',
    region: 'ES',
    expect: {
      name: 'Lucía Gómez',
      title: 'Agente inmobiliaria',
      phones: ['+34 612 345 678'],
      note: 'Un saludo',
    },
  },
  {
    line: 'Dana Ruiz · Ruiz Bakery · 231-555-0142 · @dana.bakes',
    region: 'US',
    expect: {
      name: 'Dana Ruiz',
      company: 'Ruiz Bakery',
      phones: ['231-555-0142'],
      handles: ['@dana.bakes'],
    },
  },
];
