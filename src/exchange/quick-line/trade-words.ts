function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Legal forms: whatever they end is a company. Forms of single letters are joined: "S.A. de C.V." ends in "cv". */
export const legalForms = words(
  'inc incorporated llc llp lp ltd limited plc corp corporation gmbh mbh ag kg ohg ug gbr ek sa sl slu cv srl sarl sas sasu eurl pty pvt bv nv ab oy aps spa kk pc pllc co',
);

/** What companies are called after; they tell a company only where its words are written or said as a name. */
export const tradeWords = words(`
realty realtors bakery roofing lending bank mortgage dental dentistry design designs coffee motors florist florists
plumbing studio studios farm farms group partners associates holdings insurance construction constructions builders
homes properties consulting services solutions systems technologies technology tech labs media agency capital ventures
hospital clinic university college school academy hotel inn restaurant bistro cafe café diner brewery salon spa gym
fitness electric electrical heating landscaping landscape contracting contractors painting flooring cabinets interiors
architects law legal accounting advisors financial wealth investments foundation institute industries enterprises
logistics transport trucking automotive auto pharmacy veterinary catering events photography publishing press books
boutique jewelers furniture hardware supply market grocery pizza grill kitchen flowers gardens nursery works software
networks security energy solar estates chiropractic pediatrics orthodontics church ministries
inmobiliaria panadería panaderia pastelería grupo banco restaurante clínica farmacia seguros constructora abogados
bau immobilien bäckerei metzgerei klinikum praxis kanzlei versicherung sparkasse autohaus apotheke schule
boulangerie pâtisserie immobilier immobilière banque assurances cabinet garage pharmacie groupe agence`);

/** The company's trade stands first there: "Inmobiliaria Sol", "Klinikum Nord". */
export const leadingTradeWords = words(`
inmobiliaria panadería panaderia pastelería grupo banco restaurante clínica farmacia seguros constructora abogados
klinikum praxis kanzlei sparkasse autohaus boulangerie pâtisserie banque cabinet garage pharmacie groupe agence hotel
café bäckerei university bank studio restaurant`);

/** Words that make a title by themselves. */
export const titleHeads = words(`
owner co-owner founder cofounder ceo cfo coo cto cmo president vp director manager realtor realtor® broker agent officer
head chief principal partner associate consultant engineer architect designer developer attorney lawyer accountant
teacher professor nurse doctor dentist contractor electrician plumber chef baker photographer pastor coach secretary
assistant coordinator specialist analyst advisor adviser supervisor lead executive representative rep chairman chairwoman
geschäftsführer geschäftsführerin inhaber inhaberin leiter leiterin direktor direktorin makler maklerin berater beraterin architekt architektin anwalt anwältin rechtsanwalt rechtsanwältin ingenieur ingenieurin steuerberater
steuerberaterin verkäufer verkäuferin arzt ärztin zahnarzt zahnärztin tischler elektriker
directora dueño dueña gerente propietario propietaria socio socia agente abogado abogada ingeniero ingeniera jefe jefa
directeur directrice gérant gérante responsable propriétaire fondateur fondatrice conseiller conseillère agente`);

/** Words that a title may have besides. */
export const titleModifiers = words(`
senior junior sr jr vice assistant associate executive managing general regional national local deputy chief sales
marketing loan mortgage real estate listing buyer's buyers buyer lending branch account accounts project product
operations operating financial technology technical software hr human resources office store shop business development
customer client service services design creative art it data legal medical licensed certified residential commercial
property construction of de für the and for und y e et in del des
ventas comercial inmobiliaria inmobiliario proyectos general vertrieb technischer technische leitender
commerciale commercial immobilier ventes technique`);

/** A figure after one of these, or a sum before one of the second, is no telephone number. */
export const figureNames = words(`
budget price prices asking order invoice iban bic abn acn vat ust ustid steuernummer siret siren rfc cif nif gstin pan ein
ssn nmls license licence lic account acct konto zip plz ref id policy case lot parcel mls isbn serial hrb presupuesto
precio preis prix paid offered worth salary pedido factura bestellung rechnung commande`);
export const figureUnits = words(
  'k m euro euros eur usd dollars dollar pounds pesos peso rupees rupee lakh lakhs crore sqft sqm square francs bucks kr percent people',
);
