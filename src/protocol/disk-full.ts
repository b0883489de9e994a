/** The `type` of a 507: the contact database has no room left; nothing of the request was kept, and reads go on. */
export const diskFullProblemType = 'urn:justmet:problem:disk-full';
