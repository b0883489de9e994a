const titleWords = new Set(
  (
    'manager director officer president owner co-owner founder co-founder cofounder partner agent broker realtor attorney lawyer ' +
    'counsel solicitor barrister paralegal consultant advisor adviser engineer architect designer developer analyst accountant ' +
    'bookkeeper auditor executive representative rep specialist coordinator assistant administrator technician electrician ' +
    'plumber contractor inspector surveyor appraiser estimator planner therapist dentist orthodontist doctor physician surgeon ' +
    'nurse veterinarian chiropractor pharmacist photographer chef baker stylist trainer coach teacher professor lecturer principal ' +
    'chairman chairwoman chair head lead leader supervisor foreman superintendent operator mechanic salesperson associate ' +
    'secretary treasurer ceo cfo cto coo cmo vp svp evp buyer editor writer author journalist producer artist musician pastor ' +
    'minister recruiter notary banker lender originator underwriter adjuster landscaper gardener roofer builder carpenter painter ' +
    'mason welder driver pilot captain sergeant detective chief sales marketing strategist scientist researcher librarian ' +
    'psychologist optometrist hygienist esthetician barber florist interpreter translator concierge receptionist intern ' +
    'geschäftsführer geschäftsführerin inhaber inhaberin berater beraterin ingenieur ingenieurin architektin rechtsanwalt ' +
    'rechtsanwältin steuerberater steuerberaterin vertrieb meister makler maklerin leiter leiterin vorstand prokurist prokuristin ' +
    'directeur directrice gérant gérante responsable avocat avocate architecte ingénieur ingénieure conseiller conseillère ' +
    'commercial commerciale président présidente associé associée chargé chargée assistante notaire comptable ' +
    'gerente directora abogado abogada arquitecto arquitecta ingeniero ingeniera asesor asesora ventas coordinador coordinadora ' +
    'dueño dueña agente contador contadora licenciado licenciada presidente presidenta socio socia encargado encargada jefe jefa'
  ).split(' '),
);
const titleEnding =
  /.{3,}(?:leiter|leiterin|berater|beraterin|makler|maklerin|meister|meisterin|führer|führerin|ingenieur|assistentin)$/;

const legalForms =
  /(?:^|[\s,])(?:l\.?l\.?c|inc|ltd|corp|corporation|co|company|plc|llp|p\.?l\.?l\.?c|p\.c|gmbh|ag|kg|ug|e\.v|ohg|gbr|sarl|sàrl|sas|s\.a\.s|sa|s\.a|s\.l|s\.a\. de c\.v|s de rl|bv|b\.v|nv|spa|s\.p\.a|srl)\.?$/i;

const trades = new Set(
  (
    'realty realtors properties homes group insurance mortgage mortgages bank partners associates agency construction services solutions ' +
    'roofing printing landscaping photography studio studios salon dental dentistry veterinary clinic hospital health wellness ' +
    'union credit lending title legal law consulting engineering architects architecture design designs builders building ' +
    'plumbing heating electric electrical inspections systems technologies technology industries international enterprises ' +
    'holdings capital financial bakery cafe restaurant catering florist foods market school university college church foundation ' +
    'institute society association council department lettings surveyors solicitors estates immobilien bau druck verlag ' +
    'immobilier conseil atelier maison cabinet inmobiliaria grupo muebles constructora sons brothers bros'
  ).split(' '),
);

/** Whether a word is of what somebody does: "Manager", "Vertriebsleiter". */
export function isTitleWord(word: string): boolean {
  const plain = word.toLowerCase().replace(/[^\p{L}-]/gu, '');
  return titleWords.has(plain) || titleEnding.test(plain);
}

/** Whether a text ends as only companies are called: "LLC", "GmbH". */
export function hasLegalForm(text: string): boolean {
  return legalForms.test(text.trim());
}

/** Whether a word is of what companies are called: "Roofing", "Realty". */
export function isTradeWord(word: string): boolean {
  return trades.has(word.toLowerCase().replace(/[^\p{L}]/gu, ''));
}

const smallWords = new Set(
  'your our we you the a an is are for with to in on at since by from every it that this my us not no more and of'.split(
    ' ',
  ),
);

/** Words of sayings, which stand in no name. */
export function isSmallWord(word: string): boolean {
  return smallWords.has(word.toLowerCase().replace(/[^\p{L}]/gu, ''));
}
